import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shareAgenda } from '../../src/agenda/share.nudge.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { PostDraft } from '../../src/delivery/announcement.ts';
import { goalCheckIn } from '../../src/goals/check-in.nudge.ts';
import type { Platform } from '../../src/platform.ts';
import { buildSchool, openStore, stamp } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { at, DELIVERED, MORNING, type TickingSchool, tickingSchool } from './ticking-school.ts';

let here: TickingSchool;
beforeEach(async () => {
  here = await tickingSchool();
});
afterEach(() => here.opened.close());

test('the digest of a morning', async () => {
  await here.store.goals.checkIn(stamp(here.nadia, '2026-09-03T10:00:00Z'), {
    goalId: here.school.goal('Meer leerlingen op 1S rekenen'),
    date: localDate('2026-09-03'),
    status: 'op koers',
    value: 22,
    sentence: '',
    success: false,
    replaces: null,
  });
  expect(await here.tick.tick(at(MORNING))).toEqual({ planned: 2, posts: 0, digests: 1 });
  expect(here.platform.sent[0]!.text).toMatchInlineSnapshot(`
    "Goedemorgen Nadia · maandag 28 september
    Doel 1 Meer leerlingen op 1S rekenen van Bovenbouw · Hoe staat het ermee? Vorige keer: op koers, 22%.
    [● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]
    Doel 2 Elke week rijke teksten van Bovenbouw · Hoe staat het ermee?
    [● Op koers] [▲ Aandacht nodig] [■ Loopt achter] [Met waarde…]
    [Morgen opnieuw] [Niet meer over dit onderwerp] [Instellingen]"
  `);
  const buttons = here.platform.sent[0]!.notice.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
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
  expect(here.faults).toEqual([]);
});

test('without digests: posts go out, digests wait for the next tick', async () => {
  const post = {
    key: 'gedeeld',
    kind: 'agenda-delen',
    schoolId: here.school.id,
    to: { kind: 'channel', schoolId: here.school.id, channel: 'bovenbouw' },
    subject: `meeting:${here.school.team('Bovenbouw')}:2026-10-01`,
    day: localDate('2026-09-28'),
    time: localTime('08:00'),
    untilDay: localDate('2026-10-01'),
    until: localTime('15:00'),
  } as const;
  const by = stamp(here.nadia, '2026-09-28T06:00:00Z');
  await here.store.teams.link(by, here.school.team('Bovenbouw'), 'bovenbouw');
  await here.store.agenda.share(
    by,
    { teamId: here.school.team('Bovenbouw'), date: post.untilDay, time: post.until, duration: 60, version: null },
    { tells: [], posts: [post], changed: [] },
  );
  const ticking = here.makeTick(here.store, [...DELIVERED, shareAgenda]);
  const report = await ticking.tickPosts(at(MORNING));
  expect([report.posts, report.digests]).toEqual([1, 0]);
  expect([here.platform.channelSent.length, here.platform.sent.length]).toEqual([1, 0]);
  expect(await ticking.tick(at(MORNING))).toMatchObject({ posts: 0, digests: 1 });
  expect(here.received()).toHaveLength(1);
});

test('what somebody does while digests go out does not wait until everybody has one', async () => {
  const opened = await openStore();
  const names = ['Bo', 'Cas', 'Dina', 'Ezra'];
  const school = await buildSchool(opened, {
    staff: names.map((name) => ({ name })),
    teams: [{ team: 'Bovenbouw', chair: 'Bo', channel: 'bovenbouw' }],
    goals: names.map((owner) => ({ title: `Doel van ${owner}`, owner })),
  });
  const team = school.team('Bovenbouw');
  const out: string[] = [];
  let asked: Promise<unknown> = Promise.resolve();
  const platform: Platform = {
    name: 'trial',
    send: async (to) => {
      out.push(to.kind);
      if (out.length === 1) asked = shareAndTell();
      return { reference: String(out.length) };
    },
    edit: async () => {},
  };
  const ticking = strictTick({ store: opened.store, platform, nudges: [goalCheckIn, shareAgenda] });
  async function shareAndTell() {
    const untilDay = localDate('2026-09-24');
    const post: PostDraft = {
      key: 'gedeeld',
      kind: 'agenda-delen',
      schoolId: school.id,
      to: { kind: 'channel', schoolId: school.id, channel: 'bovenbouw' },
      subject: `meeting:${team}:${untilDay}`,
      day: localDate('2026-09-21'),
      time: localTime('08:00'),
      untilDay,
      until: localTime('15:00'),
    };
    const meeting = { teamId: team, date: untilDay, time: post.until, duration: 60, version: null };
    const by = stamp(school.person('Bo'), '2026-09-21T06:00:00Z');
    await opened.store.agenda.share(by, meeting, { tells: [], posts: [post], changed: [] });
    await ticking.tickPosts(at('2026-09-21T08:00:01+02:00'));
  }
  expect(await ticking.tick(at('2026-09-21T08:00:00+02:00'))).toMatchObject({ posts: 1, digests: 4 });
  await asked;
  expect(out.toSorted()).toEqual(['channel', 'person', 'person', 'person', 'person']);
  expect(out.indexOf('channel')).toBeLessThan(3);
  opened.close();
});

