/** `leerteam backup` and `leerteam herstel`, as whoever has the machine types them. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { addressKey } from '../db/address-key.ts';
import { lockDatabase } from '../db/lock.ts';
import { removePerson } from '../db/removal.ts';
import { localDate } from '../src/calendar/local-date.ts';
import { buildSchool, openStore } from './support/store.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const run = promisify(execFile);
// Each command starts a process of its own.
vi.setConfig({ testTimeout: 90_000 });
const PROGRAM = join(resolve(import.meta.dirname, '..'), 'src/leerteam.js');

type Result = { readonly code: number; readonly out: string; readonly error: string };

/** In this folder, with nothing configured but what is given. */
async function leerteam(folder: string, words: readonly string[], environment = {}): Promise<Result> {
  try {
    const { stdout, stderr } = await run(process.execPath, [PROGRAM, ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...environment },
    });
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, error: stderr };
  }
}

async function schoolIn(file: string): Promise<void> {
  const opened = await openStore(file);
  await buildSchool(opened);
  opened.close();
}

test('makes a backup and puts it back, with whoever was removed in between removed again', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'data', 'leerteam.db');
  await schoolIn(file);
  const environment = { DATABASE_URL: 'file:./data/leerteam.db' };

  const made = await leerteam(folder, ['backup', 'back-up.db'], environment);
  expect(made).toEqual({
    code: 0,
    out: `De back-up staat in ${join(folder, 'back-up.db')}. Zet hem op een andere plek en laat alleen de beheerder erbij.\n`,
    error: '',
  });

  const { database, store, close } = await openStore(file);
  const sanne = await store.people.actorByEmail('sanne@example.org', localDate('2026-09-01'));
  const key = addressKey(database);
  await database.change((orm) => removePerson(database, orm, { at: new Date() }, sanne!.id, key));
  close();

  const done = await leerteam(folder, ['herstel', 'back-up.db'], environment);
  expect({ code: done.code, error: done.error }).toEqual({ code: 0, error: '' });
  expect(done.out.split('\n')).toEqual([
    'back-up.db is teruggezet. Wat na die back-up is ingevoerd, staat er niet meer in.',
    expect.stringMatching(/^Wat er stond, staat nu in \.\/data\/leerteam\.db\.voor-herstel\. /),
    'Na de back-up is 1 persoon gewist. Dat heb ik opnieuw gedaan.',
    '',
  ]);
  const again = await openStore(file);
  expect(await again.store.people.actorByEmail('sanne@example.org', localDate('2026-09-01'))).toBeNull();
  again.close();

  const second = await leerteam(folder, ['backup', 'tweede.db'], environment);
  expect(second.out).toMatch(/Bewaar ook \.\/data\/leerteam\.db\.sleutel, maar niet bij de back-up\./);
});

test('a backup of a school board goes where its database belongs, on a machine with nothing on it', async () => {
  const folder = temporaryFolder();
  await schoolIn(join(folder, 'back-up.db'));
  expect((await leerteam(folder, ['herstel', 'back-up.db'])).code).toBe(0);
  expect(readdirSync(join(folder, 'data'))).toEqual(['leerteam.db']);
});

test.each([
  {
    name: 'a file that is there',
    words: ['backup', 'brief.txt', '--db', 'leerteam.db'],
    says: /brief\.txt bestaat al/,
  },
  {
    name: 'a database that is not there',
    words: ['backup', 'b.db', '--db', 'leertam.db'],
    says: /vind leertam\.db niet/,
  },
  { name: 'a backup that is not there', words: ['herstel', 'nergens.db'], says: /vind nergens\.db niet/ },
  { name: 'a backup that is none', words: ['herstel', 'brief.txt', '--db', 'leerteam.db'], says: /geen database van/ },
])('$name ends with 1 and one clear line', async ({ words, says }) => {
  const folder = temporaryFolder();
  await schoolIn(join(folder, 'leerteam.db'));
  writeFileSync(join(folder, 'brief.txt'), 'Beste ouders');
  const { code, out, error } = await leerteam(folder, words);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(says);
  expect(error.trim().split('\n')).toHaveLength(1);
  expect(readdirSync(folder).sort()).toEqual(['brief.txt', 'leerteam.db']);
});

