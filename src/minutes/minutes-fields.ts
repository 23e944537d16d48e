/** What a form of minutes asks, field by field. */
import { WHAT_LENGTH } from '../actions/action-names.ts';
import { type Context, short } from '../bot/command.ts';
import type { Field, Option } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { isMeasured } from '../goals/figures.ts';
import { CHECK_IN_STATUSES, type GoalId, type GoalLine } from '../goals/goal.ts';
import { SENTENCE_LENGTH } from '../goals/lengths.ts';
import { statusWords } from '../goals/status.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { colleagueOptions } from '../people/find-colleague.ts';

/** As they come from the form, a button or the command line: everything is text. */
export type Filled = Readonly<Record<string, string | undefined>>;

export const MOST_ACTIONS = 4;
/** Below the length at which input is cut, so that nothing is cut unseen. */
export const LONG = 1_800;

/** The names of the fields of one action, counted from 1. */
export function actionFields(number: number) {
  return { what: `wat${number}`, who: `wie${number}`, due: `datum${number}` } as const;
}

/** The names of the fields of one goal. */
export function goalFields(id: GoalId) {
  return { status: `status_${id}`, value: `waarde_${id}`, sentence: `zin_${id}` } as const;
}

/** The goals of which a form holds something. */
export function goalsIn(filled: Filled): readonly GoalId[] {
  const ids = Object.keys(filled).flatMap((name) => /^(?:status|waarde|zin)_(\d{1,15})$/.exec(name)?.[1] ?? []);
  return [...new Set(ids)].map((id) => Number(id) as GoalId);
}

export function takesPlaceField({ say }: Pick<Context, 'say'>): Field {
  return {
    kind: 'choice',
    name: 'door',
    label: say.plain('minutes.field.held'),
    required: true,
    value: 'ja',
    options: [
      { value: 'ja', label: say.plain('minutes.option.held') },
      { value: 'nee', label: say.plain('minutes.option.not-held') },
    ],
  };
}

export function updateFields({ say }: Pick<Context, 'say'>, goal: GoalLine): readonly Field[] {
  const { number, unit, now } = goal;
  const names = goalFields(goal.id);
  const label = say.plain('minutes.field.goal', { number, title: short(goal.title) });
  const status: Field = {
    kind: 'choice',
    name: names.status,
    label,
    required: false,
    options: CHECK_IN_STATUSES.map((each) => ({ value: each, label: statusWords(each, say) })),
  };
  const value: Field = {
    kind: 'number',
    name: names.value,
    label: unit ? say.plain('minutes.field.value-in', { number, unit }) : say.plain('minutes.field.value', { number }),
    required: false,
    ...(now === null ? {} : { hint: say.plain('goals.hint.last-value', { value: say.value(now, unit) }) }),
  };
  const sentence: Field = {
    kind: 'text',
    name: names.sentence,
    label: say.plain('minutes.field.sentence', { number }),
    required: false,
    maxLength: SENTENCE_LENGTH,
  };
  return isMeasured(goal) ? [status, value, sentence] : [status, sentence];
}

/** `due`: proposed for each action. */
export async function newActionFields(
  context: Context,
  { team }: FoundMeeting,
  due: LocalDate | null,
): Promise<readonly Field[]> {
  const { say } = context;
  const options = await ownersFirst(context, team);
  return Array.from({ length: MOST_ACTIONS }, (_, index) => index + 1).flatMap((number): Field[] => {
    const names = actionFields(number);
    return [
      {
        kind: 'text',
        name: names.what,
        label: say.plain('minutes.field.what', { number }),
        required: false,
        maxLength: WHAT_LENGTH,
      },
      { kind: 'choice', name: names.who, label: say.plain('minutes.field.who', { number }), required: false, options },
      {
        kind: 'date',
        name: names.due,
        label: say.plain('minutes.field.due', { number }),
        required: false,
        ...(due ? { value: due } : {}),
      },
    ];
  });
}

/** The people of the team, then the rest of the school. */
async function ownersFirst(context: Context, team: FoundMeeting['team']): Promise<readonly Option[]> {
  const own = new Set((await context.store.people.teamPeople(team.id, context.today)).map(({ id }) => `id:${id}`));
  const all = await colleagueOptions(context, team.schoolId);
  return [...all.filter(({ value }) => own.has(value)), ...all.filter(({ value }) => !own.has(value))];
}

export function textField(name: string, label: string, hint: string | null = null): Field {
  return { kind: 'long-text', name, label, required: false, maxLength: LONG, ...(hint ? { hint } : {}) };
}
