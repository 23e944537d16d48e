/** A platform delivers some things twice: the second time nothing is done, and what became of the first is given again. */
import type { Clock } from '../clock.ts';

/** Slack tries again for about five minutes; Teams for less. */
const REMEMBERED = 10 * 60 * 1_000;

/** What came in during the last ten minutes, or another time. In memory: a control or message that comes back after a restart is known to the store. */
export class Deliveries {
  readonly #clock: Clock;
  readonly #remembered: number;
  /** The oldest first. */
  readonly #known = new Map<string, { readonly at: number; readonly outcome: Promise<unknown> }>();

  /** `remembered` in milliseconds. */
  constructor(clock: Clock, remembered = REMEMBERED) {
    this.#clock = clock;
    this.#remembered = remembered;
  }

  /** Does the work of a delivery with this key, unless that was begun before. */
  once<Outcome>(key: string, work: () => Promise<Outcome>): Promise<Outcome> {
    const now = this.#clock.now().getTime();
    this.#forget(now - this.#remembered);
    const known = this.#known.get(key);
    if (known) return known.outcome as Promise<Outcome>;
    const outcome = work();
    this.#known.set(key, { at: now, outcome });
    return outcome;
  }

  #forget(before: number): void {
    for (const [key, { at }] of this.#known) {
      if (at > before) return;
      this.#known.delete(key);
    }
  }
}
