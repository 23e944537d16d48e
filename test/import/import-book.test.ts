import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainText, say } from '../../src/bot/text.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { Change } from '../../src/import/change.ts';
import { type ImportOptions, importSheets } from '../../src/import/import-book.ts';
import { reportLines } from '../../src/import/report.ts';
import type { PersonId } from '../../src/people/person.ts';
import { type OpenStore, openStore, stamp } from '../support/store.ts';
import { SCHOOL, type Sheets, sheetsRead, withRows, withText } from './sheets.ts';

let opened: OpenStore;
beforeEach(async () => {
  opened = await openStore();
});
afterEach(() => opened.close());

const OPENED = stamp(null, '2026-08-10T07:00:00Z');

function importing(sheets: Sheets, options: Partial<ImportOptions> = {}) {
  return importSheets(opened.store.import, sheetsRead(sheets), {
    dryRun: false,
    overwrite: false,
    stamp: OPENED,
    ...options,
  });
}

const snapshot = () => opened.store.import.snapshot();
const all = <Row>(text: string) => opened.database.sqlite.prepare(text).all() as Row[];

async function goalNamed(title: string) {
  const [school] = await opened.store.people.schools();
  const goals = await opened.store.goals.lines({ schoolIds: [school!.id] });
  return goals.find((goal) => goal.title === title)!;
}

describe('a first import', () => {
  test('puts everything in, with numbers, history and one line of audit', async () => {
    const report = await importing(SCHOOL);
    expect(report).toMatchObject({ outcome: 'imported', differs: [], missing: [] });
    const [school] = await opened.store.people.schools();
    expect(school).toMatchObject({ name: 'De Regenbui', calendar: { region: 'midden', ownDays: [] } });
    const goals = await opened.store.goals.lines({ schoolIds: [school!.id] });
    expect(goals.map(({ number, title, ownerName, status }) => ({ number, title, ownerName, status }))).toEqual([
      { number: 1, title: 'Meer leerlingen op 1S', ownerName: 'Bovenbouw', status: 'nog geen meting' },
      { number: 2, title: 'Elke week rijke teksten', ownerName: 'Nico Bedacht', status: 'nog geen meting' },
    ]);
    expect(await opened.store.goals.events(goals[0]!.id)).toMatchObject([
      { what: 'gemaakt', from: '', to: 'nog geen meting', at: OPENED.at, byId: null },
    ]);
    expect(await opened.store.goals.openActions(goals[0]!.id)).toMatchObject([
      { number: 1, what: 'Toetsanalyse klaarzetten', ownerName: 'Sanne Voorbeeld', due: '2026-11-25' },
    ]);
    const sanne = await opened.store.people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate);
    expect(sanne!.employments[0]).toMatchObject({ roles: ['leerkracht'], workingDays: ['di', 'do'], pop: false });
    expect(sanne!.teams.map(({ role }) => role).sort()).toEqual(['chair', 'deputy']);
    expect(all('select act, subject from audit')).toEqual([{ act: 'test', subject: 'import' }]);
    expect(all('select created_on from school')).toEqual([{ created_on: '2026-08-10' }]);
  });

  test('a day ends at midnight in the Netherlands', async () => {
    await importing(SCHOOL, { stamp: stamp(null, '2026-08-09T22:30:00Z') });
    expect(all('select created_on from school')).toEqual([{ created_on: '2026-08-10' }]);
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
    expect(all('select * from audit')).toEqual([]);
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
    await expect(opened.store.import.apply(OPENED, broken)).rejects.toThrow();
    expect((await snapshot()).scholen).toEqual([]);
    expect(all('select * from person')).toEqual([]);
  });
});

