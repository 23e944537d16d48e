/** "Bovenbouw: doel 2 Elke week rijke teksten · ▲ aandacht nodig": a goal in the monthly summary, with the way to it. */
import type { RichText, Row } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { GoalId, GoalLine } from './goal.ts';
import { goalButton } from './goal-names.ts';
import { stateOf } from './status.ts';

/** Names the leerteam, never a person: the summary is about goals (PRODUCT 7). */
export function goalLineRow(say: Say, goal: GoalLine, lines: readonly RichText[]): Row {
  const name = { number: String(goal.number), title: goal.title };
  return {
    state: stateOf(goal.status, say),
    title:
      goal.owner?.kind === 'team'
        ? say('summary.team-goal', { ...name, team: goal.ownerName })
        : say('summary.goal', name),
    lines,
    buttons: [seeGoal(say, goal)],
  };
}

export function seeGoal(say: Say, goal: { readonly id: GoalId }) {
  return goalButton(say.plain('summary.see-goal'), 'doel.status', goal);
}
