/** The school weeks of a school year: calendar weeks with at least one open day of that year, numbered from 1 (PRODUCT 3). */

import type { Day } from './days-of-year.ts';
import { addDays, daysBetween, type LocalDate, mondayOf, weekdayOf } from './local-date.ts';
import type { SchoolWeek } from './school-days.ts';

export type WeeksOfYear = {
  readonly weeks: readonly SchoolWeek[];
  /** The school week of a day of this school year, or null. */
  of(date: LocalDate): SchoolWeek | null;
};

/** `first` is 1 August and `days` every day from there to 31 July. Monday and Sunday may lie outside the school year. */
export function weeksOfYear(first: LocalDate, days: readonly Day[]): WeeksOfYear {
  const firstMonday = mondayOf(first);
  const offset = weekdayOf(first) - 1;
  const open = new Set<number>();
  days.forEach((day, index) => {
    if (day.kind !== 'vrij') open.add(Math.floor((index + offset) / 7));
  });
  const byCalendarWeek = new Map<number, SchoolWeek>();
  for (const calendarWeek of open) {
    const monday = addDays(firstMonday, 7 * calendarWeek);
    byCalendarWeek.set(calendarWeek, { number: byCalendarWeek.size + 1, monday, sunday: addDays(monday, 6) });
  }
  return {
    weeks: [...byCalendarWeek.values()],
    of: (date) => byCalendarWeek.get(Math.floor(daysBetween(firstMonday, date) / 7)) ?? null,
  };
}
