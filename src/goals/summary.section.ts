/** The goals in the monthly summary: which ask for attention, how many stand where, successes, and what ends next month (PRODUCT 7). */
import type { Part, RichText } from '../bot/reply.ts';
import { quoted } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { addDays } from '../calendar/local-date.ts';
import { isLongAgo, lastOf, monthOf, nextMonth } from '../summary/period.ts';
import type { SummaryContext, SummarySection } from '../summary/section.ts';
import { countsLine } from './status-counts.ts';
import { trendPart } from './status-trend.ts';
import { goalExceptions } from './summary-exceptions.ts';
import { seeGoal } from './summary-rows.ts';

const MOST_SUCCESSES = 5;

export const goalsSection: SummarySection = {
  write: async (context) => {
    const { store, say, school, team, period } = context;
    const teamId = team?.id ?? null;
    const [now, before, exceptions, trend, successes, ending] = await Promise.all([
      store.summary.statusesOn(school.id, teamId, period.until),
      store.summary.statusesOn(school.id, teamId, addDays(period.from, -1)),
      goalExceptions(context),
      trendPart(context),
      successesOf(context),
      endingOf(context),
    ]);
    const counts = countsLine(say, now, before);
    const hasGoals = Object.values(now).some((count) => count > 0);
    const goals = hasGoals ? say('summary.goals', { counts }) : say('summary.no-goals');
    return {
      exceptions,
      body: [{ kind: 'text', text: goals }, ...trend, ...successes.body, ...ending.body],
      short: [hasGoals ? counts : say('summary.no-goals'), ...successes.short, ...ending.short],
    };
  },
};

type Written = { readonly body: readonly Part[]; readonly short: readonly RichText[] };

const NOTHING: Written = { body: [], short: [] };

/** What people ticked as "succes om te delen"; without names. */
async function successesOf({ store, say, school, team, period }: SummaryContext): Promise<Written> {
  const successes = await store.summary.successes(school.id, team?.id ?? null, period.from, period.until);
  const told = successes.filter(({ sentence }) => sentence !== '').slice(0, MOST_SUCCESSES);
  if (told.length === 0) return NOTHING;
  const rows = told.map(({ sentence, goalTitle, goalId }) => ({
    title: quoted(sentence),
    lines: [literal(goalTitle)],
    buttons: [seeGoal(say, { id: goalId })],
  }));
  return {
    body: [
      { kind: 'heading', text: say('summary.successes') },
      { kind: 'list', rows },
    ],
    short: [say('summary.success', { sentence: quoted(told[0]!.sentence) })],
  };
}

/** Goals that end after the period, until the end of the month after it; an old summary leaves them out. */
async function endingOf({ store, say, school, team, today, period }: SummaryContext): Promise<Written> {
  if (isLongAgo(period, today)) return NOTHING;
  const last = lastOf(nextMonth(monthOf(period.until)));
  const goals = await store.summary.ending(school.id, team?.id ?? null, addDays(period.until, 1), last);
  if (goals.length === 0) return NOTHING;
  const rows = goals.map((goal) => ({
    title: say('summary.goal', { number: String(goal.number), title: goal.title }),
    lines: [say('summary.ends-on', { date: say.dayMonth(goal.end, today) })],
    buttons: [seeGoal(say, goal)],
  }));
  return {
    body: [
      { kind: 'heading', text: say('summary.ending') },
      { kind: 'list', rows },
    ],
    short: [say('summary.ending-count', { count: goals.length })],
  };
}
