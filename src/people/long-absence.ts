/** Away for more than ten school days: nothing counts as late meanwhile, and on the day of return there is one overview (PRODUCT 3, Absence). */
import { addDays, eachDay, type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { isOwnWorkingDay, type Worker } from '../calendar/working-day.ts';
import type { Absence } from './person.ts';

/** An absence up to this many school days (days on which the school is open) is an ordinary one. */
const MOST_SCHOOL_DAYS = 10;
/** Ten school days and the longest vacation together are shorter than this. */
const MOST_DAYS_LOOKED_AT = 120;

/** So far back absences still matter today: the longest vacation and some weeks. */
export const MOST_DAYS_BACK = 90;

/** The first day on which the absence has lasted more than ten school days; null when it ends before. An open end lasts on. */
export function longSince(calendar: SchoolCalendar, { from, until }: Absence): LocalDate | null {
  let schoolDays = 0;
  for (const day of eachDay(from, addDays(from, MOST_DAYS_LOOKED_AT))) {
    if (until !== null && day > until) return null;
    if (calendar.isOpen(day) && ++schoolDays > MOST_SCHOOL_DAYS) return day;
  }
  return null;
}

/** The absences of more than ten school days, by first day; those without an end count. */
export function longAbsences(calendar: SchoolCalendar, { absences }: Pick<Worker, 'absences'>): readonly Absence[] {
  return joined(calendar, absences).filter((absence) => longSince(calendar, absence) !== null);
}

/** Absences without a school day between them are one: who reports it week by week is away on the weekend too. */
function joined(calendar: SchoolCalendar, absences: readonly Absence[]): readonly Absence[] {
  const whole: Absence[] = [];
  for (const absence of absences.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const before = whole.at(-1);
    if (before && goesOn(calendar, before, absence.from)) whole[whole.length - 1] = together(before, absence);
    else whole.push(absence);
  }
  return whole;
}

function goesOn(calendar: SchoolCalendar, { until }: Absence, from: LocalDate): boolean {
  if (until === null || from <= until) return true;
  const open = calendar.nextOpen(addDays(until, 1));
  return open === null || from <= open;
}

function together({ from, until }: Absence, later: Absence): Absence {
  return { from, until: until === null || later.until === null ? null : latest(until, later.until) };
}

/** Is this their first own working day after a long absence? `absences` must go back as far as the longest vacation. */
export function isBackToday(calendar: SchoolCalendar, worker: Worker, today: LocalDate): boolean {
  if (!isOwnWorkingDay(calendar, worker, today)) return false;
  return longAbsences(calendar, worker).some(
    ({ until }) => until !== null && until < today && !worksBetween(calendar, worker, until, today),
  );
}

/** Do they have an own working day after `from` and before `until`? */
function worksBetween(calendar: SchoolCalendar, worker: Worker, from: LocalDate, until: LocalDate): boolean {
  for (let day = addDays(from, 1); day < until; day = addDays(day, 1)) {
    if (isOwnWorkingDay(calendar, worker, day)) return true;
  }
  return false;
}
