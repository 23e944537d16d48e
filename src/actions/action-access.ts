/** Who sees an action and who may change it: its owner, its giver, who is asked to take it over, and its leerteam (PRODUCT 2 and 4). */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { worksWithGoals } from '../goals/goal-access.ts';
import { may, schoolsOf } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import type { ActionLine, ActionQuery } from './actions.store.ts';

/** Whoever teaches, coaches or leads at a school gives actions there; `/hulp` names these commands to them. */
export const worksWithActions = worksWithGoals;

/** Refuses somebody who has no school, such as most board members and admins: whoever is employed at one may be given an action. */
export function mustHaveActions({ actor, say }: Context): void {
  const isEmployed = actor.employments.some(({ schoolId }) => schoolId !== null);
  if (!isEmployed && !worksWithActions(actor)) throw new UserError(say('actions.not-for-you'));
}

/** Refuses who may give nobody an action. */
export function mustGiveActions({ actor, say }: Context): void {
  if (!worksWithActions(actor)) throw new UserError(say('actions.not-for-you'));
}

/** May this person know of the action, with its owner? Of a school that they left they see nothing any more. */
export function seesAction(actor: Actor, action: ActionLine): boolean {
  const { schoolId, teamId, ownerId, giverId, offeredToId } = action;
  if (!actor.employments.some((employment) => employment.schoolId === schoolId)) return false;
  if ([ownerId, giverId, offeredToId].includes(actor.id)) return true;
  return teamId !== null && may(actor, 'agenda.see', { schoolId, teamId });
}

/** Chair or deputy of the team whose action it is. */
export function leadsAction(actor: Actor, { teamId }: Pick<ActionLine, 'teamId'>): boolean {
  return actor.teams.some((team) => team.teamId === teamId && team.role !== 'member');
}

/** May finish it, give it another date, hand it over and stop it. */
export function mayChangeAction(actor: Actor, action: ActionLine): boolean {
  return action.ownerId === actor.id || leadsAction(actor, action);
}

/** Every action with these states (and this number) that the person may see, by date. */
export async function visibleActions(
  { actor, store }: Context,
  query: Pick<ActionQuery, 'states' | 'number'>,
): Promise<readonly ActionLine[]> {
  const places = actor.employments.flatMap(({ schoolId }) => schoolId ?? []);
  const schoolIds = [...new Set([...places, ...schoolsOf(actor, 'member')])];
  const actions = await store.actions.lines({ schoolIds, ...query });
  return actions.filter((action) => seesAction(actor, action));
}

/** Refuses a closed action, and one that is neither theirs nor their team's to lead. */
export function mustChangeAction(context: Context, action: ActionLine): void {
  mustBeOpenAction(context, action);
  if (!mayChangeAction(context.actor, action)) {
    throw new UserError(context.say('actions.of-other', { number: action.number, name: action.ownerName }));
  }
}

export function mustBeOpenAction({ say }: Context, { state, number }: ActionLine): void {
  if (state === 'klaar') throw new UserError(say('actions.is-done', { number }), listButton(say));
  if (state === 'gestopt') throw new UserError(say('actions.is-stopped', { number }), listButton(say));
}

/** Opens one's own list. */
export function listButton(say: Context['say']) {
  return buttonsPart([{ label: say.plain('actions.button.list'), intent: { name: 'actie', args: {} } }]);
}
