/** The buttons of the clock: a day, a week, to the next message, or to a chosen moment. Only ever forward. */
import { addDays } from '../../src/calendar/local-date.ts';
import { isoInZone, localDateOf, parseInstant } from '../../src/calendar/zone.ts';
import { PageError } from './errors.ts';
import type { Arrival, ClockStep, TrialOptions } from './options.ts';

export type ShownClock = {
  /** ISO 8601 with the Dutch offset. */
  readonly now: string;
};

export type Moved = {
  readonly clock: ShownClock;
  /** False when there was no next message to go to. */
  readonly moved: boolean;
  /** Who, and which channel, got how many messages on the way. */
  readonly arrived: readonly Arrival[];
};

const STEPS: ReadonlyMap<string, ClockStep> = new Map([
  ['dag', 'day'],
  ['week', 'week'],
  ['melding', 'next-nudge'],
]);

/** A leap of years would keep the page waiting for minutes. */
const LONGEST_LEAP_DAYS = 370;

export function shownClock(options: TrialOptions): ShownClock {
  return { now: isoInZone(options.clock.now()) };
}

/** `to` is `dag`, `week`, `melding` or a moment (without an offset: Dutch time). Throws a PageError when it is not, or lies in the past or too far. */
export async function moveClock(options: TrialOptions, to: string): Promise<Moved> {
  const step = stepOf(to, options.clock.now());
  const [before, postBefore] = [await options.mailbox.lastId(), await options.mailbox.lastPostId()];
  const moved = await options.clock.advance(step);
  const posted = await options.mailbox.postedSince(postBefore);
  const inChannels = posted.map(({ channel, count }): Arrival => ({ email: null, name: `#${channel}`, count }));
  return { clock: shownClock(options), moved, arrived: [...(await options.mailbox.arrived(before)), ...inChannels] };
}

function stepOf(to: string, now: Date): ClockStep {
  const step = STEPS.get(to);
  if (step) return step;
  const moment = parseInstant(to);
  if (!moment) throw new PageError('not-a-moment');
  if (moment <= now) throw new PageError('clock-backwards');
  if (localDateOf(moment) > addDays(localDateOf(now), LONGEST_LEAP_DAYS)) throw new PageError('clock-too-far');
  return moment;
}
