/** "Doel 3 is gepauzeerd": whether something can be done with a goal now, and the button that would help else. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import { may } from '../people/permissions.ts';
import { type GoalLine, type GoalStatus, isActive } from './goal.ts';
import { subjectOf } from './goal-access.ts';
import { goalButton } from './goal-names.ts';

export function isClosed(status: GoalStatus): boolean {
  return status === 'behaald' || status === 'gestopt';
}

/** Refuses an achieved or stopped goal, with [Verder] for who may. */
export function mustBeOpen(context: Context, goal: GoalLine): void {
  if (isClosed(goal.status)) throw notNow(context, goal);
}

/** Refuses a goal that is not active: a draft with [Akkoord], any other with [Verder]. */
export function mustBeActive(context: Context, goal: GoalLine): void {
  if (!isActive(goal.status)) throw notNow(context, goal);
}

/** Says what the goal is now, with the button that would change that for who may press it. */
export function notNow({ actor, say }: Context, goal: GoalLine): UserError {
  const { number } = goal;
  const helps = may(actor, 'goal.change', subjectOf(goal));
  const button = (key: 'agree' | 'resume', intent: string) =>
    helps ? buttonsPart([goalButton(say.plain(`goals.button.${key}`), intent, goal)]) : [];
  switch (goal.status) {
    case 'concept':
      return new UserError(say('goals.is-draft', { number }), button('agree', 'doel.akkoord'));
    case 'gepauzeerd':
      return new UserError(say('goals.is-paused', { number }), button('resume', 'doel.verder'));
    case 'behaald':
      return new UserError(say('goals.is-achieved', { number }), button('resume', 'doel.verder'));
    case 'gestopt':
      return new UserError(say('goals.is-stopped', { number }), button('resume', 'doel.verder'));
    default:
      return new UserError(say('goals.is-active', { number }));
  }
}
