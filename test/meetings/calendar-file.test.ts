/** `/agenda kalender`: what comes into people's own calendars, and what becomes of it there. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesIn } from '../../src/bot/reply-files.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { CalendarApp, readCalendar } from '../support/calendar-app.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
let calendar: CalendarApp;
beforeEach(() => {
  calendar = new CalendarApp();
});
afterEach(() => talk.opened.close());

async function open(...drafts: SchoolDraft[]) {
  const opened = await Talk.open(...(drafts.length > 0 ? drafts : [REGENBUI]));
  talk = opened.talk;
  school = opened.schools[0]!;
}

const OTHER: SchoolDraft = {
  school: { school: 'Het Kompas' },
  staff: [{ name: 'Kees' }, { name: 'Bea', roles: ['bestuur'] }, { name: 'Ada', roles: ['beheerder'] }],
  teams: [{ team: 'Onderbouw', chair: 'Kees' }],
};
const TAAL = { team: 'Taal', kind: 'expertiseteam', chair: 'Sanne', day: 'di', channel: '#taal' } as const;

/** The file of the last answer. */
function file() {
  const [found, ...more] = filesIn(talk.last!);
  if (!found || more.length > 0) throw new Error('not one file');
  return found;
}
const asked = async (name: string, line = '/agenda kalender') => {
  await talk.says(name, line);
  return file();
};
const imports = async (name = 'Sanne') => calendar.open((await asked(name)).content);
/** What is not struck out in these days: `2026-11-26T14:00`, in UTC. */
const days = (from = '2026-11-23', until = '2026-12-12') =>
  calendar.shown().flatMap(({ start }) => (from <= start && start <= until ? [start.slice(0, 16)] : []));
const moves = (from: string, naar: string) => talk.does('Nadia', 'agenda.verzet', { bijeenkomst: `1:${from}`, naar });
const changes = async (values: Record<string, string>) => {
  await talk.says('Nadia', '/leerteam wijzig');
  return talk.fills('Nadia', values);
};

describe('the file', () => {
  test('holds every meeting of this school year, and says how to use it', async () => {
    await open();
    expect(await talk.says('Sanne', '/agenda kalender')).toMatchInlineSnapshot(`
      "De bijeenkomsten van Bovenbouw in 2026-2027
      40 bijeenkomsten. Open het bestand, dan komen ze in je eigen agenda. (bovenbouw-2026-2027.ics)
      Wordt het anders? Vraag dan een nieuw bestand. De meeste agenda’s passen de oude afspraak aan. Blijft die staan? Haal hem dan zelf weg."
    `);
    const entries = readCalendar(file().content);
    expect(entries).toHaveLength(40);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(40);
    expect(entries.map(({ start }) => start)).toEqual(entries.map(({ start }) => start).toSorted());
    expect(entries[0]!.start).toBe('2026-09-03T13:00:00Z');
    expect(entries.find(({ start }) => start.startsWith('2026-11-26'))).toEqual({
      uid: `leerteam-${school.team('Bovenbouw')}-2026-11-23@leerteambot`,
      sequence: expect.any(Number),
      start: '2026-11-26T14:00:00Z',
      end: '2026-11-26T15:00:00Z',
      title: 'Leerteam Bovenbouw',
      note: 'De Regenbui. De agenda staat in Leerteambot: typ /agenda.',
      status: 'CONFIRMED',
      transparency: 'OPAQUE',
      stamp: '2026-11-24T08:30:00Z',
      class: null,
    });
  });

  test('has no meeting in a vacation or on a holiday, which nobody needs to see struck out', async () => {
    await open();
    const { content } = await asked('Sanne');
    const starts = readCalendar(content).map(({ start }) => start.slice(0, 10));
    expect(starts).not.toContain('2026-12-24');
    // Hemelvaartsdag, a Thursday in a school week
    expect(starts).not.toContain('2027-05-06');
    expect(readCalendar(content).every(({ status }) => status === 'CONFIRMED')).toBe(true);
  });

  test('after the last meeting of the year it is the next school year', async () => {
    await open();
    talk.now = new Date('2027-07-28T08:00:00Z');
    const { name, content } = await asked('Sanne');
    expect(name).toBe('bovenbouw-2027-2028.ics');
    expect(readCalendar(content)[0]!.start.slice(0, 4)).toBe('2027');
  });

  test('a team that does not meet has none', async () => {
    const until = localDate('2026-05-01');
    await open({ ...REGENBUI, teams: [...REGENBUI.teams!, { ...TAAL, team: 'Oud', until }] });
    expect(await talk.does('Marieke', 'agenda.kalender', { leerteam: `id:${school.team('Oud')}` })).toBe(
      'Oud komt in 2026-2027 niet bij elkaar.',
    );
  });

  test('people’s words in it stay words', async () => {
    const teams = [{ ...REGENBUI.teams![0]!, team: 'Taal, rekenen; en "meer" <b>' }];
    await open({ ...REGENBUI, teams, goals: [] });
    const { name, content } = await asked('Sanne');
    expect(name).toBe('taal-rekenen-en-meer-b-2026-2027.ics');
    expect(readCalendar(content)[0]!.title).toBe('Leerteam Taal, rekenen; en "meer" <b>');
  });

  test('in English', async () => {
    const staff = REGENBUI.staff.map((one) => (one.name === 'Sanne' ? { ...one, language: 'en' as const } : one));
    await open({ ...REGENBUI, staff });
    await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-11-26', reden: 'storm' });
    expect(await talk.says('Sanne', '/agenda kalender')).toMatchInlineSnapshot(`
      "The meetings of Bovenbouw in 2026-2027
      39 meetings. Open the file and they appear in your own calendar. (bovenbouw-2026-2027.ics)
      Did something change? Ask for a new file. Most calendars change the entry that is there already. Does it stay? Then remove it yourself."
    `);
    const entry = readCalendar(file().content).find(({ start }) => start.startsWith('2026-11-26'));
    expect([entry!.title, entry!.note]).toEqual([
      'Cancelled: Leerteam Bovenbouw',
      'De Regenbui. The agenda is in Leerteambot: type /agenda.',
    ]);
  });
});

