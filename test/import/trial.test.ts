import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheets, writeSheets } from '../../adapters/files/index.ts';
import { createBot } from '../../src/bot/bot.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import { localDateOf, localTimeOf, parseInstant } from '../../src/calendar/zone.ts';
import { COMMANDS } from '../../src/commands.ts';
import type { Book } from '../../src/import/book.ts';
import { exportSheets, type ImportReport, importSheets } from '../../src/import/import-book.ts';
import type { SheetsRead } from '../../src/import/sheet-file.ts';
import { type OpenStore, openStore, stamp } from '../support/store.ts';
import { lines } from './sheets.ts';

const TRIAL = fileURLToPath(new URL('../../db/trial', import.meta.url));

let read: SheetsRead;
let opened: OpenStore;
let report: ImportReport;
let book: Book;
/** `op`, `als`, `tekst`. */
let history: readonly { readonly at: Date; readonly email: string; readonly text: string }[];

beforeAll(async () => {
  read = await readSheets(TRIAL);
  opened = await openStore();
  report = await importSheets(opened.store.import, read, {
    dryRun: false,
    overwrite: false,
    stamp: stamp(null, '2026-08-10T07:00:00Z'),
  });
  book = await opened.store.import.snapshot();
  history = read.sheets
    .find(({ name }) => name === 'verloop')!
    .lines.slice(1)
    .map(({ cells: [op, als, tekst] }) => ({ at: parseInstant(op!)!, email: als!, text: tekst! }));
});
afterAll(() => opened.close());

describe('the files of the trial school', () => {
  test('are imported without a mistake, with one warning that belongs there', () => {
    expect(report.outcome).toBe('imported');
    expect(lines(report.warnings)).toEqual([
      expect.stringContaining('Van Roos Verzonnen ken ik de werkdagen niet.'),
      'verloop: Dit blad ken ik niet. Ik heb het niet gelezen.',
    ]);
  });

  test('are what an export gives', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leerteam-'));
    try {
      const sheets = await exportSheets(opened.store.import);
      await writeSheets(folder, sheets);
      for (const { name } of sheets) {
        expect(await readFile(join(folder, `${name}.csv`), 'utf8')).toBe(
          await readFile(join(TRIAL, `${name}.csv`), 'utf8'),
        );
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('hold what PRODUCT 9 promises', () => {
    expect(book.scholen.map(({ region }) => region).sort()).toEqual(['midden', 'noord', 'zuid']);
    for (const { school } of book.scholen) {
      const teams = book.leerteams.filter((team) => team.school === school);
      expect(teams.map(({ team }) => team)).toEqual(
        expect.arrayContaining(['Onderbouw', 'Middenbouw', 'Bovenbouw', 'MT']),
      );
      expect(teams.filter(({ kind }) => kind === 'expertiseteam').length).toBeGreaterThanOrEqual(2);
      expect(book.doelen.filter((goal) => goal.school === school)).toEqual(
        expect.arrayContaining([expect.objectContaining({ target: 98 }), expect.objectContaining({ target: 65 })]),
      );
    }
    expect(book.doelen).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ baseline: 13, target: 40, unit: '%', team: 'Bovenbouw', number: 1 }),
        expect.objectContaining({ target: 85 }),
        expect.objectContaining({ rhythm: 'blok' }),
        expect.objectContaining({ status: 'concept' }),
        expect.objectContaining({ team: null, owner: null }),
        expect.objectContaining({ target: null, indicator: '', criterion: expect.stringMatching(/./) }),
      ]),
    );
    expect(
      book.doelen.some(({ phaseSentences }) => Object.values(phaseSentences).every((sentence) => sentence !== '')),
    ).toBe(true);
    const active = book.doelen.filter(({ team, school }) => team === 'Bovenbouw' && school === 'De Regenbui');
    expect(active.length).toBeGreaterThan(3);
    const days = book.medewerkers.map(({ workingDays }) => workingDays?.join());
    expect(days).toEqual(expect.arrayContaining(['wo', 'di,wo-even,do', 'ma,wo-oneven,vr', undefined]));
    expect(book.medewerkers.some(({ language }) => language === 'en')).toBe(true);
    expect(new Set(book.medewerkers.flatMap(({ roles }) => roles)).size).toBe(5);
    const schoolsOf = (email: string) => book.medewerkers.filter((row) => row.email === email).length;
    expect(book.medewerkers.filter(({ email }) => schoolsOf(email) === 2)).toHaveLength(4);
    // Teachers who lead others, and a school where POP is not on yet.
    expect(new Set(book.medewerkers.flatMap(({ lead, pop }) => (lead && pop ? [lead] : []))).size).toBeGreaterThan(3);
    expect(book.scholen.map(({ popConsent }) => popConsent !== null)).toEqual(expect.arrayContaining([true, false]));
  });

  test('name nobody who exists: every address is at the trial school', () => {
    expect(book.medewerkers.filter(({ email }) => !email.endsWith('@proefschool.example'))).toEqual([]);
  });
});

describe('the history of the trial school', () => {
  test('runs from the start of the school year to the day before it opens', () => {
    expect(history.length).toBeGreaterThan(30);
    const times = history.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(localDateOf(history.at(-1)!.at) < '2026-11-24').toBe(true);
  });

  test('was typed by people at work, between 08:00 and 17:00', async () => {
    for (const { at, email, text } of history) {
      const day = localDateOf(at);
      const actor = (await opened.store.people.actorByEmail(email, day))!;
      const worked = await Promise.all(
        actor.employments.map(async (employment) => {
          const school = employment.schoolId && (await opened.store.people.school(employment.schoolId));
          return school ? isOwnWorkingDay(schoolCalendar(school.calendar), { employment, absences: [] }, day) : false;
        }),
      );
      expect([email, day, text, worked.includes(true)]).toEqual([email, day, text, true]);
      expect(localTimeOf(at) >= '08:00' && localTimeOf(at) <= '17:00').toBe(true);
    }
  });

  test('is done as said by the ordinary bot: each line leaves one record of what it changed', async () => {
    const bot = createBot({
      store: opened.store,
      commands: COMMANDS,
      newKey: () => crypto.randomUUID(),
      onFault: (_, __, fault) => {
        throw fault;
      },
    });
    const left = opened.database.sqlite
      .prepare<[], number>("select count(*) from audit where act <> 'importeer' and by_id is not null")
      .pluck();
    for (const [index, { at, email, text }] of history.entries()) {
      await bot.handle(
        { sender: { kind: 'machine', email }, said: { kind: 'text', text }, once: null, place: { kind: 'personal' } },
        at,
      );
      expect([text, left.get()]).toEqual([text, index + 1]);
    }
    const count = (rows: string) =>
      opened.database.sqlite.prepare<[], number>(`select count(*) from ${rows}`).pluck().get()!;
    const said = (begin: RegExp) => history.filter(({ text }) => begin.test(text)).length;
    expect(count('check_in') + count("goal_event where what <> 'gemaakt'")).toBe(said(/^\/doel /));
    expect(count("meeting where state = 'gehouden'")).toBe(said(/^\/agenda ging door/));
    expect(count("meeting where state = 'vervallen'")).toBe(said(/^\/agenda ging niet door/));
    expect(count('check_in where success = 1')).toBeGreaterThan(3);
    expect(count('pop where ready_on is not null')).toBe(said(/^\/pop klaar/));
    expect(count('pop_talk where planned_day is not null')).toBe(said(/^\/pop gesprek/));
    expect(count('pop_talk where held_on is not null')).toBe(said(/^\/pop gehouden/));
  });
});
