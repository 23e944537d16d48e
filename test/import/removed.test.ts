import { describe, expect, test } from 'vitest';
import { addressKey } from '../../db/address-key.ts';
import type { Database } from '../../db/database.ts';
import { removePerson } from '../../db/removal.ts';
import { plainText, say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { exportLines } from '../../src/import/export-report.ts';
import { exportSheets, importSheets, leftOutOfExport } from '../../src/import/import-book.ts';
import { reportLines } from '../../src/import/report.ts';
import { type BuiltSchool, buildSchool, openStore, REGENBUI, stamp } from '../support/store.ts';
import { sheetsRead } from './sheets.ts';

const NOW = new Date('2026-11-24T08:00:00Z');
const TODAY = localDate('2026-11-24');

async function removed(database: Database, school: BuiltSchool, ...names: readonly string[]): Promise<void> {
  const key = addressKey(database);
  for (const name of names) {
    await database.change((orm) => removePerson(database, orm, { at: NOW }, school.person(name), key));
  }
}

/** De Regenbui, of which Sanne and chair Nadia were removed. */
async function opened(...names: readonly string[]) {
  const open = await openStore();
  const school = await buildSchool(open, {
    ...REGENBUI,
    staff: [
      ...REGENBUI.staff.filter(({ name }) => name !== 'Sanne'),
      { name: 'Sanne', previousEmail: 'oud@x.example', otherEmails: ['ander@x.example'], lead: 'Nico' },
    ],
    goals: [...REGENBUI.goals!, { title: 'Zelf leren', owner: 'Sanne' }],
    actions: [
      { what: 'Toetsen tellen', owner: 'Sanne', due: TODAY, team: 'Bovenbouw' },
      { what: 'Boeken kopen', owner: 'Nico', due: TODAY },
    ],
  });
  await removed(open.database, school, ...names);
  return { ...open, school };
}

type Opened = Awaited<ReturnType<typeof opened>>;

const options = { dryRun: false, overwrite: false, stamp: { ...stamp(null, NOW.toISOString()), act: 'importeer' } };
const importing = ({ store }: Opened, sheets: Readonly<Record<string, string>>, overwrite = false) =>
  importSheets(store.import, sheetsRead(sheets), { ...options, overwrite });
const staff = (...rows: readonly string[]) => ({
  medewerkers: ['naam;email;school;leidinggevende;vorig_email;andere_emails', ...rows].join('\n'),
});

describe('an import that names somebody who was removed', () => {
  test.each([
    ['Sanne;sanne@example.org;De Regenbui;;;', 'email'],
    ['Sanne;SANNE@Example.org;De Regenbui;;;', 'email'],
    ['Sanne;nieuw@x.example;De Regenbui;;oud@x.example;', 'vorig_email'],
    ['Sanne;nieuw@x.example;De Regenbui;;;b@x.example,ander@x.example', 'andere_emails'],
    ['Bo;bo@x.example;De Regenbui;sanne@example.org;;', 'leidinggevende'],
    ['Sanne;oud-collega-5@gewist.invalid;De Regenbui;;;', 'email'],
  ])('is refused: %s', async (row, column) => {
    const open = await opened('Sanne');
    const before = await open.store.import.snapshot();
    const report = await importing(open, staff('Bo;bo@y.example;De Regenbui;;;', row));
    expect(report.outcome).toBe('refused');
    expect(report.mistakes).toMatchObject([
      { sheet: 'medewerkers', row: 3, column, message: { key: 'import.removed' } },
    ]);
    const lines = reportLines(report, say('nl')).map(plainText).join('\n');
    expect(lines).toContain(`medewerkers, rij 3, kolom ${column}: Dit adres hoort bij iemand die gewist is.`);
    expect(await open.store.import.snapshot()).toEqual(before);
  });

  test.each([
    ['leerteams', 'school;leerteam;voorzitter;dag;tijd', 'De Regenbui;Taal;sanne@example.org;do;15:00', 'voorzitter'],
    ['leden', 'school;leerteam;email', 'De Regenbui;Bovenbouw;sanne@example.org', 'email'],
    ['doelen', 'school;doel;eigenaar', 'De Regenbui;Nieuw;sanne@example.org', 'eigenaar'],
    ['acties', 'school;actie;eigenaar;datum', 'De Regenbui;Nieuw;sanne@example.org;2026-12-01', 'eigenaar'],
  ])('is refused in %s, once per cell', async (sheet, header, row, column) => {
    const report = await importing(await opened('Sanne'), { [sheet]: `${header}\n${row}` });
    expect(report.mistakes).toMatchObject([{ sheet, row: 2, column, message: { key: 'import.removed' } }]);
  });

  test('is let in as long as nobody was removed, and when it is somebody else', async () => {
    const open = await opened();
    expect(
      (
        await importing(
          open,
          staff('Sanne;sanne@example.org;De Regenbui;nico@example.org;oud@x.example;ander@x.example'),
        )
      ).outcome,
    ).toBe('imported');
    await removed(open.database, open.school, 'Nico');
    expect((await importing(open, staff('Sanne;sanne@example.org;De Regenbui;;;'))).outcome).toBe('imported');
  });

  test('is refused too when the removal came between the check and the import', async () => {
    const open = await opened();
    const { store, database, school } = open;
    const late = {
      ...store.import,
      removedAmong: async () => {
        await removed(database, school, 'Sanne');
        return new Set<string>();
      },
    };
    const sheets = sheetsRead(staff('Sanne;sanne@example.org;De Regenbui;;;', 'Bo;bo@x.example;De Regenbui;;;'));
    await expect(importSheets(late, sheets, options)).rejects.toThrow('removed meanwhile');
    expect(await store.people.actorByEmail('bo@x.example', TODAY)).toBeNull();
  });
});

describe('an export after a removal', () => {
  const text = (sheets: Awaited<ReturnType<typeof exportSheets>>) => JSON.stringify(sheets);

  test('leaves the person out, and can be imported again without a change', async () => {
    const open = await opened('Sanne', 'Nadia');
    const sheets = await exportSheets(open.store.import);
    expect(text(sheets)).not.toMatch(/sanne|nadia|oud-collega|gewist/i);
    expect(text(sheets)).toContain('Boeken kopen');
    expect(text(sheets)).toContain('Zelf leren');
    const lines = exportLines('map', sheets, await leftOutOfExport(open.store.import), say('nl'));
    expect(lines.slice(1)).toEqual([
      'Niet mee: 1 leerteam waarvan de voorzitter gewist is. Kies een nieuwe voorzitter en doe het opnieuw.',
      'Niet mee: 1 actie waarvan de eigenaar gewist is.',
    ]);
    const before = await open.store.import.snapshot();
    const report = await importSheets(open.store.import, { sheets, mistakes: [], warnings: [] }, options);
    expect(report.mistakes).toEqual([]);
    expect(report.changes).toEqual([]);
    expect(await open.store.import.snapshot()).toEqual(before);
  });

  test('says nothing of that when nothing is left out', async () => {
    const open = await opened();
    const sheets = await exportSheets(open.store.import);
    expect(exportLines('map', sheets, await leftOutOfExport(open.store.import), say('nl'))).toHaveLength(1);
  });

  test('an action of the person gets a new owner by a sheet', async () => {
    const open = await opened('Sanne');
    const report = await importing(
      open,
      {
        acties:
          'school;actie;nr;eigenaar;datum;leerteam\nDe Regenbui;Toetsen tellen;1;nico@example.org;2026-11-24;Bovenbouw',
      },
      true,
    );
    expect(report).toMatchObject({ outcome: 'imported', mistakes: [] });
    expect((await open.store.import.snapshot()).acties.map(({ owner }) => owner)).toEqual([
      'nico@example.org',
      'nico@example.org',
    ]);
  });
});

describe('putting somebody who was removed into service', () => {
  test('is refused at every address, and changes nothing', async () => {
    const { store, school } = await opened('Sanne');
    for (const email of ['sanne@example.org', 'oud@x.example', 'ander@x.example', 'oud-collega-5@gewist.invalid']) {
      const staff = { name: 'Sanne', email, roles: ['leerkracht'], workingDays: null, from: TODAY } as const;
      expect(await store.school.hire(stamp(), school.id, staff)).toEqual({ outcome: 'removed' });
      expect(await store.people.actorByEmail(email, TODAY).then((actor) => actor?.employments ?? [])).toEqual([]);
    }
  });
});

test('somebody who got another name and was removed then is not named in the history of a goal', async () => {
  const open = await opened();
  const goal = open.school.goal('Zelf leren');
  const nadia = stamp(open.school.person('Nadia'), '2026-10-01T08:00:00Z');
  const line = (await open.store.goals.line(goal))!;
  await open.store.goals.change(nadia, goal, line.version, { ...line, owner: null });
  const events = () =>
    open.database.sqlite.prepare("select from_text from goal_event where what = 'eigenaar'").pluck().all();
  expect(await events()).toEqual(['Sanne']);
  const report = await importing(open, staff('Sanne Vink;sanne@example.org;De Regenbui;;;'));
  expect(report.outcome).toBe('imported');
  expect(await events()).toEqual(['Sanne Vink']);
  await removed(open.database, open.school, 'Sanne');
  expect(await events()).toEqual(['oud-collega']);
});
