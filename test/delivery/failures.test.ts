import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { PlatformError } from '../../src/platform.ts';
import { buildSchool } from '../support/store.ts';
import { at, DELIVERED, MORNING, type TickingSchool, tickingSchool } from './ticking-school.ts';

let here: TickingSchool;
beforeEach(async () => {
  here = await tickingSchool();
});
afterEach(() => here.opened.close());

describe('the platform fails', () => {
  const later = (seconds: number) => new Date(at(MORNING).getTime() + seconds * 1000);

  test('try again: not before it says so, and once it works only once', async () => {
    here.platform.fail(here.nadia, [new PlatformError('retryable', 'too many', 300)]);
    for (const seconds of [0, 60, 290]) await here.tick.tick(later(seconds));
    expect(here.platform.attempts).toHaveLength(1);
    for (const seconds of [330, 360, 420]) await here.tick.tick(later(seconds));
    expect(here.platform.attempts).toHaveLength(2);
    expect(here.received()).toEqual(['2026-09-28T08:05']);
  });

  test('try again without a time: a minute later, as long as it takes', async () => {
    const errors = Array.from({ length: 8 }, () => new PlatformError('retryable', 'down'));
    here.platform.fail(here.nadia, errors);
    for (let minute = 0; minute < 12; minute++) await here.tick.tick(later(75 * minute));
    expect(here.platform.attempts).toHaveLength(9);
    expect(here.received()).toEqual(['2026-09-28T08:10']);
  });

  test('it may have been sent: one further try, then it counts as sent', async () => {
    here.platform.fail(
      here.nadia,
      Array.from({ length: 5 }, () => new PlatformError('ambiguous', 'time-out')),
      true,
    );
    for (let minute = 0; minute < 10; minute++) await here.tick.tick(later(75 * minute));
    expect(here.platform.attempts).toHaveLength(2);
    expect(await here.store.outbox.counts()).toMatchObject({ planned: 0, sent: 2 });
  });

  test('refused for good: these rows have failed, and nobody tries again', async () => {
    here.platform.fail(here.nadia, [new PlatformError('permanent', 'user unknown')]);
    for (let minute = 0; minute < 3; minute++) await here.tick.tick(later(75 * minute));
    expect(here.platform.attempts).toHaveLength(1);
    expect(await here.store.outbox.counts()).toMatchObject({ planned: 0, sent: 0, failed: 2 });
    await here.tick.tick(at('2026-10-05T08:00:00+02:00'));
    expect(here.received()).toEqual(['2026-10-05T08:00']);
  });

  test('a fault in the adapter: told each time, given up after the third try', async () => {
    here.platform.fail(
      here.nadia,
      Array.from({ length: 5 }, () => new TypeError('x is undefined')),
    );
    for (let minute = 0; minute < 60; minute++) await here.tick.tick(later(60 * minute));
    expect(here.platform.attempts).toHaveLength(3);
    expect(here.faults).toEqual(Array.from({ length: 3 }, () => ({ act: 'send', receiver: here.nadia })));
    expect(await here.store.outbox.counts()).toMatchObject({ planned: 0, failed: 2 });
  });

  test.each([new PlatformError('permanent', 'gone'), new PlatformError('retryable', 'busy'), new Error('broken')])(
    'one receiver never stops the others: %s',
    async (error) => {
      // On 1 October director Marieke gets her summary, before Nadia has her turn.
      here.platform.fail(here.marieke, [error]);
      await here.tick.tick(at('2026-10-01T08:00:00+02:00'));
      expect(here.platform.attempts.map(({ to }) => to)).toEqual([here.marieke, here.nadia]);
      expect(here.received()).toHaveLength(1);
    },
  );
});

describe('more receivers than are looked up at a time cannot be claimed', () => {
  const names = Array.from({ length: 28 }, (_, index) => `Collega ${index + 10}`);
  type Claim = TickingSchool['store']['outbox']['claim'];
  const cases: readonly [what: string, claim: Claim][] = [
    ['somebody else has them', async () => null],
    ['the database is busy', () => Promise.reject(new Error('busy'))],
  ];
  test.each(cases)('%s: those behind them get their digest in the same tick', async (_, refused) => {
    const school = await buildSchool(here.opened, {
      school: { school: 'De Wilg' },
      staff: names.map((name) => ({ name })),
      goals: names.map((name) => ({ title: `Doel van ${name}`, owner: name })),
    });
    const held = new Set(names.slice(0, 25).map(school.person));
    const { outbox } = here.store;
    const claim: Claim = (receiver, ...rest) => (held.has(receiver) ? refused : outbox.claim)(receiver, ...rest);
    const ticking = here.makeTick({ ...here.store, outbox: { ...outbox, claim } });
    expect(await ticking.tick(at('2026-09-21T08:00:00+02:00'))).toMatchObject({ digests: 3 });
    expect(here.platform.sent.map(({ to }) => to)).toEqual(names.slice(25).map(school.person));
    expect(await here.tick.tick(at('2026-09-21T08:01:00+02:00'))).toMatchObject({ digests: 25 });
  });
});

describe('what cannot be composed', () => {
  const broken = (isBroken: (subject: string) => boolean): readonly Nudge[] =>
    DELIVERED.map((nudge) => ({
      ...nudge,
      compose: async (reference, context) => {
        if (isBroken(reference.subject)) throw new Error('broken');
        return nudge.compose(reference, context);
      },
    }));
  const minutes = (count: number) => new Date(at(MORNING).getTime() + count * 60_000);

  test('is tried again twice; then the rest goes without it', async () => {
    const ticking = here.makeTick(
      here.store,
      broken((subject) => subject === 'goal:1'),
    );
    for (const minute of [0, 5, 12, 15, 24]) await ticking.tick(minutes(minute));
    expect(here.received()).toEqual(['2026-09-28T08:24']);
    expect(here.platform.sent[0]!.text).not.toContain('Doel 1');
    expect(here.faults).toEqual(Array.from({ length: 3 }, () => ({ act: 'compose', receiver: here.nadia })));
    expect(await here.store.outbox.counts()).toMatchObject({ planned: 0, sent: 1, failed: 1 });
  });

  test('a fault that passes costs nothing but time', async () => {
    let isDown = true;
    const ticking = here.makeTick(
      here.store,
      broken(() => isDown),
    );
    await ticking.tick(minutes(0));
    isDown = false;
    for (const minute of [1, 12, 15]) await ticking.tick(minutes(minute));
    expect(here.received()).toEqual(['2026-09-28T08:12']);
    expect(here.platform.sent[0]!.text).toContain('Doel 1');
  });
});