test('nothing is restored while the server runs, and a backup is made all the same', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'leerteam.db');
  await schoolIn(file);
  const lock = lockDatabase(file);
  expect((await leerteam(folder, ['backup', 'back-up.db', '--db', file])).code).toBe(0);
  const refused = await leerteam(folder, ['herstel', 'back-up.db', '--db', file]);
  lock.release();
  expect(refused.code).toBe(1);
  expect(refused.error).toMatch(/^De server draait al .*\n$/);
  expect(existsSync(`${file}.voor-herstel`)).toBe(false);
});

test('a key that is lost: what to do, and a new one', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'data', 'leerteam.db');
  await schoolIn(file);
  const environment = { DATABASE_URL: 'file:./data/leerteam.db' };
  const sleutel = (...words: string[]) => leerteam(folder, ['sleutel', ...words], environment);
  expect(await sleutel()).toMatchObject({
    code: 0,
    out: 'Er is nog niemand gewist. Een sleutelbestand is nog niet nodig.\n',
  });
  expect((await leerteam(folder, ['wis', 'sanne@example.org'], environment)).code).toBe(0);
  rmSync(`${file}.sleutel`);
  expect((await leerteam(folder, ['wis', 'nico@example.org'], environment)).error).toContain('Typ leerteam sleutel.');
  const lost = await sleutel();
  expect([lost.code, lost.error.replaceAll(file, '<db>')]).toMatchInlineSnapshot(`
    [
      1,
      "Het sleutelbestand ./data/leerteam.db.sleutel is weg, of hoort bij een andere database. Zet een kopie terug. Is er geen kopie meer? Typ leerteam sleutel --nieuw. Van 1 gewist adres zie ik dan niet meer dat het gewist is.
    ",
    ]
  `);
  expect(existsSync(`${file}.sleutel`)).toBe(false);
  const made = await sleutel('--nieuw');
  expect([made.code, made.out.replaceAll(file, '<db>')]).toMatchInlineSnapshot(`
    [
      0,
      "Er is een nieuw sleutelbestand: ./data/leerteam.db.sleutel. Bewaar er een kopie van, maar niet bij de back-ups.
    Van 1 gewist adres zie ik niet meer dat het gewist is. Staat het in een import of een oude back-up? Haal die persoon er dan zelf uit, of doe leerteam wis opnieuw.
    ",
    ]
  `);
  expect(await sleutel('--nieuw')).toMatchObject({ code: 0, out: expect.stringContaining('hoort bij deze database') });
  expect((await leerteam(folder, ['wis', 'nico@example.org'], environment)).code).toBe(0);
});

test('wis takes what a dry run of tik left behind, and names what a backup left', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'data', 'leerteam.db');
  await schoolIn(file);
  const environment = { DATABASE_URL: 'file:./data/leerteam.db', TMPDIR: join(folder, 'tmp') };
  mkdirSync(join(folder, 'tmp'));
  mkdirSync(join(folder, 'backups'));
  expect((await leerteam(folder, ['backup', 'backups/een.db'], environment)).code).toBe(0);
  writeFileSync(join(folder, 'backups', 'twee.db.123.nieuw'), 'sanne@example.org');
  writeFileSync(`${file}.tik.123.nieuw`, 'sanne@example.org');
  expect((await leerteam(folder, ['tik'], environment)).code).toBe(0);
  const { out } = await leerteam(folder, ['wis', 'sanne@example.org'], environment);
  expect(out).toMatch(/backups\/een\.db.*\n.*backups\/twee\.db\.123\.nieuw/);
  expect(readdirSync(join(folder, 'data')).sort()).toEqual(['leerteam.db', 'leerteam.db.sleutel']);
  expect(readdirSync(join(folder, 'tmp')).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
});
