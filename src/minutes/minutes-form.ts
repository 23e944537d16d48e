/** The form after a meeting: did it take place, updates, decisions, actions, what moves on, and what goes to the MT (MESSAGES). */
import { isChairedByDirector } from '../advice/mt-team.ts';
import { goalsToDiscuss, MOST_GOALS } from '../agenda/draft-agenda.ts';
import { itemWords } from '../agenda/line-words.ts';
import type { Context } from '../bot/command.ts';
import type { Field, Form, RichText } from '../bot/reply.ts';
import { plainText } from '../bot/text.ts';
import { type LocalDate, latest } from '../calendar/local-date.ts';
import { type GoalLine, isActive } from '../goals/goal.ts';
import { subjectOf } from '../goals/goal-access.ts';
import { type FoundMeeting, meetingArgument } from '../meetings/find-meeting.ts';
import { meetingsAhead, takesPlace } from '../meetings/meeting.ts';
import { may } from '../people/permissions.ts';
import type { TeamId } from '../people/person.ts';
import { closesByItself, itemsOnAgenda } from './meeting-items.ts';
import { type Filled, newActionFields, takesPlaceField, textField, updateFields } from './minutes-fields.ts';

/** The whole form, with what was filled in already. */
export async function minutesForm(context: Context, found: FoundMeeting, filled: Filled): Promise<Form> {
  const { say, store } = context;
  const goals = await goalsToUpdate(context, found);
  const items = await itemsOnAgenda(store, found);
  const updated = new Set(goals.slice(0, MOST_GOALS).map(({ id }) => id));
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
              .filter((item) => closesByItself(item) && !(item.goalId !== null && updated.has(item.goalId)))
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
    short: say.plain('minutes.form.short'),
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

/**
 * The team's goals that are due this week or stand on the agenda without an update, as far as this person may say how they go. More than
 * `MOST_GOALS` make the form too long; the rest is asked for with `/doel update`.
 */
async function goalsToUpdate(
  context: Context,
  { team, meeting, calendar }: FoundMeeting,
): Promise<readonly GoalLine[]> {
  const { store, actor } = context;
  const goals = await store.goals.lines({
    schoolIds: [team.schoolId],
    ownedBy: { teamIds: [team.id], personId: actor.id },
  });
  const items = await store.agenda.openItems(team.schoolId, team.id);
  return goalsToDiscuss({ team, meeting, calendar, goals, items })
    .map(({ goal: { id } }) => goals.find((goal) => goal.id === id)!)
    .filter((goal) => isUpdatedHere(team.id, goal) && may(actor, 'goal.check-in', subjectOf(goal)));
}

function isUpdatedHere(teamId: TeamId, { owner, status }: GoalLine): boolean {
  return owner?.kind === 'team' && owner.teamId === teamId && isActive(status);
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
