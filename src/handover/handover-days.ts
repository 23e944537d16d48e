/** When somebody is asked to hand over the work of who leaves: ten school days before the end, then weekly, three times (PRODUCT 6). Pure. */
import { addDays, daysBetween, type LocalDate, mondayOf } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay, type Worker } from '../calendar/working-day.ts';

const SCHOOL_DAYS_BEFORE = 10;
export const MOST_NUDGES = 3;
const WEEK = 7;
/** The longest vacation and ten school days together are shorter than this. */
const MOST_DAYS = 90;

/** Sent on `from`, and still of use up to and including `until`. `step` counts from 0. */
export type HandoverStep = { readonly step: number; readonly from: LocalDate; readonly until: LocalDate };

/** The tenth open day before the last day of service `end`, not counting that day itself. */
export function handoverStart(calendar: SchoolCalendar, end: LocalDate): LocalDate {
  let left = SCHOOL_DAYS_BEFORE;
  let day = end;
  for (let back = 0; left > 0 && back < MOST_DAYS; back++) {
    day = addDays(day, -1);
    if (calendar.isOpen(day)) left--;
  }
  return day;
}

/**
 * The nudge of this receiver that may be sent on `day`: the first on or after the start, the next two on or after a week later each, all
 * known in advance. For what became known later there is one in every calendar week after them; its window begins on the Sunday before, on
 * which nothing is planned, so a preview, which prints what is sent on the first day of its window, tells of the three only. That never more
 * than three go out is for `compose`.
 */
export function handoverStep(
  calendar: SchoolCalendar,
  receiver: Worker,
  end: LocalDate,
  day: LocalDate,
): HandoverStep | null {
  const days: LocalDate[] = [];
  let earliest = handoverStart(calendar, end);
  while (days.length < MOST_NUDGES) {
    const next = firstOwnWorkingDay(calendar, receiver, earliest, addDays(earliest, MOST_DAYS));
    // They leave or are away themselves by then.
    if (next === null) break;
    days.push(next);
    earliest = addDays(next, WEEK);
  }
  const firstSunday = addDays(mondayOf(addDays(earliest, WEEK - 1)), -1);
  if (day >= firstSunday) return lateStep(firstSunday, day);
  const step = days.findLastIndex((each) => each <= day);
  if (step < 0) return null;
  return { step, from: days[step]!, until: addDays(days[step + 1] ?? firstSunday, -1) };
}

function lateStep(firstSunday: LocalDate, day: LocalDate): HandoverStep | null {
  const weeks = Math.floor(daysBetween(firstSunday, day) / WEEK);
  const from = addDays(firstSunday, weeks * WEEK);
  return day > from ? { step: MOST_NUDGES + weeks, from, until: addDays(from, WEEK - 1) } : null;
}
