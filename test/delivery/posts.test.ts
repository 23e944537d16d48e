/** Messages of their own in the tick: to a channel, or to a person outside the digest. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { PostDraft } from '../../src/delivery/announcement.ts';
import type { Nudge, PostContext } from '../../src/delivery/nudge.ts';
import type { Tick } from '../../src/delivery/tick.ts';
import { PlatformError } from '../../src/platform.ts';
import type { Store } from '../../src/store.ts';
import { stamp } from '../support/store.ts';
import { at, type TickingSchool, tickingSchool } from './ticking-school.ts';

/** Nadia works on Monday, Tuesday and Thursday. */
const MONDAY = localDate('2026-09-28');
const WEDNESDAY = localDate('2026-09-30');
const on = (day: LocalDate, time: string) => at(`${day}T${time}:00+02:00`);

let here: TickingSchool;
/** What `posts` plans, whatever the state. */
let drafts: PostDraft[];
/** What a post says now; null: it is not needed. */
let says: (post: PostDraft, context: PostContext) => string | null;
let ticking: Tick;

beforeEach(async () => {
  here = await tickingSchool();
  await link('bovenbouw');
  drafts = [];
  says = () => 'Het gaat door.';
  ticking = here.makeTick(here.store, nudges);
});
afterEach(() => here.opened.close());

const nudgeOf = (kind: Nudge['kind'], posts: NonNullable<Nudge['posts']>): Nudge => ({
  kind,
  plan: () => [],
  posts,
  about: (_, { subject }) => subject,
  lastDay: () => null,
  compose: async ({ key }) => ({ parts: [{ kind: 'text', text: [{ text: `in het bericht: ${key}` }] }] }),
  composePost: async (post, context) => {
    const text = says(post, context);
    return text === null ? null : { kind: 'notice', visibility: 'everyone', title: [{ text }], parts: [] };
  },
});
const nudges: readonly Nudge[] = [
  nudgeOf('agenda-delen', (_, day) => drafts.filter((draft) => draft.day === day)),
  nudgeOf('verslag', () => []),
  nudgeOf('bijeenkomst-gewijzigd', () => []),
];

function toChannel(key: string, change: Partial<PostDraft> = {}): PostDraft {
  return {
    key,
    kind: 'agenda-delen',
    schoolId: here.school.id,
    to: { kind: 'channel', schoolId: here.school.id, channel: 'bovenbouw' },
    subject: `meeting:${here.school.team('Bovenbouw')}:2026-10-01`,
    day: MONDAY,
    time: localTime('08:00'),
    untilDay: MONDAY,
    until: localTime('15:00'),
    ...change,
  };
}
function toNadia(kind: Nudge['kind'], change: Partial<PostDraft> = {}): PostDraft {
  const until = { untilDay: addDays(MONDAY, 10), until: localTime('15:00') };
  return toChannel('p', { kind, to: { kind: 'person', personId: here.nadia }, ...until, ...change });
}
/** As an act tells it. */
const tell = (...posts: PostDraft[]) =>
  here.store.agenda.share(
    stamp(null, '2026-09-25T10:00:00Z'),
    {
      teamId: here.school.team('Bovenbouw'),
      date: localDate('2026-10-01'),
      time: localTime('15:00'),
      duration: 60,
      version: null,
    },
    { tells: [], posts, changed: [] },
  );
/** Something that the shared agenda says changes. */
const change = () =>
  here.store.agenda.addItem(stamp(null, '2026-09-28T07:00:00Z'), {
    schoolId: here.school.id,
    teamId: here.school.team('Bovenbouw'),
    kind: 'overig',
    text: 'Toetsdata',
    minutes: null,
    link: '',
  });
const link = (channel: string) =>
  here.store.teams.link(stamp(null, '2026-09-25T09:00:00Z'), here.school.team('Bovenbouw'), channel);
const counts = () => here.store.outbox.counts();
const sentTimes = () => here.platform.channelSent.map(({ at }) => at.slice(11));

