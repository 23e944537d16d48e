/** The store port for what is kept how long. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Stamp } from '../stamp.ts';
import type { RetentionKind, RetentionTerms } from './retention.ts';

export type RetentionCounts = Readonly<Record<RetentionKind, number>>;

export interface RetentionStore {
  terms(): Promise<RetentionTerms>;
  setTerms(stamp: Stamp, terms: RetentionTerms): Promise<void>;
  /** Removes what is too old on `today`, once a day: how many records of each kind, or null when it was done today already. */
  carryOut(today: LocalDate): Promise<RetentionCounts | null>;
}
