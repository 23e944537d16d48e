import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareAgenda } from '../../src/agenda/prepare.nudge.ts';
import { shareAgenda } from '../../src/agenda/share.nudge.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { Tick } from '../../src/delivery/tick.ts';
import { PlatformError } from '../../src/platform.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import { DEPUTY, OWNER, person, SCHOOL, schoolState, TEAM, team } from '../delivery/school-state.ts';
import { at } from '../delivery/ticking-school.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';

const THURSDAY = localDate('2026-09-24');
const MEMBER = 3 as typeof OWNER;

describe('on the day of the meeting', () => {
  const people = [person(OWNER), person(DEPUTY, { workingDays: ['ma', 'wo'] }), person(MEMBER)];
  const members = [
    { teamId: TEAM, personId: OWNER, from: null, until: null },
    { teamId: TEAM, personId: MEMBER, from: null, until: null },
  ];
  const lines = (change: Parameters<typeof schoolState>[0]) =>
    preview([schoolState({ goals: [], people, members, ...change })], THURSDAY, THURSDAY, [shareAgenda]).map(
      ({ op, aan, soort, onderwerp }) => `${op} ${aan} ${soort} ${onderwerp}`,
    );

  test('in the channel at 08:00', () =>
    expect(lines({ teams: [team({ channel: 'bovenbouw', deputyId: DEPUTY })] })).toEqual([
      '2026-09-24T08:00:00+02:00 bovenbouw agenda-delen Bovenbouw 2026-09-24',
    ]));

  test('without a channel: to everybody of the team who works that day', () =>
    expect(lines({ teams: [team({ deputyId: DEPUTY })] })).toEqual([
      '2026-09-24T08:00:00+02:00 persoon1@school.example agenda-delen Bovenbouw 2026-09-24',
      '2026-09-24T08:00:00+02:00 persoon3@school.example agenda-delen Bovenbouw 2026-09-24',
    ]));

  test.each([
    ['08:00', 0],
    ['08:15', 2],
  ])('of a meeting at %s, for who reads the digest before it', (time, count) =>
    expect(lines({ teams: [team({ time: localTime(time) })] })).toHaveLength(count),
  );

  test.each([
    ['08:00', 0],
    ['08:15', 1],
  ])('in the channel of a meeting at %s, as it only comes before it begins', (time, count) =>
    expect(lines({ teams: [team({ channel: 'bovenbouw', time: localTime(time) })] })).toHaveLength(count),
  );

  test('not after a membership ended, nor of a meeting that does not take place', () => {
    const left = members.map((each) => ({ ...each, until: localDate('2026-09-23') }));
    expect(lines({ teams: [team()], members: left })).toHaveLength(1);
    const vacation = [{ from: THURSDAY, until: THURSDAY, kind: 'vrij' as const, name: 'Margedag' }];
    expect(lines({ teams: [team({ channel: 'bovenbouw' })], ownDays: vacation })).toEqual([]);
    const meeting = { id: 1 as never, teamId: TEAM, date: THURSDAY, time: localTime('15:00'), duration: 60 };
    const cancelled = {
      ...meeting,
      state: 'vervallen' as const,
      movedTo: null,
      movedFrom: null,
      reason: '',
      version: 1,
    };
    expect(lines({ teams: [team({ channel: 'bovenbouw' })], meetings: [cancelled] })).toEqual([]);
  });

  test('a post of the school, until the meeting begins', () => {
    const state = schoolState({ teams: [team({ channel: 'bovenbouw' })] });
    expect(shareAgenda.posts!(state, THURSDAY)).toMatchObject([
      {
        to: { kind: 'channel', schoolId: SCHOOL, channel: 'bovenbouw' },
        subject: 'meeting:1:2026-09-24',
        untilDay: THURSDAY,
        until: '15:00',
      },
    ]);
  });
});

