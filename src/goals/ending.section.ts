/** "Loopt binnenkort af" in the monthly summary: goals that end after the period, until the end of the month after it (PRODUCT 7). */
import { addDays } from '../calendar/local-date.ts';
import { isLongAgo, lastOf, monthOf, nextMonth } from '../summary/period.ts';
import { NOTHING_TO_SAY, type SummarySection } from '../summary/section.ts';
import { seeGoal } from './summary-rows.ts';

/** In June nearly all of them end. */
const MOST_SHOWN = 5;

export const endingSection: SummarySection = {
  write: async ({ store, say, school, team, today, period }) => {
    // What was to come after an old summary is no news any more.
    if (isLongAgo(period, today)) return NOTHING_TO_SAY;
    const last = lastOf(nextMonth(monthOf(period.until)));
    const goals = await store.summary.ending(school.id, team?.id ?? null, addDays(period.until, 1), last);
    if (goals.length === 0) return NOTHING_TO_SAY;
    const all = { label: say.plain('summary.all-goals'), intent: { name: 'doel.status', args: {} } };
    const rows = goals.slice(0, MOST_SHOWN).map((goal) => ({
      title: say('summary.goal', { number: String(goal.number), title: goal.title }),
      lines: [say('summary.ends-on', { date: say.dayMonth(goal.end, today) })],
      buttons: [seeGoal(say, goal)],
    }));
    return {
      exceptions: [],
      body: [
        { kind: 'heading', text: say('summary.ending') },
        { kind: 'list', rows, ...(goals.length > MOST_SHOWN ? { more: all } : {}) },
      ],
      short: [say('summary.ending-count', { count: goals.length })],
    };
  },
};
