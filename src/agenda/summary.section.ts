/** Points that no leerteam's agenda takes, because the goal is one person's own: the director sees them (PRODUCT 4). */
import { goalSubject } from '../delivery/subject.ts';
import { goalLineRow } from '../goals/summary-rows.ts';
import type { Exception, SummarySection } from '../summary/section.ts';

export const pointsSection: SummarySection = {
  write: async ({ store, say, school, team }) => {
    const points = team ? [] : await store.agenda.openItems(school.id, null);
    const exceptions = await Promise.all(
      points.map(async ({ goalId }): Promise<readonly Exception[]> => {
        const goal = goalId === null ? null : await store.goals.line(goalId);
        if (!goal) return [];
        return [{ subject: goalSubject(goal.id), row: goalLineRow(say, goal, [say('summary.asked-often')]) }];
      }),
    );
    return { exceptions: exceptions.flat(), body: [], short: [] };
  },
};
