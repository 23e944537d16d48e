/** `/school`: closed and study days, PGMR and blokken; who may, and what bad input gets. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { type BuiltSchool, REGENBUI, type SchoolDraft } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  staff: [...REGENBUI.staff, { name: 'Bea', roles: ['bestuur'] }],
  calendar: [
    { from: localDate('2026-12-04'), until: localDate('2026-12-04'), kind: 'studiedag', name: 'studiedag rekenen' },
    { from: localDate('2027-05-03'), until: localDate('2027-05-07'), kind: 'vakantie', name: 'mei' },
    { from: localDate('2026-11-23'), until: localDate('2026-11-25'), kind: 'lesdag', name: '' },
  ],
};
const ZONNEBLOEM: SchoolDraft = {
  school: { school: 'De Zonnebloem', region: 'noord' },
  staff: [
    { name: 'Piet', roles: ['directeur'] },
    { name: 'Ad', roles: ['beheerder'] },
  ],
};

let talk: Talk;
let school: BuiltSchool;
beforeEach(async () => {
  const opened = await Talk.open(SCHOOL, ZONNEBLOEM);
  talk = opened.talk;
  school = opened.schools[0]!;
});
afterEach(() => talk.opened.close());

const HERE = { school: 'id:1' };
const stored = () =>
  JSON.stringify(
    ['school', 'own_days', 'employment', 'person', 'membership'].map((table) =>
      talk.opened.database.sqlite.prepare(`select * from ${table}`).all(),
    ),
  );
const version = async () => (await talk.opened.store.outbox.schoolState(school.id))!.version;

describe('the page', () => {
  test('of a director', async () => {
    expect(await talk.says('Marieke', '/school')).toMatchInlineSnapshot(`
      "De Regenbui
      Regio: midden
      Vakanties dit schooljaar: herfstvakantie 17 oktober tot en met 25 oktober, kerstvakantie 19 december tot en met 3 januari 2027, voorjaarsvakantie 20 februari 2027 tot en met 28 februari 2027, meivakantie 3 mei 2027 tot en met 7 mei 2027, zomervakantie 17 juli 2027 tot en met 29 augustus 2027
      Blokken: van vakantie tot vakantie, vanaf 31 augustus, 26 oktober, 4 januari 2027, 1 maart 2027, 10 mei 2027
      POP: uit, tot de datum van de PGMR bekend is
      Collega’s: 6
      Leerteams: 1

      Eigen dagen die komen
      23 november tot en met 25 november: lesdag
      vrijdag 4 december: studiedag rekenen
      3 mei 2027 tot en met 7 mei 2027: meivakantie
      [Dag toevoegen] [Alle dagen] [Collega’s] [Collega toevoegen] [Leerteams] [Nieuw leerteam] [Blokken] [Datum PGMR] [POP-maanden]"
    `);
  });

  test('of an admin: which school, then that one', async () => {
    expect(await talk.says('Ad', '/school')).toBe('Welke school bedoel je?\n[De Regenbui] [De Zonnebloem]');
    expect(await talk.presses('Ad', 'De Zonnebloem')).toMatch(/^De Zonnebloem\nRegio: noord\n/);
    expect(await talk.says('Ad', '/school regenbui')).toMatch(/^De Regenbui\n/);
    expect(await talk.says('Ad', '/school xyz')).toMatch(/^Ik vind geen school "xyz"\./);
  });

  test('of another school is refused', async () => {
    expect(await talk.does('Marieke', 'school', { school: 'id:2' })).toBe(
      'Dit is van een andere school. Vraag het aan de directeur daar.',
    );
  });
});

describe('a closed day', () => {
  test('is added, with the meetings that fall on it', async () => {
    const before = await version();
    await talk.says('Marieke', '/school dag');
    expect(
      await talk.fills('Marieke', { soort: 'vrij', van: '2026-12-10', tot: '2026-12-11', naam: 'verbouwing' }),
    ).toMatchInlineSnapshot(`
      "Staat erin: 10 december tot en met 11 december is vrij.
      Let op: er valt één bijeenkomst op die dagen. Die gaat zo niet door.
      Bovenbouw op donderdag 10 december
        [Verzetten]
      [Dag toevoegen] [Alle dagen]"
    `);
    expect(await version()).toBe(before + 1);
    expect(await talk.says('Sanne', '/leerteam')).toContain('Volgende bijeenkomst: donderdag 26 november');
    expect(await talk.says('Marieke', '/school dagen')).toContain(
      '10 december tot en met 11 december: vrij, verbouwing',
    );
  });

  test('a study day takes no meeting away', async () => {
    const answer = await talk.does('Marieke', 'school.dag-erbij', { ...HERE, soort: 'studiedag', van: '2026-12-10' });
    expect(answer).toMatch(/^Staat erin: donderdag 10 december is studiedag\./);
    expect(answer).not.toContain('Let op');
  });

  test('an admin sees the meetings without a button to move them', async () => {
    const answer = await talk.does('Ad', 'school.dag-erbij', { ...HERE, soort: 'vrij', van: '2026-12-10' });
    expect(answer).toContain('Bovenbouw op donderdag 10 december');
    expect(answer).not.toContain('[Verzetten]');
  });

  test.each([
    [
      { soort: 'vrij', van: '2026-12-01', tot: '2026-12-04' },
      'In die dagen valt al studiedag rekenen, vrijdag 4 december.',
    ],
    [{ soort: 'vrij', van: '2027-05-07' }, 'In die dagen valt al mei, 3 mei 2027 tot en met 7 mei 2027.'],
    [{ soort: 'vrij', van: '2026-11-23' }, 'Die dag is al voorbij.'],
    [{ soort: 'vrij', van: '2026-12-11', tot: '2026-12-10' }, 'De laatste dag ligt voor de eerste dag.'],
    [{ soort: 'vrij', van: '2026-12-12', tot: '2026-12-13' }, 'Dat is in het weekend.'],
    [{ soort: 'vrij', van: '2027-01-04', tot: '2027-06-04' }, 'Dat zijn meer dan 60 dagen.'],
    [{ soort: 'vrij', van: '2029-12-12' }, 'Dat is meer dan twee jaar vooruit.'],
    [{ soort: 'vrij', van: 'gauw' }, 'Ik begrijp de datum gauw niet.'],
    [{ soort: 'vakantie', van: '2026-12-10' }, 'Ik begrijp niet wat je bedoelt met vakantie.'],
    [{ soort: 'vrij', van: '2026-12-10', naam: 'x'.repeat(81) }, 'Die naam is te lang'],
  ])('%j changes nothing', async (args, answer) => {
    const before = stored();
    expect(await talk.does('Marieke', 'school.dag-erbij', { ...HERE, ...args })).toContain(answer);
    expect(stored()).toBe(before);
  });

  test('goes away again; a vacation has no such button', async () => {
    await talk.says('Marieke', '/school dagen');
    const labels = talk.buttons().map(({ label }) => label);
    expect(labels.filter((label) => label === 'Weg')).toHaveLength(2);
    const rows = () => talk.opened.store.school.ownDays(school.id, localDate('2020-01-01'));
    const study = (await rows()).find(({ kind }) => kind === 'studiedag')!;
    const gone = { ...HERE, dag: String(study.id) };
    expect(await talk.does('Marieke', 'school.dag-weg', gone)).toMatch(/^Weggehaald: vrijdag 4 december, studiedag\./);
    expect(await talk.does('Marieke', 'school.dag-weg', gone)).toMatch(/^Die dag staat er niet meer\./);
    expect((await rows()).map(({ kind }) => kind)).toEqual(['lesdag', 'vakantie']);
  });

  test('that began already ends yesterday, so that what was stays', async () => {
    const rows = () => talk.opened.store.school.ownDays(school.id, localDate('2020-01-01'));
    const begun = (await rows()).find(({ kind }) => kind === 'lesdag')!;
    expect(await talk.does('Marieke', 'school.dag-weg', { ...HERE, dag: String(begun.id) })).toContain(
      'was al begonnen',
    );
    expect((await rows())[0]).toMatchObject({ from: '2026-11-23', until: '2026-11-23' });
    expect(await talk.does('Marieke', 'school.dag-weg', { ...HERE, dag: String(begun.id) })).toContain(
      'staat er niet meer',
    );
  });

  test('of another school does not go away', async () => {
    const [first] = await talk.opened.store.school.ownDays(school.id, localDate('2026-11-24'));
    const before = stored();
    expect(await talk.does('Piet', 'school.dag-weg', { school: 'id:2', dag: String(first!.id) })).toContain(
      'staat er niet meer',
    );
    expect(stored()).toBe(before);
  });
});

describe('the PGMR', () => {
  test('a date switches POP on, an empty one off', async () => {
    await talk.says('Marieke', '/school pgmr');
    expect(await talk.fills('Marieke', { datum: '2026-10-05' })).toBe(
      'POP staat aan bij De Regenbui. De PGMR stemde in op 5 oktober.\n' +
        'Nog niemand heeft daar een POP. Dat zet je per collega aan bij /school mensen.',
    );
    expect(await talk.says('Marieke', '/school')).toContain('POP: aan, de PGMR stemde in op 5 oktober');
  });

  test('off is asked about first, and can be taken back', async () => {
    const consent = () => talk.opened.store.school.popConsent(school.id);
    await talk.does('Marieke', 'school.pgmr', { ...HERE, klaar: 'ja', datum: '2026-10-05' });
    expect(await talk.says('Marieke', '/school pgmr')).toContain('Dit geldt voor De Regenbui.');
    expect(await talk.fills('Marieke', { datum: '' })).toMatch(
      /^POP uitzetten bij De Regenbui\?\n.*niemand ziet de stappen.*\[Ja, POP uitzetten\]$/s,
    );
    expect(await consent()).toBe('2026-10-05');
    expect(await talk.presses('Marieke', 'Ja, POP uitzetten')).toBe('POP staat uit bij De Regenbui.\n[Toch weer aan]');
    expect(await consent()).toBeNull();
    expect(await talk.presses('Marieke', 'Toch weer aan')).toContain('POP staat aan bij De Regenbui.');
    expect(await consent()).toBe('2026-10-05');
  });

  test.each([
    ['2026-11-25', 'Die dag moet nog komen.'],
    ['xx', 'Ik begrijp de datum xx niet.'],
  ])('%s changes nothing', async (datum, answer) => {
    expect(await talk.does('Marieke', 'school.pgmr', { ...HERE, klaar: 'ja', datum })).toContain(answer);
    expect(await talk.opened.store.school.popConsent(school.id)).toBeNull();
  });
});

describe('blokken', () => {
  const STARTS = {
    blok1: '2026-08-31',
    blok2: '2026-10-26',
    blok3: '2027-01-04',
    blok4: '2027-03-01',
    blok5: '2027-05-10',
  };
  const starts = async () => (await talk.opened.store.people.school(school.id))!.calendar.blokStarts;

  test('of its own, and back to the vacations', async () => {
    await talk.says('Marieke', '/school blokken');
    expect(talk.form().fields.map(({ value }) => value)).toContain('2026-10-26');
    expect(await talk.fills('Marieke', STARTS)).toBe(
      'De Regenbui heeft eigen blokken in 2026-2027.\n31 augustus, 26 oktober, 4 januari, 1 maart, 10 mei',
    );
    expect(await starts()).toEqual(Object.values(STARTS));
    expect(await talk.says('Marieke', '/school')).toContain('Blokken: eigen datums: 31 augustus');
    await talk.says('Marieke', '/school blokken');
    expect(await talk.fills('Marieke', { standaard: 'ja' })).toMatch(/lopen van vakantie tot vakantie\.$/);
    expect(await starts()).toBeNull();
  });

  test.each([
    [{ ...STARTS, blok5: '' }, 'Vul vijf eerste dagen in'],
    [{ ...STARTS, blok2: '2026-08-01' }, 'Vul vijf eerste dagen in'],
    [{ ...STARTS, blok5: '2027-08-30' }, 'Vul vijf eerste dagen in'],
    [{ ...STARTS, blok3: 'januari' }, 'Ik begrijp de datum januari niet.'],
    [
      { blok1: '2024-08-31', blok2: '2024-10-26', blok3: '2025-01-04', blok4: '2025-03-01', blok5: '2025-05-10' },
      'Die dagen liggen niet in 2026-2027 of het schooljaar erna.',
    ],
  ])('%j changes nothing', async (values, answer) => {
    expect(await talk.does('Marieke', 'school.blokken', { ...HERE, klaar: 'ja', ...values })).toContain(answer);
    expect(await starts()).toBeNull();
  });
});

describe('who may', () => {
  const ACTS: readonly [string, Readonly<Record<string, string>>][] = [
    ['school', HERE],
    ['school.dagen', HERE],
    ['school.mensen', HERE],
    ['school.dag-erbij', { ...HERE, soort: 'vrij', van: '2026-12-10' }],
    ['school.dag-weg', { ...HERE, dag: '1' }],
    ['school.pgmr', { ...HERE, klaar: 'ja', datum: '2026-10-05' }],
    ['school.blokken', { ...HERE, klaar: 'ja' }],
    ['school.in-dienst', { ...HERE, naam: 'Wim', email: 'wim@example.org', rollen: 'leerkracht' }],
    ['school.medewerker', { ...HERE, persoon: 'Sanne', was: '' }],
    ['school.uit-dienst', { ...HERE, persoon: 'Sanne', klaar: 'ja', tot: '2026-12-01' }],
  ];
  test.each(
    ACTS.flatMap(([intent, args]) =>
      ['Nadia', 'Sanne', 'Joost', 'Bea', 'Piet'].map((name) => ({ intent, args, name })),
    ),
  )('$intent not by $name', async ({ intent, args, name }) => {
    const before = stored();
    expect(await talk.does(name, intent, args)).toMatch(
      /^(Dat kan ik niet voor je doen\. Vraag het aan (Marieke|Ad)\.|Dit is van een andere school)/,
    );
    expect(stored()).toBe(before);
  });

  test.each(ACTS.flatMap(([intent, args]) => ['Marieke', 'Ad'].map((name) => ({ intent, args, name }))))(
    '$intent by $name',
    async ({ intent, args, name }) => {
      expect(await talk.does(name, intent, args)).not.toMatch(/Dat kan ik niet|andere school/);
    },
  );
});
