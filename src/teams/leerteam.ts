/** A leerteam: who is in it and when it meets (PRODUCT 4). */
import type { LocalDate } from '../calendar/local-date.ts';
import type { WEEKDAYS } from '../calendar/weekdays.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { PersonId, SchoolId, TeamId } from '../people/person.ts';

export const TEAM_KINDS = ['leerteam', 'expertiseteam', 'PLG', 'werkgroep', 'MT'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

export const METHODS = ['actieonderzoek', 'lesson study', 'datateam', 'bordsessie', 'vrij'] as const;
export type Method = (typeof METHODS)[number];

/** The weekday of the meeting. */
export type MeetingDay = (typeof WEEKDAYS)[number];

export type Leerteam = {
  readonly id: TeamId;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly kind: TeamKind;
  readonly chairId: PersonId;
  readonly deputyId: PersonId | null;
  readonly day: MeetingDay;
  readonly time: LocalTime;
  /** Minutes. */
  readonly duration: number;
  readonly rhythm: 'wekelijks' | 'tweewekelijks';
  /** The two-weekly rhythm counts from the school week of this day; null: from week 1. */
  readonly firstDate: LocalDate | null;
  readonly method: Method;
  /** Of the method (`methods.ts`); empty: its first. */
  readonly phase: string;
  /** Where the agenda is shared; empty when there is none. */
  readonly channel: string;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  /** The present rhythm gives meetings from this day on; earlier ones are stored. Null: always. */
  readonly rhythmSince: LocalDate | null;
  /** Rises with every change in chat, so that a stale form is seen. */
  readonly version: number;
};
