/** On which days somebody works at a school: `ma,di,wo-even`, minus what is closed and when they are absent (PRODUCT 2 and 3). */
import type { Absence, Employment, WorkingDay } from '../people/person.ts';
import { addDays, isoWeekOf, isWithin, type LocalDate, weekdayOf } from './local-date.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { WEEKDAY_WORDS } from './weekday-words.ts';
import { WEEKDAYS } from './weekdays.ts';

/** Somebody at one school; `employment` is the one at that school. */
export type Worker = {
  readonly employment: Pick<Employment, 'workingDays' | 'from' | 'until'>;
  readonly absences: readonly Absence[];
};

/** Is the school open, is it one of their weekdays, are they employed and not absent? Not known and no working days mean ma-vr. */
export function isOwnWorkingDay(calendar: SchoolCalendar, worker: Worker, date: LocalDate): boolean {
  return (
    isWithin(date, worker.employment) &&
    worksOn(worker.employment.workingDays, date) &&
    calendar.isOpen(date) &&
    !worker.absences.some((absence) => isWithin(date, absence))
  );
}

/** The first own working day on or after `from` and on or before `until`. */
export function firstOwnWorkingDay(
  calendar: SchoolCalendar,
  worker: Worker,
  from: LocalDate,
  until: LocalDate,
): LocalDate | null {
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if (isOwnWorkingDay(calendar, worker, date)) return date;
  }
  return null;
}

/** The last own working day before `date`, and on or after `from`. */
export function previousOwnWorkingDay(
  calendar: SchoolCalendar,
  worker: Worker,
  date: LocalDate,
  from: LocalDate,
): LocalDate | null {
  for (let day = addDays(date, -1); day >= from; day = addDays(day, -1)) {
    if (isOwnWorkingDay(calendar, worker, day)) return day;
  }
  return null;
}

/** Even and odd are ISO weeks, so after a week 53 two odd weeks follow each other. */
function worksOn(workingDays: readonly WorkingDay[] | null, date: LocalDate): boolean {
  const weekday = WEEKDAYS[weekdayOf(date) - 1];
  if (weekday === undefined) return false;
  if (workingDays === null || workingDays.length === 0 || workingDays.includes(weekday)) return true;
  const even = workingDays.includes(`${weekday}-even`);
  const odd = workingDays.includes(`${weekday}-oneven`);
  return even === odd ? even : even === (isoWeekOf(date) % 2 === 0);
}

/**
 * Reads `ma,di,wo-even`; capitals, spaces, `maandag`, `wo even` and English words are fine, the same day twice counts once.
 * Empty text gives no days: not known. A word that is no working day is given back as it was typed.
 */
export function parseWorkingDays(text: string): { readonly ok: WorkingDay[] } | { readonly wrong: string } {
  const days: string[] = [];
  for (const typed of text.split(/[\s,;]+/)) {
    const word = typed.toLowerCase();
    if (word === '' || word === 'en' || word === 'and') continue;
    const [weekday = '', week, ...more] = word.split('-');
    const day = WEEKDAYS[(WEEKDAY_WORDS.get(weekday) ?? 0) - 1];
    const last = days.at(-1);
    if (day !== undefined && more.length === 0 && (week === undefined || WEEK_WORDS.has(week))) {
      days.push(week === undefined ? day : `${day}-${WEEK_WORDS.get(week)}`);
    } else if (WEEK_WORDS.has(word) && last !== undefined && !last.includes('-')) {
      days[days.length - 1] = `${last}-${WEEK_WORDS.get(word)}`;
    } else {
      return { wrong: typed };
    }
  }
  return { ok: inOrder(days as WorkingDay[]) };
}

const WEEK_WORDS: ReadonlyMap<string, 'even' | 'oneven'> = new Map([
  ['even', 'even'],
  ['oneven', 'oneven'],
  ['odd', 'oneven'],
]);

/** Each day once; both kinds of week together are every week. */
function inOrder(days: readonly WorkingDay[]): WorkingDay[] {
  return WEEKDAYS.flatMap((day): WorkingDay[] => {
    const even = days.includes(`${day}-even`);
    const odd = days.includes(`${day}-oneven`);
    if (days.includes(day) || (even && odd)) return [day];
    return even ? [`${day}-even`] : odd ? [`${day}-oneven`] : [];
  });
}