describe('to a channel', () => {
  test('at its time, once, whatever else is planned again', async () => {
    drafts = [toChannel('a', { time: localTime('09:15') })];
    for (const time of ['08:00', '09:14', '09:15', '09:16']) await ticking.tick(on(MONDAY, time));
    await change();
    expect(await ticking.tick(on(MONDAY, '09:17'))).toEqual({ planned: 0, posts: 0, digests: 0 });
    expect(sentTimes()).toEqual(['09:15']);
    expect(here.faults).toEqual([]);
  });

  test('that is not the team’s any more nothing goes', async () => {
    await tell(toChannel('a', { time: localTime('09:15'), untilDay: addDays(MONDAY, 3) }));
    await link('C2');
    await ticking.tick(on(MONDAY, '09:15'));
    expect(here.platform.channelAttempts).toEqual([]);
    expect(await counts()).toMatchObject({ lapsed: 1 });
  });

  test('that was untied since: what went there is not edited', async () => {
    await tell(toChannel('a', { time: localTime('09:15'), untilDay: addDays(MONDAY, 3) }));
    await ticking.tick(on(MONDAY, '09:15'));
    await change();
    await link('');
    await ticking.tick(on(MONDAY, '09:16'));
    expect(sentTimes()).toEqual(['09:15']);
    expect(here.platform.edits).toEqual([]);
  });

  test('in Dutch, and also outside the hours of digests, as an answer to an act', async () => {
    says = (_, { say, receiver }) => `${say.language} ${receiver}`;
    await tell(toChannel('a', { time: localTime('20:30'), until: localTime('23:00') }));
    expect(await ticking.tick(on(MONDAY, '20:31'))).toMatchObject({ posts: 1 });
    expect(here.platform.channelSent[0]!.text).toBe('nl null');
  });

  test('not when its time is over, when it is not needed, or when the meeting moved', async () => {
    drafts = [toChannel('over'), toChannel('gone', { until: localTime('17:00') })];
    await ticking.tick(on(MONDAY, '07:00'));
    says = ({ key }) => (key === 'gone' ? null : 'ja');
    await ticking.tick(on(MONDAY, '15:00'));
    expect(here.platform.channelAttempts).toEqual([]);
    expect(await counts()).toMatchObject({ planned: 0, lapsed: 2 });
    drafts = [toChannel('moved', { time: localTime('16:00'), until: localTime('17:00') })];
    await here.store.people.reportAbsent(stamp(), here.nadia, { from: MONDAY, until: MONDAY });
    await ticking.tick(on(MONDAY, '15:30'));
    drafts = [];
    await here.store.people.reportBack(stamp(), here.nadia, MONDAY);
    await ticking.tick(on(MONDAY, '16:00'));
    expect(here.platform.channelAttempts).toEqual([]);
  });

  test('says something else by now: the same message is edited, until its time is over', async () => {
    await tell(toChannel('a', { day: localDate('2026-09-25') }));
    await ticking.tick(on(MONDAY, '08:00'));
    says = () => 'Er is een punt bij.';
    await change();
    expect(await ticking.tick(on(MONDAY, '09:30'))).toMatchObject({ posts: 0 });
    await ticking.tick(on(MONDAY, '09:31'));
    expect(here.platform.edits.map(({ at, reference, text }) => [at.slice(11), reference, text])).toEqual([
      ['09:30', 'message 1', 'Er is een punt bij.'],
    ]);
    await change();
    await ticking.tick(on(MONDAY, '15:00'));
    expect(here.platform.edits).toHaveLength(1);
    expect(await counts()).toEqual({ planned: 0, sent: 1, lapsed: 0, failed: 0 });
  });

  describe('says the same after a change', () => {
    const edits = () => here.platform.edits.map(({ text }) => text);
    /** Something changes, and then a minute goes by. */
    async function changed(minute: number, text = 'Het gaat door.'): Promise<void> {
      says = () => text;
      await change();
      await ticking.tick(on(MONDAY, `09:${minute}`));
    }

    beforeEach(async () => {
      await tell(toChannel('a', { day: localDate('2026-09-25') }));
      await ticking.tick(on(MONDAY, '08:00'));
    });

    test('nothing is edited, also by another process', async () => {
      await changed(30);
      ticking = here.makeTick(here.store, nudges);
      await changed(31);
      expect(edits()).toEqual([]);
      await changed(32, 'Anders.');
      await changed(33, 'Anders.');
      await changed(34);
      expect(edits()).toEqual(['Anders.', 'Het gaat door.']);
    });

    test('what an edit may or may not have reached is edited again', async () => {
      here.platform.fail('message 1', [new PlatformError('ambiguous', 'broken off')]);
      await changed(30, 'Anders.');
      await ticking.tick(on(MONDAY, '09:35'));
      const before = edits().length;
      await changed(50);
      expect(edits().slice(before)).toEqual(['Het gaat door.']);
    });

    test('who stopped halfway an edit leaves it unknown what stands there', async () => {
      says = () => 'Anders.';
      await change();
      const broken = {
        ...here.store,
        posts: { ...here.store.posts, settle: () => Promise.reject(new Error('stopped')) },
      };
      await here.makeTick(broken, nudges).tick(on(MONDAY, '09:30'));
      await changed(50);
      expect(edits()).toEqual(['Anders.', 'Het gaat door.']);
    });
  });
});

