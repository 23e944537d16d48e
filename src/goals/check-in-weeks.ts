/** In which school weeks a goal asks for an update: every n-th of the year, or the last of each blok (PRODUCT 6, doel check-in). */
import { earliest, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolWeek, SchoolYear } from '../calendar/school-days.ts';
import type { Rhythm } from './goal.ts';

export type DueWeek = {
  readonly week: SchoolWeek;
  /** An update on or after this day makes asking needless. */
  readonly answeredFrom: LocalDate;
};

/** The weeks of the school year in which a goal of this rhythm is due, in order, each once. */
export function dueWeeks(calendar: SchoolCalendar, year: SchoolYear, rhythm: Rhythm): readonly DueWeek[] {
  return rhythm === 'blok' ? lastWeeks(calendar, year) : everyNth(calendar.schoolWeeks(year), rhythm);
}

/** An update in the n/2 school weeks before counts: for rhythm 4 from the Monday of two school weeks earlier. */
function everyNth(weeks: readonly SchoolWeek[], n: number): readonly DueWeek[] {
  return weeks.flatMap((week) => {
    const counted = weeks[week.number - 1 - n / 2];
    return week.number % n === 0 && counted ? [{ week, answeredFrom: counted.monday }] : [];
  });
}

/** Where two short blokken end in one week it is asked once, about the later one. */
function lastWeeks(calendar: SchoolCalendar, year: SchoolYear): readonly DueWeek[] {
  const byMonday = new Map<LocalDate, DueWeek>();
  for (const { from, until } of calendar.blokken(year)) {
    // A blok ends with its last open day, so that day is in a school week.
    const week = calendar.schoolWeekOf(until)!;
    // An answer to the nudge itself always counts, also when the blok is shorter than its week.
    byMonday.set(week.monday, { week, answeredFrom: earliest(from, week.monday) });
  }
  return [...byMonday.values()];
}
