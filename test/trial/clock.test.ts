import { describe, expect, test } from 'vitest';
import { isoInZone, parseInstant } from '../../src/calendar/zone.ts';
import { movableClock, sendingMoments } from '../../src/trial/clock.ts';

const at = (text: string) => parseInstant(text)!;

/** A clock whose ticks send something at these moments. */
function clockFrom(start: string, sends: readonly string[] = []) {
  const kept: string[] = [];
  const ticked: string[] = [];
  const store = { clock: async () => null, moveClock: async (to: Date) => void kept.push(isoInZone(to)) };
  const clock = movableClock(at(start), store, async (now) => {
    ticked.push(isoInZone(now).slice(0, 16));
    return sends.includes(isoInZone(now).slice(0, 16)) ? 1 : 0;
  });
  return { clock, kept, ticked, now: () => isoInZone(clock.now()) };
}

describe('the clock of the trial school', () => {
  test('stands still until it is moved', () => {
    expect(clockFrom('2026-11-24T07:55').now()).toBe('2026-11-24T07:55:00+01:00');
  });

  test.each([
    ['a day', 'day', '2026-11-24T07:55', '2026-11-25T07:55:00+01:00'],
    ['a week', 'week', '2026-11-24T07:55', '2026-12-01T07:55:00+01:00'],
    ['a day over the clock change of October', 'day', '2026-10-24T12:00', '2026-10-25T12:00:00+01:00'],
    ['a day over the clock change of March', 'day', '2027-03-27T12:00', '2027-03-28T12:00:00+02:00'],
  ] as const)('%s later', async (_what, step, start, end) => {
    const { clock, now, kept } = clockFrom(start);
    expect(await clock.advance(step)).toBe(true);
    expect(now()).toBe(end);
    expect(kept.at(-1)).toBe(end);
  });

  test('everything due on the way is sent, at every quarter of an hour and at the end', async () => {
    const { clock, ticked } = clockFrom('2026-11-24T16:00');
    await clock.advance('day');
    expect(ticked.slice(0, 4).map((moment) => moment.slice(8))).toEqual([
      '24T16:15',
      '24T16:30',
      '24T16:45',
      '25T08:00',
    ]);
    expect(ticked.at(-1)).toBe('2026-11-25T16:00');
    expect(new Set(ticked.slice(0, -1)).size).toBe(ticked.length - 1);
  });

  test('to the next nudge stops where something was sent', async () => {
    const { clock, now } = clockFrom('2026-11-24T07:55', ['2026-11-26T08:30', '2026-11-27T08:00']);
    expect(await clock.advance('next-nudge')).toBe(true);
    expect(now()).toBe('2026-11-26T08:30:00+01:00');
  });

  test('without any nudge it says so', async () => {
    expect(await clockFrom('2026-11-24T07:55').clock.advance('next-nudge')).toBe(false);
  });

  test('never goes back', async () => {
    const { clock, now, ticked } = clockFrom('2026-11-24T07:55');
    expect(await clock.advance(at('2026-11-24T07:55'))).toBe(false);
    expect(await clock.advance(at('2026-11-01T08:00'))).toBe(false);
    expect(now()).toBe('2026-11-24T07:55:00+01:00');
    expect(ticked).toEqual([]);
  });

  test('moments are from 08:00 to 16:45, in order, after the start and up to the end', () => {
    const moments = [...sendingMoments(at('2026-11-24T16:15'), at('2026-11-25T08:30'))].map((moment) =>
      isoInZone(moment).slice(5, 16),
    );
    expect(moments).toEqual(['11-24T16:30', '11-24T16:45', '11-25T08:00', '11-25T08:15', '11-25T08:30']);
  });
});
