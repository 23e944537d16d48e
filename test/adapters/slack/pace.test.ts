/** Calls keep below Slack's limits, and a 429 holds back one method only. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../../adapters/slack/api/pace.ts';

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

const MESSAGE = 'chat.postMessage';

describe('bulk sending', () => {
  it.each([
    [MESSAGE, 150],
    ['users.lookupByEmail', 45],
    ['chat.update', 40],
  ])('calls %s at most %i times in any minute', async (method, most) => {
    const { pace, now } = pacing();
    const at: number[] = [];
    for (let call = 0; call < most * 3; call++) {
      expect(await pace.turn(method, `U${call}`, true)).toBeNull();
      at.push(now());
    }
    const busiest = Math.max(...at.map((from) => at.filter((each) => each >= from && each < from + 60_000).length));
    expect(busiest).toBe(most);
  });

  it('leaves more than a second between two messages in one channel', async () => {
    const { pace, waits } = pacing();
    for (let call = 0; call < 3; call++) await pace.turn(MESSAGE, 'C1', true);
    expect(waits).toEqual([1_100, 1_100]);
  });

  it('methods do not wait for each other', async () => {
    const { pace, waits } = pacing();
    await pace.turn(MESSAGE, 'U1', true);
    await pace.turn('users.lookupByEmail', null, true);
    await pace.turn('chat.update', null, true);
    expect(waits).toEqual([]);
  });
});

it('a clock that is put back holds nothing up', async () => {
  const { pace, waits, pass } = pacing();
  for (let call = 0; call < 3; call++) await pace.turn(MESSAGE, 'C1', true);
  pace.hold('chat.update', 30);
  waits.length = 0;
  pass(-600_000);
  expect(await pace.turn(MESSAGE, 'C1', true)).toBeNull();
  expect(await pace.turn('chat.update', 'C1', true)).toBeNull();
  expect(Math.max(0, ...waits)).toBeLessThan(2_000);
});

describe('an answer', () => {
  it('waits for no bulk sending, which makes room for it', async () => {
    const { pace, waits } = pacing();
    for (let call = 0; call < 5; call++) await pace.turn(MESSAGE, `U${call}`, true);
    waits.length = 0;
    expect(await pace.turn(MESSAGE, 'U9', false)).toBeNull();
    expect(waits).toEqual([]);
    await pace.turn(MESSAGE, 'U10', true);
    expect(waits[0]).toBeGreaterThan(400);
  });

  it('in several messages keeps a second between them, as Slack wants in a channel', async () => {
    const { pace, waits } = pacing();
    for (let call = 0; call < 3; call++) await pace.turn(MESSAGE, 'D1', false);
    expect(waits).toEqual([1_100, 1_100]);
  });
});

describe('after a 429', () => {
  it('bulk sending of that method is held back, with what is left of it', async () => {
    const { pace, waits, pass } = pacing();
    pace.hold(MESSAGE, 30);
    expect(await pace.turn(MESSAGE, 'U1', true)).toBe(30);
    pass(20_500);
    expect(await pace.turn(MESSAGE, 'U1', true)).toBe(10);
    expect(await pace.turn('chat.update', null, true)).toBeNull();
    pass(9_500);
    expect(await pace.turn(MESSAGE, 'U1', true)).toBeNull();
    expect(waits).toEqual([]);
  });

  it('an answer waits a little, or hears at once that it takes long', async () => {
    const { pace, waits } = pacing();
    pace.hold(MESSAGE, 2);
    pace.hold('views.open', 20);
    expect(await pace.turn(MESSAGE, 'U1', false)).toBeNull();
    expect(waits).toEqual([2_000]);
    expect(await pace.turn('views.open', null, false)).toBe(18);
  });

  it('a shorter one does not make a longer one shorter', async () => {
    const { pace } = pacing();
    pace.hold(MESSAGE, 30);
    pace.hold(MESSAGE, 1);
    expect(await pace.turn(MESSAGE, 'U1', true)).toBe(30);
  });
});

it('however calls and answers come, Slack’s limits are kept', async () => {
  const call = fc.record({
    isBulk: fc.boolean(),
    channel: fc.constantFrom('C1', 'C2', 'C3', 'C4'),
    after: fc.integer({ min: 0, max: 3_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 60 }), async (calls) => {
      const { pace, now, pass } = pacing();
      const last = new Map<string, number>();
      for (const { isBulk, channel, after } of calls) {
        pass(after);
        await pace.turn(MESSAGE, channel, isBulk);
        expect(now() - (last.get(channel) ?? 0)).toBeGreaterThanOrEqual(1_000);
        last.set(channel, now());
      }
    }),
  );
});
