/** The tick, for tests in which nothing may go wrong: a fault fails the test. */
import { createTick, type Tick, type TickOptions } from '../../src/delivery/tick.ts';

let keys = 0;

export function strictTick(options: Omit<TickOptions, 'newKey' | 'onFault'>): Tick {
  return createTick({
    ...options,
    newKey: () => `strict-${++keys}`,
    onFault: (_where, fault) => {
      throw fault;
    },
  });
}