describe('in somebody’s calendar', () => {
  test('a meeting that was moved is the same entry on its new day', async () => {
    await open();
    await imports();
    await moves('2026-11-26', '2026-11-30');
    await imports();
    expect(days()).toEqual(['2026-11-30T14:00', '2026-12-03T14:00', '2026-12-10T14:00']);
    await moves('2026-11-30', '2026-12-01');
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-12-01', tijd: '16:00' });
    await imports();
    expect(days()).toEqual(['2026-12-01T15:00', '2026-12-03T14:00', '2026-12-10T14:00']);
    await moves('2026-12-01', '2026-11-26');
    await imports();
    expect(days()).toEqual(['2026-11-26T15:00', '2026-12-03T14:00', '2026-12-10T14:00']);
  });

  test('one that was cancelled is struck out, without its reason', async () => {
    await open();
    await imports();
    await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-11-26', reden: 'Nico is er niet' });
    await imports();
    expect(days()).toEqual(['2026-12-03T14:00', '2026-12-10T14:00']);
    expect(file().content).toContain('SUMMARY:Vervalt: Leerteam Bovenbouw\r\n');
    expect(file().content).not.toContain('Nico');
  });

  test('another weekday moves every entry', async () => {
    await open();
    await imports();
    const before = calendar.shown().length;
    await changes({ dag: 'ma', tijd: '14:30' });
    await imports();
    // The day itself is past its meeting time of Monday, so this week has none.
    expect(days()).toEqual(['2026-11-30T13:30', '2026-12-07T13:30']);
    expect(calendar.shown().length).toBeGreaterThan(before - 6);
  });

  test('in the week of the change the team may meet twice', async () => {
    await open();
    talk.now = new Date('2026-11-24T08:30:00Z');
    await changes({ dag: 'ma' });
    await imports();
    talk.now = new Date('2026-11-30T18:00:00Z');
    await changes({ dag: 'do' });
    await imports();
    expect(days()).toEqual(['2026-11-30T14:00', '2026-12-03T14:00', '2026-12-10T14:00']);
    await changes({ dag: 'vr' });
    await imports();
    expect(days()).toEqual(['2026-11-30T14:00', '2026-12-04T14:00', '2026-12-11T14:00']);
  });

  test('from every week to every second week: the others are struck out', async () => {
    await open();
    await imports();
    await changes({ ritme: 'tweewekelijks', eerste: '2026-12-03' });
    await imports();
    expect(days('2026-11-23', '2027-01-16')).toEqual(['2026-12-03T14:00', '2026-12-17T14:00', '2027-01-14T14:00']);
  });

  test('who asks for the first time after that sees what the others see', async () => {
    await open();
    await imports();
    await changes({ ritme: 'tweewekelijks', eerste: '2026-12-03' });
    await imports();
    const fresh = new CalendarApp();
    fresh.open(file().content);
    expect(fresh.shown()).toEqual(calendar.shown());
  });

  test('a team that stops: what it would have had is struck out, and comes back when it goes on', async () => {
    await open();
    await imports();
    const all = days('2026-11-23', '2027-07-31');
    const stops = (tot: string) =>
      talk.does('Marieke', 'leerteam.stoppen', { leerteam: `id:${school.team('Bovenbouw')}`, tot, klaar: 'ja' });
    await stops('2026-12-04');
    await imports();
    expect(days('2026-11-23', '2027-07-31')).toEqual(['2026-11-26T14:00', '2026-12-03T14:00']);
    await stops('');
    await imports();
    expect(days('2026-11-23', '2027-07-31')).toEqual(all);
  });

  test('a closed day of the school itself strikes out', async () => {
    await open();
    await imports();
    await talk.does('Marieke', 'school.dag-erbij', { van: '2026-12-03', soort: 'vrij', naam: 'storm' });
    await imports();
    expect(days()).toEqual(['2026-11-26T14:00', '2026-12-10T14:00']);
    // Moved away from that day it is the same entry.
    await moves('2026-12-03', '2026-12-02');
    await imports();
    expect(days()).toEqual(['2026-11-26T14:00', '2026-12-02T14:00', '2026-12-10T14:00']);
  });

  test('a meeting that is moved over the summer is one entry, in the files of both years', async () => {
    await open();
    talk.now = new Date('2027-06-28T08:30:00Z');
    await imports();
    const before = days('2027-07-01', '2027-08-01');
    await moves('2027-07-15', '2027-09-01');
    await imports();
    expect(file().name).toBe('bovenbouw-2026-2027.ics');
    expect(days('2027-07-01', '2027-08-01')).toEqual(before.filter((day) => !day.startsWith('2027-07-15')));
    expect(days('2027-08-01', '2027-09-05')).toEqual(['2027-09-01T13:00']);
    talk.now = new Date('2027-08-02T08:30:00Z');
    await imports();
    expect(file().name).toBe('bovenbouw-2027-2028.ics');
    expect(days('2027-08-01', '2027-09-05')).toEqual(['2027-09-01T13:00', '2027-09-02T13:00']);
  });

  test('a meeting that took the place of a cancelled one: both are right', async () => {
    await open();
    await imports();
    await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-12-03', reden: 'storm' });
    await moves('2026-11-26', '2026-12-03');
    await imports();
    expect(days()).toEqual(['2026-12-03T14:00', '2026-12-10T14:00']);
    await talk.does('Sanne', 'agenda.kalender', { bijeenkomst: '1:2026-12-03' });
    expect(readCalendar(file().content)).toMatchObject([
      { uid: 'leerteam-1-2026-11-23@leerteambot', start: '2026-12-03T14:00:00Z', status: 'CONFIRMED' },
    ]);
  });

  test('a study day is a day to meet', async () => {
    await open();
    await talk.does('Marieke', 'school.dag-erbij', { van: '2026-12-03', soort: 'studiedag', naam: 'rekenen' });
    await imports();
    expect(days()).toContain('2026-12-03T14:00');
  });

  test('another name of the team is another title of the same entries', async () => {
    await open();
    await imports();
    const before = calendar.shown().length;
    await changes({ naam: 'Groep 6-8' });
    await imports();
    expect(calendar.shown()).toHaveLength(before);
    expect(new Set(calendar.shown().map(({ title }) => title))).toEqual(new Set(['Leerteam Groep 6-8']));
  });
});

