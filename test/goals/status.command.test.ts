/** `/doel` and `/doel status` for everybody who may type it. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import { REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

let talk: Talk;
afterEach(() => talk.opened.close());

const ZONNEBLOEM: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [
    { name: 'Piet', roles: ['directeur'] },
    { name: 'Sanne' },
    { name: 'Bea', roles: ['bestuur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
  teams: [{ team: 'Taal', chair: 'Sanne', members: ['Sanne'] }],
  goals: [
    { title: 'Rekenen in groep 3', team: 'Taal', indicator: 'score', unit: 'punten', target: 20 },
    { title: 'Ouders lezen mee', owner: 'Sanne', criterion: 'Ouders lezen thuis voor' },
    { title: 'Nog te bespreken', team: 'Taal', status: 'concept' },
  ],
};

async function open(...schools: SchoolDraft[]) {
  ({ talk } = await Talk.open(...(schools.length > 0 ? schools : [REGENBUI])));
}

describe('the list', () => {
  test('of a chair: numbers with their trend, or the last sentence, and the last update', async () => {
    await open();
    for (const [day, value] of [
      ['2026-09-10', 13],
      ['2026-09-24', 15],
      ['2026-10-08', 18],
      ['2026-10-27', 22],
    ] as const) {
      talk.now = new Date(`${day}T08:30:00Z`);
      await talk.says('Nadia', `/doel update 1 op koers ${value}`);
    }
    talk.now = new Date('2026-11-03T08:30:00Z');
    await talk.says('Nico', '/doel update 2 aandacht "In groep 6 lukt het nog niet elke week."');
    await talk.says('Nadia', '/doel fase 1 op pad');
    expect(await talk.says('Nadia', '/doel status')).toMatchInlineSnapshot(`
      "Doelen van Bovenbouw
      1 Meer leerlingen op 1S rekenen · ● op koers
        op pad · 13% → 22% → 40% op 1 juni 2027 · ▁▃▅█ · update van 27 oktober door Nadia
      2 Elke week rijke teksten · ▲ aandacht nodig
        aanloop · "In groep 6 lukt het nog niet elke week." · update van 3 november door Nico
      [Update doel 1] [Update doel 2] [Nieuw doel] [Hele school]
      Typ /doel status 1 voor alles over doel 1."
    `);
    expect(talk.last).toMatchObject({ kind: 'notice', visibility: 'caller' });
    expect(await talk.says('Nadia', 'doel')).toBe(await talk.says('Nadia', '/doel status'));
  });

  test('of a member: the same, with nothing to update', async () => {
    await open();
    expect(await talk.says('Sanne', '/doel')).toMatchInlineSnapshot(`
      "Doelen van Bovenbouw
      1 Meer leerlingen op 1S rekenen · ○ nog geen meting
        aanloop · 13% → nog geen meting → 40% op 1 juni 2027 · nog geen update
      2 Elke week rijke teksten · ○ nog geen meting
        aanloop · nog geen update
      [Nieuw doel] [Hele school]
      Typ /doel status 1 voor alles over doel 1."
    `);
  });

  test('of a director and a coach: the school by team', async () => {
    await open({
      ...REGENBUI,
      teams: [...REGENBUI.teams!, { team: 'Onderbouw', chair: 'Marieke' }],
      goals: [
        ...REGENBUI.goals!,
        { title: 'Spelend leren', team: 'Onderbouw' },
        { title: 'Iedereen een maatje', owner: 'Sanne' },
        { title: 'Nog van niemand' },
        { title: 'Klaar', team: 'Onderbouw', status: 'behaald' },
      ],
    });
    expect(await talk.says('Joost', '/doel')).toMatchInlineSnapshot(`
      "Doelen van De Regenbui

      Bovenbouw
      1 Meer leerlingen op 1S rekenen · ○ nog geen meting
        aanloop · 13% → nog geen meting → 40% op 1 juni 2027 · nog geen update
      2 Elke week rijke teksten · ○ nog geen meting
        aanloop · nog geen update

      Onderbouw
      3 Spelend leren · ○ nog geen meting
        aanloop · nog geen update
      6 Klaar · ✓ behaald
        aanloop · nog geen update

      Sanne
      4 Iedereen een maatje · ○ nog geen meting
        aanloop · nog geen update

      Zonder eigenaar
      5 Nog van niemand · ○ nog geen meting
        aanloop · nog geen update
      [Nieuw doel]
      Typ /doel status 1 voor alles over doel 1."
    `);
    const coach = await talk.says('Joost', '/doel');
    // The director chairs Onderbouw, so there is one button more.
    expect(await talk.says('Marieke', '/doel')).toBe(coach.replace('[Nieuw doel]', '[Update doel 3] [Nieuw doel]'));
  });

  test('of somebody at two schools: by school', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    expect(await talk.says('Sanne', '/doel')).toMatchInlineSnapshot(`
      "Jouw doelen

      De Regenbui · Bovenbouw
      1 Meer leerlingen op 1S rekenen · ○ nog geen meting
        aanloop · 13% → nog geen meting → 40% op 1 juni 2027 · nog geen update
      2 Elke week rijke teksten · ○ nog geen meting
        aanloop · nog geen update

      De Zonnebloem · Taal
      1 Rekenen in groep 3 · ○ nog geen meting
        aanloop · nog geen meting → 20 punten · nog geen update
      3 Nog te bespreken · ○ concept
        aanloop · wacht op akkoord

      De Zonnebloem · Sanne
      2 Ouders lezen mee · ○ nog geen meting
        aanloop · nog geen update
      [Update doel 1 (De Zonnebloem)] [Update doel 2 (De Zonnebloem)] [Nieuw doel] [Alle doelen]
      Typ /doel status 1 voor alles over doel 1."
    `);
  });

  test('a teacher may see the whole school', async () => {
    await open({ ...REGENBUI, staff: [...REGENBUI.staff, { name: 'Kees' }] });
    expect(await talk.says('Kees', '/doel')).toMatchInlineSnapshot(`
      "Jij en je leerteams hebben nog geen doelen.
      [Nieuw doel] [Hele school]"
    `);
    expect(await talk.presses('Kees', 'Hele school')).toMatchInlineSnapshot(`
      "Doelen van De Regenbui

      Bovenbouw
      1 Meer leerlingen op 1S rekenen · ○ nog geen meting
        aanloop · 13% → nog geen meting → 40% op 1 juni 2027 · nog geen update
      2 Elke week rijke teksten · ○ nog geen meting
        aanloop · nog geen update
      [Nieuw doel]
      Typ /doel status 1 voor alles over doel 1."
    `);
    expect(await talk.says('Kees', '/doel status alles')).toBe(await talk.says('Kees', '/doel alles'));
  });

  test('of the board: titles, statuses and counts of all schools, no sentences, no owners, no drafts', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    await talk.says('Nadia', '/doel update 2 achter "Geheim."');
    expect(await talk.says('Bea', '/doel')).toMatchInlineSnapshot(`
      "Doelen van alle scholen: 1 loopt achter, 3 nog geen meting

      De Regenbui: 1 loopt achter, 1 nog geen meting
      1 Meer leerlingen op 1S rekenen · ○ nog geen meting
      2 Elke week rijke teksten · ■ loopt achter

      De Zonnebloem: 2 nog geen meting
      1 Rekenen in groep 3 · ○ nog geen meting
      2 Ouders lezen mee · ○ nog geen meting"
    `);
  });

  test('an admin without a school role sees none', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    for (const line of [
      '/doel',
      '/doel status 1',
      '/doel status rekenen',
      '/doel nieuw',
      '/doel update',
      '/doel stop 1 x',
    ]) {
      expect(await talk.says('Ad', line)).toBe(
        "Doelen zijn voor de collega's van een school. Met jouw rol zie je ze niet.",
      );
    }
  });

  test('comes in pages of eight', async () => {
    const goals = Array.from({ length: 19 }, (_, index) => ({ title: `Doel ${index + 1}`, team: 'Bovenbouw' }));
    await open({ ...REGENBUI, goals });
    const titles = (page: string) => [...page.matchAll(/^(\d+) Doel \1 /gm)].map((match) => Number(match[1]));
    expect(titles(await talk.says('Sanne', '/doel'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(titles(await talk.presses('Sanne', 'Meer laten zien'))).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
    const last = await talk.presses('Sanne', 'Meer laten zien');
    expect(titles(last)).toEqual([17, 18, 19]);
    expect(last).toContain('17 tot en met 19 van 19 doelen.');
    expect(talk.buttons().map(({ label }) => label)).not.toContain('Meer laten zien');
    expect(titles(await talk.does('Sanne', 'doel.status', { vanaf: '999' }))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('of the board comes in pages over school borders', async () => {
    const goals = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `Doel ${index + 1}` }));
    await open(
      { ...REGENBUI, goals: goals(5) },
      { ...ZONNEBLOEM, goals: goals(12) },
      { staff: [{ name: 'Eva' }], school: { school: 'Anker' }, goals: goals(2) },
    );
    const titles = (page: string) =>
      [...page.matchAll(/^(\d+) Doel|^([A-Z].*): \d/gm)].map((match) => match[1] ?? match[2]);
    expect(titles(await talk.says('Bea', '/doel'))).toEqual([
      'Doelen van alle scholen',
      'Anker',
      '1',
      '2',
      'De Regenbui',
      '1',
      '2',
      '3',
      '4',
      '5',
      'De Zonnebloem',
      '1',
    ]);
    expect(titles(await talk.presses('Bea', 'Meer laten zien')).slice(1)).toEqual([
      'De Zonnebloem',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ]);
    expect(titles(await talk.presses('Bea', 'Meer laten zien')).slice(1)).toEqual(['De Zonnebloem', '10', '11', '12']);
    expect(talk.buttons()).toEqual([]);
  });

  test('without any goal it offers the first one', async () => {
    await open({ ...REGENBUI, goals: [] });
    expect(await talk.says('Nadia', '/doel')).toBe(
      'Jij en je leerteams hebben nog geen doelen.\n[Nieuw doel] [Hele school]',
    );
    expect(await talk.says('Marieke', '/doel')).toBe('Er staan hier nog geen doelen.\n[Nieuw doel]');
  });
});

describe('one goal', () => {
  const FULL: SchoolDraft = {
    ...REGENBUI,
    goals: [
      {
        title: 'Meer leerlingen op 1S rekenen',
        team: 'Bovenbouw',
        theme: 'Rekenen',
        ambition: 'Elk kind op zijn niveau',
        criterion: 'Leerlingen leggen hun aanpak uit',
        indicator: 'leerlingen op 1S',
        unit: '%',
        baseline: 13,
        target: 40,
        instrument: 'toets',
        start: '2026-08-01' as LocalDate,
        end: '2027-07-01' as LocalDate,
        rhythm: 6,
        phase: 'op pad',
        phaseSentences: { aanloop: '', 'op pad': 'We rekenen elke dag hardop.', onderweg: '', 'op stoom': '' },
      },
    ],
    actions: [
      {
        what: 'Toetsanalyse klaarzetten',
        owner: 'Nico',
        due: '2026-11-27' as LocalDate,
        team: 'Bovenbouw',
        goal: 'Meer leerlingen op 1S rekenen',
      },
      {
        what: 'Materiaal bestellen',
        owner: 'Joost',
        due: '2026-12-01' as LocalDate,
        team: 'Bovenbouw',
        goal: 'Meer leerlingen op 1S rekenen',
      },
    ],
  };

  test('has all facts, its history and its open actions, for the team with owners', async () => {
    await open(FULL);
    await talk.says('Nadia', '/doel update 1 op koers 22 "Groep 7 rekent mee." succes');
    await talk.says('Nadia', '/doel wijzig 1');
    await talk.fills('Nadia', { streefwaarde: '45' });
    talk.now = new Date('2026-12-01T08:30:00Z');
    await talk.says('Nico', '/doel pauze 1 We wachten op de methode');
    await talk.says('Nico', '/doel verder 1');
    expect(await talk.says('Nadia', '/doel status rekenen')).toMatchInlineSnapshot(`
      "1 Meer leerlingen op 1S rekenen
      13% → 22% → 45% op 1 juli 2027
      Status: ● op koers
      Fase: op pad: We rekenen elke dag hardop.
      Van: Bovenbouw
      Thema: Rekenen
      Ambitie: Elk kind op zijn niveau
      Succescriterium: Leerlingen leggen hun aanpak uit
      Indicator: leerlingen op 1S
      Meetinstrument: toets
      Wanneer: 1 augustus tot en met 1 juli 2027
      Updates: elke 6 schoolweken
      Laatste update: 24 november door Nadia · "Groep 7 rekent mee."
      Volgende vraag om een update: maandag 25 januari 2027

      Open acties
      1 Toetsanalyse klaarzetten
        Nico · voor 27 november
      2 Materiaal bestellen
        Joost · voor 1 december

      Wat er is gebeurd
      1 december door Nico
        Status: van gepauzeerd naar op koers.
      1 december door Nico
        Status: van op koers naar gepauzeerd. · "We wachten op de methode"
      24 november door Nadia · ● op koers
        22% · "Groep 7 rekent mee." · succes om te delen
      24 november door Nadia
        Streefwaarde: van 40 naar 45.
      3 augustus
        Het doel is gemaakt.
      [Update] [Fase] [Wijzig]"
    `);
  });

  test('names owners of actions to the team and to themselves only', async () => {
    await open(FULL);
    expect(await talk.says('Sanne', '/doel status 1')).toContain(
      '1 Toetsanalyse klaarzetten\n  Nico · voor 27 november',
    );
    const director = await talk.says('Marieke', '/doel status 1');
    expect(director).toContain('1 Toetsanalyse klaarzetten\n  voor 27 november');
    expect(director).not.toContain('Nico');
    const coach = await talk.says('Joost', '/doel status 1');
    expect(coach).toContain('1 Toetsanalyse klaarzetten\n  voor 27 november');
    expect(coach).toContain('2 Materiaal bestellen\n  Joost · voor 1 december');
  });

  test('offers only what one may do', async () => {
    await open(FULL);
    const labels = async (name: string) => {
      await talk.says(name, '/doel status 1');
      return talk.buttons().map(({ label }) => label);
    };
    expect(await labels('Nadia')).toEqual(['Update', 'Fase', 'Wijzig']);
    expect(await labels('Marieke')).toEqual(['Update', 'Fase', 'Wijzig']);
    expect(await labels('Sanne')).toEqual([]);
    await talk.says('Nadia', '/doel pauze 1 even niet');
    expect(await labels('Nadia')).toEqual(['Verder met dit doel']);
    expect(await labels('Sanne')).toEqual([]);
  });

  test('history comes eight at a time, newest first', async () => {
    await open();
    for (let value = 1; value <= 11; value++) {
      talk.now = new Date(Date.parse('2026-09-01T08:30:00Z') + value * 86_400_000);
      await talk.says('Nadia', `/doel update 1 op koers ${value}`);
    }
    const values = (page: string) => [...page.matchAll(/^ {2}(\d+)%$/gm)].map((match) => Number(match[1]));
    expect(values(await talk.says('Nadia', '/doel status 1'))).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
    const older = await talk.presses('Nadia', 'Meer laten zien');
    expect(values(older)).toEqual([3, 2, 1]);
    expect(older).toContain('3 augustus\n  Het doel is gemaakt.');
  });

  test('of the board: title and status only', async () => {
    await open(FULL, ZONNEBLOEM);
    await talk.says('Nadia', '/doel update 1 achter 10 "Geheim."');
    expect(await talk.says('Bea', '/doel status 1S')).toMatchInlineSnapshot(`
      "1 Meer leerlingen op 1S rekenen (De Regenbui)
      Status: ■ loopt achter
      Het bestuur ziet van een doel de titel en de status."
    `);
  });
});

describe('which goal', () => {
  test('a number at two schools asks which, and names the school', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    expect(await talk.says('Sanne', '/doel status 1')).toBe(
      'Doel 1 is er op twee scholen. Welke bedoel je?\n[1 Meer leerlingen op 1S rekenen (De Regenbui)] [1 Rekenen in groep 3 (De Zonnebloem)]',
    );
    expect(await talk.presses('Sanne', '1 Rekenen in groep 3 (De Zonnebloem)')).toMatch(
      /^1 Rekenen in groep 3 \(De Zonnebloem\)\n/,
    );
  });

  test('the name of a team or a person finds their goals, for who may see whose they are', async () => {
    await open(ZONNEBLOEM);
    expect(await talk.says('Sanne', '/doel status sanne')).toMatch(/^2 Ouders lezen mee/);
    expect(await talk.says('Piet', '/doel status taal')).toMatch(
      /Welke bedoel je\?\n\[1 Rekenen in groep 3\] \[3 Nog te bespreken\]/,
    );
    expect(await talk.says('Bea', '/doel status sanne')).not.toMatch(/Ouders/);
  });

  test('a part of a title that several have asks which', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    expect(await talk.says('Sanne', '/doel status reken')).toMatch(
      /^Er zijn twee doelen met "reken"\. Welke bedoel je\?\n/,
    );
  });

  test('a question back repeats all that was typed', async () => {
    await open({
      ...REGENBUI,
      goals: [
        { title: 'Lezen A', team: 'Bovenbouw' },
        { title: 'Lezen B', team: 'Bovenbouw' },
      ],
    });
    await talk.says('Nadia', '/doel update lezen op koers "Het gaat goed." succes');
    expect(await talk.presses('Nadia', '2 Lezen B')).toMatch(
      /^Opgeslagen: doel 2 is op koers\.\n"Het gaat goed\."\nHet is een succes/,
    );
    await talk.says('Nadia', '/doel pauze lezen geen tijd nu');
    expect(await talk.presses('Nadia', '1 Lezen A')).toMatch(/^Doel 1 is gepauzeerd: Lezen A\. .*\n"geen tijd nu"/);
  });

  test('where one can do it is taken when the number fits two schools', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    expect(await talk.says('Sanne', '/doel update 1 op koers 18')).toMatch(
      /^Opgeslagen: doel 1 \(De Zonnebloem\) is op koers, 18 punten\./,
    );
  });

  test('is looked for by its title, without working out how all the others go', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    const lines = vi.spyOn(talk.opened.store.goals, 'lines');
    for (const name of ['Bea', 'Marieke']) {
      expect(await talk.says(name, '/doel status teksten')).toMatch(/^2 Elke week rijke teksten/);
    }
    expect(await talk.says('Bea', '/doel status 1')).toMatch(/^Doel 1 is er op twee scholen/);
    expect(await talk.says('Nadia', '/doel update teksten op koers')).toMatch(/^Opgeslagen: doel 2/);
    expect(lines).not.toHaveBeenCalled();
  });

  test('many are ten buttons and the advice to type more', async () => {
    await open({
      ...REGENBUI,
      goals: Array.from({ length: 12 }, (_, n) => ({ title: `Taal ${n}`, team: 'Bovenbouw' })),
    });
    expect(await talk.says('Nadia', '/doel status taal')).toMatch(
      /^Er passen 12 doelen\. Dit zijn de eerste tien\. Typ iets meer/,
    );
    expect(talk.buttons()).toHaveLength(10);
    expect(await talk.says('Nadia', '/doel pauze')).toMatch(/^Welk doel bedoel je\? Typ het nummer erbij/);
  });

  test('of another school is not shown, by number, title or button', async () => {
    await open(REGENBUI, ZONNEBLOEM);
    expect(await talk.says('Piet', '/doel status rijke')).toBe('Ik vind geen doel met "rijke".\n[Mijn doelen]');
    expect(await talk.does('Piet', 'doel.status', { doel: 'id:1' })).toBe(
      'Dit is van een andere school. Vraag het aan de directeur daar.',
    );
    expect(await talk.says('Piet', '/doel')).not.toContain('1S');
  });

  test('a slip of the pen is answered with the nearest', async () => {
    await open();
    expect(await talk.says('Sanne', '/doel stauts')).toBe('Ik ken /doel stauts niet. Bedoel je /doel status?');
    expect(await talk.says('Sanne', '/doel status reknen')).toBe(
      'Ik vind geen doel met "reknen". Bedoel je dit?\n[1 Meer leerlingen op 1S rekenen]',
    );
    expect(await talk.presses('Sanne', '1 Meer leerlingen op 1S rekenen')).toMatch(/^1 Meer leerlingen/);
  });

  test.each(['', ' '.repeat(50), '\u202E', '🎉', '<!channel>', "'; drop table goal", 'x'.repeat(10_000), '%', '_'])(
    '%j is no goal, and no fault',
    async (typed) => {
      await open();
      const answer = await talk.says('Sanne', `/doel status ${typed}`);
      expect(answer).toMatch(/^(Ik vind geen doel met|Doelen van)/);
      expect(answer.length).toBeLessThan(500);
    },
  );
});
