/** "De updates van Bovenbouw geeft Sanne.": for who types `/doel update` and has no goal to give one of. */
import type { Context } from '../bot/command.ts';
import { eitherOf } from '../bot/either-of.ts';
import { textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { type GoalTitle, isActive } from './goal.ts';
import { subjectOf, whoMay } from './goal-access.ts';

/** Whom to ask, for each team of theirs that has goals now. */
export async function updatesOfOthers(context: Context, goals: readonly GoalTitle[]): Promise<readonly Part[]> {
  const { actor, say } = context;
  const one = actor.teams.map(({ teamId }) =>
    goals.find(({ owner, status }) => owner?.kind === 'team' && owner.teamId === teamId && isActive(status)),
  );
  const parts = [...new Set(one)].map(async (goal) => {
    const names = goal ? await whoMay(context, 'goal.check-in', subjectOf(goal)) : [];
    if (!goal || names.length === 0) return [];
    return [textPart(say('goals.update.by', { owner: goal.ownerName ?? '', who: eitherOf(names, context.say) }))];
  });
  return (await Promise.all(parts)).flat();
}
