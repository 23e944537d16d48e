import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { NUDGES } from '../../src/delivery/nudges.ts';
import { createTick, type FaultPlace, type Tick } from '../../src/delivery/tick.ts';
import { PlatformError } from '../../src/platform.ts';
import type { Store } from '../../src/store.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../support/store.ts';
import { FakePlatform } from './fake-platform.ts';

/** Leerteam Bovenbouw meets on Thursday of week 4; chair Nadia works again on Monday 28 September. */
const MORNING = '2026-09-28T08:00:00+02:00';

let opened: OpenStore;
let school: BuiltSchool;
let platform: FakePlatform;
let faults: FaultPlace[];
let tick: Tick;

function makeTick(store: Store = opened.store, nudges: readonly Nudge[] = NUDGES): Tick {
  let key = 0;
  return createTick({ store, platform, nudges, newKey: () => `key ${++key}`, onFault: (where) => faults.push(where) });
}

const at = (instant: string) => new Date(instant);
const received = () => platform.sent.map(({ to, at }) => `${to === school.person('Nadia') ? 'Nadia' : to} ${at}`);

beforeEach(async () => {
  opened = await openStore();
  school = await buildSchool(opened);
  platform = new FakePlatform();
  faults = [];
  tick = makeTick();
});
afterEach(() => opened.close());

test('the digest of a morning', async () => {
  await opened.store.goals.checkIn(stamp(school.person('Nadia'), '2026-09-03T10:00:00Z'), {
    goalId: school.goal('Meer leerlingen op 1S rekenen'),
    date: localDate('2026-09-03'),
    status: 'op koers',
    value: 22,
    sentence: '',
    success: false,
    replaces: null,
  });
  expect(await tick.tick(at(MORNING))).toEqual({ planned: 2, digests: 1 });
  expect(platform.sent[0]!.text).toMatchInlineSnapshot(`
    "Goedemorgen Nadia · maandag 28 september
    Doel 1 Meer leerlingen op 1S rekenen van Bovenbouw · Hoe staat het ermee? Vorige keer: op koers, 22%.
    [● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]
    Doel 2 Elke week rijke teksten van Bovenbouw · Hoe staat het ermee?
    [● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]
    [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
  `);
  const buttons = platform.sent[0]!.notice.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  expect(buttons.slice(0, 4).map(({ intent }) => intent)).toEqual([
    { name: 'doel.update', args: { doel: 'id:1', status: 'op koers' } },
    { name: 'doel.update', args: { doel: 'id:1', status: 'aandacht nodig' } },
    { name: 'doel.update', args: { doel: 'id:1', status: 'loopt achter' } },
    { name: 'doel.update', args: { doel: 'id:1' } },
  ]);
  expect(buttons.slice(-3).map(({ intent }) => intent)).toEqual([
    { name: 'nudge.snooze', args: { day: '2026-09-28' } },
    { name: 'nudge.mute', args: { day: '2026-09-28' } },
    { name: 'instellingen', args: {} },
  ]);
  expect(new Set(buttons.map(({ key }) => key)).size).toBe(buttons.length);
  expect(faults).toEqual([]);
});

test('a reminder in the afternoon, about one goal', async () => {
  await opened.store.goals.setStatus(stamp(), school.goal('Elke week rijke teksten'), 'gepauzeerd', '');
  await tick.tick(at('2026-10-05T13:30:00+02:00'));
  const digest = platform.sent.find(({ to }) => to === school.person('Nadia'))!;
  expect(digest.text).toMatchInlineSnapshot(`
    "Goedemiddag Nadia · maandag 5 oktober
    Doel 1 Meer leerlingen op 1S rekenen van Bovenbouw · Ik heb nog geen update. Hoe staat het ermee?
    [● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]
    [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
  `);
  const last = digest.notice.parts.at(-1)!;
  expect(last.kind === 'buttons' && last.buttons[1]!.intent).toEqual({
    name: 'nudge.mute',
    args: { subject: 'goal:1' },
  });
});