describe('a second import', () => {
  test('of the same sheets changes nothing and is not on record', async () => {
    await importing(SCHOOL);
    const before = all('select * from school');
    const report = await importing(SCHOOL);
    expect(report).toMatchObject({ outcome: 'imported', changes: [], differs: [], missing: [] });
    expect(all('select * from school')).toEqual(before);
    expect(all('select * from audit')).toHaveLength(1);
    expect(reportLines(report, say('nl')).map(plainText).at(-1)).toBe('Er was niets te veranderen.');
  });

  test('writes only the columns that changed, each with its history, and has the school planned again', async () => {
    await importing(SCHOOL);
    const [before] = all<{ version: number }>('select version from school');
    const changed = withText('doelen', '13;40', '13;45');
    const report = await importing(changed, { stamp: stamp(null, '2026-09-01T07:00:00Z') });
    expect(report.changes).toMatchObject([
      { kind: 'goal', changed: [{ column: 'streefwaarde', from: '40', to: '45' }] },
    ]);
    const goal = await goalNamed('Meer leerlingen op 1S');
    expect(goal).toMatchObject({ target: 45, version: 2 });
    expect((await opened.store.goals.events(goal.id)).map(({ what, from, to }) => [what, from, to])).toContainEqual([
      'streefwaarde',
      '40',
      '45',
    ]);
    expect(all('select version from school')).toEqual([{ version: before!.version + 1 }]);
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

describe('what people change in chat', () => {
  const SHEETS = withRows({
    doelen: 'De Regenbui;Doel van Nico;;;nico@x.example;;;;2026-08-01;2027-06-01;op koers;aanloop',
  });

  async function changedInChat() {
    await importing(SHEETS);
    const goal = await goalNamed('Doel van Nico');
    const sanne = (await opened.store.people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate))!;
    const by = stamp(sanne.id, '2026-09-10T08:00:00Z');
    await opened.store.goals.setPhase(by, goal.id, 'op pad');
    const {
      id: _,
      schoolId: __,
      number: ___,
      status: ____,
      version,
      createdAt: _____,
      ...fields
    } = await goalNamed('Doel van Nico');
    await opened.store.goals.change(by, goal.id, version, {
      ...fields,
      end: '2027-05-01' as LocalDate,
      owner: { kind: 'person', personId: sanne.id },
    });
    await opened.store.goals.setStatus(by, goal.id, 'gepauzeerd', 'later');
    const settings = await opened.store.people.settings(sanne.id);
    await opened.store.people.changeSettings(by, sanne.id, { ...settings, language: 'en' }, [
      { schoolId: sanne.employments[0]!.schoolId!, days: ['wo'] },
    ]);
    return goal;
  }

  test('is listed and stays', async () => {
    const goal = await changedInChat();
    const report = await importing({
      ...SHEETS,
      medewerkers: SHEETS.medewerkers!.replace('werkdagen', 'werkdagen;taal').replace('di,do\n', 'di,do;nl\n'),
    });
    expect(report.differs.map(({ name, column, stored, sheets }) => [name, column, stored, sheets])).toEqual([
      ['Sanne Voorbeeld sanne@x.example', 'werkdagen', 'wo', 'di,do'],
      ['Sanne Voorbeeld sanne@x.example', 'taal', 'en', 'nl'],
      ['3 Doel van Nico', 'eigenaar', 'sanne@x.example', 'nico@x.example'],
      ['3 Doel van Nico', 'einddatum', '2027-05-01', '2027-06-01'],
      ['3 Doel van Nico', 'fase', 'op pad', 'aanloop'],
      ['3 Doel van Nico', 'status', 'gepauzeerd', 'op koers'],
    ]);
    expect(report.changes).toEqual([]);
    expect(await goalNamed('Doel van Nico')).toMatchObject({
      id: goal.id,
      phase: 'op pad',
      status: 'gepauzeerd',
      end: '2027-05-01',
    });
  });

  test('is overwritten with --overschrijf, with names and days in the history', async () => {
    const goal = await changedInChat();
    const report = await importing(SHEETS, { overwrite: true, stamp: stamp(null, '2026-10-01T08:00:00Z') });
    expect(report.differs).toEqual([]);
    expect(await goalNamed('Doel van Nico')).toMatchObject({ phase: 'aanloop', status: 'op koers', end: '2027-06-01' });
    const events = await opened.store.goals.events(goal.id);
    expect(events.filter(({ byId }) => byId === null).map(({ what, from, to }) => [what, from, to])).toEqual(
      expect.arrayContaining([
        ['eigenaar', 'Sanne Voorbeeld', 'Nico Bedacht'],
        ['einddatum', '01-05-2027', '01-06-2027'],
        ['fase', 'op pad', 'aanloop'],
        ['status', 'gepauzeerd', 'op koers'],
      ]),
    );
  });

  test('working days that nobody knew are filled in', async () => {
    await importing(withText('medewerkers', 'ma,wo,vr', ''));
    const report = await importing(SCHOOL);
    expect(report).toMatchObject({
      differs: [],
      changes: [{ kind: 'staff', changed: [{ column: 'werkdagen', from: '', to: 'ma,wo,vr' }] }],
    });
  });

  test('an empty cell says nothing about them', async () => {
    await importing(SCHOOL);
    const goal = await goalNamed('Meer leerlingen op 1S');
    await opened.store.goals.checkIn(stamp(null, '2026-09-10T08:00:00Z'), {
      goalId: goal.id,
      date: '2026-09-10' as LocalDate,
      status: 'loopt achter',
      value: 12,
      sentence: '',
      success: false,
      replaces: null,
    });
    expect(await importing(SCHOOL)).toMatchObject({ differs: [], changes: [] });
  });

  test('what changes between reading and writing stays', async () => {
    await importing(SCHOOL);
    const { changes } = await importing(withText('doelen', '13;40', '13;45'), { dryRun: true });
    const goal = await goalNamed('Meer leerlingen op 1S');
    await opened.store.goals.setPhase(stamp(null, '2026-09-10T08:00:00Z'), goal.id, 'onderweg');
    await opened.store.import.apply(OPENED, changes);
    expect(await goalNamed('Meer leerlingen op 1S')).toMatchObject({ target: 45, phase: 'onderweg' });
  });
});

describe('numbers', () => {
  test('given ones are kept, and the next ones come after the highest', async () => {
    await importing(
      withRows({
        doelen: 'De Regenbui;Doel zeven;7;;;;;;;;;',
        acties: 'De Regenbui;Actie drie;3;sanne@x.example;2026-12-01;;7;',
      }),
    );
    const { doelen, acties } = await snapshot();
    expect(doelen.map(({ number, title }) => [number, title]).sort()).toEqual([
      [7, 'Doel zeven'],
      [8, 'Meer leerlingen op 1S'],
      [9, 'Elke week rijke teksten'],
    ]);
    expect(acties.map(({ number, goal }) => [number, goal]).sort()).toEqual([
      [3, { number: 7 }],
      [4, { number: 8 }],
    ]);
    expect(all('select next_goal_number as goal, next_action_number as action from school')).toEqual([
      { goal: 10, action: 5 },
    ]);
  });

  test('a number finds the goal whose title changed; a title without one makes a new goal', async () => {
    await importing(SCHOOL);
    await importing({ doelen: 'school;nr;doel\nDe Regenbui;1;40% op 1S' });
    expect((await snapshot()).doelen.map(({ number, title }) => [number, title]).sort()).toEqual([
      [1, '40% op 1S'],
      [2, 'Elke week rijke teksten'],
    ]);
    await importing({ doelen: 'school;doel\nDe Regenbui;40 procent op 1S' });
    expect((await snapshot()).doelen).toHaveLength(3);
  });

  test('two goals may share a title when both have a number; then an action must name the number', async () => {
    const twice = withRows({ doelen: 'De Regenbui;Rekenen;5;;;;;;;;;\nDe Regenbui;Rekenen;6;;;;;;;;;' });
    expect((await importing(twice)).outcome).toBe('imported');
    const byTitle = await importing({
      acties: 'school;actie;eigenaar;datum;doel\nDe Regenbui;Actie;sanne@x.example;2026-12-01;Rekenen',
    });
    expect(byTitle.mistakes).toMatchObject([{ column: 'doel', message: { key: 'import.ambiguous-goal' } }]);
    const byNumber = { acties: 'school;actie;eigenaar;datum;doel\nDe Regenbui;Actie;sanne@x.example;2026-12-01;6' };
    expect((await importing(byNumber)).outcome).toBe('imported');
    expect((await importing(byNumber)).changes).toEqual([]);
    expect((await importing({ doelen: 'school;doel\nDe Regenbui;Rekenen' })).mistakes).toMatchObject([
      { column: 'doel', message: { key: 'import.title-stored-twice' } },
    ]);
  });
});

describe('a person with another address', () => {
  const RENAMED = Object.fromEntries(
    Object.entries({
      ...SCHOOL,
      medewerkers: SCHOOL.medewerkers!.replace('werkdagen', 'werkdagen;vorig_email').replace(
        'di,do\n',
        'di,do;sanne@x.example\n',
      ),
    }).map(([name, text]) => [
      name,
      text.replaceAll('sanne@x.example', 'sanne@y.example').replace('di,do;sanne@y.example', 'di,do;sanne@x.example'),
    ]),
  );

  test('stays the same person, with the earlier address known', async () => {
    await importing(SCHOOL);
    const before = await opened.store.people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate);
    const report = await importing(RENAMED);
    expect(report.changes).toMatchObject([
      {
        kind: 'staff',
        changed: [{ column: 'email', from: 'sanne@x.example', to: 'sanne@y.example' }, { column: 'vorig_email' }],
      },
    ]);
    expect(report.missing).toEqual([]);
    const after = await opened.store.people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate);
    expect(after).toMatchObject({ id: before!.id, email: 'sanne@y.example' });
    expect((await importing(RENAMED)).changes).toEqual([]);
  });

  test('keeps every address through a second change', async () => {
    await importing(SCHOOL);
    await importing(RENAMED);
    const again = Object.fromEntries(
      Object.entries(RENAMED).map(([name, text]) => [
        name,
        text.replaceAll('sanne@y.example', 'sanne@z.example').replace('di,do;sanne@x.example', 'di,do;sanne@y.example'),
      ]),
    );
    await importing(again);
    const sanne = (await snapshot()).medewerkers.find(({ email }) => email === 'sanne@z.example');
    expect(sanne).toMatchObject({ previousEmail: 'sanne@y.example', otherEmails: ['sanne@x.example'] });
    expect((await importing(again)).changes).toEqual([]);
  });

  test('an old file with the old address is refused with the new one', async () => {
    await importing(SCHOOL);
    await importing(RENAMED);
    const { mistakes } = await importing(SCHOOL);
    expect(mistakes).toMatchObject([
      { sheet: 'medewerkers', row: 3, column: 'email', hint: { params: { current: 'sanne@y.example' } } },
    ]);
  });

  test('one school more: language and addresses are those of the person', async () => {
    await importing(SCHOOL);
    const sanne = (await opened.store.people.actorByEmail('sanne@x.example', '2026-09-01' as LocalDate))!;
    const settings = await opened.store.people.settings(sanne.id as PersonId);
    await opened.store.people.changeSettings(stamp(sanne.id), sanne.id, { ...settings, language: 'en' }, []);
    const report = await importing({
      scholen: 'school;regio\nDe Windvlaag;noord',
      medewerkers: 'naam;email;school;werkdagen;taal\nSanne Voorbeeld;sanne@x.example;De Windvlaag;wo;nl',
    });
    expect(report.differs).toMatchObject([{ column: 'taal', stored: 'en', sheets: 'nl' }]);
    const after = (await snapshot()).medewerkers.filter(({ email }) => email === 'sanne@x.example');
    expect(after.map(({ school, language }) => [school, language]).sort()).toEqual([
      ['De Regenbui', 'en'],
      ['De Windvlaag', 'en'],
    ]);
  });

  test('an address goes over to whoever has it in the sheets', async () => {
    const staff = 'naam;email;school;werkdagen;andere_emails\n';
    const marieke = 'Marieke Proef;marieke@x.example;De Regenbui;ma';
    await importing({
      ...SCHOOL,
      medewerkers: `${SCHOOL.medewerkers!.replace('werkdagen', 'werkdagen;andere_emails').replace('ma,di,do,vr', 'ma,di,do,vr;m@x.example')}`,
    });
    await importing({ medewerkers: `${staff}${marieke};\nNico Bedacht;nico@x.example;De Regenbui;ma;m@x.example` });
    const { medewerkers } = await snapshot();
    expect(medewerkers.find(({ email }) => email === 'nico@x.example')!.otherEmails).toEqual(['m@x.example']);
    expect(medewerkers.find(({ email }) => email === 'marieke@x.example')!.otherEmails).toEqual([]);
  });
});

describe('an agenda point about a goal', () => {
  test('closes when the import ends the goal', async () => {
    await importing(SCHOOL);
    const goal = await goalNamed('Meer leerlingen op 1S');
    opened.database.sqlite
      .prepare(
        "insert into agenda_point (key, school_id, kind, goal_id, made_on) values ('x', ?, 'doel zonder update', ?, '2026-10-01')",
      )
      .run(goal.schoolId, goal.id);
    await importing(withText('doelen', '2027-07-01;;', '2027-07-01;gestopt;'), { overwrite: true });
    expect(all('select count(*) as open from agenda_point where closed_at is null')).toEqual([{ open: 0 }]);
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
