import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasOwnSchools } from '../../db/own-schools.ts';
import { trialClockQueries } from '../../db/trial-clock.queries.ts';
import { buildSchool, openStore } from '../support/store.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-own-'));
  file = join(folder, 'leerteam.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a database with schools, also while a server works on it', async () => {
  const opened = await openStore(file);
  expect(await hasOwnSchools(file)).toBe(false);
  await buildSchool(opened);
  expect(await hasOwnSchools(file)).toBe(true);
  opened.close();
  expect(await hasOwnSchools(file)).toBe(true);
});

test('a trial school is nobody’s own', async () => {
  const opened = await openStore(file);
  await buildSchool(opened);
  await trialClockQueries(opened.database).moveClock(new Date('2026-08-31T06:00:00Z'));
  opened.close();
  expect(await hasOwnSchools(file)).toBe(false);
});

test('no file stays no file', async () => {
  expect(await hasOwnSchools(file)).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});

test.each(['', 'dit is geen database, maar een lange tekst die er ook niet op lijkt'])(
  'what is no database of ours has none: %j',
  async (text) => {
    await writeFile(file, text);
    expect(await hasOwnSchools(file)).toBe(false);
  },
);