describe('to a person', () => {
  test('in their own language, on their own working day', async () => {
    const settings = await here.store.people.settings(here.nadia);
    await here.store.people.changeSettings(stamp(), here.nadia, { ...settings, language: 'en' }, []);
    says = (_, { say, receiver }) => `${say.language} ${receiver?.name}`;
    await tell(toNadia('bijeenkomst-gewijzigd'));
    expect(await ticking.tick(on(MONDAY, '11:00'))).toEqual({ planned: 0, posts: 1, digests: 0 });
    expect(here.platform.sent.map(({ to, text }) => [to, text])).toEqual([[here.nadia, 'en Nadia']]);
  });

  const mute = async (change: { mutedKinds?: string[]; mutedSubjects?: string[] }) => {
    const settings = await here.store.people.settings(here.nadia);
    await here.store.people.changeSettings(stamp(), here.nadia, { ...settings, ...change }, []);
  };
  const snooze = async (until: LocalDate) => {
    const settings = await here.store.people.settings(here.nadia);
    await here.store.people.changeSettings(stamp(), here.nadia, { ...settings, snoozedUntil: until }, []);
  };
  const nothing = async () => {};

  test.each([
    ['a day off', nothing, WEDNESDAY, '10:00', '2026-10-01T08:00'],
    ['before 08:00', nothing, MONDAY, '07:59', '2026-09-28T08:00'],
    ['after 17:00', nothing, MONDAY, '17:00', '2026-09-29T08:00'],
    ['quiet days', () => snooze(MONDAY), MONDAY, '10:00', '2026-09-29T08:00'],
    [
      'absent',
      () => here.store.people.reportAbsent(stamp(), here.nadia, { from: MONDAY, until: MONDAY }),
      MONDAY,
      '10:00',
      '2026-09-29T08:00',
    ],
    [
      'the kind is switched off',
      () => mute({ mutedKinds: ['bijeenkomst-gewijzigd', 'verslag'] }),
      MONDAY,
      '10:00',
      null,
    ],
    [
      'the meeting is switched off',
      () => mute({ mutedSubjects: [`meeting:${here.school.team('Bovenbouw')}:2026-10-01`] }),
      MONDAY,
      '10:00',
      null,
    ],
    [
      'the team is switched off',
      () => mute({ mutedSubjects: [`team:${here.school.team('Bovenbouw')}`] }),
      MONDAY,
      '10:00',
      null,
    ],
  ] as const)('not on or in: %s; a change is told in the next digest', async (_, prepare, day, time, inDigest) => {
    await prepare();
    // Told the day before, so that it is due at any time of this one.
    const told = addDays(day, -1);
    await tell(toNadia('bijeenkomst-gewijzigd', { day: told }), toNadia('verslag', { key: 'v', day: told }));
    await ticking.tick(on(day, time));
    for (const next of ['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-01', '2026-10-05']) {
      if (next > day || time === '07:59') await ticking.tick(at(`${next}T08:00:00+02:00`));
    }
    const got = here.platform.sent.map(({ at, text }) => [at, text.split('\n')[1]]);
    expect(got).toEqual(inDigest === null ? [] : [[inDigest, 'in het bericht: p']]);
    expect(here.faults).toEqual([]);
  });

  test('who left gets nothing', async () => {
    await tell(toNadia('bijeenkomst-gewijzigd'));
    const gone = { ...here.store.people, actorById: async () => null };
    await here.makeTick({ ...here.store, people: gone }, nudges).tick(on(MONDAY, '10:00'));
    expect(here.platform.attempts).toEqual([]);
    expect(await counts()).toMatchObject({ planned: 0, lapsed: 1 });
  });
});