describe('what the channel gets', () => {
  let opened: OpenStore;
  let school: BuiltSchool;
  let platform: FakePlatform;
  let tick: Tick;
  beforeEach(async () => {
    opened = await openStore();
    const teams = REGENBUI.teams!.map((each) => ({ ...each, channel: 'bovenbouw' }));
    school = await buildSchool(opened, { ...REGENBUI, teams });
    platform = new FakePlatform();
    tick = strictTick({
      store: opened.store,
      platform,
      nudges: [shareAgenda],
    });
  });
  afterEach(() => opened.close());

  const addItem = (text: string, now: string) =>
    opened.store.agenda.addItem(stamp(school.person('Sanne'), now), {
      schoolId: school.id,
      teamId: school.team('Bovenbouw'),
      kind: 'overig',
      text,
      minutes: 5,
      link: '',
    });

  test('a draft at 08:00; later points edit it, until the meeting begins', async () => {
    for (const time of ['07:59', '08:00', '08:01']) await tick.tick(at(`2026-09-24T${time}:00+02:00`));
    expect(platform.channelSent.map(({ at }) => at)).toEqual(['2026-09-24T08:00']);
    const [{ text, notice }] = platform.channelSent as [(typeof platform.channelSent)[0]];
    expect(notice.visibility).toBe('everyone');
    expect(text.split('\n')[0]).toBe('Leerteam Bovenbouw · donderdag 24 september, 15.00-16.00 · concept');

    await addItem('Toetsdata groep 6', '2026-09-24T08:10:00Z');
    await tick.tick(at('2026-09-24T10:11:00+02:00'));
    await tick.tick(at('2026-09-24T10:12:00+02:00'));
    expect(platform.edits.map(({ at, reference }) => `${at} ${reference}`)).toEqual(['2026-09-24T10:11 message 1']);
    expect(platform.edits[0]!.text).toContain('Ingebracht door Sanne: Toetsdata groep 6');

    await addItem('Te laat', '2026-09-24T13:00:00Z');
    await tick.tick(at('2026-09-24T15:00:00+02:00'));
    expect(platform.edits).toHaveLength(1);
    expect(platform.channelSent).toHaveLength(1);
  });

  test('a meeting that is later that day is edited until then', async () => {
    await tick.tick(at('2026-09-24T08:00:00+02:00'));
    const seen = { teamId: school.team('Bovenbouw'), date: THURSDAY, time: localTime('15:00'), duration: 60 };
    const to = { ...seen, time: localTime('17:00') };
    const nothing = { tells: [], posts: [], changed: [] };
    const now = stamp(school.person('Nadia'), '2026-09-24T07:00:00Z');
    await opened.store.agenda.move(now, { ...seen, version: null }, to, [], nothing);
    await tick.tick(at('2026-09-24T09:01:00+02:00'));
    await addItem('Toetsdata groep 6', '2026-09-24T14:00:00Z');
    await tick.tick(at('2026-09-24T16:01:00+02:00'));
    expect(platform.edits.at(-1)!.text).toContain('Toetsdata groep 6');
  });

  test('a channel that is linked before 08:00 gets it', async () => {
    await tick.tick(at('2026-09-24T07:00:00+02:00'));
    await opened.store.teams.link(stamp(null, '2026-09-24T05:30:00Z'), school.team('Bovenbouw'), 'nieuw');
    await tick.tick(at('2026-09-24T08:00:00+02:00'));
    expect(platform.channelSent.map(({ channel }) => channel)).toEqual(['nieuw']);
  });

  test('a meeting that is cancelled says so in the same message', async () => {
    await tick.tick(at('2026-09-24T08:00:00+02:00'));
    const seen = { teamId: school.team('Bovenbouw'), date: THURSDAY, time: localTime('15:00'), duration: 60 };
    const nothing = { tells: [], posts: [], changed: [] };
    const now = stamp(school.person('Nadia'), '2026-09-24T07:00:00Z');
    await opened.store.agenda.cancel(now, { ...seen, version: null }, 'Ziekte', nothing);
    await tick.tick(at('2026-09-24T09:01:00+02:00'));
    expect(platform.edits.map(({ text }) => text)).toEqual([expect.stringContaining('gaat niet door')]);
  });

  test('after an outage not any more when the meeting has begun', async () => {
    await tick.tick(at('2026-09-24T15:00:00+02:00'));
    expect(platform.channelSent).toEqual([]);
    expect(await opened.store.outbox.counts()).toMatchObject({ planned: 0, lapsed: 1 });
  });
});

