/** A bar for each month of the school year: how many goals stood where, as a picture and in words. */
import type { Part } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { earliest } from '../calendar/local-date.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import { lastOf, type Month, monthOf, nextMonth } from '../summary/period.ts';
import type { SummaryContext } from '../summary/section.ts';
import { stateOf } from './status.ts';
import { COUNTED_STATUSES } from './status-counts.ts';

/** From the first month with goals to the end of the period; nothing for a single month. */
export async function trendPart({ store, say, school, team, period }: SummaryContext): Promise<readonly Part[]> {
  const { from } = schoolYearRange(schoolYearOf(period.until));
  const counted = await Promise.all(
    monthsBetween(monthOf(from), monthOf(period.until)).map(async (month) => ({
      month,
      counts: await store.summary.statusesOn(school.id, team?.id ?? null, earliest(lastOf(month), period.until)),
    })),
  );
  const months = counted.slice(counted.findIndex(({ counts }) => Object.values(counts).some((count) => count > 0)));
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || first === last) return [];

  const series = COUNTED_STATUSES.map((status) => {
    const { word, symbol, tone } = stateOf(status, say);
    return { name: word, symbol, tone, values: months.map(({ counts }) => counts[status] ?? 0) };
  }).filter(({ values }) => values.some((value) => value > 0));
  const rows = series.map(({ name, values }) => literal(`${name} ${values.join(', ')}`));
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'stacked-bars',
        title: say.plain('summary.trend'),
        categories: months.map(({ month }) => say.month(lastOf(month))),
        series,
      },
      sentence: say('summary.trend-words', {
        from: say.month(lastOf(first.month)),
        until: say.month(lastOf(last.month)),
        counts: joinText(rows, '; '),
      }),
    },
  ];
}

function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}