describe('the platform fails', () => {
  const soon = (minutes: number) => new Date(on(MONDAY, '08:00').getTime() + minutes * 60_000);
  const run = async (minutes: readonly number[]) => {
    for (const each of minutes) await ticking.tick(soon(each));
  };
  const minuteByMinute = Array.from({ length: 40 }, (_, minute) => minute);
  const errors = (make: () => Error) => Array.from({ length: 9 }, make);

  test.each([
    ['permanent: not again', [new PlatformError('permanent', 'archived')], 1, { failed: 1 }],
    ['retryable: when it says so', [new PlatformError('retryable', 'busy', 300)], 2, { sent: 1 }],
    ['ambiguous: one further try', errors(() => new PlatformError('ambiguous', 'time-out')), 2, { sent: 1 }],
    ['a fault: two further tries', errors(() => new TypeError('x is undefined')), 3, { failed: 1 }],
  ] as const)('sending, %s', async (_, failures, attempts, expected) => {
    drafts = [toChannel('a')];
    here.platform.fail('bovenbouw', failures);
    await run(minuteByMinute);
    expect(here.platform.channelAttempts).toHaveLength(attempts);
    expect(await counts()).toMatchObject({ planned: 0, ...expected });
    const faults = failures[0] instanceof TypeError ? attempts : 0;
    expect(here.faults).toEqual(Array.from({ length: faults }, () => ({ act: 'send', post: 1 })));
  });

  test('retryable is not tried before the time it says', async () => {
    drafts = [toChannel('a')];
    here.platform.fail('bovenbouw', [new PlatformError('retryable', 'busy', 300)]);
    await run([0, 1, 4.9]);
    expect(here.platform.channelAttempts).toHaveLength(1);
    await run([5.1]);
    expect(here.platform.channelSent).toHaveLength(1);
  });

  test.each([
    ['permanent', new PlatformError('permanent', 'message gone'), 1],
    ['ambiguous', new PlatformError('ambiguous', 'time-out'), 2],
    ['retryable', new PlatformError('retryable', 'busy', 60), 2],
  ] as const)('editing, %s: never sent anew', async (_, error, attempts) => {
    drafts = [toChannel('a')];
    await run([0]);
    await change();
    says = () => 'Anders.';
    here.platform.fail('message 1', [error]);
    await run(minuteByMinute);
    expect(here.platform.edits).toHaveLength(attempts);
    expect(here.platform.channelAttempts).toHaveLength(1);
    expect(await counts()).toEqual({ planned: 0, sent: 1, lapsed: 0, failed: 0 });
  });

  test('editing, after a change of later it is tried again', async () => {
    drafts = [toChannel('a')];
    await run([0]);
    says = () => 'Anders.';
    await change();
    here.platform.fail('message 1', [new PlatformError('permanent', 'too old')]);
    await run([1, 2]);
    await change();
    await run([3, 4]);
    expect(here.platform.edits).toHaveLength(2);
  });

  test('one never stops the others, nor the digests', async () => {
    drafts = [toChannel('a'), toChannel('b')];
    says = ({ key }) => {
      if (key === 'a') throw new Error('broken');
      return 'ja';
    };
    await here.makeTick(here.store, [...nudges]).tick(soon(0));
    expect(here.platform.channelSent.map(({ text }) => text)).toEqual(['ja']);
    expect(here.faults).toEqual([{ act: 'compose', post: 1 }]);
  });
});

describe('two processes, and a crash', () => {
  const dyingAt = (act: 'settle' | 'claim' | 'release'): Store => {
    const posts = { ...here.store.posts, [act]: () => Promise.reject(new Error('the process is dead')) };
    return { ...here.store, posts };
  };

  test('two ticks at once send each post once', async () => {
    drafts = Array.from({ length: 30 }, (_, index) => toChannel(`post ${index}`));
    await Promise.all([ticking.tick(on(MONDAY, '08:00')), here.makeTick(here.store, nudges).tick(on(MONDAY, '08:00'))]);
    expect(here.platform.channelSent).toHaveLength(30);
    expect(await counts()).toMatchObject({ planned: 0, sent: 30 });
  });

  test('dies between sending and marking: sent again, but only after the lease', async () => {
    drafts = [toChannel('a')];
    await here.makeTick(dyingAt('settle'), nudges).tick(on(MONDAY, '08:00'));
    await ticking.tick(on(MONDAY, '08:01'));
    expect(sentTimes()).toEqual(['08:00']);
    for (const time of ['08:03', '08:10']) await ticking.tick(on(MONDAY, time));
    expect(sentTimes()).toEqual(['08:00', '08:03']);
  });

  test('cannot claim: the others go on', async () => {
    drafts = [toChannel('a')];
    await here.makeTick(dyingAt('claim'), nudges).tick(on(MONDAY, '08:00'));
    expect(here.faults).toEqual([{ act: 'claim', post: 1 }]);
    await ticking.tick(on(MONDAY, '08:01'));
    expect(sentTimes()).toEqual(['08:01']);
  });

  test('stopping finishes what is being sent, and takes nothing more', async () => {
    drafts = [toChannel('a'), toChannel('b')];
    const gate = here.platform.close();
    const running = ticking.tick(on(MONDAY, '08:00'));
    await gate.reached;
    const stopped = ticking.stop();
    gate.open();
    expect(await running).toMatchObject({ posts: 1 });
    await stopped;
    await here.makeTick(here.store, nudges).tick(on(MONDAY, '08:00'));
    expect(here.platform.channelSent).toHaveLength(2);
  });
});
