/** What a director or a chair changed in chat of schools, people and leerteams, and an import of the sheets as they were. */
import { describe, expect, test } from 'vitest';
import { plainText, say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { reportLines } from '../../src/import/report.ts';
import { stamp } from '../support/store.ts';
import { SCHOOL, type Sheets } from './sheets.ts';
import { importing, select, snapshot, theStore, useImport } from './use-import.ts';

useImport();

/** With the columns that people change in chat. */
const SHEETS: Sheets = {
  ...SCHOOL,
  scholen: `
    school;regio;pop_instemming
    De Regenbui;midden;`,
  kalender: `
    school;van;tot;soort;naam
    De Regenbui;2026-12-04;;studiedag;rekenen`,
  medewerkers: `
    naam;email;school;rol;werkdagen;tot
    Marieke Proef;marieke@x.example;De Regenbui;directeur;ma,di,do,vr;
    Sanne Voorbeeld;sanne@x.example;De Regenbui;;di,do;
    Nico Bedacht;nico@x.example;De Regenbui;leerkracht;ma,wo,vr;
    Bea Bestuur;bea@x.example;;bestuur;ma;`,
};
const TODAY = localDate('2026-09-10');

async function imported() {
  await importing(SHEETS);
  const store = theStore();
  const [school] = await store.people.schools();
  const [team] = await store.agenda.teams(school!.id, TODAY);
  const by = stamp((await store.people.actorByEmail('sanne@x.example', TODAY))!.id, '2026-09-10T08:00:00Z');
  return { store, school: school!, team: team!, by };
}

const differences = (report: Awaited<ReturnType<typeof importing>>) =>
  report.differs.map(({ sheet, column, stored, sheets }) => [sheet, column, stored, sheets]);

describe('a school', () => {
  test('keeps its blokken and the date of the PGMR, until asked to overwrite', async () => {
    const { store, school, by } = await imported();
    await store.school.setPopConsent(by, school.id, localDate('2026-09-01'));
    const report = await importing(SHEETS);
    expect(differences(report)).toEqual([['scholen', 'pop_instemming', '2026-09-01', '']]);
    expect(await store.school.popConsent(school.id)).toBe('2026-09-01');
    expect(differences(await importing(SHEETS, { overwrite: true }))).toEqual([]);
    expect(await store.school.popConsent(school.id)).toBeNull();
    // The import wrote it last, so the sheets lead again.
    expect(
      differences(await importing({ ...SHEETS, scholen: SHEETS.scholen!.replace('midden;', 'midden;2026-06-01') })),
    ).toEqual([]);
    expect(await store.school.popConsent(school.id)).toBe('2026-06-01');
  });
});

describe('a staff member', () => {
  test('keeps roles and last day; what nobody changed in chat follows the sheets', async () => {
    const { store, school, by } = await imported();
    const nico = (await store.people.actorByEmail('nico@x.example', TODAY))!;
    await store.school.endService(by, school.id, nico.id, localDate('2026-12-18'));
    const report = await importing(SHEETS);
    expect(differences(report)).toEqual([['medewerkers', 'tot', '2026-12-18', '']]);
    expect((await snapshot()).medewerkers.find(({ email }) => email === 'nico@x.example')).toMatchObject({
      until: '2026-12-18',
    });
    await importing(SHEETS, { overwrite: true });
    expect((await snapshot()).medewerkers.find(({ email }) => email === 'nico@x.example')).toMatchObject({
      until: null,
    });
    expect(differences(await importing(SHEETS))).toEqual([]);
  });
});

test('a lead who was handed over in chat stays, and is listed', async () => {
  const { medewerkers, ...others } = SHEETS;
  const [header, ...rows] = medewerkers!
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const led = (email: string) => (row: string) => `${row};${row.includes(email) ? 'sanne@x.example' : ''}`;
  const sheets: Sheets = {
    ...others,
    medewerkers: [`${header};leidinggevende`, ...rows.map(led('nico@'))].join('\n'),
  };
  await importing(sheets);
  const store = theStore();
  const [school] = await store.people.schools();
  const id = async (email: string) => (await store.people.actorByEmail(email, TODAY))!.id;
  const [sanne, nico, marieke] = [
    await id('sanne@x.example'),
    await id('nico@x.example'),
    await id('marieke@x.example'),
  ];
  await store.handover.reassign(
    stamp(marieke, '2026-09-10T08:00:00Z'),
    school!.id,
    sanne,
    [{ kind: 'leidinggevende', people: [nico], to: marieke }],
    { tells: [], posts: [], changed: [] },
  );
  expect(differences(await importing(sheets))).toEqual([
    ['medewerkers', 'leidinggevende', 'marieke@x.example', 'sanne@x.example'],
  ]);
});

describe('a leerteam', () => {
  test('keeps what was changed in chat', async () => {
    const { store, team, by } = await imported();
    const { day: _, time: __, ...rest } = team;
    await store.teams.change(by, team.id, team.version, { ...rest, day: 'ma', time: localTime('14:00') });
    const report = await importing(SHEETS);
    expect(differences(report).map(([sheet, column, stored]) => [sheet, column, stored])).toEqual([
      ['leerteams', 'dag', 'ma'],
      ['leerteams', 'tijd', '14:00'],
    ]);
    expect(await store.agenda.team(team.id)).toMatchObject({ day: 'ma', time: '14:00' });
  });

  test('with another name stays one team; its present name is listed', async () => {
    const { store, school, team, by } = await imported();
    await store.teams.change(by, team.id, team.version, { ...team, name: 'Team Groot' });
    const report = await importing(SHEETS);
    expect(differences(report)).toEqual([['leerteams', 'leerteam', 'Team Groot', team.name]]);
    expect((await store.agenda.teams(school.id, TODAY)).map(({ name }) => name)).toContain('Team Groot');
    expect((await store.agenda.teams(school.id, TODAY)).map(({ name }) => name)).not.toContain(team.name);
    expect((await store.people.teamPeople(team.id, TODAY)).length).toBeGreaterThan(0);
  });

  test('that meets on another day by the import keeps its past meetings, and the history says so', async () => {
    const { store, team } = await imported();
    const column = { column: 'dag', from: team.day, to: 'vr' };
    const row = (await snapshot()).leerteams.find((each) => each.team === team.name)!;
    await store.import.apply(stamp(null, '2026-11-24T08:00:00Z'), [
      { kind: 'team', row: { ...row, day: 'vr' }, changed: [column] },
    ]);
    const changed = (await store.agenda.team(team.id))!;
    expect(changed).toMatchObject({ day: 'vr', version: team.version + 1 });
    expect(changed.rhythmSince! >= '2026-11-24').toBe(true);
    const stored = await store.agenda.meetings(team.id);
    expect(stored.length).toBeGreaterThan(3);
    expect(stored.every(({ date, state }) => date <= '2026-11-24' && state === 'gepland')).toBe(true);
    expect(await store.teams.events(team.id)).toMatchObject([{ byId: null, what: 'dag', from: team.day, to: 'vr' }]);
  });
});

describe('whole lists', () => {
  test('own days and members that were added in chat go away, and are named', async () => {
    const { store, school, team, by } = await imported();
    const before = (await snapshot()).leden.length;
    const director = (await store.people.directors(school.id, TODAY))[0]!;
    await store.teams.addMember(by, team.id, director.id, TODAY);
    const days = {
      from: localDate('2027-03-01'),
      until: localDate('2027-03-02'),
      kind: 'vrij',
      name: 'verbouwing',
    } as const;
    await store.school.addDays(by, school.id, days);
    const report = await importing(SHEETS);
    const lines = reportLines(report, say('nl')).map(plainText);
    expect(report.taken.map(({ sheet, name, from, until }) => [sheet, name, from, until])).toEqual([
      ['kalender', '2027-03-01 verbouwing', '2027-03-01', '2027-03-02'],
      ['leden', `${team.name} ${director.email}`, '2026-09-10', ''],
    ]);
    expect(lines.some((line) => line.startsWith('Deze 2 rijen haal ik weg'))).toBe(true);
    expect(lines.some((line) => line.endsWith(', vanaf 10-09-2026'))).toBe(true);
    expect((await snapshot()).leden).toHaveLength(before);
    expect(select("select count(*) as n from own_days where name = 'verbouwing'")).toEqual([{ n: 0 }]);
  });

  test('a list that is the same names nothing', async () => {
    await imported();
    expect((await importing(SHEETS)).taken).toEqual([]);
  });
});
