/** Where days meet instants: Europe/Amsterdam, right through both clock changes. */
import { tzOffset } from '@date-fns/tz';
import { type LocalDate, localDate } from './local-date.ts';

export const ZONE = 'Europe/Amsterdam';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Minutes ahead of UTC, by the hour since 1970: clocks here change on a whole hour of UTC. Asking the system each time is slow. */
const OFFSETS = new Map<number, number>();
/** Some years of days. */
const MOST_KEPT = 10_000;

declare const localTimeBrand: unique symbol;

/** A time of the day, `HH:MM`, 24 hours. */
export type LocalTime = string & { readonly [localTimeBrand]: true };

/** Reads `8:00` or `08:00`, or gives null. */
export function parseLocalTime(text: string): LocalTime | null {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return `${match[1]!.padStart(2, '0')}:${match[2]}` as LocalTime;
}

/** Reads a time; throws a RangeError when it is none. */
export function localTime(text: string): LocalTime {
  const time = parseLocalTime(text);
  if (time === null) throw new RangeError(`not a time: ${text}`);
  return time;
}

/** The day it is in the Netherlands at this instant. */
export function localDateOf(instant: Date): LocalDate {
  return wallTime(instant).slice(0, 10) as LocalDate;
}

/** The time it is in the Netherlands at this instant, `HH:MM`. */
export function localTimeOf(instant: Date): LocalTime {
  return wallTime(instant).slice(11, 16) as LocalTime;
}

/**
 * The instant at which it is `time` on `date` in the Netherlands. In the gap of March: an hour later. In the overlap of October: the
 * first. Worked out here, because what `new TZDate(year, ...)` gives in an overlap depends on the zone of the machine.
 */
export function instantAt(date: LocalDate, time: LocalTime): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const withOffsetOf = (instant: number) => wall - offsetAt(instant) * MINUTE;
  const withOffsetBefore = withOffsetOf(wall - DAY);
  const withOffsetAfter = withOffsetOf(wall + DAY);
  const fits = (instant: number) => withOffsetOf(instant) === instant;
  return new Date(fits(withOffsetBefore) || !fits(withOffsetAfter) ? withOffsetBefore : withOffsetAfter);
}

/** ISO 8601 with the Dutch offset of that instant: `2026-11-24T08:00:00+01:00`. */
export function isoInZone(instant: Date): string {
  // The Netherlands are never behind UTC.
  const offset = new Date(offsetAt(instant.getTime()) * MINUTE).toISOString().slice(11, 16);
  return `${wallTime(instant)}+${offset}`;
}

/** `2026-11-24T08:00:00`: what clocks in the Netherlands show. */
function wallTime(instant: Date): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime()) * MINUTE).toISOString().slice(0, 19);
}

function offsetAt(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  const known = OFFSETS.get(hour);
  if (known !== undefined) return known;
  const offset = tzOffset(ZONE, new Date(instant));
  if (OFFSETS.size >= MOST_KEPT) OFFSETS.clear();
  OFFSETS.set(hour, offset);
  return offset;
}

/** Reads an ISO 8601 instant; without an offset it is Dutch time. Null when it is none. */
export function parseInstant(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim());
  if (!match) return null;
  try {
    const date = localDate(match[1]!);
    const time = localTime(match[2] ?? '00:00');
    if (!match[4]) return instantAt(date, time);
    const instant = new Date(`${date}T${time}${match[3] ?? ':00'}${match[4]}`);
    return Number.isNaN(instant.getTime()) ? null : instant;
  } catch {
    return null;
  }
}