describe('one meeting', () => {
  test('from the page of its agenda', async () => {
    await open();
    await talk.says('Sanne', '/agenda');
    expect(await talk.presses('Sanne', 'In mijn agenda')).toMatchInlineSnapshot(`
      "Bovenbouw, donderdag 26 november, 15.00
      Open het bestand, dan staat deze bijeenkomst in je eigen agenda. (bovenbouw-2026-11-26.ics)
      [Het hele schooljaar]
      Wordt het anders? Vraag dan een nieuw bestand. De meeste agenda’s passen de oude afspraak aan. Blijft die staan? Haal hem dan zelf weg."
    `);
    calendar.open(file().content);
    expect(days()).toEqual(['2026-11-26T14:00']);
    await talk.presses('Sanne', 'Het hele schooljaar');
    calendar.open(file().content);
    expect(days()).toEqual(['2026-11-26T14:00', '2026-12-03T14:00', '2026-12-10T14:00']);
  });

  test('that was moved since the button was made: where it is now, and the same entry', async () => {
    await open();
    await imports();
    await moves('2026-11-26', '2026-11-30');
    await talk.does('Sanne', 'agenda.kalender', { bijeenkomst: '1:2026-11-26' });
    expect(file().name).toBe('bovenbouw-2026-11-30.ics');
    calendar.open(file().content);
    expect(days()).toEqual(['2026-11-30T14:00', '2026-12-03T14:00', '2026-12-10T14:00']);
  });

  test('that was cancelled is struck out', async () => {
    await open();
    await imports();
    await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-11-26', reden: 'storm' });
    expect(await talk.does('Sanne', 'agenda.kalender', { bijeenkomst: '1:2026-11-26' })).toContain(
      'Deze bijeenkomst gaat niet door. Open het bestand, dan weet je eigen agenda dat ook.',
    );
    calendar.open(file().content);
    expect(days()).toEqual(['2026-12-03T14:00', '2026-12-10T14:00']);
  });

  test.each([
    [
      'a holiday',
      '1:2027-05-06',
      'Bovenbouw komt op donderdag 6 mei 2027 niet bij elkaar. Typ /agenda, dan zie je de volgende bijeenkomst.',
    ],
    [
      'another weekday',
      '1:2026-11-27',
      'Bovenbouw komt op vrijdag 27 november niet bij elkaar. Typ /agenda, dan zie je de volgende bijeenkomst.',
    ],
    [
      'no team',
      '99:2026-11-26',
      'Dit is alleen voor het leerteam zelf, of dat leerteam is er niet meer. Vraag het aan de directeur van die school.',
    ],
    ['nonsense', 'vrijdag', 'Ik vind de bijeenkomst vrijdag niet. Typ /agenda, dan zie je de volgende.'],
  ])('on %s: there is none', async (_, bijeenkomst, answer) => {
    await open();
    expect(await talk.does('Sanne', 'agenda.kalender', { bijeenkomst })).toBe(answer);
  });
});

