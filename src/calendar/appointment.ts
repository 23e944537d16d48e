/** A talk or a meeting as a calendar file (.ics, RFC 5545) that every calendar program opens. */
import type { File } from '../bot/reply.ts';
import type { LocalDate } from './local-date.ts';
import type { LocalTime } from './zone.ts';

export type Appointment = {
  /** The same for every version of one talk or meeting, so that a calendar replaces the entry: `pop-12@leerteambot`. */
  readonly uid: string;
  /** Higher with every change (SEQUENCE). */
  readonly sequence: number;
  readonly day: LocalDate;
  /** Dutch time; null: the whole day. */
  readonly time: LocalTime | null;
  readonly minutes: number;
  readonly title: string;
  /** A line below the title; empty: none. */
  readonly note: string;
  /** The entry is struck out. */
  readonly isCancelled: boolean;
};

/** `made` is the moment on which the file says it was made. `name` is without `.ics`. */
export declare function appointmentFile(name: string, appointments: readonly Appointment[], made: Date): File;
