/** The update that a button is about, when it is the person's own and still the newest of its goal. */
import { z } from 'zod';
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { findGoal } from './find-goal.ts';
import type { CheckIn, GoalLine } from './goal.ts';
import { mustBeAllowed } from './goal-access.ts';
import { goalButton } from './goal-names.ts';

/** How such a button names the goal and its update. */
export const ownUpdateArguments = {
  doel: z.string(),
  update: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
};

export async function ownNewestUpdate(
  context: Context,
  doel: string,
  update: number,
): Promise<{ readonly goal: GoalLine; readonly checkIn: CheckIn }> {
  const { say, actor, store } = context;
  const { goal } = await findGoal(context, doel);
  await mustBeAllowed(context, 'goal.check-in', goal);
  const [checkIn] = await store.goals.checkIns(goal.id);
  const show = buttonsPart([goalButton(say.plain('goals.button.show'), 'doel.status', goal)]);
  if (checkIn?.id !== update) throw new UserError(say('goals.update-gone', { number: goal.number }), show);
  if (checkIn.byId !== actor.id) throw new UserError(say('goals.update-of-other', { name: checkIn.byName }), show);
  return { goal, checkIn };
}
