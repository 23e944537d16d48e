/** "Doel 1 Meer leerlingen op 1S rekenen · Hoe staat het ermee?", with a button for each answer (PRODUCT 6, doel check-in). */
import type { Part, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import type { Say } from '../bot/text.ts';
import { isWithin, mondayOf } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { ComposeContext, Nudge, PointDraft, Reference } from '../delivery/nudge.ts';
import { goalSubject, readSubject } from '../delivery/subject.ts';
import { isFirstDayBack } from '../people/back-today.ts';
import type { SchoolId } from '../people/person.ts';
import { checkInsNear, checkInsOf, type PlannedCheckIn } from './check-in-schedule.ts';
import { CHECK_IN_STATUSES, type GoalLine, isActive } from './goal.ts';
import { goalButton } from './goal-names.ts';
import { stateOf } from './status.ts';

export const goalCheckIn: Nudge = {
  kind: 'doel-checkin',

  plan: (state, day) =>
    checkInsNear(state, day)
      .flatMap((checkIn) => referencesOf(state.school.id, checkIn))
      .filter(({ from, until }) => isWithin(day, { from, until })),

  // A point is made in its own week only: of an earlier one it is not known whether the goal was paused then.
  points: (state, day) =>
    checkInsNear(state, day)
      .flatMap((checkIn) => pointOf(state.school.id, checkIn))
      .filter(({ madeOn }) => madeOn === mondayOf(day)),

  about: (state, { subject }) => state.goals.find(({ id }) => goalSubject(id) === subject)?.title ?? subject,

  lastDay: (state, { key, subject, from }) => {
    const goals = state.goals.filter(({ id }) => goalSubject(id) === subject);
    const checkIns = checkInsOf({ ...state, goals }, schoolYearOf(from));
    return checkIns.find((checkIn) => key.startsWith(`${keyOf(checkIn)}:`))?.last ?? null;
  },

  compose: async (reference, context) => {
    const goal = await neededBy(reference, context);
    return goal && { parts: question(context.say, goal, reference.step > 0) };
  },
};

function keyOf({ goal, year, week }: PlannedCheckIn): string {
  return `doel-checkin:${goal.id}:${year}:w${week}`;
}

function referencesOf(schoolId: SchoolId, checkIn: PlannedCheckIn): readonly Reference[] {
  return checkIn.steps.map(({ receiver, day, until }, step) => ({
    key: `${keyOf(checkIn)}:${step}`,
    kind: 'doel-checkin',
    receiver,
    schoolId,
    subject: goalSubject(checkIn.goal.id),
    step,
    from: day,
    until,
    answeredFrom: checkIn.answeredFrom,
  }));
}

function pointOf(schoolId: SchoolId, checkIn: PlannedCheckIn): readonly PointDraft[] {
  const { goal, pointOn, answeredFrom } = checkIn;
  // Whoever was never asked left nothing unanswered.
  if (pointOn === null || checkIn.steps.at(-1)!.day < goal.createdOn) return [];
  return [
    {
      key: keyOf(checkIn),
      schoolId,
      teamId: goal.owner?.kind === 'team' ? goal.owner.teamId : null,
      cause: 'doel zonder update',
      goalId: goal.id,
      madeOn: pointOn,
      unlessUpdatedSince: answeredFrom,
    },
  ];
}

/** The goal, when it still waits for an update from this person, who did not come back from a long absence today. */
async function neededBy(reference: Reference, { store, today, receiver }: ComposeContext): Promise<GoalLine | null> {
  const subject = readSubject(reference.subject);
  const goal = subject?.kind === 'goal' ? await store.goals.line(subject.id) : null;
  if (!goal || !isActive(goal.status) || !isWithin(today, { from: goal.start, until: goal.end })) return null;
  if (await store.goals.hasCheckInSince(goal.id, reference.answeredFrom)) return null;
  if (!(await isAsked(goal, { store, today, receiver }))) return null;
  return (await isFirstDayBack(store, receiver, goal.schoolId, today)) ? null : goal;
}

/** The owner; of a team the chair, or the deputy when the chair does not work at the school today. */
async function isAsked(
  { owner, schoolId }: GoalLine,
  { store, today, receiver }: Pick<ComposeContext, 'store' | 'today' | 'receiver'>,
): Promise<boolean> {
  if (owner === null) return false;
  if (owner.kind === 'person') return owner.personId === receiver.id;
  const team = await store.agenda.team(owner.teamId);
  if (!team || team.chairId === receiver.id) return team !== null;
  if (team.deputyId !== receiver.id) return false;
  const chair = await store.people.actorById(team.chairId, today);
  return !chair?.employments.some((employment) => employment.schoolId === schoolId);
}

function question(say: Say, goal: GoalLine, isReminder: boolean): readonly Part[] {
  const name = { number: String(goal.number), title: goal.title };
  const asked =
    goal.owner?.kind === 'team'
      ? say('check-in.team-goal', { ...name, team: goal.ownerName })
      : say('check-in.goal', name);
  const text = joinText([asked, say(isReminder ? 'check-in.ask-again' : 'check-in.ask'), lastTime(say, goal)], ' ');
  return [
    { kind: 'text', text },
    {
      kind: 'buttons',
      buttons: [
        ...CHECK_IN_STATUSES.map((status) => {
          const { symbol, word } = stateOf(status, say);
          return goalButton(`${symbol} ${word.charAt(0).toUpperCase()}${word.slice(1)}`, 'doel.update', goal, {
            status,
          });
        }),
        goalButton(say.plain('check-in.with-value'), 'doel.update', goal),
      ],
    },
  ];
}

function lastTime(say: Say, { last, unit }: GoalLine): RichText {
  if (last === null) return [];
  const { word } = stateOf(last.status, say);
  if (last.value === null) return say('check-in.last-time', { status: word });
  return say('check-in.last-time-value', { status: word, value: say.value(last.value, unit) });
}
