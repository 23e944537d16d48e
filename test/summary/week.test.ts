/** The summary of a month in which teams met or not, actions were late and advice waited, lived through real commands. */
import { beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { fairShare } from '../../src/summary/summary.ts';
import type { BuiltSchool, SchoolDraft, StaffDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const staff = (names: readonly string[]): readonly StaffDraft[] => names.map((name) => ({ name }));

/** Bovenbouw has five people, Taal three and Rekenen three. */
const SCHOOL: SchoolDraft = {
  school: { school: 'De Regenbui' },
  staff: [
    { name: 'Marieke', roles: ['directeur'] },
    { name: 'Joost', roles: ['ib'] },
    { name: 'Bregje', roles: ['bestuur'] },
    ...staff(['Nadia', 'Nico', 'Sanne', 'Tess', 'Piet', 'Teun', 'Tara', 'Rosa', 'Rik', 'Ruth']),
  ],
  teams: [
    { team: 'Bovenbouw', chair: 'Nadia', members: ['Nico', 'Sanne', 'Tess', 'Piet'] },
    { team: 'Taal', chair: 'Teun', members: ['Tara', 'Piet'], day: 'di' },
    { team: 'Rekenen', chair: 'Rosa', members: ['Rik', 'Ruth'], day: 'ma' },
  ],
  goals: [
    { title: 'Elke week rijke teksten', team: 'Bovenbouw', criterion: 'In elke groep', end: localDate('2027-06-01') },
  ],
  actions: [
    { what: 'Toetsanalyse', owner: 'Sanne', due: localDate('2026-11-10'), team: 'Bovenbouw' },
    { what: 'Kast opruimen', owner: 'Nico', due: localDate('2026-11-12'), team: 'Bovenbouw' },
    { what: 'Boekenlijst', owner: 'Tara', due: localDate('2026-11-12'), team: 'Taal' },
    { what: 'Ouderavond', owner: 'Piet', due: localDate('2026-10-12') },
    { what: 'Later', owner: 'Piet', due: localDate('2026-12-12'), team: 'Taal' },
  ],
};

let talk: Talk;
let school: BuiltSchool;

beforeEach(async () => {
  const opened = await Talk.open(SCHOOL);
  talk = opened.talk;
  school = opened.schools[0]!;
});

const held = (team: string, date: string, by: string) =>
  talk.does(by, 'agenda.ging-door', { bijeenkomst: `${school.team(team)}:${date}` });
const notHeld = (team: string, date: string, by: string) =>
  talk.does(by, 'agenda.vervalt', { bijeenkomst: `${school.team(team)}:${date}`, reden: 'studiemiddag' });
const at = (instant: string) => {
  talk.now = new Date(instant);
};

/** Of November: Bovenbouw 5, 12, 19, 26; Taal 3, 10, 17, 24; Rekenen 2, 9, 16, 23 and 30. */
async function november(): Promise<void> {
  at('2026-11-04T14:00:00Z');
  await talk.says('Nadia', '/advies Graag een uur voor de toetsanalyse');
  at('2026-11-02T08:00:00Z');
  for (const date of ['2026-11-10', '2026-11-17', '2026-11-24']) await notHeld('Taal', date, 'Teun');
  at('2026-11-30T16:30:00Z');
  await held('Taal', '2026-11-03', 'Teun');
  for (const date of ['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26']) await held('Bovenbouw', date, 'Nadia');
  for (const date of ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']) await held('Rekenen', date, 'Rosa');
}

describe('the director', () => {
  test('sees every number right, what asks for attention first', async () => {
    await november();
    expect(await talk.says('Marieke', '/overzicht')).toMatchInlineSnapshot(`
      "De Regenbui · november

      Vraagt aandacht
      Bovenbouw: doel 1 Elke week rijke teksten · ○ nog geen meting
        Er is nog geen update.
        [Bekijk doel]
      Taal kwam 1 van de 4 keer bij elkaar. · ▲ aandacht nodig
        [Bekijk leerteam]
      Advies van Bovenbouw wacht sinds 4 november. · ▲ wacht op antwoord
        "Graag een uur voor de toetsanalyse"
        [Antwoorden]
      4 acties zijn te laat. · ▲ aandacht nodig
        Bovenbouw 2
        [Bovenbouw]
      Doelen 0 op koers · 0 aandacht nodig · 0 lopen achter · 1 nog geen meting
      Van augustus tot en met november, elke maand: nog geen meting 1, 1, 1, 1.
      Leerteams 9 van 13 bijeenkomsten gingen door, van 1 weet ik het niet.
      Rekenen op maandag 30 november: ging het door?
        [Ging door] [Ging niet door]
      Dit overzicht gaat over doelen, niet over personen."
    `);
  });

  test('says with one click that the unknown meeting took place', async () => {
    await november();
    await talk.says('Marieke', '/overzicht');
    await talk.presses('Marieke', 'Ging door');
    expect(await talk.says('Marieke', '/overzicht')).toContain('Leerteams 10 van 13 bijeenkomsten gingen door.');
  });

  test('answers the advice from there, after which it does not wait any more', async () => {
    await november();
    await talk.says('Marieke', '/overzicht');
    expect(await talk.presses('Marieke', 'Antwoorden')).toContain('Antwoord op advies 1');
    await talk.fills('Marieke', { uitkomst: 'overgenomen', antwoord: 'Elke donderdag' });
    expect(await talk.says('Marieke', '/overzicht')).not.toContain('wacht');
  });

  test('sees an old month as it was, with what waits now', async () => {
    await november();
    at('2027-02-02T09:00:00Z');
    const old = await talk.says('Marieke', '/overzicht november');
    expect(old).toContain('Leerteams 9 van 13 bijeenkomsten gingen door, van 1 weet ik het niet.');
    expect(old).not.toContain('[Ging door]');
    expect(old).toContain('Taal kwam 1 van de 4 keer bij elkaar.');
  });

  test('never sees whose actions are late, nor how many a small team has', async () => {
    await november();
    const whole = await talk.says('Marieke', '/overzicht');
    for (const name of ['Sanne', 'Nico', 'Tara', 'Piet', 'Toetsanalyse klaarzetten', 'Boekenlijst']) {
      expect(whole).not.toContain(name);
    }
    const part = await talk.does('Marieke', 'overzicht', { team: String(school.team('Taal')) });
    expect(part).not.toContain('te laat');
    const big = await talk.does('Marieke', 'overzicht', { team: String(school.team('Bovenbouw')) });
    expect(big).toContain('2 acties zijn te laat.');
  });

  test('an action of somebody who is away for long is not late', async () => {
    await november();
    await talk.says('Sanne', '/afwezig vanaf morgen');
    at('2026-12-01T08:00:00Z');
    expect(await talk.says('Marieke', '/overzicht')).toContain('3 acties zijn te laat.');
  });

  test('gets the points that have no team: an action, and advice of the coach', async () => {
    at('2026-11-04T14:00:00Z');
    await talk.says('Joost', '/advies Een eigen uur');
    at('2026-11-30T16:30:00Z');
    const { outbox, actions } = talk.opened.store;
    const [action] = (await actions.lines({ schoolIds: [school.id] })).filter(({ what }) => what === 'Ouderavond');
    const { version } = (await outbox.schoolState(school.id))!;
    const today = localDate('2026-11-30');
    const point = { schoolId: school.id, teamId: null, madeOn: today };
    await outbox.plan(
      school.id,
      version,
      today,
      [],
      [
        { ...point, key: 'action', cause: 'actie te laat', actionId: action!.id, due: action!.due },
        { ...point, key: 'advice', cause: 'advies wacht', adviceId: 1 as never },
      ],
      [],
    );
    const summary = await talk.says('Marieke', '/overzicht');
    expect(summary).toContain(
      'Actie 4 Ouderavond · ▲ aandacht nodig\n  stond voor 12 oktober, ik vroeg er drie keer naar',
    );
    expect(summary).toContain(
      [
        'Advies van de IB wacht sinds 4 november. · ▲ wacht op antwoord',
        '  "Een eigen uur"',
        '  Ik vroeg drie keer om een antwoord.',
        '  [Antwoorden]',
      ].join('\n'),
    );
    expect(await talk.does('Nadia', 'overzicht', {})).not.toContain('Ouderavond');
  });
});

describe('others', () => {
  test('a chair sees the own team’s part, with the own actions', async () => {
    await november();
    expect(await talk.says('Teun', '/overzicht')).toMatchInlineSnapshot(`
      "Taal · De Regenbui · november

      Vraagt aandacht
      Taal kwam 1 van de 4 keer bij elkaar. · ▲ aandacht nodig
        [Bekijk leerteam]
      1 actie is te laat. · ▲ aandacht nodig
        [Bekijk acties]
      Er staan nog geen doelen in.
      Leerteams 1 van 4 bijeenkomsten gingen door.
      Dit overzicht gaat over doelen, niet over personen."
    `);
    expect(await talk.presses('Teun', 'Bekijk acties')).toContain('Boekenlijst');
  });

  test('a quality coach sees the same without the buttons that are not theirs', async () => {
    await november();
    const summary = await talk.says('Joost', '/overzicht');
    expect(summary).toContain('van 1 weet ik het niet.');
    expect(summary).toContain('Advies van Bovenbouw wacht sinds 4 november.');
    expect(talk.buttons().map(({ intent }) => intent.name)).not.toContain('agenda.ging-door');
    expect(talk.buttons().map(({ intent }) => intent.name)).not.toContain('advies.antwoord');
    expect(talk.buttons().map(({ intent }) => intent.name)).toContain('advies.toon');
  });

  test('the board sees goals only', async () => {
    await november();
    const summary = await talk.says('Bregje', '/overzicht');
    expect(summary).not.toMatch(/bijeenkomst|actie|advies/i);
    await talk.presses('Bregje', 'Bekijk school');
    expect(await talk.does('Bregje', 'overzicht', { school: String(school.id) })).not.toMatch(
      /bijeenkomst|actie|advies/i,
    );
  });
});

test('of a big school with trouble everywhere it is read in two minutes, and every subject is in it', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `Team${at}`);
  const opened = await Talk.open({
    school: { school: 'De Regenbui' },
    staff: [
      { name: 'Marieke', roles: ['directeur'] },
      ...names.flatMap((name) => staff([name, `${name}a`, `${name}b`])),
    ],
    teams: names.map((name) => ({ team: name, chair: name, members: [`${name}a`, `${name}b`], day: 'di' as const })),
    goals: names.flatMap((team) =>
      ['lezen', 'rekenen', 'schrijven'].map((what) => ({
        title: `Elke dag ${what}`,
        team,
        status: 'loopt achter' as const,
        end: localDate('2026-12-18'),
      })),
    ),
    actions: names.map((team) => ({ what: 'Kast', owner: team, team, due: localDate('2026-11-02') })),
  });
  const big = opened.talk;
  big.now = new Date('2026-11-02T08:00:00Z');
  for (const name of names) {
    await big.says(name, '/advies Graag een uur voor de toetsanalyse');
    for (const date of ['2026-11-03', '2026-11-10']) {
      const team = opened.schools[0]!.team(name);
      await big.does(name, 'agenda.vervalt', { bijeenkomst: `${team}:${date}`, reden: 'ziek' });
    }
  }
  big.now = new Date('2026-11-30T16:30:00Z');
  const summary = await big.says('Marieke', '/overzicht');
  // At 200 words a minute.
  expect(summary.split(/\s+/).length).toBeLessThan(400);
  for (const words of [
    'loopt achter',
    'kwam 0 van de 2 keer',
    'wacht sinds 2 november',
    '12 acties zijn te laat',
    '[Ging door]',
  ]) {
    expect(summary).toContain(words);
  }
});

test.each([
  { sections: [[1, 2, 3], [4]], most: 10, expected: [1, 2, 3, 4] },
  { sections: [[1, 2, 3, 4], [5], [6]], most: 4, expected: [1, 2, 5, 6] },
  {
    sections: [
      [1, 2, 3],
      [4, 5, 6],
    ],
    most: 5,
    expected: [1, 2, 3, 4, 5],
  },
  { sections: [[], [1, 2]], most: 1, expected: [1] },
  { sections: [], most: 3, expected: [] },
])('no subject pushes out another: $sections in $most rows', ({ sections, most, expected }) => {
  expect(fairShare<number>(sections, most)).toEqual(expected);
});