describe('without a channel', () => {
  let talk: Talk;
  let platform: FakePlatform;
  let tick: Tick;
  let school: BuiltSchool;
  beforeEach(async () => {
    const staff = REGENBUI.staff.map((one) => ({ ...one, workingDays: null }));
    const open = await Talk.open({ ...REGENBUI, staff });
    talk = open.talk;
    school = open.schools[0]!;
    platform = new FakePlatform();
    tick = strictTick({
      store: talk.opened.store,
      platform,
      nudges: [shareAgenda],
    });
  });
  afterEach(() => talk.opened.close());

  /** When each got a message with the agenda. */
  const got = (name: string) =>
    platform.sent.filter(({ to }) => to === school.person(name)).map(({ at }) => at.slice(0, 10));
  const mornings = async (...days: string[]) => {
    for (const day of days) await tick.tick(at(`${day}T08:00:00+01:00`));
  };

  test('who shared it does not get it back, and nobody gets it twice', async () => {
    await talk.says('Nadia', '/agenda delen');
    await mornings('2026-11-25', '2026-11-26');
    expect([got('Nadia'), got('Nico'), got('Sanne')]).toEqual([[], ['2026-11-25'], ['2026-11-25']]);
  });

  test.each([
    ['shared', '/agenda delen', 'De agenda is gedeeld. Kijk wat erop staat.\n[Bekijk agenda]'],
    ['a draft', '/agenda', 'De agenda is nog niet gedeeld. Kijk alvast wat erop staat.\n[Bekijk agenda]'],
  ])('beside other points it says why it is there: %s', async (_, line, words) => {
    await talk.says('Nadia', line);
    const about = { schoolId: school.id, receiver: school.person('Nico') };
    const days = { from: localDate('2026-11-24'), until: localDate('2026-11-26') };
    const plans: Nudge = {
      ...prepareAgenda,
      kind: 'doel-checkin',
      plan: () => [
        { ...days, key: 'iets', kind: 'doel-checkin', subject: 'goal:1', step: 0, answeredFrom: days.from, ...about },
      ],
      compose: async () => ({ parts: [{ kind: 'text', text: [{ text: 'Nog iets.' }] }] }),
    };
    await strictTick({ store: talk.opened.store, platform, nudges: [shareAgenda, plans] }).tick(
      at('2026-11-26T08:00:00+01:00'),
    );
    const digest = platform.sent.find(({ to }) => to === school.person('Nico'))!.text;
    expect(digest).toContain('Nog iets.');
    expect(digest).toContain(words);
  });

  test('shared on the day itself, before anybody got it', async () => {
    await tick.tick(at('2026-11-26T07:00:00+01:00'));
    talk.now = at('2026-11-26T07:30:00+01:00');
    await talk.says('Nadia', '/agenda delen');
    await mornings('2026-11-26');
    expect([got('Nadia'), got('Nico'), got('Sanne')]).toEqual([[], ['2026-11-26'], ['2026-11-26']]);
    expect(platform.sent[0]!.text).not.toContain('concept');
  });

  test('shared, moved, moved back and shared again before anybody got it', async () => {
    const meeting = (day: string) => `${school.team('Bovenbouw')}:${day}`;
    await talk.says('Nadia', '/agenda delen');
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: meeting('2026-11-26'), naar: '2026-11-27' });
    await mornings('2026-11-25');
    talk.now = at('2026-11-25T09:00:00+01:00');
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: meeting('2026-11-27'), naar: '2026-11-26' });
    await talk.says('Nadia', '/agenda delen');
    await mornings('2026-11-26');
    expect([got('Nadia'), got('Nico'), got('Sanne')]).toEqual([[], ['2026-11-26'], ['2026-11-26']]);
  });
});

/** Tuesday 24 November 2026, with a meeting on Thursday; the chair is Nadia and Nico deputises. */
describe('a channel that cannot be reached', () => {
  let talk: Talk;
  let school: BuiltSchool;
  let platform: FakePlatform;
  let tick: Tick;
  beforeEach(async () => {
    const staff = REGENBUI.staff.map((one) => ({ ...one, workingDays: null }));
    const teams = REGENBUI.teams!.map((each) => ({ ...each, channel: 'bovenbouw' }));
    const open = await Talk.open({ ...REGENBUI, staff, teams });
    talk = open.talk;
    school = open.schools[0]!;
    platform = new FakePlatform();
    tick = strictTick({ store: talk.opened.store, platform, nudges: [shareAgenda] });
  });
  afterEach(() => talk.opened.close());

  const refuses = (...reasons: string[]) =>
    platform.fail(
      'bovenbouw',
      reasons.map((reason) => new PlatformError('permanent', reason)),
    );
  const share = async () => {
    const said = await talk.says('Nadia', '/agenda delen');
    await tick.tickPosts(talk.now);
    return said;
  };
  const digestOf = (name: string) => platform.sent.filter(({ to }) => to === school.person(name)).at(-1)?.text ?? '';

  test('everybody of the team gets it themselves, and who leads it hears why', async () => {
    refuses('not_in_channel');
    await share();
    await tick.tick(at('2026-11-25T08:00:00+01:00'));
    for (const name of ['Nadia', 'Nico', 'Sanne']) expect(digestOf(name)).toContain('Inchecken');
    expect(digestOf('Nadia')).toContain(
      'De agenda staat niet in het kanaal van Bovenbouw. Ieder van het team krijgt hem nu in het eigen dagelijkse bericht.\nIk zit niet in dat kanaal. Typ daar /invite @Leerteambot en deel de agenda dan opnieuw.\n[Opnieuw delen]',
    );
    expect(digestOf('Sanne')).not.toContain('/invite');
    expect(platform.channelSent).toEqual([]);
  });

  test.each([
    ['channel_not_found', 'Ik kan dat kanaal niet vinden.'],
    ['is_archived', 'Dat kanaal is gearchiveerd.'],
    ['restricted_action', 'Vraag de beheerder om te kijken waarom'],
  ])('%s is said in words on the page of the agenda too, to who leads the team only', async (reason, words) => {
    refuses(reason);
    await share();
    expect(await talk.says('Nadia', '/agenda')).toContain(words);
    expect(await talk.says('Sanne', '/agenda')).not.toContain(words);
  });

  test('shared again it is posted, and who did not read it yet gets it there only', async () => {
    refuses('not_in_channel');
    await share();
    expect(platform.channelSent).toEqual([]);
    expect(await share()).toMatch(/^Gedeeld in het kanaal van Bovenbouw\./);
    expect(platform.channelSent).toHaveLength(1);
    expect(await share()).toMatch(/^Deze agenda is al gedeeld\./);
    await tick.tick(at('2026-11-25T08:00:00+01:00'));
    expect([platform.channelSent.length, platform.sent.length]).toEqual([1, 0]);
  });

  test('refused twice, nobody gets it twice', async () => {
    refuses('not_in_channel', 'not_in_channel');
    await share();
    await tick.tick(at('2026-11-25T08:00:00+01:00'));
    talk.now = at('2026-11-25T09:00:00+01:00');
    await share();
    await tick.tick(at('2026-11-26T09:00:00+01:00'));
    expect(platform.sent.map(({ at }) => at.slice(0, 10))).toEqual(Array(3).fill('2026-11-25'));
  });

  test('a draft of the day itself that is refused', async () => {
    refuses('not_in_channel');
    await tick.tick(at('2026-11-26T08:00:00+01:00'));
    for (const name of ['Nadia', 'Nico', 'Sanne']) expect(digestOf(name)).toContain('concept');
  });
});