describe('when it goes out', () => {
  test('from 08:00 and the own digest time on, once', async () => {
    const nadia = school.person('Nadia');
    const settings = await opened.store.people.settings(nadia);
    await opened.store.people.changeSettings(stamp(nadia), nadia, { ...settings, digestTime: localTime('09:30') }, []);
    for (const time of ['00:00', '07:59', '08:00', '09:29', '09:30', '09:31', '16:59']) {
      await tick.tick(at(`2026-09-28T${time}:00+02:00`));
    }
    expect(received()).toEqual(['Nadia 2026-09-28T09:30']);
  });

  test.each([
    ['16:59', 'Nadia 2026-09-28T16:59'],
    // Tuesday is a working day too.
    ['17:00', 'Nadia 2026-09-29T08:00'],
    ['23:59', 'Nadia 2026-09-29T08:00'],
  ])('after an outage until %s', async (time, expected) => {
    await tick.tick(at(`2026-09-28T${time}:00+02:00`));
    await tick.tick(at('2026-09-29T08:00:00+02:00'));
    expect(received()).toEqual([expected]);
  });

  test('after an outage of days: the next own working day in the window, then the reminder', async () => {
    // Nadia works on Monday, Tuesday and Thursday; the window of the first nudge ends on Sunday 4 October.
    for (const day of ['2026-09-30', '2026-10-01', '2026-10-05']) await tick.tick(at(`${day}T08:00:00+02:00`));
    expect(received().filter((line) => line.startsWith('Nadia'))).toEqual([
      'Nadia 2026-10-01T08:00',
      'Nadia 2026-10-05T08:00',
    ]);
  });

  test('never on a day off, in a weekend, or while quiet; what lapses meanwhile does not come back', async () => {
    const nadia = school.person('Nadia');
    const settings = await opened.store.people.settings(nadia);
    await opened.store.people.changeSettings(
      stamp(nadia),
      nadia,
      { ...settings, snoozedUntil: localDate('2026-09-30') },
      [],
    );
    for (const day of ['28', '29', '30']) await tick.tick(at(`2026-09-${day}T08:00:00+02:00`));
    expect(received()).toEqual([]);
    for (const day of ['01', '02', '03', '04']) await tick.tick(at(`2026-10-${day}T08:00:00+02:00`));
    expect(received().filter((line) => line.startsWith('Nadia'))).toEqual(['Nadia 2026-10-01T08:00']);
  });
});

describe('what is no longer needed lapses', () => {
  const update = (date: string, goal = 'Elke week rijke teksten') =>
    opened.store.goals.checkIn(stamp(school.person('Nadia'), `${date}T10:00:00Z`), {
      goalId: school.goal(goal),
      date: localDate(date),
      status: 'op koers',
      value: null,
      sentence: '',
      success: false,
      replaces: null,
    });

  test.each([
    // Two school weeks before week 4 begin on 7 September.
    ['2026-09-06', 2],
    ['2026-09-07', 1],
    ['2026-09-24', 1],
  ])('an update of %s', async (date, asked) => {
    await update(date);
    await tick.tick(at(MORNING));
    expect(platform.sent[0]!.text.match(/Hoe staat het ermee/g)).toHaveLength(asked);
  });

  test('everything is answered: no digest at all', async () => {
    await update('2026-09-24');
    await update('2026-09-24', 'Meer leerlingen op 1S rekenen');
    await tick.tick(at(MORNING));
    expect(platform.attempts).toEqual([]);
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, lapsed: 2 });
  });

  test('paused between planning and sending', async () => {
    await tick.tick(at('2026-09-28T00:01:00+02:00'));
    await opened.store.goals.setStatus(stamp(), school.goal('Elke week rijke teksten'), 'gepauzeerd', '');
    await tick.tick(at(MORNING));
    expect(platform.sent[0]!.text).not.toContain('rijke teksten');
  });

  test('the kind is switched off, or this subject', async () => {
    const nadia = school.person('Nadia');
    await opened.store.people.mute(stamp(nadia), nadia, `goal:${school.goal('Elke week rijke teksten')}`);
    await tick.tick(at(MORNING));
    expect(platform.sent.map(({ text }) => text.includes('rijke teksten'))).toEqual([false]);
    const settings = await opened.store.people.settings(nadia);
    await opened.store.people.changeSettings(stamp(nadia), nadia, { ...settings, mutedKinds: ['doel-checkin'] }, []);
    await tick.tick(at('2026-10-05T08:00:00+02:00'));
    expect(received().filter((line) => line.startsWith('Nadia'))).toHaveLength(1);
  });

  test('absent since this morning', async () => {
    await tick.tick(at('2026-09-28T00:01:00+02:00'));
    await opened.store.people.reportAbsent(stamp(), school.person('Nadia'), {
      from: localDate('2026-09-28'),
      until: localDate('2026-09-28'),
    });
    await tick.tick(at(MORNING));
    expect(received()).toEqual([]);
    await tick.tick(at('2026-09-29T08:00:00+02:00'));
    expect(received()).toEqual(['Nadia 2026-09-29T08:00']);
  });
});

