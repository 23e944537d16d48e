/** The action that the person is asked to take over. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { listButton, mustBeOpenAction } from './action-access.ts';
import type { ActionLine } from './actions.store.ts';
import { findAction } from './find-action.ts';

/** Throws a UserError when it is closed, theirs already, or not asked of them any more. */
export async function findOffer(context: Context, typed: string | undefined): Promise<ActionLine> {
  const { action } = await findAction(context, typed, { suits: (actor, each) => each.offeredToId === actor.id });
  const { say, actor } = context;
  mustBeOpenAction(context, action);
  if (action.offeredToId === actor.id) return action;
  const { number } = action;
  const isOwn = action.ownerId === actor.id;
  throw new UserError(say(isOwn ? 'actions.is-yours' : 'actions.not-asked', { number }), listButton(say));
}
