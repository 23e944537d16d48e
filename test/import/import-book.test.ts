import { describe, expect, test } from 'vitest';
import { plainText, say } from '../../src/bot/text.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { Change } from '../../src/import/change.ts';
import { reportLines } from '../../src/import/report.ts';
import { stamp } from '../support/store.ts';
import { SCHOOL, withRows, withText } from './sheets.ts';
import { goalNamed, importing, OPENED, select, snapshot, theStore, useImport } from './use-import.ts';

useImport();

describe('a first import', () => {
  test('puts everything in, with numbers, history and one line of audit', async () => {
    const report = await importing(SCHOOL);
    expect(report).toMatchObject({ outcome: 'imported', differs: [], missing: [] });
    const [school] = await theStore().people.schools();
    expect(school).toMatchObject({ name: 'De Regenbui', calendar: { region: 'midden', ownDays: [] } });
    const goals = await theStore().goals.lines({ schoolIds: [school!.id] });
    expect(goals.map(({ number, title, ownerName, status }) => ({ number, title, ownerName, status }))).toEqual([
      { number: 1, title: 'Meer leerlingen op 1S', ownerName: 'Bovenbouw', status: 'nog geen meting' },
      { number: 2, title: 'Elke week rijke teksten', ownerName: 'Nico Bedacht', status: 'nog geen meting' },
    ]);
    expect(await theStore().goals.events(goals[0]!.id)).toMatchObject([
      { what: 'gemaakt', from: '', to: 'nog geen meting', at: OPENED.at, byId: null },
    ]);
    expect(await theStore().goals.openActions(goals[0]!.id)).toMatchObject([
      { number: 1, what: 'Toetsanalyse klaarzetten', ownerName: 'Sanne Voorbeeld', due: '2026-11-25' },
    ]);
    const sanne = await theStore().people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate);
    expect(sanne!.employments[0]).toMatchObject({ roles: ['leerkracht'], workingDays: ['di', 'do'], pop: false });
    expect(sanne!.teams.map(({ role }) => role).sort()).toEqual(['chair', 'deputy']);
    expect(select('select act, subject from audit')).toEqual([{ act: 'test', subject: 'import' }]);
    expect(select('select created_on from school')).toEqual([{ created_on: '2026-08-10' }]);
  });

  test('a day ends at midnight in the Netherlands', async () => {
    await importing(SCHOOL, { stamp: stamp(null, '2026-08-09T22:30:00Z') });
    expect(select('select created_on from school')).toEqual([{ created_on: '2026-08-10' }]);
  });

  test('tells how far it is', async () => {
    const progress: [number, number][] = [];
    const { changes } = await importing(SCHOOL, { progress: (done, total) => progress.push([done, total]) });
    expect(progress).toEqual([[changes.length, changes.length]]);
  });

  test('--proef changes nothing', async () => {
    const report = await importing(SCHOOL, { dryRun: true });
    expect(report).toMatchObject({ outcome: 'checked' });
    expect(report.changes).toHaveLength(11);
    expect((await snapshot()).scholen).toEqual([]);
    expect(select('select * from audit')).toEqual([]);
  });

  test('a mistake in the last sheet leaves the database untouched', async () => {
    const report = await importing(withText('acties', '2026-11-25', 'straks'));
    expect(report).toMatchObject({ outcome: 'refused', changes: [] });
    expect((await snapshot()).scholen).toEqual([]);
  });

  test('a change that fails in the store takes all others with it', async () => {
    const { changes } = await importing(SCHOOL, { dryRun: true });
    const last = changes.at(-1) as Extract<Change, { kind: 'action' }>;
    const broken: Change[] = [...changes.slice(0, -1), { ...last, row: { ...last.row, owner: 'weg@x.example' } }];
    await expect(theStore().import.apply(OPENED, broken)).rejects.toThrow();
    expect((await snapshot()).scholen).toEqual([]);
    expect(select('select * from person')).toEqual([]);
  });
});

