/** When the steps of the POP year open at a school: the usual days of PRODUCT 6, or the school's own. */
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { STEPS, type Step } from './pop.ts';

/** A day of any year, `MM-DD`. */
export type MonthDay = string & { readonly __monthDay: true };
/** The first day of each step. */
export type PopDays = Readonly<Record<Step, MonthDay>>;

/** Whether POP is on at a school, and when its steps open. */
export type PopTerms = {
  /** The date of the PGMR's consent; null: POP is off. */
  readonly consent: LocalDate | null;
  readonly days: PopDays;
};

/** The evaluation opens half May: June itself is too busy (PRODUCT 6). */
export const USUAL_POP_DAYS = {
  uitleg: '09-15',
  klaar: '10-01',
  gesprek: '11-01',
  opvolging: '02-01',
  evaluatie: '05-15',
} as Readonly<Record<Step, string>> as PopDays;

/** The day in that school year (1 August to 31 July) on which the step opens. 29 February is never stored. */
export function opensOn(days: PopDays, step: Step, year: SchoolYear): LocalDate {
  const day = days[step];
  return localDate(`${day < '08' ? year.slice(5) : year.slice(0, 4)}-${day}`);
}

/** Does each step open after the one before, in the order of a school year? */
export function areInOrder(days: PopDays): boolean {
  const inYear = STEPS.map((step) => `${days[step] < '08' ? 1 : 0}-${days[step]}`);
  return inYear.every((day, index) => index === 0 || inYear[index - 1]! < day);
}
