/** What every day of a school year is: lesdag, studiedag or vrij, and its name (PRODUCT 3). */

import { publicHolidays } from './holidays.ts';
import { dayNumber, type LocalDate, weekdayOf } from './local-date.ts';
import type { CalendarSettings, DayKind, OwnDays, SchoolYear } from './school-days.ts';
import type { VacationPart } from './school-vacations.ts';
import { schoolYearRange } from './school-year.ts';
import { parseVacation, vacationTitle } from './vacations.ts';

export type Day = { readonly kind: DayKind; readonly name: string | null };

const LESSON_DAY: Day = { kind: 'lesdag', name: null };
const WEEKEND: Day = { kind: 'vrij', name: null };

/** Every day from 1 August to 31 July. An own row beats the vacation, which beats the public holiday; a weekend is always vrij. */
export function daysOfYear(
  year: SchoolYear,
  settings: CalendarSettings,
  vacations: readonly VacationPart[],
): readonly Day[] {
  const range = schoolYearRange(year);
  const first = dayNumber(range.from);
  const length = dayNumber(range.until) - first + 1;
  const firstWeekday = weekdayOf(range.from);
  const isWeekend = (index: number) => (firstWeekday - 1 + index) % 7 >= 5;
  const days = Array.from({ length }, (_, index) => (isWeekend(index) ? WEEKEND : LESSON_DAY));

  const put = (from: LocalDate, until: LocalDate, day: Day) => {
    const last = Math.min(dayNumber(until) - first, length - 1);
    for (let index = Math.max(dayNumber(from) - first, 0); index <= last; index++) {
      // A studiedag row may run over a weekend; it gives that weekend no name either.
      days[index] = isWeekend(index) && day.kind !== 'vrij' ? WEEKEND : day;
    }
  };

  // From weak to strong: the last one put stays.
  for (const calendarYear of [year.slice(0, 4), year.slice(5)]) {
    for (const [date, name] of publicHolidays(Number(calendarYear), settings)) put(date, date, { kind: 'vrij', name });
  }
  for (const { vacation, from, until } of vacations) put(from, until, { kind: 'vrij', name: vacationTitle(vacation) });
  for (const row of settings.ownDays) put(row.from, row.until, ownDay(row));
  return days;
}

function ownDay(row: OwnDays): Day {
  const name = row.name.trim();
  switch (row.kind) {
    case 'vakantie': {
      const vacation = parseVacation(name);
      return { kind: 'vrij', name: vacation ? vacationTitle(vacation) : name || 'vakantie' };
    }
    case 'vrij':
      return { kind: 'vrij', name: name || 'vrije dag' };
    case 'studiedag':
      return { kind: 'studiedag', name: name || 'studiedag' };
    case 'lesdag':
      return { kind: 'lesdag', name: name || null };
  }
}
