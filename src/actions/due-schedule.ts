/** On which days somebody hears of an open action: the day before, and when it is late (PRODUCT 6). Pure. */
import { addDays, earliest, type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay, previousOwnWorkingDay, type Worker } from '../calendar/working-day.ts';
import { isBackToday } from '../people/long-absence.ts';

/** The days on which it makes sense to send it; `from` is an own working day of the owner. */
export type Window = { readonly from: LocalDate; readonly until: LocalDate };
export type LateStep = Window & { readonly step: 0 | 1 | 2 };

/** How many days after the first the second and the third come, and how long the third still makes sense. */
const WEEK = 7;

/**
 * The reminder on the owner's last own working day before the due date, when that is on or before `day`. It makes sense until the due date
 * itself. Null also when that day lies before `createdOn`.
 */
export function reminderOf(
  calendar: SchoolCalendar,
  owner: Worker,
  { due, createdOn }: { readonly due: LocalDate; readonly createdOn: LocalDate },
  day: LocalDate,
): Window | null {
  if (day > due || firstOwnWorkingDay(calendar, owner, addDays(day, 1), addDays(due, -1))) return null;
  const from = previousOwnWorkingDay(calendar, owner, earliest(addDays(day, 1), due), createdOn);
  return from && { from, until: due };
}

/** What the late schedule needs to know of an action. */
export type Late = {
  readonly due: LocalDate;
  readonly createdOn: LocalDate;
  /** Of who took it over the schedule begins on that day: what was late before is not theirs. */
  readonly ownerSince: LocalDate | null;
};

/**
 * What was due on or before `day`: d, the first own working day after the due date, then on or after d+7 and on or after d+14. When the last two
 * fall on one day, as after a vacation, the third waits a week. Nothing lies before `createdOn`.
 */
export function lateSteps(
  calendar: SchoolCalendar,
  owner: Worker,
  { due, createdOn, ownerSince }: Late,
  day: LocalDate,
): readonly LateStep[] {
  const first = firstOwnWorkingDay(calendar, owner, addDays(latest(due, ownerSince ?? due), 1), day);
  if (first === null) return [];
  const second = addDays(first, WEEK);
  const again = firstOwnWorkingDay(calendar, owner, second, day);
  const third = addDays(again !== null && again >= addDays(second, WEEK) ? again : second, WEEK);
  const last = again && firstOwnWorkingDay(calendar, owner, third, day);
  const steps: readonly (LateStep | null)[] = [
    { step: 0, from: first, until: addDays(second, -1) },
    again && { step: 1, from: again, until: addDays(third, -1) },
    last && { step: 2, from: last, until: addDays(last, WEEK - 1) },
  ];
  return steps.filter((step) => step !== null && step.from >= createdOn) as readonly LateStep[];
}

/**
 * The day from which a late action is on the agenda, when that is on or before `day`: that of the third step. Who comes back from a long absence on
 * that day has heard nothing yet, so then it is a week later.
 */
export function pointDay(calendar: SchoolCalendar, owner: Worker, action: Late, day: LocalDate): LocalDate | null {
  const third = lateSteps(calendar, owner, action, day).find(({ step }) => step === 2);
  if (!third) return null;
  if (!isBackToday(calendar, owner, third.from)) return third.from;
  return firstOwnWorkingDay(calendar, owner, addDays(third.from, WEEK), day);
}

/** The day after somebody had five own working days to answer since `offeredOn`, or after they left; null when that is after `last`. */
export function silentSince(
  calendar: SchoolCalendar,
  asked: Worker,
  offeredOn: LocalDate,
  last: LocalDate,
): LocalDate | null {
  let day: LocalDate | null = offeredOn;
  for (let count = 0; count < DAYS_TO_ANSWER && day; count++) {
    day = firstOwnWorkingDay(calendar, asked, addDays(day, 1), last);
  }
  if (day) return addDays(day, 1);
  const end = asked.employment.until;
  return end !== null && end < last ? addDays(latest(end, offeredOn), 1) : null;
}

const DAYS_TO_ANSWER = 5;
