/** "Actie 12 stond voor 27 oktober. Hoe staat het ermee?"; the third time it goes to the agenda (PRODUCT 6, actie te laat). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { RichText } from '../bot/reply.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import type { ComposeContext, Nudge, PlannedAction, PointDraft, Reference, SchoolState } from '../delivery/nudge.ts';
import { actionSubject } from '../delivery/subject.ts';
import { isFirstDayBack } from '../people/back-today.ts';
import type { TeamId } from '../people/person.ts';
import { numberedAction } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { lateSteps, pointDay } from './due-schedule.ts';
import { aboutAction, actionButtons, openAction, peopleOf, plannedAction } from './planned-action.ts';

const LAST_STEP = 2;

export const actionLate: Nudge = {
  kind: 'actie-te-laat',

  plan: (state, day) =>
    state.actions.flatMap((action) => referencesOf(state, action, day)).filter((reference) => isWithin(day, reference)),

  points: (state, day) => state.actions.flatMap((action) => pointOf(state, action, day)),

  about: aboutAction,

  lastDay: (state, { key, subject, until }) => {
    const action = plannedAction(state, subject);
    return action && key.startsWith(`${keyOf(action)}:`) ? until : null;
  },

  compose: async (reference, context) => {
    const action = await openAction(reference, context);
    if (!action || !reference.key.startsWith(`${keyOf(action)}:`) || action.due >= context.today) return null;
    const { say, store, receiver, today } = context;
    // The overview of the first day back tells it.
    if (action.ownerId !== receiver.id || (await isFirstDayBack(store, receiver, action.schoolId, today))) return null;
    const isLast = reference.step === LAST_STEP;
    const buttons = isLast ? (['still-done', 'hand-over', 'stop'] as const) : (['done', 'due', 'help'] as const);
    return {
      parts: [textPart(await sentence(context, action, isLast)), ...buttonsPart(actionButtons(say, action, buttons))],
    };
  },
};

/** One per owner and due date, and anew for who gets it back. */
function keyOf({ id, ownerId, due, ownerSince }: Pick<PlannedAction, 'id' | 'ownerId' | 'due' | 'ownerSince'>): string {
  return `actie-te-laat:${id}:${ownerId}:${due}${ownerSince ? `:${ownerSince}` : ''}`;
}

function referencesOf(state: SchoolState, action: PlannedAction, day: LocalDate): readonly Reference[] {
  const { calendar, people } = peopleOf(state);
  const owner = people.get(action.ownerId);
  if (!owner || action.due >= day) return [];
  return lateSteps(calendar, owner, action, day).map(({ step, from, until }) => ({
    key: `${keyOf(action)}:${step}`,
    kind: 'actie-te-laat',
    receiver: action.ownerId,
    schoolId: state.school.id,
    subject: actionSubject(action.id),
    step,
    from,
    until,
    answeredFrom: from,
  }));
}

function pointOf(state: SchoolState, action: PlannedAction, day: LocalDate): readonly PointDraft[] {
  const { calendar, people } = peopleOf(state);
  const owner = people.get(action.ownerId);
  const madeOn = owner && action.due < day ? pointDay(calendar, owner, action, day) : null;
  if (!madeOn) return [];
  const { id: actionId, due } = action;
  const teamId = teamOn(state, action.teamId, day);
  const key = `actie-te-laat:${actionId}:${due}`;
  return [{ key, schoolId: state.school.id, teamId, madeOn, cause: 'actie te laat', actionId, due }];
}

/** The team, as long as it exists. */
function teamOn(state: SchoolState, id: TeamId | null, day: LocalDate): TeamId | null {
  const team = state.teams.find((each) => each.id === id);
  return team && isWithin(day, team) ? team.id : null;
}

async function sentence({ say, store, today }: ComposeContext, action: ActionLine, isLast: boolean): Promise<RichText> {
  const about = { action: numberedAction(say, action), date: say.dayMonth(action.due, today) };
  if (!isLast) return say('action-nudge.late', about);
  const team = action.teamId === null ? null : await store.agenda.team(action.teamId);
  return team && isWithin(today, team)
    ? say('action-nudge.late-last', { ...about, team: team.name })
    : say('action-nudge.late-last-no-team', about);
}