describe('a second import', () => {
  test('of the same sheets changes nothing and is not on record', async () => {
    await importing(SCHOOL);
    const before = select('select * from school');
    const report = await importing(SCHOOL);
    expect(report).toMatchObject({ outcome: 'imported', changes: [], differs: [], missing: [] });
    expect(select('select * from school')).toEqual(before);
    expect(select('select * from audit')).toHaveLength(1);
    expect(reportLines(report, say('nl')).map(plainText).at(-1)).toBe('Er was niets te veranderen.');
  });

  test('writes only the columns that changed, each with its history, and has the school planned again', async () => {
    await importing(SCHOOL);
    const [before] = select<{ version: number }>('select version from school');
    const changed = withText('doelen', '13;40', '13;45');
    const report = await importing(changed, { stamp: stamp(null, '2026-09-01T07:00:00Z') });
    expect(report.changes).toMatchObject([
      { kind: 'goal', changed: [{ column: 'streefwaarde', from: '40', to: '45' }] },
    ]);
    const goal = await goalNamed('Meer leerlingen op 1S');
    expect(goal).toMatchObject({ target: 45, version: 2 });
    expect((await theStore().goals.events(goal.id)).map(({ what, from, to }) => [what, from, to])).toContainEqual([
      'streefwaarde',
      '40',
      '45',
    ]);
    expect(select('select version from school')).toEqual([{ version: before!.version + 1 }]);
  });

  test('without a column leaves what is stored', async () => {
    await importing(SCHOOL);
    const report = await importing({ doelen: 'school;doel\nDe Regenbui;Meer leerlingen op 1S' });
    expect(report.changes).toEqual([]);
    expect(await goalNamed('Meer leerlingen op 1S')).toMatchObject({ target: 40, end: '2027-07-01' });
  });

  test('lists what is missing, only of the sheets that are there, and leaves it', async () => {
    await importing(SCHOOL);
    const report = await importing({
      doelen: 'school;doel\nDe Regenbui;Meer leerlingen op 1S',
      medewerkers: 'naam;email;school\nMarieke Proef;marieke@x.example;De Regenbui',
    });
    expect(report.missing).toEqual([
      { sheet: 'medewerkers', school: 'De Regenbui', name: 'Sanne Voorbeeld sanne@x.example' },
      { sheet: 'medewerkers', school: 'De Regenbui', name: 'Nico Bedacht nico@x.example' },
      { sheet: 'medewerkers', school: '', name: 'Bea Bestuur bea@x.example' },
      { sheet: 'doelen', school: 'De Regenbui', name: '2 Elke week rijke teksten' },
    ]);
    expect((await snapshot()).medewerkers).toHaveLength(4);
  });

  test('own days and members are the whole list of each school in them, in whatever order', async () => {
    const days = 'school;van;tot;soort;naam\nDe Regenbui;2026-12-03;;studiedag;rekenen\nDe Regenbui;2027-02-08;;vrij;';
    await importing({ ...withRows({ scholen: 'De Windvlaag;noord' }), kalender: days });
    const turned = days.split('\n');
    expect((await importing({ kalender: [turned[0], turned[2], turned[1]].join('\n') })).changes).toEqual([]);
    await importing({ kalender: `school;van;soort\nDe Regenbui;2026-12-04;vrij\nDe Windvlaag;2026-12-07;vrij` });
    const { kalender } = await snapshot();
    expect(kalender.map(({ school, from }) => [school, from])).toEqual([
      ['De Regenbui', '2026-12-04'],
      ['De Windvlaag', '2026-12-07'],
    ]);
    await importing({ leden: 'school;leerteam;email\nDe Regenbui;MT;nico@x.example' });
    expect((await snapshot()).leden).toMatchObject([{ team: 'MT', email: 'nico@x.example' }]);
  });
});

test('what is printed: counts, differences, what is missing, and the outcome', async () => {
  const first = await importing(SCHOOL);
  expect(reportLines(first, say('nl')).map(plainText)).toEqual([
    'scholen: 1 rij, 1 nieuw, 0 veranderd',
    'medewerkers: 4 rijen, 4 nieuw, 0 veranderd',
    'leerteams: 2 rijen, 2 nieuw, 0 veranderd',
    'leden: 2 rijen, 0 nieuw, 1 veranderd',
    'doelen: 2 rijen, 2 nieuw, 0 veranderd',
    'acties: 1 rij, 1 nieuw, 0 veranderd',
    'Klaar. Alles staat erin.',
  ]);
  const second = await importing({
    doelen: 'school;doel;leerteam;status\nDe Regenbui;Meer leerlingen op 1S;;gestopt',
  });
  expect(reportLines(second, say('nl')).map(plainText)).toEqual([
    'Deze 2 dingen zijn in de chat anders dan in de bladen. Ik heb het zo gelaten. Met --overschrijf neem ik de bladen over.',
    'doelen: 1 Meer leerlingen op 1S (De Regenbui), leerteam: nu Bovenbouw, in het blad leeg',
    'doelen: 1 Meer leerlingen op 1S (De Regenbui), status: nu nog geen meting, in het blad gestopt',
    'Eén rij staat wel in de database en niet in de bladen. Daar is niets aan veranderd.',
    'doelen: 2 Elke week rijke teksten (De Regenbui)',
    'doelen: 1 rij, 0 nieuw, 0 veranderd',
    'Er was niets te veranderen.',
  ]);
});

test('every row that is missing is printed', async () => {
  const goals = Array.from({ length: 25 }, (_, at) => `De Regenbui;Doel ${at + 10}`);
  await importing({ scholen: SCHOOL.scholen!, doelen: ['school;doel', ...goals].join('\n') });
  const report = await importing({ doelen: `school;doel\n${goals[0]}` });
  const printed = reportLines(report, say('nl')).map(plainText);
  expect(printed.filter((line) => line.startsWith('doelen: ') && line.endsWith('(De Regenbui)'))).toHaveLength(24);
  expect(printed).toContain('doelen: 25 Doel 34 (De Regenbui)');
});
