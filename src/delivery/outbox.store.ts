/** The store port for planning and sending. Every method is one atomic act. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { Colleague } from '../people/people.store.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { Stamp } from '../stamp.ts';
import type { PostDraft } from './announcement.ts';
import type { PointDraft, Reference, SchoolState } from './nudge.ts';

export type OutboxRow = Reference & {
  readonly id: number;
  /** The day on which it is looked at next; never before `from`. */
  readonly nextDay: LocalDate;
};

/** The right to send to one receiver on one day, until the lease ends. */
export type Claim = { readonly receiver: PersonId; readonly day: LocalDate; readonly token: string };

/** What became of the rows of one claim. */
export type Outcome = {
  readonly sent: readonly number[];
  /** No longer needed, or its window is over. */
  readonly lapsed: readonly number[];
  /** Waits for another day. */
  readonly moved: readonly { readonly id: number; readonly nextDay: LocalDate }[];
  /** The platform refuses for good; `reason` without content. */
  readonly failed: readonly { readonly id: number; readonly reason: string }[];
  /** Was a digest sent (or may it have been)? Then nothing more goes out to this receiver on this day. */
  readonly digest: boolean;
  /** The platform's reference of what was sent, else null. */
  readonly reference: string | null;
};

/** Messages that the platform refused for good, with the same reason (its own code, or `fault`) and for the same channel or person. */
export type FailedMessages = {
  readonly reason: string;
  readonly to:
    | { readonly kind: 'channel'; readonly channel: string }
    | { readonly kind: 'person'; readonly person: Colleague };
  readonly count: number;
};

/** Nudges and messages of their own, by state. */
export type OutboxCounts = {
  readonly planned: number;
  readonly sent: number;
  readonly lapsed: number;
  readonly failed: number;
};

export interface OutboxStore {
  /** Schools whose planning for `day` was not made, or was made before their last change. */
  schoolsToPlan(day: LocalDate): Promise<readonly SchoolId[]>;
  schoolState(id: SchoolId): Promise<SchoolState | null>;
  /**
   * Adds the references that are not known yet (by key), refreshes receiver, window and next day of those still planned, lapses
   * planned rows of this school whose key lies in their window but is not in the list, adds the points, and marks the school
   * as planned for `day` at `version`. What an act told (`Announcement`) is left alone. Posts are added by key; planned ones of `day` that
   * are not in the list lapse.
   */
  plan(
    schoolId: SchoolId,
    version: number,
    day: LocalDate,
    references: readonly (Reference & { readonly nextDay: LocalDate })[],
    points: readonly PointDraft[],
    posts: readonly PostDraft[],
  ): Promise<{ readonly added: number }>;
  /**
   * Receivers with a planned row for `day` or before, whose digest time is at or before `time` and who have no digest of this day, sent or under way.
   * In somebody's quiet days only what may not be switched off counts. At most `limit`, longest waiting first.
   */
  receiversDue(day: LocalDate, time: LocalTime, now: Date, limit: number): Promise<readonly PersonId[]>;
  /** Null when somebody else has it or the digest of that day went out. Takes over a claim whose lease is over. */
  claim(receiver: PersonId, day: LocalDate, now: Date, leaseUntil: Date): Promise<Claim | null>;
  /** The planned rows of the receiver with a next day on or before `day`, by kind and subject. */
  rows(receiver: PersonId, day: LocalDate): Promise<readonly OutboxRow[]>;
  /** Stores the outcome and ends the claim. False when the claim was taken over meanwhile; then nothing is stored but what was sent. */
  settle(claim: Claim, outcome: Outcome, now: Date): Promise<boolean>;
  /** Gives the claim back without any outcome; the receiver is not due again before `retryAt`. */
  release(claim: Claim, retryAt: Date): Promise<void>;
  /** "Morgen opnieuw": these rows, as far as they were sent to this person, are planned again for `nextDay`, with a window that holds it. */
  snooze(stamp: Stamp, person: PersonId, rows: readonly number[], nextDay: LocalDate): Promise<number>;
  /** The day of the newest digest that went out to this person; null before the first. */
  lastDigest(person: PersonId): Promise<LocalDate | null>;
  /** The rows that went out to this person on `day`, without those that were put off since. */
  sentOn(person: PersonId, day: LocalDate): Promise<readonly OutboxRow[]>;
  /** The same with those that were put off, as long as they were not sent again. */
  inDigest(person: PersonId, day: LocalDate): Promise<readonly OutboxRow[]>;
  counts(): Promise<OutboxCounts>;
  /** What failed and was due on or after `from`, by reason and then by channel or name. */
  failures(from: LocalDate): Promise<readonly FailedMessages[]>;
  /** When the tick last ran to its end; null before the first. */
  lastTick(): Promise<Date | null>;
  ticked(at: Date): Promise<void>;
}
