/** Slack fails in every way it can while digests go out: nothing is lost, and at most one message is double for each fault that leaves it open. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTick, type Tick } from '../../../src/delivery/tick.ts';
import { goalCheckIn } from '../../../src/goals/check-in.nudge.ts';
import type { Platform } from '../../../src/platform.ts';
import type { Failure } from '../../support/slack/fake-slack.ts';
import type { SchoolDraft } from '../../support/store.ts';
import { type SendingSchool, sendingSchool } from './sending-school.ts';

const NAMES = Array.from({ length: 12 }, (_, index) => `Collega ${index + 1}`);
const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui' },
  staff: NAMES.map((name) => ({ name })),
  goals: NAMES.map((owner) => ({ title: `Doel van ${owner}`, owner })),
};
/** When the digests of this Monday make no sense any more. */
const EVENING = new Date('2026-09-21T15:00:00Z');
const MINUTE = 60_000;
/** In real milliseconds; on a busy machine a good answer may count as none, which is a fault like any other. */
const PATIENCE = 500;

function tickOn({ opened: { store } }: SendingSchool, platform: Platform): { tick: Tick; faults: unknown[] } {
  const faults: unknown[] = [];
  let key = 0;
  const tick = createTick({
    store,
    platform,
    nudges: [goalCheckIn],
    newKey: () => `key-${++key}`,
    onFault: (_where, fault) => void faults.push(fault),
  });
  return { tick, faults };
}

/** Ticks every minute until everything is out, or it is evening. `eachTick` may put another platform in the place of the one that was there. */
async function wholeDay(school: SendingSchool, eachTick: (platform: Platform) => Platform = (same) => same) {
  let platform = school.platform;
  let { tick, faults } = tickOn(school, platform);
  const all: unknown[] = [];
  for (let planned = 1; planned > 0 && school.now() < EVENING; ) {
    await tick.tick(school.now());
    school.pass(MINUTE);
    ({ planned } = await school.opened.store.outbox.counts());
    const next = eachTick(platform);
    if (next === platform) continue;
    platform = next;
    all.push(...faults);
    ({ tick, faults } = tickOn(school, platform));
  }
  return [...all, ...faults];
}

const digests = (school: SendingSchool) =>
  NAMES.map(
    (name) => school.fake.messages(school.user(name)).filter(({ text }) => text.startsWith('Goedemorgen')).length,
  );

/** Faults after which the answer does not tell whether it was done. */
const OPEN: readonly Failure['how'][] = [
  { status: 500 },
  { status: 503 },
  'drop',
  'garbage',
  { error: 'fatal_error' },
  'timeout',
];
/** Slack did nothing, and says so. */
const CLEAR: readonly Failure['how'][] = [
  { retryAfter: 3 },
  { retryAfter: 40 },
  { error: 'ratelimited' },
  { error: 'invalid_auth' },
  { error: 'missing_scope' },
  { error: 'team_added_to_org' },
];

const how = (each: Failure['how']) => (typeof each === 'string' ? each : JSON.stringify(each));

describe.each(['chat.postMessage', 'users.lookupByEmail'])('%s', (method) => {
  it.each(OPEN.flatMap((each) => (['before', 'after'] as const).map((when) => [how(each), when, each] as const)))(
    'fails three times with %s, %s it was done: everybody has one digest',
    async (_, when, each) => {
      const school = await sendingSchool(SCHOOL, PATIENCE);
      school.fake.fail(method, { how: each, when, times: 3 });
      expect(await wholeDay(school)).toEqual([]);
      // What was posted is found again, so that not even these are double.
      expect(digests(school)).toEqual(NAMES.map(() => 1));
      await school.stop();
    },
  );

  it.each(CLEAR.map((each) => [how(each), each] as const))(
    'is refused three times with %s: everybody has one digest',
    async (_, each) => {
      const school = await sendingSchool(SCHOOL);
      school.fake.fail(method, { how: each, times: 3 });
      expect(await wholeDay(school)).toEqual([]);
      expect(digests(school)).toEqual(NAMES.map(() => 1));
      await school.stop();
    },
  );
});