describe('the platform fails', () => {
  const nadia = () => school.person('Nadia');
  const later = (seconds: number) => new Date(at(MORNING).getTime() + seconds * 1000);

  test('try again: not before it says so, and once it works only once', async () => {
    platform.fail(nadia(), [new PlatformError('retryable', 'too many', 300)]);
    for (const seconds of [0, 60, 290]) await tick.tick(later(seconds));
    expect(platform.attempts).toHaveLength(1);
    for (const seconds of [330, 360, 420]) await tick.tick(later(seconds));
    expect(platform.attempts).toHaveLength(2);
    expect(received()).toEqual(['Nadia 2026-09-28T08:05']);
  });

  test('try again without a time: a minute later, as long as it takes', async () => {
    const errors = Array.from({ length: 8 }, () => new PlatformError('retryable', 'down'));
    platform.fail(nadia(), errors);
    for (let minute = 0; minute < 12; minute++) await tick.tick(later(75 * minute));
    expect(platform.attempts).toHaveLength(9);
    expect(received()).toEqual(['Nadia 2026-09-28T08:10']);
  });

  test('it may have been sent: one further try, then it counts as sent', async () => {
    platform.fail(
      nadia(),
      Array.from({ length: 5 }, () => new PlatformError('ambiguous', 'time-out')),
      true,
    );
    for (let minute = 0; minute < 10; minute++) await tick.tick(later(75 * minute));
    expect(platform.attempts).toHaveLength(2);
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, sent: 2 });
  });

  test('refused for good: these rows have failed, and nobody tries again', async () => {
    platform.fail(nadia(), [new PlatformError('permanent', 'user unknown')]);
    for (let minute = 0; minute < 3; minute++) await tick.tick(later(75 * minute));
    expect(platform.attempts).toHaveLength(1);
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, sent: 0, failed: 2 });
    await tick.tick(at('2026-10-05T08:00:00+02:00'));
    expect(received().filter((line) => line.startsWith('Nadia'))).toEqual(['Nadia 2026-10-05T08:00']);
  });

  test('a fault in the adapter: told each time, given up after the third try', async () => {
    platform.fail(
      nadia(),
      Array.from({ length: 5 }, () => new TypeError('x is undefined')),
    );
    for (let minute = 0; minute < 60; minute++) await tick.tick(later(60 * minute));
    expect(platform.attempts).toHaveLength(3);
    expect(faults).toEqual(Array.from({ length: 3 }, () => ({ act: 'send', receiver: nadia() })));
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, failed: 2 });
  });

  test('one receiver never stops the others', async () => {
    // On 1 October director Marieke gets her summary too.
    const first = at('2026-10-01T08:00:00+02:00');
    for (const error of [
      new PlatformError('permanent', 'gone'),
      new PlatformError('retryable', 'busy'),
      new Error('x'),
    ]) {
      platform.fail(nadia(), [error]);
      platform.fail(school.person('Marieke'), [error]);
    }
    await tick.tick(first);
    expect(platform.attempts.map(({ to }) => to).sort()).toEqual([school.person('Marieke'), nadia()].sort());
  });
});

