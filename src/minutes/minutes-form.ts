/** The form after a meeting: did it take place, updates, decisions, actions, what moves on, and what goes to the MT (MESSAGES). */
import { isChairedByDirector } from '../advice/mt-team.ts';
import { dueGoals } from '../agenda/draft-agenda.ts';
import { itemWords } from '../agenda/line-words.ts';
import type { Context } from '../bot/command.ts';
import type { Field, Form, RichText } from '../bot/reply.ts';
import { plainText } from '../bot/text.ts';
import { type LocalDate, latest } from '../calendar/local-date.ts';
import type { GoalLine } from '../goals/goal.ts';
import { subjectOf } from '../goals/goal-access.ts';
import { type FoundMeeting, meetingArgument } from '../meetings/find-meeting.ts';
import { meetingsAhead, takesPlace } from '../meetings/meeting.ts';
import { may } from '../people/permissions.ts';
import { closesByItself, itemsOnAgenda } from './meeting-items.ts';
import { type Filled, newActionFields, takesPlaceField, textField, updateFields } from './minutes-fields.ts';

/** More goals than this make the form too long; the rest is asked for with `/doel update`. */
const MOST_GOALS = 3;

/** The whole form, with what was filled in already. */
export async function minutesForm(context: Context, found: FoundMeeting, filled: Filled): Promise<Form> {
  const { say, store } = context;
  const goals = await goalsToUpdate(context, found);
  const items = await itemsOnAgenda(store, found);
  const options = await Promise.all(
    items.map(async (item) => ({ value: String(item.id), label: plainText(await itemWords(context, item, 'member')) })),
  );
  const movesOn: readonly Field[] =
    items.length === 0
      ? []
      : [
          {
            kind: 'choices',
            name: 'schuift',
            label: say.plain('minutes.field.moves-on'),
            hint: say.plain('minutes.hint.moves-on'),
            required: false,
            options,
            value: items
              .filter(closesByItself)
              .map(({ id }) => id)
              .join(','),
          },
        ];
  const fields = [takesPlaceField(context), ...(await ownFields(context, found, goals, movesOn))];
  // None is said too: whoever fills in no form says nothing of them.
  const args = { punten: items.map(({ id }) => id).join(',') || '0' };
  const ticked = filled.door === undefined ? filled : { ...filled, schuift: filled.schuift ?? '' };
  return form(context, found, 'minutes.form.title', moreGoals(context, goals), fields, args, ticked);
}

/** For what is to be added to minutes that are stored already. */
export async function additionForm(context: Context, found: FoundMeeting, filled: Filled): Promise<Form> {
  const goals = await goalsToUpdate(context, found);
  const fields = await ownFields(context, found, goals, []);
  const args = { aanvullen: 'ja' };
  return form(context, found, 'minutes.form.title-add', moreGoals(context, goals), fields, args, filled);
}

async function ownFields(
  context: Context,
  found: FoundMeeting,
  goals: readonly GoalLine[],
  movesOn: readonly Field[],
): Promise<readonly Field[]> {
  const { say } = context;
  return [
    ...goals.slice(0, MOST_GOALS).flatMap((goal) => updateFields(context, goal)),
    textField('besluiten', say.plain('minutes.field.decisions'), say.plain('minutes.hint.decisions')),
    ...(await newActionFields(context, found, nextDate(context, found))),
    ...movesOn,
    textField('delen', say.plain('minutes.field.shared')),
    textField('advies', say.plain('minutes.field.advice'), await adviceHint(context, found)),
    textField('redenen', say.plain('minutes.field.reasons')),
    textField('tekst', say.plain('minutes.field.text')),
  ];
}

function form(
  { say, intent, today }: Context,
  { team, meeting }: FoundMeeting,
  title: 'minutes.form.title' | 'minutes.form.title-add',
  intro: RichText | null,
  fields: readonly Field[],
  args: Form['intent']['args'],
  filled: Filled,
): Form {
  const date = say.date(meeting.date, today);
  return {
    kind: 'form',
    title: say.plain(title, { team: team.name, date }),
    intro,
    fields: fields.map((field) => withValue(field, filled[field.name])),
    intent: {
      name: intent.name,
      args: { bijeenkomst: meetingArgument(team.id, meeting.date), ...args, ...(filled.toch && { toch: filled.toch }) },
    },
    submit: say.plain('bot.save'),
    small: say('minutes.small'),
  };
}

function withValue(field: Field, value: string | undefined): Field {
  return value === undefined ? field : { ...field, value };
}

/** The team's goals that are due this week, as far as this person may say how they go. */
async function goalsToUpdate(
  context: Context,
  { team, meeting, calendar }: FoundMeeting,
): Promise<readonly GoalLine[]> {
  const { store, actor } = context;
  const goals = await store.goals.lines({
    schoolIds: [team.schoolId],
    ownedBy: { teamIds: [team.id], personId: actor.id },
  });
  const due = new Set(dueGoals({ team, meeting, calendar, goals }).map(({ id }) => id));
  return goals.filter((goal) => due.has(goal.id) && may(actor, 'goal.check-in', subjectOf(goal)));
}

function moreGoals({ say }: Context, goals: readonly GoalLine[]): RichText | null {
  const more = goals.slice(MOST_GOALS).map(({ number, title }) => `${number} ${title}`);
  return more.length === 0 ? null : say('minutes.more-goals', { goals: say.list(more) });
}

/** The next meeting, as the day on which actions are usually due. */
function nextDate({ now, today }: Context, { team, calendar, stored, meeting }: FoundMeeting): LocalDate | null {
  const after = latest(today, meeting.date);
  return meetingsAhead(team, calendar, stored, now).find((each) => takesPlace(each) && each.date > after)?.date ?? null;
}

async function adviceHint(context: Context, { team }: FoundMeeting): Promise<string> {
  const { say, actor } = context;
  const sends = may(actor, 'advice.send', { schoolId: team.schoolId, teamId: team.id });
  if (!sends) return say.plain('minutes.hint.advice-draft');
  const isDecision = await isChairedByDirector(context, team);
  return say.plain(isDecision ? 'minutes.hint.advice-decision' : 'minutes.hint.advice-sends');
}
