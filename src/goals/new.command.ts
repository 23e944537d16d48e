/** `/doel nieuw`, `/doel nieuw Elke dag lezen`: a new goal, with the realiteitscheck in the answer. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { eitherOf } from '../bot/either-of.ts';
import { UserError } from '../bot/errors.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Form, Part, RichText } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { closedDateSchemas, keptDates, mustBeOpenDays } from './closed-date.ts';
import type { Goal } from './goal.ts';
import { mustSeeGoals, refusal, subjectOf, whoMay, worksWithGoals } from './goal-access.ts';
import { FIELD_NAMES, type FieldName, readFields, type Values, valueSchemas } from './goal-fields.ts';
import { goalForm } from './goal-form.ts';
import { numberedName } from './goal-names.ts';
import { mustFit, TITLE_LENGTH } from './lengths.ts';
import { type OwnerOption, ownerOptions, usualOwner } from './owner-options.ts';
import { realityAnswer } from './reality-answer.ts';
import { showGoal } from './saved-goal.ts';

/** What makes a goal; the theme, the phases and the start are for `/doel wijzig`, when it stands. */
const ASKED = [
  'titel',
  'eigenaar',
  'ambitie',
  'succescriterium',
  'indicator',
  'eenheid',
  'nulmeting',
  'streefwaarde',
  'meetinstrument',
  'eind',
  'ritme',
] as readonly FieldName[];

export const newGoal = command({
  intent: 'doel.nieuw',
  words: ['doel nieuw'],
  example: '/doel nieuw',
  help: 'help.goal.new',
  listedFor: worksWithGoals,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { titel: wordsOf(rest) }),
  args: z.object({ ...valueSchemas, ...closedDateSchemas }),
  run: async (context, { opnieuw, toch: _, ...values }) => {
    const owners = await ownerOptions(context);
    if (owners.length === 0) throw await nobodyToOwn(context);
    if (opnieuw) return filledForm(context, values, owners, null);
    return values.eigenaar === undefined ? form(context, values, owners) : save(context, values, owners);
  },
  again: showGoal,
});

async function nobodyToOwn(context: Context): Promise<UserError> {
  mustSeeGoals(context);
  const schoolId = context.actor.employments.find((employment) => employment.schoolId !== null)?.schoolId;
  return schoolId ? refusal(context, 'goal.draft', { schoolId }) : new UserError(context.say('bot.refused-plain'));
}

function form(context: Context, values: Values, owners: readonly OwnerOption[]): Form {
  const { say, today } = context;
  mustFit(values.titel ?? '', TITLE_LENGTH, say.plain('goals.field.title'), say);
  const usual: Values = { ...unasked(today), eigenaar: usualOwner(context, owners), ritme: '4' };
  return filledForm(context, { ...usual, ...values }, owners, intro(context, values, owners));
}

/** What a new goal has as long as nobody says otherwise. */
function unasked(today: LocalDate): Values {
  return { start: today, fase: 'aanloop' };
}

function filledForm(context: Context, values: Values, owners: readonly OwnerOption[], intro: RichText | null): Form {
  const title = context.say.plain('goals.new.title');
  const intent = { name: context.intent.name, args: keptDates(context) };
  const usual = unasked(context.today);
  const asked = FIELD_NAMES.filter((name) => ASKED.includes(name) || (values[name] && values[name] !== usual[name]));
  return goalForm(context, { title, intro, intent, values, owners, asked });
}

/** A typed line gives a title at most; more than that is a form without an owner. */
function intro({ say }: Context, { titel: _, ...more }: Values, owners: readonly OwnerOption[]): RichText | null {
  if (Object.values(more).some((value) => value !== undefined)) return say('goals.choose-owner');
  return owners.some(({ isAgreed }) => isAgreed) ? null : say('goals.new.intro-draft');
}

async function save(context: Context, values: Values, owners: readonly OwnerOption[]) {
  const { say, store, stamp } = context;
  const { fields, option } = readFields(context, values, owners, null);
  await mustBeOpenDays(context, option.schoolId, fields, null);
  const goal = await store.goals.add(stamp, option.schoolId, fields, option.isAgreed ? 'nog geen meting' : 'concept');
  return answer(say('goals.new.saved', { goal: await numberedName(context, goal, 'start'), title: goal.title }), [
    ...(await draftPart(context, goal)),
    ...(await realityAnswer(context, goal)),
  ]);
}

/** Where a draft goes, and who agrees to it. */
async function draftPart(context: Context, goal: Goal): Promise<readonly Part[]> {
  if (goal.status !== 'concept') return [];
  const { say, store } = context;
  const names = await whoMay(context, 'goal.change', subjectOf(goal));
  const who = names.length > 0 ? eitherOf(names, context.say) : say.plain('goals.a-director');
  const { number } = goal;
  if (goal.owner?.kind !== 'team') return [textPart(say('goals.new.draft', { who, number }))];
  const team = (await store.agenda.team(goal.owner.teamId))?.name ?? '';
  return [textPart(say('goals.new.draft-team', { team, who, number }))];
}