describe('what cannot be composed', () => {
  const broken = (isBroken: (subject: string) => boolean): readonly Nudge[] =>
    NUDGES.map((nudge) => ({
      ...nudge,
      compose: async (reference, context) => {
        if (isBroken(reference.subject)) throw new Error('broken');
        return nudge.compose(reference, context);
      },
    }));
  const minutes = (count: number) => new Date(at(MORNING).getTime() + count * 60_000);

  test('is tried again twice; then the rest goes without it', async () => {
    const ticking = makeTick(
      opened.store,
      broken((subject) => subject === 'goal:1'),
    );
    for (const minute of [0, 5, 12, 15, 24]) await ticking.tick(minutes(minute));
    expect(received()).toEqual(['Nadia 2026-09-28T08:24']);
    expect(platform.sent[0]!.text).not.toContain('Doel 1');
    expect(faults).toEqual(Array.from({ length: 3 }, () => ({ act: 'compose', receiver: school.person('Nadia') })));
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, sent: 1, failed: 1 });
  });

  test('a fault that passes costs nothing but time', async () => {
    let isDown = true;
    const ticking = makeTick(
      opened.store,
      broken(() => isDown),
    );
    await ticking.tick(minutes(0));
    isDown = false;
    for (const minute of [1, 12, 15]) await ticking.tick(minutes(minute));
    expect(received()).toEqual(['Nadia 2026-09-28T08:12']);
    expect(platform.sent[0]!.text).toContain('Doel 1');
  });
});

describe('two processes, and a crash', () => {
  /** A process that dies at this act of the outbox: the act is not done, and neither is anything after it. */
  function dying(act: 'settle' | 'plan' | 'claim'): Store {
    let isDead = false;
    const outbox = new Proxy(opened.store.outbox, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
        return async (...args: unknown[]) => {
          isDead ||= name === act;
          if (isDead) throw new Error('the process is dead');
          return method(...args);
        };
      },
    });
    return { ...opened.store, outbox };
  }

  test('two ticks at once send each digest once', async () => {
    const second = makeTick();
    await Promise.all([tick.tick(at(MORNING)), second.tick(at(MORNING)), tick.tick(at(MORNING))]);
    expect(received()).toEqual(['Nadia 2026-09-28T08:00']);
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, sent: 2 });
  });

  test('dies between sending and marking: sent again, but only after the lease', async () => {
    await makeTick(dying('settle')).tick(at(MORNING));
    expect(received()).toHaveLength(1);
    await tick.tick(at('2026-09-28T08:01:00+02:00'));
    expect(received()).toHaveLength(1);
    await tick.tick(at('2026-09-28T08:03:00+02:00'));
    await tick.tick(at('2026-09-28T08:10:00+02:00'));
    expect(received()).toEqual(['Nadia 2026-09-28T08:00', 'Nadia 2026-09-28T08:03']);
  });

  test.each(['plan', 'claim'] as const)('dies at %s: the next process does it', async (act) => {
    await makeTick(dying(act)).tick(at(MORNING));
    expect(received()).toEqual([]);
    await tick.tick(at('2026-09-28T08:01:00+02:00'));
    expect(received()).toEqual(['Nadia 2026-09-28T08:01']);
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, sent: 2 });
  });

  test('a school that cannot be planned does not stop the others', async () => {
    const other = await buildSchool(opened, { ...REGENBUI, school: { school: 'De Zonnebloem', region: 'midden' } });
    const outbox = {
      ...opened.store.outbox,
      schoolState: async (id: typeof school.id) => {
        if (id === school.id) throw new Error('broken');
        return opened.store.outbox.schoolState(id);
      },
    };
    await makeTick({ ...opened.store, outbox }).tick(at(MORNING));
    expect(faults).toEqual([{ act: 'plan', schoolId: school.id }]);
    expect(platform.sent.map(({ to }) => to)).toEqual([other.person('Nadia')]);
  });

  test('stopping finishes what is being sent, and gives back the rest at once', async () => {
    await tick.tick(at('2026-10-01T00:01:00+02:00'));
    let open = () => {};
    platform.gate = new Promise((resolve) => {
      open = resolve;
    });
    const running = tick.tick(at('2026-10-01T08:00:00+02:00'));
    const stopped = tick.stop();
    open();
    await Promise.all([running, stopped]);
    const first = platform.sent.length;
    expect(first).toBeLessThanOrEqual(1);
    await makeTick().tick(at('2026-10-01T08:00:01+02:00'));
    expect(platform.sent.map(({ to }) => to).sort()).toEqual([school.person('Marieke'), school.person('Nadia')].sort());
    expect(await tick.tick(at('2026-10-05T08:00:00+02:00'))).toEqual({ planned: 0, digests: 0 });
  });
});
