/** "Eind oktober", "Voor 15 november": when a POP is to be ready, the day before the first talk opens. */
import type { Say } from '../bot/text.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { opensOn } from './pop-days.ts';
import type { PopView } from './pop-view.ts';

/** The parameters of a sentence that says so: `whole` is 1 when it is the end of the month `when`; else `when` is the first day that is too late. */
export function deadlineOf(say: Say, { terms, year }: Pick<PopView, 'terms' | 'year'>, today: LocalDate) {
  const talks = opensOn(terms.days, 'gesprek', year);
  return talks.endsWith('-01')
    ? { whole: 1, when: say.month(addDays(talks, -1), today) }
    : { whole: 0, when: say.dayMonth(talks, today) };
}
