/** Calls keep below Teams' limits, and a 429 holds back that conversation, and bulk sending for a while. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../../adapters/teams/api/pace.ts';

function pacing() {
  let time = 1_000_000;
  const waits: number[] = [];
  const pace = createPace({
    clock: { now: () => new Date(time) },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { pace, waits, now: () => time, pass };
}

/** Teams' own: so many calls in so many milliseconds. */
const OF_CONVERSATION = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

/** The most of these moments that lie within any so many milliseconds. */
function busiest(times: readonly number[], milliseconds: number): number {
  let first = 0;
  return times.reduce((most, time, index) => {
    while (times[first]! <= time - milliseconds) first++;
    return Math.max(most, index - first + 1);
  }, 0);
}

describe('bulk sending', () => {
  it('takes its share of what the app may do in a second, whomever it writes to', async () => {
    const { pace, now } = pacing();
    const at: number[] = [];
    for (let call = 0; call < 100; call++) {
      expect(await pace.turn(`a:${call}`, true)).toBeNull();
      at.push(now());
    }
    // Two programs that both send stay below 25.
    expect(busiest(at, 1_000)).toBe(12);
    expect(at.at(-1)! - at[0]!).toBeLessThanOrEqual(8_000);
  });

  it('leaves one conversation as fast as it may, and says so when that takes long', async () => {
    const { pace, now, pass } = pacing();
    const at: number[] = [];
    const refusals: number[] = [];
    while (at.length < 1_900) {
      const seconds = await pace.turn('a:1', true);
      if (seconds === null) at.push(now());
      else refusals.push(seconds);
      pass((seconds ?? 0) * 1_000);
    }
    for (const [calls, milliseconds] of OF_CONVERSATION) expect(busiest(at, milliseconds)).toBeLessThanOrEqual(calls);
    expect(Math.min(...refusals)).toBeGreaterThan(3);
    expect(Math.max(...refusals)).toBeGreaterThan(60);
  });
});

it('a clock that is put back holds nothing up', async () => {
  const { pace, waits, pass } = pacing();
  for (let call = 0; call < 7; call++) await pace.turn('a:1', true);
  pace.hold('a:1', 600);
  waits.length = 0;
  pass(-600_000);
  expect(await pace.turn('a:1', true)).toBeNull();
  expect(waits).toEqual([]);
});

describe('an answer', () => {
  it('waits for no bulk sending, which makes room for it', async () => {
    const { pace, waits } = pacing();
    for (let call = 0; call < 12; call++) await pace.turn(`a:${call}`, true);
    expect(await pace.turn('a:me', false)).toBeNull();
    expect(waits).toEqual([]);
    await pace.turn('a:13', true);
    expect(waits).toEqual([1_000]);
  });

  it('many of them stay below the limit of the app too', async () => {
    const { pace, now } = pacing();
    const at: number[] = [];
    for (let call = 0; call < 100; call++) {
      await pace.turn(`a:${call}`, false);
      at.push(now());
    }
    expect(busiest(at, 1_000)).toBe(24);
  });
});

describe('after a 429', () => {
  it('bulk sending is held back, with what is left of it', async () => {
    const { pace, waits, pass } = pacing();
    pace.hold('a:1', 30);
    expect(await pace.turn('a:2', true)).toBe(30);
    pass(20_500);
    expect(await pace.turn('a:1', true)).toBe(10);
    pass(9_500);
    expect(await pace.turn('a:1', true)).toBeNull();
    expect(waits).toEqual([]);
  });

  it('of one conversation for an hour, the others wait a minute', async () => {
    const { pace, pass } = pacing();
    pace.hold('a:1', 3_600);
    expect(await pace.turn('a:2', true)).toBe(60);
    pass(60_000);
    expect(await pace.turn('a:2', true)).toBeNull();
    expect(await pace.turn('a:1', true)).toBe(3_540);
  });

  it('an answer waits a little, or hears at once that it takes long; elsewhere it does not wait', async () => {
    const { pace, waits } = pacing();
    pace.hold('a:1', 2);
    pace.hold('a:2', 20);
    expect(await pace.turn('a:3', false)).toBeNull();
    expect(waits).toEqual([]);
    expect(await pace.turn('a:1', false)).toBeNull();
    expect(waits).toEqual([2_000]);
    expect(await pace.turn('a:2', false)).toBe(18);
  });

  it('a shorter one does not make a longer one shorter', async () => {
    const { pace } = pacing();
    pace.hold('a:1', 30);
    pace.hold('a:1', 1);
    expect(await pace.turn('a:1', true)).toBe(30);
  });
});

it('however calls and answers come, Teams’ limits are kept', async () => {
  const call = fc.record({
    isBulk: fc.boolean(),
    conversation: fc.constantFrom('a:1', 'a:2', 'a:3'),
    after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 150 }), async (calls) => {
      const { pace, now, pass } = pacing();
      const at = new Map<string, number[]>();
      for (const { isBulk, conversation, after } of calls) {
        pass(after);
        if ((await pace.turn(conversation, isBulk)) !== null) continue;
        at.set(conversation, [...(at.get(conversation) ?? []), now()]);
      }
      for (const times of at.values()) {
        for (const [most, milliseconds] of OF_CONVERSATION) {
          expect(busiest(times, milliseconds)).toBeLessThanOrEqual(most);
        }
      }
      expect(
        busiest(
          [...at.values()].flat().sort((a, b) => a - b),
          1_000,
        ),
      ).toBeLessThan(25);
    }),
  );
});

it('many who wait at the same time go one after the other', async () => {
  let time = 1_000_000;
  const waiting: { readonly until: number; readonly goOn: () => void }[] = [];
  const pace = createPace({
    clock: { now: () => new Date(time) },
    wait: (milliseconds) => new Promise((goOn) => waiting.push({ until: time + milliseconds, goOn })),
  });
  const at: number[] = [];
  const turns = Array.from({ length: 40 }, async (_, call) => {
    await pace.turn(`a:${call}`, true);
    at.push(time);
  });
  while (at.length < 40) {
    await new Promise((later) => setImmediate(later));
    const next = Math.min(...waiting.map(({ until }) => until));
    if (at.length === 40) break;
    time = next;
    for (const { goOn } of waiting.splice(0)) goOn();
  }
  await Promise.all(turns);
  expect(busiest(at, 1_000)).toBe(12);
});
