/** The clock of the trial school: it stands still until somebody moves it, and everything due on the way is sent. */

import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { instantAt, localDateOf, localTime, localTimeOf } from '../calendar/zone.ts';
import { DIGEST_TIMES } from '../delivery/digest-times.ts';
import { addMinutesTo } from '../meetings/meeting.ts';
import type { TrialStore } from './trial.store.ts';

/** When the trial school opens: the morning in PRODUCT's examples. */
export const TRIAL_START = instantAt('2026-11-24' as LocalDate, localTime('07:55'));

/** When its plans were entered: before the school year begins. */
export const TRIAL_OPENED = instantAt('2026-08-10' as LocalDate, localTime('09:00'));

/** `08:00`, `08:15`, up to `16:45`. */
const SENDING_TIMES = DIGEST_TIMES.map(localTime).flatMap((time) => [time, addMinutesTo(time, 15)]);

/** How far "to the next nudge" looks; longer than any vacation. */
const MOST_DAYS_AHEAD = 100;

export type MovableClock = {
  now(): Date;
  /**
   * Moves forward to an instant, by a day or a week, or until something was sent to somebody. False when the instant is not later than
   * now (the clock stays), or when nothing was sent in the next 100 days (`next-nudge`; the clock has moved that far).
   */
  advance(to: Date | 'day' | 'week' | 'next-nudge'): Promise<boolean>;
};

/** `tick` sends what is due at that moment and says how many messages went out. */
export function movableClock(start: Date, store: TrialStore, tick: (now: Date) => Promise<number>): MovableClock {
  let now = start;

  /** The clock runs along, so that whoever looks at it meanwhile sees where it is; it is kept at the start of each day. */
  async function runUntil(end: Date, stop: (sent: number) => boolean): Promise<boolean> {
    for (const moment of sendingMoments(now, end)) {
      if (localDateOf(moment) !== localDateOf(now)) await store.moveClock(moment);
      now = moment;
      if (!stop(await tick(moment))) continue;
      await moveTo(moment);
      return true;
    }
    return false;
  }

  async function moveTo(moment: Date): Promise<void> {
    await store.moveClock(moment);
    now = moment;
  }

  return {
    now: () => now,
    advance: async (to) => {
      if (to === 'next-nudge') return runUntil(later(now, MOST_DAYS_AHEAD), (sent) => sent > 0);
      const end = to === 'day' ? later(now, 1) : to === 'week' ? later(now, 7) : to;
      if (end <= now) return false;
      await runUntil(end, () => false);
      await tick(end);
      await moveTo(end);
      return true;
    },
  };
}

/** The moments after `start`, up to and including `end`, at which a digest or a message of its own may be due: each quarter of an hour. */
export function* sendingMoments(start: Date, end: Date): Generator<Date> {
  for (let day = localDateOf(start); ; day = addDays(day, 1)) {
    for (const time of SENDING_TIMES) {
      const moment = instantAt(day, time);
      if (moment > end) return;
      if (moment > start) yield moment;
    }
  }
}

/** The same time of the day, so many days later. */
function later(from: Date, days: number): Date {
  return instantAt(addDays(localDateOf(from), days), localTimeOf(from));
}
