/** How people write a weekday: `di`, `dinsdag`, `tuesday`. */
import type { Weekday } from './local-date.ts';

const WORDS: Readonly<Record<Weekday, readonly string[]>> = {
  1: ['ma', 'maandag', 'mon', 'monday'],
  2: ['di', 'dinsdag', 'tue', 'tues', 'tuesday'],
  3: ['wo', 'woensdag', 'wed', 'wednesday'],
  4: ['do', 'donderdag', 'thu', 'thur', 'thurs', 'thursday'],
  5: ['vr', 'vrijdag', 'fri', 'friday'],
  6: ['za', 'zaterdag', 'sat', 'saturday'],
  7: ['zo', 'zondag', 'sun', 'sunday'],
};

/** From a word in lower case, Dutch or English, to its weekday. */
export const WEEKDAY_WORDS: ReadonlyMap<string, Weekday> = new Map(
  Object.entries(WORDS).flatMap(([weekday, words]) => words.map((word) => [word, Number(weekday) as Weekday] as const)),
);
