/** A clock that a test moves; who waits goes on when it gets there. */
import type { Clock } from '../../../src/clock.ts';

export class MovedClock implements Clock {
  #now: Date;
  #waiting: { readonly until: number; readonly goOn: () => void }[] = [];

  constructor(now: Date) {
    this.#now = now;
  }

  now(): Date {
    return this.#now;
  }

  wait = (milliseconds: number): Promise<void> =>
    new Promise((goOn) => this.#waiting.push({ until: Math.ceil(this.#now.getTime() + milliseconds), goOn }));

  /** When the first of those who wait goes on; null when nobody waits. */
  get next(): Date | null {
    return this.#waiting.length === 0 ? null : new Date(Math.min(...this.#waiting.map(({ until }) => until)));
  }

  /** Never back: those who waited for a moment before `to` go on. */
  moveTo(to: Date): void {
    if (to > this.#now) this.#now = to;
    const over = this.#waiting.filter(({ until }) => until <= this.#now.getTime());
    this.#waiting = this.#waiting.filter((each) => !over.includes(each));
    for (const { goOn } of over.sort((a, b) => a.until - b.until)) goOn();
  }
}
