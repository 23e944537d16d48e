/** How long each kind of record is kept (PRODUCT 8). */
import { addDays, dateOf, earliest, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import { MOST_DAYS_BACK } from '../people/long-absence.ts';

/** In years. `pop` and `absence` count from the end of the school year in which it was, the others from the day of the record. */
export type RetentionTerms = {
  readonly pop: number;
  readonly absence: number;
  readonly minutes: number;
  readonly updates: number;
  readonly audit: number;
  /** What was sent: references, keys of controls; never a text. */
  readonly messages: number;
};
export type RetentionKind = keyof RetentionTerms;

export const USUAL_TERMS: RetentionTerms = { pop: 1, absence: 0, minutes: 4, updates: 4, audit: 2, messages: 1 };
export const RETENTION_KINDS = Object.keys(USUAL_TERMS) as readonly RetentionKind[];

/** In years. Without what was sent of late a control would work twice and a message go out again. */
export const SHORTEST_TERMS: RetentionTerms = { pop: 0, absence: 0, minutes: 1, updates: 1, audit: 1, messages: 1 };
/** In years, of every kind. */
export const LONGEST_TERM = 10;

/** What lies before these days is too old. */
export type Bounds = Readonly<Record<Exclude<RetentionKind, 'pop'>, LocalDate>> & {
  /** POP steps of earlier school years. */
  readonly pop: SchoolYear;
};

/** The bounds on `today`. A school year is over on 1 August. Pure. */
export function boundsOn(terms: RetentionTerms, today: LocalDate): Bounds {
  const ago = (kind: RetentionKind) => yearsBefore(today, terms[kind]);
  return {
    pop: schoolYearOf(ago('pop')),
    // Who was away for long until the summer gets an overview after it, and that needs the dates.
    absence: earliest(schoolYearRange(schoolYearOf(ago('absence'))).from, addDays(today, -MOST_DAYS_BACK)),
    minutes: ago('minutes'),
    updates: ago('updates'),
    audit: ago('audit'),
    messages: ago('messages'),
  };
}

/** The same day that many years earlier; of 29 February the 28th. */
export function yearsBefore(date: LocalDate, years: number): LocalDate {
  const [year, month, day] = [Number(date.slice(0, 4)) - years, Number(date.slice(5, 7)), Number(date.slice(8))];
  return dateOf(year, month, day) ?? dateOf(year, month, day - 1)!;
}
