/** Days and moments in the file of `/mijngegevens`: always with the year, as the file is kept. Pure. */
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';

/** `24 november 2026, 09:30`, in Dutch time. */
export function momentWords(say: Say, at: Date): string {
  return `${dayWords(say, localDateOf(at))}, ${localTimeOf(at)}`;
}

/** `24 november 2026`. */
export function dayWords(say: Say, day: LocalDate): string {
  return `${say.dayMonth(day)} ${day.slice(0, 4)}`;
}
