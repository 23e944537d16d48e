/** `/leerteam`: who sees which team, its rhythm in words, the next meeting and what waits. */
import { afterEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
afterEach(() => talk.opened.close());

const TEAMS: SchoolDraft = {
  ...REGENBUI,
  staff: [...REGENBUI.staff, { name: 'Kees' }, { name: 'Bea', roles: ['bestuur'] }],
  teams: [
    ...REGENBUI.teams!,
    {
      team: 'Expertiseteam Taal',
      kind: 'expertiseteam',
      chair: 'Kees',
      members: ['Kees', 'Nadia'],
      day: 'di',
      time: localTime('14:45'),
      duration: 75,
      rhythm: 'tweewekelijks',
      firstDate: localDate('2026-09-01'),
      method: 'datateam',
    },
  ],
};
const ZONNEBLOEM: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [
    { name: 'Piet', roles: ['directeur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
  teams: [{ team: 'Bovenbouw', chair: 'Piet' }],
};

async function open(...schools: SchoolDraft[]) {
  ({ talk } = await Talk.open(...schools));
}

describe('my team', () => {
  test('of a member of one', async () => {
    await open(TEAMS);
    expect(await talk.says('Sanne', '/leerteam')).toMatchInlineSnapshot(`
      "Bovenbouw
      Soort: leerteam
      Voorzitter: Nadia
      Vervanger: Nico
      Leden: Sanne
      Wanneer: elke week op donderdag, 15.00-16.00
      Volgende bijeenkomst: donderdag 26 november
      Werkwijze: vrij
      [In mijn agenda]"
    `);
  });

  test('of a member of two: both', async () => {
    await open(TEAMS);
    expect(await talk.says('Nadia', '/leerteam')).toMatchInlineSnapshot(`
      "Jouw leerteams

      Bovenbouw
      Soort: leerteam
      Voorzitter: Nadia
      Vervanger: Nico
      Leden: Sanne
      Wanneer: elke week op donderdag, 15.00-16.00
      Volgende bijeenkomst: donderdag 26 november
      Werkwijze: vrij
      [Bekijk Bovenbouw] [In mijn agenda]

      Expertiseteam Taal
      Soort: expertiseteam
      Voorzitter: Kees
      Leden: Nadia
      Wanneer: om de week op dinsdag, 14.45-16.00
      Volgende bijeenkomst: dinsdag 1 december
      Werkwijze: datateam, fase probleem
      [In mijn agenda]"
    `);
  });

  test('in English', async () => {
    const staff = REGENBUI.staff.map((one) => (one.name === 'Sanne' ? { ...one, language: 'en' as const } : one));
    await open({ ...REGENBUI, staff });
    expect(await talk.says('Sanne', '/leerteam')).toMatchInlineSnapshot(`
      "Bovenbouw
      Kind: leerteam
      Chair: Nadia
      Deputy: Nico
      Members: Sanne
      When: every week on Thursday, 15:00-16:00
      Next meeting: Thursday 26 November
      Method: free
      [Add to my calendar]"
    `);
  });

  test('of nobody', async () => {
    await open({ ...TEAMS, teams: REGENBUI.teams! });
    expect(await talk.says('Kees', '/leerteam')).toBe(
      'Je zit nog niet in een leerteam. Vraag je directeur in welk leerteam je hoort.',
    );
  });

  test.each(['/leerteam', '/agenda', '/agenda punt toetsdata', '/agenda delen'])(
    'of no school: the board hears what it can see instead, on %s',
    async (line) => {
      await open(TEAMS);
      expect(await talk.says('Bea', line)).toMatch(/^Je zit zelf niet in een leerteam.*\/overzicht en \/doel status/);
    },
  );

  test('of no school: the admin hears what there is to manage', async () => {
    await open({ ...TEAMS, staff: [...TEAMS.staff!, { name: 'Axel', roles: ['beheerder'] }] });
    expect(await talk.says('Axel', '/agenda')).toMatch(/^Je zit zelf niet.*\/leerteam en \/school/);
  });

  test.each([
    ['2026-11-26T13:30:00Z', 'donderdag 26 november'],
    ['2026-11-26T15:30:00Z', 'donderdag 3 december'],
    ['2026-12-18T08:30:00Z', 'donderdag 7 januari 2027'],
    ['2027-05-04T08:30:00Z', 'donderdag 13 mei. Op donderdag 6 mei gaat het niet door (Hemelvaartsdag).'],
  ])('at %s the next meeting is %s', async (now, next) => {
    await open(TEAMS);
    talk.now = new Date(now);
    expect(await talk.says('Sanne', '/leerteam')).toContain(`Volgende bijeenkomst: ${next}\n`);
  });
});

describe('what waits for the agenda', () => {
  const POINT = { key: 'doel-checkin:2:w12', kind: 'doel zonder update' } as const;

  test('drafts to agree on and goals without an update, for who may see the agenda', async () => {
    await open(
      { ...TEAMS, goals: [...REGENBUI.goals!, { title: 'Een idee', team: 'Bovenbouw', status: 'concept' }] },
      ZONNEBLOEM,
    );
    await talk.opened.database.change((orm) =>
      orm.run(
        `insert into agenda_item (key, school_id, team_id, kind, cause, goal_id, made_on) values ('${POINT.key}', 1, 1, 'doel', '${POINT.kind}', 2, '2026-11-23')`,
      ),
    );
    const waiting = [
      'Wacht op de agenda',
      'Doel 2 Elke week rijke teksten: geen update gekregen',
      '  [Bekijk doel]',
      'Doel 3 Een idee: concept, nog af te spreken',
      '  [Bekijk doel]',
    ].join('\n');
    for (const name of ['Sanne', 'Nadia', 'Marieke', 'Joost']) {
      expect(await talk.does(name, 'leerteam', { leerteam: 'id:1' })).toContain(waiting);
    }
    const admin = await talk.does('Ad', 'leerteam', { leerteam: 'id:1' });
    expect(admin).toContain('Voorzitter: Nadia');
    expect(admin).not.toContain('Wacht op de agenda');
    await talk.says('Nadia', '/doel update 2 op koers');
    expect(await talk.says('Sanne', '/leerteam')).not.toContain('rijke teksten');
  });
});

describe('another team', () => {
  test('of the school: for directors and coaches all, in a list', async () => {
    await open(TEAMS);
    expect(await talk.says('Marieke', '/leerteam')).toMatchInlineSnapshot(`
      "Leerteams
      Bovenbouw
        elke week op donderdag, 15.00-16.00
        [Bekijk leerteam]
      Expertiseteam Taal
        om de week op dinsdag, 14.45-16.00
        [Bekijk leerteam]"
    `);
    expect(await talk.says('Joost', '/leerteam')).toBe(await talk.says('Marieke', '/leerteam'));
    expect(await talk.says('Marieke', '/leerteam taal')).toMatch(
      /^Expertiseteam Taal\nSoort: expertiseteam\nVoorzitter: Kees\n/,
    );
  });

  test('a director with a team of their own sees that first, and the rest by a button', async () => {
    await open({ ...TEAMS, teams: [...TEAMS.teams!, { team: 'MT', kind: 'MT', chair: 'Marieke' }] });
    expect(await talk.says('Marieke', '/leerteam')).toMatch(/^MT\nSoort: MT\n/);
    expect(await talk.presses('Marieke', 'Alle leerteams')).toMatch(/^Leerteams\nBovenbouw\n/);
  });

  test('of the school: a teacher is told whom to ask', async () => {
    await open(TEAMS);
    expect(await talk.says('Sanne', '/leerteam taal')).toBe('Dat kan ik niet voor je doen. Vraag het aan Kees.');
    expect(await talk.does('Sanne', 'leerteam', { leerteam: 'id:2' })).toBe(
      'Dat kan ik niet voor je doen. Vraag het aan Kees.',
    );
  });

  test('of another school is refused', async () => {
    await open(TEAMS, ZONNEBLOEM);
    expect(await talk.does('Piet', 'leerteam', { leerteam: 'id:1' })).toBe(
      'Dit is alleen voor het leerteam zelf, of dat leerteam is er niet meer. Vraag het aan de directeur van die school.',
    );
    expect(await talk.says('Piet', '/leerteam taal')).toMatch(/^Ik vind geen leerteam "taal"/);
  });

  test('of all schools: for an admin, with the school', async () => {
    await open(TEAMS, ZONNEBLOEM);
    expect(await talk.says('Ad', '/leerteam')).toMatchInlineSnapshot(`
      "Leerteams
      Bovenbouw
        De Regenbui · elke week op donderdag, 15.00-16.00
        [Bekijk leerteam]
      Expertiseteam Taal
        De Regenbui · om de week op dinsdag, 14.45-16.00
        [Bekijk leerteam]
      Bovenbouw
        De Zonnebloem · elke week op donderdag, 15.00-16.00
        [Bekijk leerteam]"
    `);
    expect(await talk.says('Ad', '/leerteam bovenbouw')).toBe(
      'Welk leerteam bedoel je?\n[Bovenbouw (De Regenbui)] [Bovenbouw (De Zonnebloem)]',
    );
    expect(await talk.presses('Ad', 'Bovenbouw (De Zonnebloem)')).toContain('Voorzitter: Piet');
  });

  test('the board sees none', async () => {
    await open(TEAMS);
    expect(await talk.says('Bea', '/leerteam')).toMatch(/^Je zit zelf niet in een leerteam/);
    expect(await talk.does('Bea', 'leerteam', { leerteam: 'id:1' })).not.toContain('Nadia');
  });

  test('many come in pages of eight', async () => {
    const teams = Array.from({ length: 10 }, (_, n) => ({ team: `Team ${n}`, chair: 'Nadia' }));
    await open({ ...REGENBUI, teams, goals: [] });
    const names = (page: string) => [...page.matchAll(/^Team (\d)/gm)].map((match) => match[1]);
    expect(names(await talk.says('Marieke', '/leerteam'))).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(names(await talk.presses('Marieke', 'Meer laten zien'))).toEqual(['8', '9']);
  });

  test.each([
    ['/leerteam bovnbouw', 'Ik vind geen leerteam "bovnbouw". Bedoel je dit?\n[Bovenbouw]'],
    ['/leerteam xyz', 'Ik vind geen leerteam "xyz". Typ /leerteam voor je eigen leerteam.'],
    [
      '/leerteam id:99',
      'Dit is alleen voor het leerteam zelf, of dat leerteam is er niet meer. Vraag het aan de directeur van die school.',
    ],
  ])('%s', async (line, answer) => {
    await open(TEAMS);
    expect(await talk.says('Sanne', line)).toBe(answer);
  });
});
