/** The store port for what is kept how long. Every method is one atomic act. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Colleague } from '../people/people.store.ts';
import type { Stamp } from '../stamp.ts';
import type { RetentionKind, RetentionTerms } from './retention.ts';

export type RetentionCounts = Readonly<Record<RetentionKind, number>>;

export interface RetentionStore {
  terms(): Promise<RetentionTerms>;
  setTerms(stamp: Stamp, terms: RetentionTerms): Promise<void>;
  /** Removes what is too old on `today`, once a day: how many records of each kind, or null when it was done today already. */
  carryOut(today: LocalDate): Promise<RetentionCounts | null>;
  /** Those whose last day, at every school, lies before this day and who were not removed; by name. */
  gone(before: LocalDate): Promise<readonly Colleague[]>;
  /** When the newest backup was made; null before the first. */
  lastBackup(): Promise<Date | null>;
}
