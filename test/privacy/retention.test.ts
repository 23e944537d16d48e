/** How long records are kept: the bounds of each day as a table, and the daily work that carries them out. */
import { expect, onTestFinished, test } from 'vitest';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { createTick, type FaultPlace } from '../../src/delivery/tick.ts';
import type { RetentionCounts } from '../../src/privacy/retention.store.ts';
import { boundsOn, type RetentionTerms, USUAL_TERMS, yearsBefore } from '../../src/privacy/retention.ts';
import type { Store } from '../../src/store.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { buildSchool, type OpenStore, openStore, stamp } from '../support/store.ts';

type Line = {
  readonly today: string;
  readonly terms?: Partial<RetentionTerms>;
  readonly expected: Partial<Record<keyof RetentionTerms, string>>;
};

const TABLE: readonly Line[] = [
  // The usual terms of PRODUCT 8.
  {
    today: '2026-11-24',
    expected: {
      pop: '2025-2026',
      absence: '2026-08-01',
      minutes: '2022-11-24',
      updates: '2022-11-24',
      audit: '2024-11-24',
      messages: '2025-11-24',
    },
  },
  // A school year is over on 1 August; its POP steps stay the whole next year.
  { today: '2027-07-31', expected: { pop: '2025-2026', absence: '2026-08-01' } },
  { today: '2027-08-01', expected: { pop: '2026-2027', absence: '2027-05-03' } },
  // Absence until the summer is needed for the overview after it.
  { today: '2027-10-29', expected: { absence: '2027-07-31' } },
  { today: '2027-10-30', expected: { absence: '2027-08-01' } },
  { today: '2027-11-30', expected: { absence: '2027-08-01' } },
  // Terms of the school board.
  { today: '2027-08-01', terms: { pop: 0 }, expected: { pop: '2027-2028' } },
  { today: '2027-08-01', terms: { pop: 3, absence: 2 }, expected: { pop: '2024-2025', absence: '2025-08-01' } },
  { today: '2027-01-01', terms: { messages: 10 }, expected: { messages: '2017-01-01' } },
  // A leap day.
  { today: '2028-02-29', expected: { minutes: '2024-02-29', audit: '2026-02-28', messages: '2027-02-28' } },
];

test.each(TABLE)('on $today with $terms: $expected', ({ today, terms, expected }) => {
  expect(boundsOn({ ...USUAL_TERMS, ...terms }, localDate(today))).toMatchObject(expected);
});

test('no bound goes back as the days go on', () => {
  let before = boundsOn(USUAL_TERMS, localDate('2026-08-01'));
  for (let day = localDate('2026-08-02'); day < '2029-01-01'; day = addDays(day, 1)) {
    const bounds = boundsOn(USUAL_TERMS, day);
    for (const kind of Object.keys(bounds) as (keyof typeof bounds)[]) {
      expect(bounds[kind] >= before[kind], `${kind} on ${day}`).toBe(true);
      expect(bounds[kind] <= day, `${kind} on ${day}`).toBe(true);
    }
    before = bounds;
  }
});

test('so many years before a day', () => {
  expect(['2026-08-01', '2028-02-29'].map((day) => yearsBefore(localDate(day), 1))).toEqual([
    '2025-08-01',
    '2027-02-28',
  ]);
});

type Ticking = {
  readonly opened: OpenStore;
  readonly told: RetentionCounts[];
  readonly faults: FaultPlace[];
  tick(instant: string): Promise<unknown>;
};

async function ticking(change: (store: Store) => Store = (store) => store): Promise<Ticking> {
  const opened = await openStore();
  onTestFinished(() => opened.close());
  await buildSchool(opened);
  const told: RetentionCounts[] = [];
  const faults: FaultPlace[] = [];
  const { tick } = createTick({
    store: change(opened.store),
    platform: new FakePlatform(),
    newKey: () => 'key',
    onFault: (where) => faults.push(where),
    onRetention: (counts) => told.push(counts),
  });
  return { opened, told, faults, tick: (instant) => tick(new Date(instant)) };
}

test('the tick does it once a day, by the Dutch day, and tells the counts', async () => {
  const { opened, told, faults, tick } = await ticking();
  await opened.store.audit(stamp(null, '2029-06-01T10:00:00Z'));
  await tick('2031-06-01T23:58:00+02:00');
  await tick('2031-06-01T23:59:00+02:00');
  expect(told.map(({ audit }) => audit)).toEqual([expect.any(Number)]);
  await tick('2031-06-02T00:00:00+02:00');
  await tick('2031-06-02T08:00:00+02:00');
  expect(told.slice(1)).toEqual([{ pop: 0, absence: 0, minutes: 0, updates: 0, audit: 1, messages: 0 }]);
  expect(faults).toEqual([]);
});

test('what somebody did just now does not wait for it', async () => {
  const { told, opened } = await ticking();
  const { tickPosts } = createTick({
    store: opened.store,
    platform: new FakePlatform(),
    newKey: () => 'key',
    onFault: () => {},
    onRetention: (counts) => told.push(counts),
  });
  await tickPosts(new Date('2031-06-01T12:00:00+02:00'));
  expect(told).toEqual([]);
});

test('a fault in it stops nothing else', async () => {
  const { opened, told, faults, tick } = await ticking((store) => ({
    ...store,
    retention: { ...store.retention, carryOut: () => Promise.reject(new Error('disk')) },
  }));
  await tick('2031-06-02T08:00:00+02:00');
  expect(faults).toEqual([{ act: 'retention' }]);
  expect(told).toEqual([]);
  expect(await opened.store.outbox.lastTick()).toEqual(new Date('2031-06-02T08:00:00+02:00'));
});
