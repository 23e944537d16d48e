/** Opening the database: who may read it, and the one sentence for a file that cannot be used. */
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { DatabaseError } from '../../db/database-error.ts';
import { buildSchool, openStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** The sentence of a refusal; fails when the file opens, or with anything but one plain sentence or two. */
function refusal(file: string): string {
  try {
    openDatabase(file).close();
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseError);
    expect((error as Error).message).not.toMatch(/SQLITE|\n/);
    return (error as Error).message;
  }
  throw new Error('it opened');
}

async function filled(file: string): Promise<void> {
  const opened = await openStore(file);
  await buildSchool(opened);
  opened.close();
}

describe('a new database', () => {
  it('is for its owner only, with its folder, its log and its index', async () => {
    const folder = join(temporaryFolder(), 'data', 'school');
    const file = join(folder, 'leerteam.db');
    const opened = await openStore(file);
    await buildSchool(opened);
    expect([folder, join(folder, '..')].map(modeOf)).toEqual(['700', '700']);
    expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
    opened.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('is kept by the settings it needs', () => {
    const database = openDatabase(join(temporaryFolder(), 'leerteam.db'));
    const pragma = (name: string) => database.sqlite.pragma(name, { simple: true });
    const settings = ['journal_mode', 'foreign_keys', 'secure_delete', 'synchronous', 'busy_timeout'].map(pragma);
    expect(settings).toEqual(['wal', 1, 1, 2, 250]);
    database.close();
  });

  it('may be an empty file that a crash left', () => {
    const file = join(temporaryFolder(), 'leerteam.db');
    writeFileSync(file, '');
    openDatabase(file).close();
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  it('has strict tables only', () => {
    const database = openDatabase(':memory:');
    const tables = database.sqlite.pragma('table_list') as { name: string; type: string; strict: number }[];
    const own = tables.filter(({ name, type }) => type === 'table' && !/^(sqlite_|__drizzle)/.test(name));
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(({ strict }) => strict === 0)).toEqual([]);
    expect(() => database.sqlite.exec("insert into setting values ('a', x'00')")).toThrow('BLOB');
    database.close();
  });
});

describe('a database that is there', () => {
  it('is opened as it was, and closed to others', async () => {
    const file = join(temporaryFolder(), 'leerteam.db');
    await filled(file);
    chmodSync(file, 0o644);
    const { store, close } = await openStore(file);
    expect((await store.people.schools()).map((school) => school.name)).toEqual(['De Regenbui']);
    expect(modeOf(file)).toBe('600');
    close();
  });

  it('that is newer than the program is refused and stays as it was', async () => {
    const file = join(temporaryFolder(), 'leerteam.db');
    await filled(file);
    const sqlite = new Sqlite(file);
    sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('of tomorrow', 99999999999999)");
    sqlite.close();
    expect(refusal(file)).toBe(
      `${file} is gemaakt met een andere, waarschijnlijk nieuwere versie van Leerteambot. Installeer die versie, of zet een oudere kopie terug.`,
    );
    const after = new Sqlite(file);
    expect(after.prepare('select count(*) as count from person').get()).toEqual({ count: 5 });
    after.close();
  });
});

describe('what is no database of ours', () => {
  it('is refused when it is a folder', () => {
    const folder = join(temporaryFolder(), 'map');
    mkdirSync(folder);
    expect(refusal(folder)).toBe(`${folder} is een map. Noem een bestand.`);
  });

  it('is refused when it is a text, which stays as it was', () => {
    const file = join(temporaryFolder(), 'brief.txt');
    writeFileSync(file, 'Beste ouders, '.repeat(100), { mode: 0o644 });
    expect(refusal(file)).toBe(
      `${file} is geen database van Leerteambot. Kies een ander bestand, of zet je back-up terug.`,
    );
    expect(readFileSync(file, 'utf8')).toBe('Beste ouders, '.repeat(100));
    expect(modeOf(file)).toBe('644');
  });

  it('is refused when another program made it, which stays as it was', () => {
    const file = join(temporaryFolder(), 'other.db');
    const other = new Sqlite(file);
    other.exec('create table recipe (name text)');
    other.close();
    const before = readFileSync(file);
    expect(refusal(file)).toContain('is geen database van Leerteambot');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused when it is damaged', async () => {
    const file = join(temporaryFolder(), 'leerteam.db');
    await filled(file);
    const handle = openSync(file, 'r+');
    // The first page after its header: the list of tables.
    writeSync(handle, Buffer.alloc(3_900, 0xff), 0, 3_900, 100);
    expect(refusal(file)).toBe(`${file} is beschadigd. Zet je laatste back-up terug.`);
  });

  it('is refused when its folder is a file', () => {
    const file = join(temporaryFolder(), 'brief.txt');
    writeFileSync(file, 'Beste ouders');
    expect(refusal(join(file, 'leerteam.db'))).toMatch(/^Ik kan .+ niet openen \((EEXIST|ENOTDIR)\)\. Kijk of de map/);
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('is refused when it may not be read', () => {
    const file = join(temporaryFolder(), 'leerteam.db');
    writeFileSync(file, '', { mode: 0o000 });
    expect(refusal(file)).toMatch(/^Ik kan .+ niet openen \(EACCES\)/);
  });
});
