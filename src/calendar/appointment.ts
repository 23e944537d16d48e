/** A talk or a meeting as a calendar file (.ics, RFC 5545) that every calendar program opens. */
import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { File } from '../bot/reply.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { instantAt, type LocalTime } from './zone.ts';

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
  /** In a calendar that colleagues may look into, they see only that the time is taken. */
  readonly isPrivate?: true;
};

const MINUTE = 60_000;

/** `made` is the moment on which the file says it was made. `name` is without `.ics`, see `bot/file-name.ts`. */
export function appointmentFile(name: string, appointments: readonly Appointment[], made: Date): File {
  const calendar = new ICalCalendar({
    prodId: { company: 'leerteambot', product: 'leerteambot', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
    events: appointments.map((appointment) => eventOf(appointment, made)),
  });
  // The library leaves out the last line break, which the RFC demands of every line.
  return { name: `${name}.ics`, type: 'text/calendar', content: `${calendar.toString()}\r\n` };
}

function eventOf(appointment: Appointment, made: Date): ICalEventData {
  const { uid, sequence, title, note, time, isCancelled, isPrivate } = appointment;
  const takesTime = !isCancelled && time !== null;
  return {
    id: uid,
    sequence,
    stamp: made,
    ...times(appointment),
    summary: allowedIn(title).replaceAll('\n', ' '),
    ...(note === '' ? {} : { description: allowedIn(note) }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: takesTime ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    // Outlook goes by its own word for it.
    busystatus: takesTime ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    ...(isPrivate ? { class: ICalEventClass.PRIVATE } : {}),
  };
}

/** In UTC, so that no calendar needs to know the clock changes here; a whole day has no zone. */
function times({ day, time, minutes }: Appointment): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (time === null) return { start: midnight(day), end: midnight(addDays(day, 1)), allDay: true };
  const start = instantAt(day, time);
  return { start, end: new Date(start.getTime() + minutes * MINUTE) };
}

/** The library writes the UTC day of it. */
function midnight(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** What a text in a calendar may hold: every line break is `\n`, and no other control characters or halves of a character. */
function allowedIn(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '');
}
