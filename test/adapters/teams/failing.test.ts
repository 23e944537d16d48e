/** Teams fails in every way it can while digests go out: nothing is lost, and at most one message is double for each fault that leaves it open. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTick, type Tick } from '../../../src/delivery/tick.ts';
import { goalCheckIn } from '../../../src/goals/check-in.nudge.ts';
import type { Platform } from '../../../src/platform.ts';
import type { SchoolDraft } from '../../support/store.ts';
import type { Failure, FakeCallName } from '../../support/teams/fake-teams.ts';
import { type SendingSchool, sendingSchool } from './sending-school.ts';

const NAMES = Array.from({ length: 8 }, (_, index) => `Collega ${index + 1}`);
const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui' },
  staff: NAMES.map((name) => ({ name })),
  goals: NAMES.map((owner) => ({ title: `Doel van ${owner}`, owner })),
};
/** When the digests of this Monday make no sense any more. */
const EVENING = new Date('2026-09-21T15:00:00Z');
const MINUTE = 60_000;

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

/** Nobody's conversation is known yet, only that they have the app: it is opened first. */
async function unopened(draft: SchoolDraft): Promise<SendingSchool> {
  const school = await sendingSchool(draft);
  const { conversations } = school.opened.store;
  for (const name of NAMES) {
    await conversations.forget(school.fake.app.tenant, { kind: 'person', account: school.member(name).aadId });
    await school.remember(name, { conversation: null });
  }
  return school;
}

const digests = (school: SendingSchool) =>
  NAMES.map(
    (name) =>
      school.fake
        .messages(school.member(name).aadId)
        .filter(({ activity }) => String(activity.summary).startsWith('Goedemorgen')).length,
  );
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** Faults after which the answer does not tell whether it was done. */
const OPEN: readonly Failure['how'][] = [
  { status: 500 },
  { status: 503, retryAfter: 20 },
  'drop',
  'garbage',
  'timeout',
];
/** Teams did nothing, and says so. */
const CLEAR: readonly Failure['how'][] = [
  { status: 429, retryAfter: 3 },
  { status: 429, retryAfter: 40 },
  { status: 412 },
  { status: 401 },
  { status: 404 },
  { status: 404, code: 'ConversationNotFound' },
];

/** `true` for a call that Teams never answers: instead of ten real seconds the wait ends at once. One call is on its way at a time. */
function neverAnswered(): () => boolean {
  let waiting = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    waiting = new AbortController();
    return waiting.signal;
  });
  return () => {
    setImmediate(() => waiting.abort(new DOMException('It took too long', 'TimeoutError')));
    return true;
  };
}
afterEach(() => void vi.restoreAllMocks());

const how = (each: Failure['how']) => (typeof each === 'string' ? each : JSON.stringify(each));

describe.each<FakeCallName>(['send', 'create', 'token'])('%s', (call) => {
  // A token that was given without a word about it is asked once more: there is no before and after.
  const moments = call === 'token' ? (['before'] as const) : (['before', 'after'] as const);
  it.each(OPEN.flatMap((each) => moments.map((when) => [how(each), when, each] as const)))(
    'fails three times with %s, %s it was done: everybody has a digest',
    async (_, when, each) => {
      const school = await unopened(SCHOOL);
      const silent = each === 'timeout' ? { only: neverAnswered() } : {};
      school.fake.fail(call, { how: each, when, times: 3, ...silent });
      expect(await wholeDay(school)).toEqual([]);
      const counts = digests(school);
      expect(Math.min(...counts)).toBe(1);
      // Only a message that arrived without a word about it is sent once more.
      expect(sum(counts)).toBeLessThanOrEqual(NAMES.length + (call === 'send' && when === 'after' ? 3 : 0));
      await school.stop();
    },
  );

  it.each(CLEAR.map((each) => [how(each), each] as const))(
    'is refused three times with %s: everybody has one digest',
    async (_, each) => {
      const school = await unopened(SCHOOL);
      school.fake.fail(call, { how: each, times: 3 });
      expect(await wholeDay(school)).toEqual([]);
      expect(digests(school)).toEqual(NAMES.map(() => 1));
      await school.stop();
    },
  );
});

const BROKEN: readonly (readonly [string, FakeCallName | '*', Failure['how'], 'before' | 'after'])[] = [
  ['every call', '*', { status: 500 }, 'before'],
  ['every call', '*', 'drop', 'after'],
  ['sending only', 'send', { status: 503 }, 'before'],
  ['sending only', 'send', { status: 503 }, 'after'],
  ['the token only', 'token', { status: 500 }, 'before'],
  ['the token, which is refused', 'token', { status: 401 }, 'before'],
];

/** An outage of a quarter of an hour is as good as one of an hour: everybody's digest is tried many times in it. */
const OUTAGE = 15 * MINUTE;

it.each(BROKEN.map(([what, call, each, when]) => [what, how(each), when, call, each] as const))(
  'a quarter of an hour in which %s fails (%s, %s it was done): everybody has one digest after it, and at most one has two',
  async (_what, _how, when, call, each) => {
    const school = await sendingSchool(SCHOOL);
    const over = new Date(school.now().getTime() + OUTAGE);
    school.fake.fail(call, { how: each, when, times: Number.POSITIVE_INFINITY, only: () => school.now() < over });
    expect(await wholeDay(school)).toEqual([]);
    const counts = digests(school);
    expect(Math.min(...counts)).toBe(1);
    expect(sum(counts)).toBeLessThanOrEqual(NAMES.length + 1);
    expect(school.now().getTime()).toBeLessThan(over.getTime() + 12 * MINUTE);
    await school.stop();
  },
);

