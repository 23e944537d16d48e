/** When a digest may come: between 08:00 and 17:00, at a half hour that its receiver chooses (PRODUCT 1). */

import { localTimeOf } from '../calendar/zone.ts';

/** Digests go out from this local time on, and before the other. */
export const OPENS = '08:00';
export const CLOSES = '17:00';

/** Is it a time at which people may get something by themselves? */
export function isOpenAt(now: Date): boolean {
  const time = localTimeOf(now);
  return OPENS <= time && time < CLOSES;
}

/** The half hours to choose from, `08:00` to `16:30`. */
export const DIGEST_TIMES: readonly string[] = Array.from({ length: 48 }, (_, half) => {
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
}).filter((time) => OPENS <= time && time < CLOSES);
