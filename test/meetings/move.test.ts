/** `/agenda verzet` and `/agenda vervalt`: a new day at once, told to everybody once, and nothing lost. */
import { afterEach, describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
let school: BuiltSchool;
afterEach(() => talk.opened.close());

/** Everybody works on Tuesday and Thursday. */
const STAFF = REGENBUI.staff.map((one) =>
  ['Nadia', 'Nico', 'Sanne'].includes(one.name) ? { ...one, workingDays: ['ma', 'di', 'do'] as const } : one,
);
const TOGETHER: SchoolDraft = { ...REGENBUI, staff: STAFF as SchoolDraft['staff'] };

async function open(draft: SchoolDraft = TOGETHER, ...more: SchoolDraft[]) {
  const opened = await Talk.open(draft, ...more);
  talk = opened.talk;
  school = opened.schools[0]!;
}

const meetings = async () =>
  (await talk.opened.store.agenda.meetings(school.team('Bovenbouw'))).map(
    ({ date, state, time }) => `${date} ${time} ${state}`,
  );

/** What waits to be sent: points in digests by receiver, and messages of their own. */
function waiting() {
  const { sqlite } = talk.opened.database;
  const tells = sqlite
    .prepare(
      "select p.name || ' ' || o.kind || ' ' || o.subject || ' ' || from_day || '..' || until_day from outbox o join person p on p.id = o.receiver_id order by p.name",
    )
    .pluck()
    .all();
  const posts = sqlite
    .prepare(
      "select coalesce(p.name, o.channel) || ' ' || o.kind || ' ' || o.subject from post o left join person p on p.id = o.person_id order by 1",
    )
    .pluck()
    .all();
  return { tells, posts };
}

test('a director without a team moves the only one of the school, or is asked which', async () => {
  await open();
  expect(await talk.says('Marieke', '/agenda verzet maandag')).not.toContain('nog niet in een leerteam');
  expect(await meetings()).toEqual(['2026-11-26 15:00 verzet', '2026-11-30 15:00 gepland']);
  talk.opened.close();
  await open({ ...TOGETHER, teams: [...TOGETHER.teams!, { team: 'Onderbouw', chair: 'Sanne' }] });
  expect(await talk.says('Marieke', '/agenda verzet maandag')).toBe(
    'Welk leerteam bedoel je?\n[Bovenbouw] [Onderbouw]',
  );
  await talk.presses('Marieke', 'Bovenbouw');
  expect(await meetings()).toEqual(['2026-11-26 15:00 verzet', '2026-11-30 15:00 gepland']);
});

describe('moving a meeting', () => {
  test('asks the new day, and proposes days on which everybody works', async () => {
    await open();
    expect(await talk.says('Nadia', '/agenda verzet')).toMatchInlineSnapshot(`
      "Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00. Naar welke dag wil je deze bijeenkomst verzetten?
      Op deze dagen werkt iedereen:
      maandag 30 november, 15.00
        [Kies 30 november]
      dinsdag 1 december, 15.00
        [Kies 1 december]
      [Andere datum…]"
    `);
    expect(await talk.presses('Nadia', 'Kies 30 november')).toMatchInlineSnapshot(`
      "Bovenbouw komt nu bij elkaar op maandag 30 november, 15.00.
      Ik laat het de anderen weten. Ieder krijgt één bericht.
      [Bekijk agenda]"
    `);
    expect(await meetings()).toEqual(['2026-11-26 15:00 verzet', '2026-11-30 15:00 gepland']);
    expect(await talk.says('Sanne', '/agenda')).toMatch(/^Leerteam Bovenbouw · maandag 30 november, 15\.00-16\.00\n/);
  });

  test.each([
    ['/agenda verzet maandag', '2026-11-30 15:00 gepland'],
    ['/agenda verzet naar 30 november 16.00', '2026-11-30 16:00 gepland'],
    ['/agenda verzet bovenbouw maandag om 14 uur', '2026-11-30 14:00 gepland'],
    ['/agenda verzet bovenbouw naar volgende week maandag 15:30', '2026-11-30 15:30 gepland'],
  ])('%s', async (line, meeting) => {
    await open();
    expect(await talk.says('Nadia', line)).toMatch(/^Bovenbouw komt nu bij elkaar op maandag 30 november, /);
    expect(await meetings()).toEqual(['2026-11-26 15:00 verzet', meeting]);
  });

  test('to another time of the same day', async () => {
    await open();
    expect(await talk.says('Nadia', '/agenda verzet 16.00')).toMatch(
      /^Bovenbouw komt nu bij elkaar op donderdag 26 november, 16\.00\./,
    );
    expect(await meetings()).toEqual(['2026-11-26 16:00 gepland']);
  });

  test.each([
    ['/agenda verzet morgen', 'Let op: op die dag werk je zelf niet, en Nico en Sanne ook niet.'],
    ['/agenda verzet dinsdag', 'Ik laat het de anderen weten. Ieder krijgt één bericht.'],
  ])('%s', async (line, words) => {
    await open();
    expect(await talk.says('Nadia', line)).toContain(words);
  });

  test.each([
    [
      '/agenda verzet 25 december',
      'Op vrijdag 25 december is de school dicht (kerstvakantie). Zal ik maandag 4 januari 2027 nemen?\n[Ja] [Andere datum]',
    ],
    [
      '/agenda verzet zaterdag',
      'Op zaterdag 28 november is de school dicht. Zal ik maandag 30 november nemen?\n[Ja] [Andere datum]',
    ],
    [
      '/agenda verzet gisteren',
      'Dat moment is al voorbij. Kies een dag vanaf vandaag. Er is niets veranderd.\n[Andere datum]',
    ],
    [
      '/agenda verzet vandaag 8.00',
      'Dat moment is al voorbij. Kies een dag vanaf vandaag. Er is niets veranderd.\n[Andere datum]',
    ],
    [
      '/agenda verzet over 8 maanden',
      'Dat is meer dan een half jaar vooruit. Klopt de datum? Er is niets veranderd.\n[Andere datum]',
    ],
    [
      '/agenda verzet 3 december',
      'Bovenbouw komt op donderdag 3 december al bij elkaar. Kies een andere dag. Er is niets veranderd.\n[Andere datum]',
    ],
    ['/agenda verzet donderdag', 'Bovenbouw komt al bij elkaar op donderdag 26 november. Er is niets veranderd.'],
    [
      '/agenda verzet ooit',
      'Ik begrijp de datum ooit niet. Typ bijvoorbeeld 14-11, 14 november of vrijdag.\n[Andere datum]',
    ],
    [
      '/agenda verzet maandag 25.00',
      'Ik begrijp de tijd 25.00 niet. Kies een tijd tussen 7.00 en 21.00, bijvoorbeeld 15.00.',
    ],
    [
      '/agenda verzet maandag 23.00',
      'Ik begrijp de tijd 23.00 niet. Kies een tijd tussen 7.00 en 21.00, bijvoorbeeld 15.00.',
    ],
  ])('%s changes nothing', async (line, answer) => {
    await open();
    expect(await talk.says('Nadia', line)).toBe(answer);
    expect(await meetings()).toEqual([]);
    expect(waiting()).toEqual({ tells: [], posts: [] });
  });

  test('a day that cannot be read comes before the question which meeting is meant', async () => {
    await open();
    await talk.says('Nadia', '/agenda vervalt griep');
    expect(await talk.says('Nadia', '/agenda verzet ooit')).toMatch(/^Ik begrijp de datum ooit niet\./);
    expect(await talk.says('Nadia', '/agenda pnt toetsdata')).toContain('Bedoel je /agenda punt toetsdata?');
  });

  test('beyond the last day of the team changes nothing, and is not proposed', async () => {
    await open({ ...TOGETHER, teams: [{ ...TOGETHER.teams![0]!, until: localDate('2026-11-30') }] });
    expect(await talk.says('Nadia', '/agenda verzet dinsdag 1 december')).toBe(
      'Bovenbouw stopt op maandag 30 november. Kies een dag tot en met die dag. Er is niets veranderd.\n[Andere datum]',
    );
    expect(await meetings()).toEqual([]);
    await talk.says('Nadia', '/agenda verzet');
    expect(talk.buttons().map(({ label }) => label)).toEqual(['Kies 30 november', 'Andere datum…']);
  });

  test('of a team that ends before the new day does not take place', async () => {
    await open();
    await talk.says('Nadia', '/agenda verzet woensdag 2 december');
    await talk.opened.store.teams.end(
      stamp(null, '2026-11-25T08:00:00Z'),
      school.team('Bovenbouw'),
      localDate('2026-11-30'),
    );
    talk.now = new Date('2026-11-27T08:00:00Z');
    expect(await talk.says('Sanne', '/agenda')).toBe('Voor Bovenbouw staat er geen bijeenkomst gepland.');
  });

  test('twice says in the old agenda to which day it went in the end', async () => {
    await open();
    await talk.says('Nadia', '/agenda verzet maandag');
    await talk.says('Nadia', '/agenda verzet dinsdag 1 december 14.00');
    expect(await talk.does('Sanne', 'agenda', { bijeenkomst: '1:2026-11-26' })).toContain(
      'Deze bijeenkomst is verzet naar dinsdag 1 december, 14.00.',
    );
    await talk.says('Nadia', '/agenda vervalt griep');
    expect(await talk.does('Sanne', 'agenda', { bijeenkomst: '1:2026-11-26' })).toContain('gaat niet door: griep');
  });

  test('to another time stays when the team will meet at another time', async () => {
    await open();
    await talk.says('Nadia', '/agenda verzet 16.00');
    await talk.does('Nadia', 'leerteam.wijzig', { leerteam: 'Bovenbouw' });
    await talk.fills('Nadia', { duur: '75', tijd: '14:30' });
    expect(await meetings()).toEqual(expect.arrayContaining(['2026-11-26 16:00 gepland']));
  });

  test('before the meeting before it changes nothing', async () => {
    await open();
    const answer = await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-12-03', naar: '2026-11-26' });
    expect(answer).toBe(
      'Bovenbouw komt op donderdag 26 november al bij elkaar. Kies een dag daarna. Er is niets veranderd.\n[Andere datum]',
    );
    expect(await meetings()).toEqual([]);
  });

  test('from a closed day the next open one is a button', async () => {
    await open();
    await talk.says('Nadia', '/agenda verzet zaterdag 16.00');
    expect(await talk.presses('Nadia', 'Ja')).toMatch(/^Bovenbouw komt nu bij elkaar op maandag 30 november, 16\.00\./);
  });

  test('the form has the time, and a tick only when actions are due', async () => {
    await open();
    await talk.says('Nadia', '/agenda verzet');
    expect(await talk.presses('Nadia', 'Andere datum…')).toMatchInlineSnapshot(`
      "Verzet Bovenbouw
      Nieuwe datum *: 
      Tijd *: 15:00
      [Verzetten]
      Iedereen in het team krijgt één bericht over de nieuwe datum."
    `);
    expect(await talk.fills('Nadia', { naar: '2026-12-01', tijd: '14:30' })).toMatch(
      /^Bovenbouw komt nu bij elkaar op dinsdag 1 december, 14\.30\./,
    );
  });

  test.each([
    ['9.00', '09:00'],
    ['25.00', '15:00'],
  ])('a day that cannot be read opens the form with the time that was typed: %s', async (typed, time) => {
    await open();
    await talk.says('Nadia', `/agenda verzet 31 februari ${typed}`);
    expect(await talk.presses('Nadia', 'Andere datum')).toContain(`Tijd *: ${time}`);
  });

  test('a meeting lost to a closed day can be moved from the agenda before it', async () => {
    await open();
    talk.now = new Date('2027-04-28T08:00:00Z');
    expect(await talk.says('Nadia', '/agenda')).toContain(
      'Let op: op donderdag 6 mei komen jullie niet bij elkaar (Hemelvaartsdag).\n[Verzet die van 6 mei]',
    );
    await talk.presses('Nadia', 'Verzet die van 6 mei');
    expect(talk.buttons().map(({ label }) => label)).toContain('Kies 4 mei');
    await talk.presses('Nadia', 'Kies 4 mei');
    expect(await meetings()).toEqual(['2027-05-04 15:00 gepland', '2027-05-06 15:00 verzet']);
  });

  test('is for the chair, the deputy and the director', async () => {
    await open();
    for (const name of ['Sanne', 'Joost']) {
      expect(await talk.does(name, 'agenda.verzet', { bijeenkomst: '1:2026-11-26', naar: '2026-11-30' })).toBe(
        'Dat kan ik niet voor je doen. Vraag het aan Nadia.',
      );
    }
    expect(await meetings()).toEqual([]);
    expect(await talk.does('Marieke', 'agenda.verzet', { bijeenkomst: '1:2026-11-26', naar: '2026-11-30' })).toMatch(
      /^Bovenbouw komt nu/,
    );
  });
});

describe('actions that are due at the meeting', () => {
  const ACTIONS: SchoolDraft = {
    ...TOGETHER,
    actions: [
      { what: 'Toetsen nakijken', owner: 'Sanne', due: localDate('2026-11-26'), team: 'Bovenbouw' },
      { what: 'Lessen plannen', owner: 'Nico', due: localDate('2026-11-26'), team: 'Bovenbouw' },
      { what: 'Later', owner: 'Nico', due: localDate('2026-12-10'), team: 'Bovenbouw' },
      { what: 'Van mij', owner: 'Nico', due: localDate('2026-11-26') },
    ],
  };
  const dates = async () =>
    (await talk.opened.store.actions.lines({ schoolIds: [school.id] }))
      .map(({ number, due }) => `${number} ${due}`)
      .sort();

  test('stay, and the answer offers to move them', async () => {
    await open(ACTIONS);
    expect(await talk.says('Nadia', '/agenda verzet maandag')).toMatchInlineSnapshot(`
      "Bovenbouw komt nu bij elkaar op maandag 30 november, 15.00.
      Er staan nog 2 acties voor donderdag 26 november. Ook verzetten?
      Ik laat het de anderen weten. Ieder krijgt één bericht.
      [Verzet ook die acties] [Bekijk agenda]"
    `);
    expect(await dates()).toEqual(['1 2026-11-26', '2 2026-11-26', '3 2026-12-10', '4 2026-11-26']);
    const moveThem = talk.button('Verzet ook die acties');
    expect(await talk.presses('Nadia', 'Verzet ook die acties')).toBe('2 acties staan nu voor maandag 30 november.');
    expect(await dates()).toEqual(['1 2026-11-30', '2 2026-11-30', '3 2026-12-10', '4 2026-11-26']);
    expect(await talk.does('Nadia', moveThem.intent.name, moveThem.intent.args, moveThem.key!)).toMatch(
      /^Dit had je al gedaan/,
    );
    expect(await talk.does('Nadia', moveThem.intent.name, moveThem.intent.args)).toBe(
      'Er zijn geen acties meer om te verzetten.',
    );
  });

  test('go to where the meeting is by then, when it was moved again', async () => {
    await open(ACTIONS);
    await talk.says('Nadia', '/agenda verzet maandag');
    const moveThem = talk.button('Verzet ook die acties');
    await talk.says('Nadia', '/agenda verzet dinsdag 1 december');
    expect(await talk.does('Nadia', moveThem.intent.name, moveThem.intent.args)).toBe(
      '2 acties staan nu voor dinsdag 1 december.',
    );
    await talk.says('Nadia', '/agenda vervalt griep');
    expect(await talk.does('Nadia', moveThem.intent.name, moveThem.intent.args)).toBe(
      'Er zijn geen acties meer om te verzetten.',
    );
  });

  test('move along with a tick in the form', async () => {
    await open(ACTIONS);
    await talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-11-26', vraag: 'datum' });
    expect(talk.form().fields.map(({ label }) => label)).toEqual([
      'Nieuwe datum',
      'Tijd',
      'Zet ook de 2 acties voor deze bijeenkomst op de nieuwe datum',
    ]);
    await talk.fills('Nadia', { naar: '2026-12-25', tijd: '14:30', acties: 'ja' });
    await talk.presses('Nadia', 'Andere datum');
    expect(talk.form().fields.map(({ value }) => value)).toEqual([undefined, '14:30', 'ja']);
    const answer = await talk.fills('Nadia', { naar: '2026-11-30' });
    expect(answer).toContain('De 2 acties voor deze bijeenkomst gaan mee.');
    expect(answer).not.toContain('Ook verzetten?');
    expect(await dates()).toEqual(['1 2026-11-30', '2 2026-11-30', '3 2026-12-10', '4 2026-11-26']);
  });
});

describe('cancelling a meeting', () => {
  test('asks for a new day first, then for the reason', async () => {
    await open();
    await talk.says('Sanne', '/agenda punt toetsdata');
    expect(await talk.says('Nadia', '/agenda vervalt')).toMatch(/Gaat het niet door\? Kies meteen een nieuwe datum\./);
    expect(await talk.presses('Nadia', 'Vervalt, met reden…')).toMatchInlineSnapshot(`
      "Bovenbouw gaat niet door
      Waarom gaat het niet door? *: 
      [Gaat niet door]
      Je team en de directeur lezen dit. Noem geen namen van leerlingen."
    `);
    expect(await talk.fills('Nadia', { reden: 'De helft is op cursus' })).toMatchInlineSnapshot(`
      "De bijeenkomst van Bovenbouw op donderdag 26 november gaat niet door.
      Het punt dat op de agenda stond schuift door naar donderdag 3 december.
      Ik laat het de anderen weten. Ieder krijgt één bericht.
      [Bekijk agenda]"
    `);
    expect(await meetings()).toEqual(['2026-11-26 15:00 vervallen']);
    expect(await talk.says('Sanne', '/agenda')).toMatch(
      /^Leerteam Bovenbouw · donderdag 3 december[\s\S]*Ingebracht door Sanne: toetsdata/,
    );
  });

  test('of one that is over is only noted: there is nothing to tell', async () => {
    await open();
    talk.now = new Date('2026-11-27T09:00:00Z');
    expect(await talk.does('Nadia', 'agenda.vervalt', { bijeenkomst: '1:2026-11-26', reden: 'griep' })).toBe(
      'Genoteerd: Bovenbouw van donderdag 26 november ging niet door. De punten staan op de volgende agenda.',
    );
    expect(await meetings()).toEqual(['2026-11-26 15:00 vervallen']);
    expect(waiting()).toEqual({ tells: [], posts: [] });
  });

  test('by a line with the reason', async () => {
    await open();
    expect(await talk.says('Nico', '/agenda vervalt de helft is op cursus')).toMatch(
      /^De bijeenkomst van Bovenbouw op donderdag 26 november gaat niet door\./,
    );
    expect(await talk.does('Sanne', 'agenda', { bijeenkomst: '1:2026-11-26' })).toContain(
      'Deze bijeenkomst gaat niet door: de helft is op cursus',
    );
  });
});

describe('two chairs at once', () => {
  const AT = { bijeenkomst: '1:2026-11-26' };

  test('the second to move sees where it is', async () => {
    await open();
    await talk.does('Nadia', 'agenda.verzet', { ...AT, naar: '2026-11-30' });
    expect(await talk.does('Nico', 'agenda.verzet', { ...AT, naar: '2026-12-01' })).toMatchInlineSnapshot(`
      "Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00
      Deze bijeenkomst is verzet naar maandag 30 november, 15.00.
      [Bekijk agenda]"
    `);
    expect(await meetings()).toHaveLength(2);
  });

  test('the second to cancel sees that it is cancelled, and a typed line does not take the next one', async () => {
    await open();
    await talk.says('Nadia', '/agenda vervalt cursus');
    expect(await talk.does('Nico', 'agenda.vervalt', { ...AT, reden: 'ziek' })).toContain(
      'Deze bijeenkomst gaat niet door: cursus',
    );
    expect(await talk.says('Nico', '/agenda vervalt ziek')).toBe(
      'De bijeenkomst van donderdag 26 november gaat al niet door. Bedoel je de volgende, die van donderdag 3 december? Dan verandert die.\n[Ja, die van donderdag 3 december]',
    );
    expect(await meetings()).toEqual(['2026-11-26 15:00 vervallen']);
    await talk.presses('Nico', 'Ja, die van donderdag 3 december');
    expect(await meetings()).toEqual(['2026-11-26 15:00 vervallen', '2026-12-03 15:00 vervallen']);
  });

  test('a press twice is one act', async () => {
    await open();
    await talk.says('Nadia', '/agenda verzet');
    const button = talk.button('Kies 30 november');
    await talk.does('Nadia', button.intent.name, button.intent.args, button.key!);
    expect(await talk.does('Nadia', button.intent.name, button.intent.args, button.key!)).toMatch(
      /^Dit had je al gedaan[\s\S]*Deze bijeenkomst is verzet naar maandag 30 november, 15\.00\./,
    );
    expect(waiting().tells).toHaveLength(0);
    expect(waiting().posts).toHaveLength(2);
  });
});

describe('who hears it', () => {
  const subject = 'meeting:1:2026-11-26';
  const withChannel: SchoolDraft = { ...TOGETHER, teams: [{ ...TOGETHER.teams![0]!, channel: '#bovenbouw' }] };
  const move = (naar: LocalDate | string) => talk.does('Nadia', 'agenda.verzet', { bijeenkomst: '1:2026-11-26', naar });

  test('one post in the channel', async () => {
    await open(withChannel);
    expect(await move('2026-12-08')).toContain('Ik zet het in het kanaal van het team.');
    expect(waiting()).toEqual({ tells: [], posts: [`#bovenbouw bijeenkomst-gewijzigd ${subject}`] });
  });

  test.each<[string, string, string, 'now' | 'digest']>([
    ['within two school days, at work', '2026-11-24T08:30:00Z', '2026-12-08', 'now'],
    ['in the evening', '2026-11-24T16:00:00Z', '2026-12-08', 'digest'],
    ['before eight', '2026-11-24T06:59:00Z', '2026-12-08', 'digest'],
    ['further away', '2026-11-23T08:30:00Z', '2026-12-08', 'digest'],
    ['further away, to a day that is near', '2026-11-23T08:30:00Z', '2026-11-24', 'now'],
  ])('without channel everybody else, %s', async (_, at, to, how) => {
    await open();
    talk.now = new Date(at);
    await move(to);
    const { tells, posts } = waiting();
    const names = (rows: readonly unknown[]) => rows.map((row) => String(row).split(' ')[0]);
    expect(names(how === 'now' ? posts : tells)).toEqual(['Nico', 'Sanne']);
    expect(names(how === 'now' ? tells : posts)).toEqual([]);
  });

  test('not now who does not work today, and in the digest as long as it matters', async () => {
    await open(REGENBUI);
    await move('2026-12-01');
    expect(waiting()).toEqual({
      tells: [`Nico bijeenkomst-gewijzigd ${subject} 2026-11-24..2026-12-01`],
      posts: [`Sanne bijeenkomst-gewijzigd ${subject}`],
    });
  });

  test('again when it is moved again, in one message about the day that they know', async () => {
    await open();
    await move('2026-11-30');
    await talk.says('Nadia', '/agenda verzet dinsdag');
    expect(await meetings()).toEqual([
      '2026-11-26 15:00 verzet',
      '2026-11-30 15:00 verzet',
      '2026-12-01 15:00 gepland',
    ]);
    expect(waiting()).toEqual({
      tells: ['Nico', 'Sanne'].map((name) => `${name} bijeenkomst-gewijzigd ${subject} 2026-11-24..2026-12-01`),
      posts: [],
    });
  });
});