it('Teams breaks off in the middle of the run, for a while, after it posted one: at most that one is double', async () => {
  const school = await sendingSchool(SCHOOL);
  let posts = 0;
  let over = 0;
  school.fake.fail('send', {
    how: 'drop',
    when: 'after',
    only: () => {
      if (++posts !== 5) return false;
      over = school.now().getTime() + OUTAGE;
      return true;
    },
  });
  const isOut = () => school.now().getTime() < over;
  school.fake.fail('*', { how: { status: 502 }, times: Number.POSITIVE_INFINITY, only: isOut });
  expect(await wholeDay(school)).toEqual([]);
  const counts = digests(school);
  expect(Math.min(...counts)).toBe(1);
  expect(sum(counts)).toBeLessThanOrEqual(NAMES.length + 1);
  await school.stop();
});

it('one conversation that is out of order for a while keeps nobody else waiting, and loses nothing', async () => {
  const school = await sendingSchool(SCHOOL);
  const over = new Date(school.now().getTime() + OUTAGE);
  const broken = school.fake.chat(school.member('Collega 3').aadId);
  school.fake.fail('send', {
    how: { status: 500 },
    times: Number.POSITIVE_INFINITY,
    only: ({ path }) => path.includes(broken) && school.now() < over,
  });
  const { tick } = tickOn(school, school.platform);
  for (let minute = 0; minute < 3; minute++) {
    await tick.tick(school.now());
    school.pass(MINUTE);
  }
  expect(digests(school)).toEqual(NAMES.map((name) => (name === 'Collega 3' ? 0 : 1)));
  await wholeDay(school);
  expect(digests(school)).toEqual(NAMES.map(() => 1));
  await school.stop();
});

it('a secret that is over: nothing is lost, Microsoft is not asked a thousand times, and it is on record once', async () => {
  const school = await sendingSchool(SCHOOL);
  const over = new Date(school.now().getTime() + 60 * MINUTE);
  school.fake.fail('token', { how: { status: 401 }, times: Number.POSITIVE_INFINITY, only: () => school.now() < over });
  expect(await wholeDay(school)).toEqual([]);
  expect(digests(school)).toEqual(NAMES.map(() => 1));
  expect(school.fake.calls.filter(({ call }) => call === 'token').length).toBeLessThan(20);
  expect(school.logged.filter((line) => line.startsWith('error'))).toHaveLength(1);
  await school.stop();
});

it('one receiver who is refused for good keeps nobody else waiting', async () => {
  const school = await sendingSchool(SCHOOL);
  school.fake.block(school.member('Collega 3').aadId);
  expect(await wholeDay(school)).toEqual([]);
  expect(digests(school)).toEqual(NAMES.map((name) => (name === 'Collega 3' ? 0 : 1)));
  expect(await school.opened.store.outbox.counts()).toMatchObject({ failed: 1, planned: 0 });
  await school.stop();
});

it('a conversation that Teams lost is begun anew, and the digest stands in the new one', async () => {
  const school = await sendingSchool(SCHOOL);
  const { aadId } = school.member('Collega 3');
  const lost = school.fake.chat(aadId);
  school.fake.lose(lost);
  expect(await wholeDay(school)).toEqual([]);
  expect(digests(school)).toEqual(NAMES.map(() => 1));
  const known = await school.opened.store.conversations.conversationWith(school.fake.app.tenant, aadId);
  expect(known?.conversation).toBe(school.fake.chat(aadId));
  expect(known?.conversation).not.toBe(lost);
  await school.stop();
});

const CALLS: readonly FakeCallName[] = ['send', 'create', 'token'];
const fault = fc
  .record({
    call: fc.constantFrom(...CALLS, 'send' as const, 'send' as const),
    how: fc.constantFrom(...OPEN.filter((each) => each !== 'timeout'), ...CLEAR),
    when: fc.constantFrom('before' as const, 'after' as const),
    /** After so many calls of this kind. */
    after: fc.integer({ min: 0, max: 30 }),
  })
  .map((each) => (CLEAR.includes(each.how) || each.call === 'token' ? { ...each, when: 'before' as const } : each));
const isOpen = ({ call, how: each }: { call: FakeCallName; how: Failure['how'] }) =>
  call === 'send' && OPEN.includes(each);

it('whatever fails when, and whenever the server is restarted: no digest is missed or double without the faults for it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { minLength: 1, maxLength: 10 }),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      async (faults, restarts) => {
        const school = await unopened(SCHOOL);
        for (const { after, ...each } of faults) {
          let calls = 0;
          school.fake.fail(each.call, { ...each, only: () => ++calls > after });
        }
        let ticks = 0;
        const found = await wholeDay(school, (same) => (restarts[ticks++] ? school.restarted() : same));
        const counts = digests(school);
        await school.stop();
        expect(found).toEqual([]);
        const open = faults.filter(isOpen);
        // What nobody knows of twice counts as arrived (ARCHITECTURE): it takes two such faults to lose one.
        const lost = counts.filter((count) => count === 0).length;
        expect(lost).toBeLessThanOrEqual(Math.floor(open.filter(({ when }) => when === 'before').length / 2));
        expect(sum(counts) + lost).toBeLessThanOrEqual(
          NAMES.length + open.filter(({ when }) => when === 'after').length,
        );
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);
