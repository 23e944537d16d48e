/** The goals in the monthly summary: which ask for attention, and how many stand where (PRODUCT 7). */
import { addDays } from '../calendar/local-date.ts';
import type { SummarySection } from '../summary/section.ts';
import { countsLine } from './status-counts.ts';
import { trendPart } from './status-trend.ts';
import { goalExceptions } from './summary-exceptions.ts';

export const goalsSection: SummarySection = {
  write: async (context) => {
    const { store, say, school, team, period } = context;
    const teamId = team?.id ?? null;
    const [now, before, exceptions, trend] = await Promise.all([
      store.summary.statusesOn(school.id, teamId, period.until),
      store.summary.statusesOn(school.id, teamId, addDays(period.from, -1)),
      goalExceptions(context),
      trendPart(context),
    ]);
    const counts = countsLine(say, now, before);
    const hasGoals = Object.values(now).some((count) => count > 0);
    const goals = hasGoals ? say('summary.goals', { counts }) : say('summary.no-goals');
    return {
      exceptions,
      body: [{ kind: 'text', text: goals }, ...trend],
      short: [hasGoals ? counts : say('summary.no-goals')],
    };
  },
};