test('a reminder in the afternoon, about one goal', async () => {
  await here.store.goals.setStatus(stamp(), here.school.goal('Elke week rijke teksten'), 'gepauzeerd', '');
  await here.tick.tick(at('2026-10-05T13:30:00+02:00'));
  const digest = here.platform.sent.find(({ to }) => to === here.nadia)!;
  expect(digest.text).toMatchInlineSnapshot(`
    "Goedemiddag Nadia · maandag 5 oktober
    Doel 1 Meer leerlingen op 1S rekenen van Bovenbouw · Er is nog geen nieuwe update. Hoe staat het ermee?
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
    const { nadia } = here;
    const settings = await here.store.people.settings(nadia);
    await here.store.people.changeSettings(stamp(nadia), nadia, { ...settings, digestTime: localTime('09:30') }, []);
    for (const time of ['00:00', '07:59', '08:00', '09:29', '09:30', '09:31', '16:59']) {
      await here.tick.tick(at(`2026-09-28T${time}:00+02:00`));
    }
    expect(here.received()).toEqual(['2026-09-28T09:30']);
  });

  test('never before 08:00, whatever somebody filled in', async () => {
    const { nadia } = here;
    const settings = await here.store.people.settings(nadia);
    await here.store.people.changeSettings(stamp(nadia), nadia, { ...settings, digestTime: localTime('06:30') }, []);
    for (const time of ['06:30', '07:59', '08:00']) await here.tick.tick(at(`2026-09-28T${time}:00+02:00`));
    expect(here.received()).toEqual(['2026-09-28T08:00']);
  });

  test.each([
    ['16:59', '2026-09-28T16:59'],
    // Tuesday is a working day too.
    ['17:00', '2026-09-29T08:00'],
    ['23:59', '2026-09-29T08:00'],
  ])('after an outage until %s', async (time, expected) => {
    await here.tick.tick(at(`2026-09-28T${time}:00+02:00`));
    await here.tick.tick(at('2026-09-29T08:00:00+02:00'));
    expect(here.received()).toEqual([expected]);
  });

  test('after an outage of days: the next own working day in the window, then the reminder', async () => {
    // Nadia works on Monday, Tuesday and Thursday; the window of the first nudge ends on Sunday 4 October.
    for (const day of ['2026-09-30', '2026-10-01', '2026-10-05']) await here.tick.tick(at(`${day}T08:00:00+02:00`));
    expect(here.received()).toEqual(['2026-10-01T08:00', '2026-10-05T08:00']);
  });

  test('never on a day off, in a weekend, or while quiet; what lapses meanwhile does not come back', async () => {
    const { nadia } = here;
    const settings = await here.store.people.settings(nadia);
    await here.store.people.changeSettings(
      stamp(nadia),
      nadia,
      { ...settings, snoozedUntil: localDate('2026-09-30') },
      [],
    );
    for (const day of ['28', '29', '30']) await here.tick.tick(at(`2026-09-${day}T08:00:00+02:00`));
    expect(here.received()).toEqual([]);
    for (const day of ['01', '02', '03', '04']) await here.tick.tick(at(`2026-10-${day}T08:00:00+02:00`));
    expect(here.received()).toEqual(['2026-10-01T08:00']);
  });
});

describe('what is no longer needed lapses', () => {
  const update = (date: string, goal = 'Elke week rijke teksten') =>
    here.store.goals.checkIn(stamp(here.nadia, `${date}T10:00:00Z`), {
      goalId: here.school.goal(goal),
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
    await here.tick.tick(at(MORNING));
    expect(here.platform.sent[0]!.text.match(/Hoe staat het ermee/g)).toHaveLength(asked);
  });

  test('everything is answered: no digest at all', async () => {
    await update('2026-09-24');
    await update('2026-09-24', 'Meer leerlingen op 1S rekenen');
    await here.tick.tick(at(MORNING));
    expect(here.platform.attempts).toEqual([]);
    expect(await here.store.outbox.counts()).toMatchObject({ planned: 0, lapsed: 2 });
  });

  test('paused between planning and sending', async () => {
    await here.tick.tick(at('2026-09-28T00:01:00+02:00'));
    await here.store.goals.setStatus(stamp(), here.school.goal('Elke week rijke teksten'), 'gepauzeerd', '');
    await here.tick.tick(at(MORNING));
    expect(here.platform.sent[0]!.text).not.toContain('rijke teksten');
  });

  test('the kind is switched off, or this subject', async () => {
    const { nadia } = here;
    await here.store.people.mute(stamp(nadia), nadia, `goal:${here.school.goal('Elke week rijke teksten')}`);
    await here.tick.tick(at(MORNING));
    expect(here.platform.sent.map(({ text }) => text.includes('rijke teksten'))).toEqual([false]);
    const settings = await here.store.people.settings(nadia);
    await here.store.people.changeSettings(stamp(nadia), nadia, { ...settings, mutedKinds: ['doel-checkin'] }, []);
    await here.tick.tick(at('2026-10-05T08:00:00+02:00'));
    expect(here.received()).toHaveLength(1);
  });

  test('absent since this morning', async () => {
    await here.tick.tick(at('2026-09-28T00:01:00+02:00'));
    await here.store.people.reportAbsent(stamp(), here.nadia, {
      from: localDate('2026-09-28'),
      until: localDate('2026-09-28'),
    });
    await here.tick.tick(at(MORNING));
    expect(here.received()).toEqual([]);
    await here.tick.tick(at('2026-09-29T08:00:00+02:00'));
    expect(here.received()).toEqual(['2026-09-29T08:00']);
  });
});