it('Slack is out of order for an hour, in every method: everybody has one digest after it', async () => {
  const school = await sendingSchool(SCHOOL);
  const over = new Date(school.now().getTime() + 60 * MINUTE);
  school.fake.fail('*', { how: { status: 500 }, times: Number.POSITIVE_INFINITY, only: () => school.now() < over });
  expect(await wholeDay(school)).toEqual([]);
  expect(digests(school)).toEqual(NAMES.map(() => 1));
  expect(school.now().getTime()).toBeLessThan(over.getTime() + 10 * MINUTE);
  await school.stop();
});

it('Slack breaks off in the middle of the run, for an hour, after it posted one: everybody has one digest', async () => {
  const school = await sendingSchool(SCHOOL);
  let posts = 0;
  let over = 0;
  const isOut = () => school.now().getTime() < over;
  school.fake.fail('chat.postMessage', {
    how: 'drop',
    when: 'after',
    only: () => {
      if (++posts !== 5) return false;
      over = school.now().getTime() + 60 * MINUTE;
      return true;
    },
  });
  school.fake.fail('*', { how: { status: 502 }, times: Number.POSITIVE_INFINITY, only: isOut });
  expect(await wholeDay(school)).toEqual([]);
  const counts = digests(school);
  expect(Math.min(...counts)).toBe(1);
  // One fault left it open whether that message was there.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(NAMES.length + 1);
  await school.stop();
});

it('the app is revoked for an hour, and then installed again: everybody has one digest', async () => {
  const school = await sendingSchool(SCHOOL);
  const over = new Date(school.now().getTime() + 60 * MINUTE);
  school.fake.fail('*', {
    how: { error: 'token_revoked' },
    times: Number.POSITIVE_INFINITY,
    only: () => school.now() < over,
  });
  expect(await wholeDay(school)).toEqual([]);
  expect(digests(school)).toEqual(NAMES.map(() => 1));
  expect(school.fake.calls.length).toBeLessThan(200);
  await school.stop();
});

it('one receiver who is refused for good keeps nobody else waiting', async () => {
  const school = await sendingSchool(SCHOOL);
  const refused = school.user('Collega 3');
  school.fake.fail('chat.postMessage', {
    how: { error: 'restricted_action' },
    times: Number.POSITIVE_INFINITY,
    only: ({ channel }) => channel === refused,
  });
  expect(await wholeDay(school)).toEqual([]);
  expect(digests(school)).toEqual(NAMES.map((name) => (name === 'Collega 3' ? 0 : 1)));
  expect(await school.opened.store.outbox.counts()).toMatchObject({ failed: 1, planned: 0 });
  await school.stop();
});

const READING = ['conversations.open', 'conversations.history'];
const METHODS = ['chat.postMessage', 'users.lookupByEmail', 'auth.test', ...READING];
/** Two messages to one person that nobody can look for afterwards count as one that arrived (ARCHITECTURE): it takes so many faults. */
const TOO_BLIND = 6;
const fault = fc
  .record({
    method: fc.constantFrom(...METHODS, 'chat.postMessage', 'chat.postMessage'),
    how: fc.constantFrom(...OPEN.filter((each) => each !== 'timeout'), ...CLEAR),
    when: fc.constantFrom('before' as const, 'after' as const),
    times: fc.integer({ min: 1, max: 2 }),
    /** After so many calls of this method. */
    after: fc.integer({ min: 0, max: 14 }),
  })
  .map((each) => (CLEAR.includes(each.how) ? { ...each, when: 'before' as const } : each))
  .map((each) => (READING.includes(each.method) ? { ...each, how: { status: 500 } } : each));
const someFaults = fc
  .array(fault, { minLength: 1, maxLength: 10 })
  .filter(
    (faults) =>
      faults.filter(({ method }) => READING.includes(method)).reduce((sum, { times }) => sum + times, 0) < TOO_BLIND,
  );

it('whatever fails when, and whenever the server is restarted: nobody misses a digest, and none is double without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(someFaults, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (faults, restarts) => {
      const school = await sendingSchool(SCHOOL);
      let open = 0;
      for (const { after, ...each } of faults) {
        let calls = 0;
        const isOpen = each.method === 'chat.postMessage' && OPEN.includes(each.how);
        if (isOpen) open += each.times;
        school.fake.fail(each.method, { ...each, only: () => ++calls > after });
      }
      let ticks = 0;
      const found = await wholeDay(school, (same) => (restarts[ticks++] ? school.restarted() : same));
      const counts = digests(school);
      await school.stop();
      expect(found).toEqual([]);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(NAMES.length + open);
    }),
    { numRuns: 20 },
  );
}, 120_000);