/** On Monday 4 January 2027, the first school day after the Christmas vacation, the chair gets the agenda of that day to prepare. */
describe('together with the agenda to prepare, on the first school day after a vacation', () => {
  const MONDAY = '2027-01-04T08:00:00+01:00';
  const other = ({ id: schoolId, person }: BuiltSchool): Nudge => ({
    ...prepareAgenda,
    kind: 'verslag',
    plan: (_, day) => {
      const days = { from: day, until: day, answeredFrom: day };
      return [
        { key: `iets:${day}`, kind: 'verslag', receiver: person('Nadia'), schoolId, subject: '', step: 0, ...days },
      ];
    },
    compose: async () => ({ parts: [{ kind: 'text', text: [{ text: 'Nog iets.' }] }] }),
  });
  const digests = async (items: number, besides: boolean) => {
    const teams = REGENBUI.teams!.map((each) => ({ ...each, day: 'ma' as const }));
    const staff = REGENBUI.staff.map((one) => ({ ...one, workingDays: null }));
    const opened = await openStore();
    const school = await buildSchool(opened, { ...REGENBUI, staff, teams });
    const schoolId = school.id;
    for (let count = 0; count < items; count++) {
      const item = { kind: 'overig' as const, text: `Punt ${count}`, minutes: 20, link: '' };
      const by = stamp(school.person('Sanne'), '2026-12-17T09:00:00Z');
      await opened.store.agenda.addItem(by, { ...item, schoolId, teamId: school.team('Bovenbouw') });
    }
    const platform = new FakePlatform();
    const { tick } = strictTick({
      store: opened.store,
      platform,
      nudges: [prepareAgenda, shareAgenda, ...(besides ? [other(school)] : [])],
    });
    await tick(at(MONDAY));
    opened.close();
    return (name: string) => platform.sent.find(({ to }) => to === school.person(name))?.text ?? '';
  };

  test('the chair gets the agenda once, a member gets the draft', async () => {
    const of = await digests(0, false);
    expect(of('Nadia').match(/Leerteam Bovenbouw · /g)).toHaveLength(1);
    expect(of('Nadia')).not.toContain('concept');
    expect(of('Nico')).toContain('concept');
  });

  test('beside other points it says whether it fits, and what does not fit is looked at before it is shared', async () => {
    const [fits, tooLong] = [(await digests(0, true))('Nadia'), (await digests(3, true))('Nadia')];
    expect(fits).toContain('Nog iets.');
    expect(fits).toContain('Kijk de agenda na en deel hem met het team.\nSamen ');
    expect(fits).toMatch(/Samen \d+ van 60 minuten\.\n\[Bekijk agenda\] \[Delen met het team\]/);
    expect(tooLong).toMatch(/Samen \d+ van 60 minuten\. Dat past niet\..*\n\[Bekijk agenda\] \[Aanpassen\]/);
  });
});