describe('who gets it', () => {
  const TEAMS: SchoolDraft = { ...REGENBUI, teams: [...REGENBUI.teams!, { ...TAAL, time: localTime('16:00') }] };

  test('with two teams one chooses, by a button or by name', async () => {
    await open(TEAMS);
    expect(await talk.says('Sanne', '/agenda kalender')).toBe('Welk leerteam bedoel je?\n[Bovenbouw] [Taal]');
    await talk.presses('Sanne', 'Taal');
    expect(file().name).toBe('taal-2026-2027.ics');
    expect((await asked('Sanne', '/agenda kalender bovenbouw')).name).toBe('bovenbouw-2026-2027.ics');
  });

  test('the entries of two teams do not get in each other’s way', async () => {
    await open(TEAMS);
    calendar.open((await asked('Sanne', '/agenda kalender bovenbouw')).content);
    calendar.open((await asked('Sanne', '/agenda kalender taal')).content);
    expect(days('2026-11-23', '2026-11-28')).toEqual(['2026-11-24T15:00', '2026-11-26T14:00']);
    expect(new Set(calendar.shown().map(({ title }) => title))).toEqual(
      new Set(['Leerteam Bovenbouw', 'Expertiseteam Taal']),
    );
  });

  test.each(['Nadia', 'Nico', 'Sanne', 'Marieke', 'Joost'])('%s of the team or the school', async (name) => {
    await open(REGENBUI, OTHER);
    expect((await asked(name, '/agenda kalender bovenbouw')).name).toBe('bovenbouw-2026-2027.ics');
    await talk.says(name, '/leerteam bovenbouw');
    await talk.presses(name, 'In mijn agenda');
    expect(file().name).toBe('bovenbouw-2026-2027.ics');
  });

  test.each([
    ['somebody of another school', 'Kees'],
    ['the board', 'Bea'],
    ['the admin', 'Ada'],
  ])('%s does not', async (_, name) => {
    await open(REGENBUI, OTHER);
    const id = school.team('Bovenbouw');
    for (const args of [{ leerteam: `id:${id}` }, { bijeenkomst: `${id}:2026-11-26` }, { leerteam: 'bovenbouw' }]) {
      await talk.does(name, 'agenda.kalender', args);
      expect(filesIn(talk.last!)).toEqual([]);
    }
    await talk.does(name, 'leerteam', { leerteam: `id:${id}` });
    expect(talk.buttons().map(({ label }) => label)).not.toContain('In mijn agenda');
  });

  test('it is in /hulp for who has agendas', async () => {
    await open(REGENBUI, OTHER);
    expect(await talk.says('Sanne', '/hulp')).toContain('/agenda kalender');
    expect(await talk.says('Bea', '/hulp')).not.toContain('/agenda kalender');
  });
});
