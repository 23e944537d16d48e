/** What somebody may see and do with a goal, and whom to ask else: "Vraag het aan Nadia." */
import type { Context } from '../bot/command.ts';
import { eitherOf } from '../bot/either-of.ts';
import { UserError } from '../bot/errors.ts';
import { type Act, hasRole, may, type Subject, schoolsOf } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import type { Goal, GoalTitle } from './goal.ts';

/** What the permission table needs to know of a goal. */
export function subjectOf(goal: Pick<Goal, 'schoolId' | 'owner'>): Subject {
  return {
    schoolId: goal.schoolId,
    teamId: goal.owner?.kind === 'team' ? goal.owner.teamId : null,
    ownerId: goal.owner?.kind === 'person' ? goal.owner.personId : null,
  };
}

/** All of the goal, or (for the board) its title and status only; a draft is not for the board yet. */
export function sees(actor: Actor, goal: GoalTitle): 'all' | 'title' | 'nothing' {
  if (may(actor, 'goal.see', subjectOf(goal))) return 'all';
  return goal.status !== 'concept' && may(actor, 'goal.see-titles', subjectOf(goal)) ? 'title' : 'nothing';
}

/** Refuses somebody who has no goals to see at all, such as an admin. */
export function mustSeeGoals({ actor, say }: Context): void {
  if (!hasRole(actor, 'bestuur', null) && !worksWithGoals(actor)) {
    throw new UserError(say('goals.not-for-you'));
  }
}

/** Has goals to work with, so that `/hulp` names these commands. */
export function worksWithGoals(actor: Actor): boolean {
  return schoolsOf(actor, 'member').length > 0;
}

/** May change goals of a team or a school. */
export function leadsGoals(actor: Actor): boolean {
  return (['chair', 'director', 'quality'] as const).some((standing) => schoolsOf(actor, standing).length > 0);
}

/** Every goal this person may see. */
export async function visibleGoals({ actor, store }: Context): Promise<readonly GoalTitle[]> {
  const query = hasRole(actor, 'bestuur', null) ? {} : { schoolIds: schoolsOf(actor, 'member') };
  return (await store.goals.titles(query)).filter((goal) => sees(actor, goal) !== 'nothing');
}

/** Refuses the act unless the table allows it. */
export async function mustBeAllowed(context: Context, act: Act, goal: Goal): Promise<void> {
  if (!may(context.actor, act, subjectOf(goal))) throw await refusal(context, act, subjectOf(goal));
}

/** May change the goal, or made it as a draft that nobody agreed to yet. */
export async function mayChange({ actor, store }: Context, goal: Goal): Promise<boolean> {
  if (may(actor, 'goal.change', subjectOf(goal))) return true;
  if (goal.status !== 'concept' || !may(actor, 'goal.draft', subjectOf(goal))) return false;
  return (await store.goals.events(goal.id)).some((event) => event.what === 'gemaakt' && event.byId === actor.id);
}

/** One friendly sentence that names whom to ask. */
export async function refusal(context: Context, act: Act, subject: Subject): Promise<UserError> {
  const { actor, say } = context;
  const names = (await whoMay(context, act, subject)).filter((name) => name !== actor.name);
  if (names.length === 0) return new UserError(say('bot.refused-plain'));
  return new UserError(say('bot.refused', { who: eitherOf(names, context.say) }));
}

/**
 * At most three names: the chair of the team, for an update of a person's goal that person, else the directors of the school. The
 * board is not told who chairs a team or owns a goal.
 */
export async function whoMay({ actor, store, today }: Context, act: Act, subject: Subject): Promise<readonly string[]> {
  const team = subject.teamId ? await store.agenda.team(subject.teamId) : null;
  const nearestId = team?.chairId ?? (act === 'goal.check-in' ? subject.ownerId : null);
  const nearest = nearestId && may(actor, 'goal.see', subject) ? await store.people.person(nearestId) : null;
  if (nearest) return [nearest.name];
  return (await store.people.directors(subject.schoolId, today)).slice(0, 3).map((director) => director.name);
}
