/** Which days a summary is about: a month, or (October's) the school year so far (PRODUCT 6, maandoverzicht). */
import { addDays, earliest, type LocalDate, localDate } from '../calendar/local-date.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';

/** Both days included. */
export type Period = {
  readonly kind: 'month' | 'month-so-far' | 'year-so-far';
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/** `2026-10`. */
export type Month = string & { readonly __month: true };

export function monthOf(day: LocalDate): Month {
  return day.slice(0, 7) as Month;
}

/** Reads `2026-10`, of the years 2000 to 2099, or gives null. */
export function parseMonth(text: string): Month | null {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null;
}

export function firstOf(month: Month): LocalDate {
  return localDate(`${month}-01`);
}

export function lastOf(month: Month): LocalDate {
  return addDays(firstOf(nextMonth(month)), -1);
}

export function nextMonth(month: Month): Month {
  return monthOf(addDays(firstOf(month), 31));
}

export function previousMonth(month: Month): Month {
  return monthOf(addDays(firstOf(month), -1));
}

/**
 * What a summary of this month is about, as far as it has passed on `today`. August and September go together, because the first
 * summary of a school year comes in October and is about the year so far.
 */
export function periodOf(month: Month, today: LocalDate): Period {
  const until = earliest(lastOf(month), today);
  const { from } = schoolYearRange(schoolYearOf(firstOf(month)));
  if (month.endsWith('-08') || month.endsWith('-09')) return { kind: 'year-so-far', from, until };
  return { kind: until < lastOf(month) ? 'month-so-far' : 'month', from: firstOf(month), until };
}

/** Does it end before this month? Which goals need attention is known of now only, so a look back says so. */
export function isOver({ until }: Period, today: LocalDate): boolean {
  return monthOf(until) < monthOf(today);
}

/** Is it older than last month? What was to come after it is no news then. */
export function isLongAgo({ until }: Period, today: LocalDate): boolean {
  return monthOf(until) < previousMonth(monthOf(today));
}
