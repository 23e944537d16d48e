/** What others must hear because of an act: stored together with that act, and sent by the tick (ARCHITECTURE, the way of a message). */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { Destination } from '../platform.ts';
import type { NudgeKind } from './nudge.ts';

/** A point in somebody's digest. A second one with the same key is the same one. */
export type Tell = {
  readonly key: string;
  readonly kind: NudgeKind;
  readonly receiver: PersonId;
  readonly schoolId: SchoolId;
  readonly subject: string;
  /** The days on which it makes sense, both included; it goes out on the receiver's first own working day among them. */
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/** A message of its own: to a channel, or (outside the digest, PRODUCT 1) to a person. */
export type PostDraft = {
  readonly key: string;
  readonly kind: NudgeKind;
  readonly schoolId: SchoolId;
  readonly to: Destination;
  readonly subject: string;
  /** Sent on this day, not before this local time. */
  readonly day: LocalDate;
  readonly time: LocalTime;
  /** Not sent and not edited from this local time of that day on, or of `untilDay`. */
  readonly untilDay: LocalDate;
  readonly until: LocalTime;
};

export type Announcement = {
  readonly tells: readonly Tell[];
  readonly posts: readonly PostDraft[];
  /** Posts about these subjects that went out say something else by now: they are edited. */
  readonly changed: readonly string[];
};

export const NOTHING_TO_TELL: Announcement = { tells: [], posts: [], changed: [] };

/** These tells alone. */
export function telling(tells: readonly Tell[]): Announcement {
  return { ...NOTHING_TO_TELL, tells };
}

/** Longer than any vacation. */
const MOST_DAYS = 60;

/** Until when what somebody did makes sense to others: also to who comes back from a vacation. */
export function lastDayToTell(from: LocalDate): LocalDate {
  return addDays(from, MOST_DAYS);
}
