/** `herstel`: the backup takes the place of the database in one step, what was there goes aside, and a backup that cannot be used changes nothing. */
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupTo } from '../../db/backup.ts';
import { openDatabase } from '../../db/database.ts';
import { DatabaseError } from '../../db/database-error.ts';
import { lockDatabase } from '../../db/lock.ts';
import { MIGRATIONS } from '../../db/migrate.ts';
import { restore } from '../../db/restore.ts';
import { trialClockQueries } from '../../db/trial-clock.queries.ts';
import { buildSchool, openStore, stamp } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { begin, kill, startChild } from './child.ts';
import { filesBeside, rowsIn } from './file-rows.ts';

const AT = new Date('2026-09-07T06:00:00Z');

type Files = { readonly folder: string; readonly file: string; readonly backup: string };

/** A school, a backup of it, and a setting `after` that came after the backup. */
async function schoolWithBackup(): Promise<Files> {
  const folder = temporaryFolder();
  const [file, backup] = [join(folder, 'leerteam.db'), join(folder, 'back-up.db')];
  const opened = await openStore(file);
  await buildSchool(opened);
  await backupTo(opened.database, backup, AT);
  opened.database.sqlite.exec("insert into setting values ('after', 'yes')");
  opened.close();
  return { folder, file, backup };
}

const settingsIn = (file: string) =>
  rowsIn(file)
    .setting!.map((row) => (row as { name: string }).name)
    .sort();
const schoolsIn = (file: string) => rowsIn(file).school!.map((row) => (row as { name: string }).name);

describe('a backup that is whole', () => {
  it('is there afterwards, and what was there is aside', async () => {
    const { file, backup } = await schoolWithBackup();
    const before = rowsIn(file);
    const done = await restore(backup, file, AT);
    expect(done).toEqual({
      source: backup,
      aside: `${file}.voor-herstel`,
      isUnread: false,
      removed: 0,
      places: [],
      missingKey: null,
    });
    expect(filesBeside(file)).toEqual(['leerteam.db', 'leerteam.db.voor-herstel']);
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(rowsIn(`${file}.voor-herstel`)).toEqual(before);
    const kept = rowsIn(backup);
    const acts = [...kept.audit!, expect.objectContaining({ act: 'herstel', at: AT.getTime(), by_id: null })];
    expect(rowsIn(file)).toEqual({ ...kept, audit: acts, backup: before.backup });
    expect(settingsIn(file)).not.toContain('after');
    openDatabase(file).close();
  });

  it('stays as it is', async () => {
    const { file, backup } = await schoolWithBackup();
    const bytes = readFileSync(backup);
    await restore(backup, file, AT);
    expect(bytes.equals(readFileSync(backup))).toBe(true);
    expect(filesBeside(backup)).toEqual(['back-up.db']);
  });

  it('may go where no database is yet', async () => {
    const { folder, backup } = await schoolWithBackup();
    const file = join(folder, 'nieuw', 'leerteam.db');
    expect(await restore(backup, file, AT)).toMatchObject({ aside: null, isUnread: false });
    expect(schoolsIn(file)).toEqual(['De Regenbui']);
    expect(filesBeside(file)).toEqual(['leerteam.db']);
  });

  it('goes over a database that cannot be read, whose bytes stay aside', async () => {
    const { file, backup } = await schoolWithBackup();
    writeFileSync(file, 'geen database meer');
    writeFileSync(`${file}-wal`, 'een half logboek');
    expect(await restore(backup, file, AT)).toMatchObject({ aside: `${file}.voor-herstel`, isUnread: true });
    expect(schoolsIn(file)).toEqual(['De Regenbui']);
    expect(readFileSync(`${file}.voor-herstel`, 'utf8')).toBe('geen database meer');
    expect(readFileSync(`${file}.voor-herstel-wal`, 'utf8')).toBe('een half logboek');
    expect(filesBeside(file)).toEqual(['leerteam.db', 'leerteam.db.voor-herstel', 'leerteam.db.voor-herstel-wal']);
  });

  it('goes over a database of which pages are damaged', async () => {
    const { file, backup } = await schoolWithBackup();
    damage(file);
    expect(await restore(backup, file, AT)).toMatchObject({ isUnread: true });
    expect(schoolsIn(file)).toEqual(['De Regenbui']);
    openDatabase(file).close();
  });

  it('takes the log of a server that was killed aside with its database', async () => {
    const { file, backup } = await schoolWithBackup();
    const writer = await startChild();
    await begin(writer, { what: 'act', file });
    await kill(writer);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    await restore(backup, file, AT);
    const written = (at: string) => rowsIn(at).once!.length;
    expect(written(`${file}.voor-herstel`)).toBeGreaterThanOrEqual(50);
    expect(written(file)).toBe(0);
    expect(filesBeside(file)).toEqual(['leerteam.db', 'leerteam.db.voor-herstel']);
  });

  it('may be put back again and again: what was aside stays', async () => {
    const { file, backup } = await schoolWithBackup();
    await restore(backup, file, AT);
    const second = await restore(backup, file, AT);
    expect(second.aside).toBe(`${file}.voor-herstel-2`);
    expect(settingsIn(`${file}.voor-herstel`)).toContain('after');
    expect(settingsIn(`${file}.voor-herstel-2`)).not.toContain('after');
  });

  it('of an earlier version is brought up to date', async () => {
    const { folder, file } = await schoolWithBackup();
    const migrations = join(folder, 'migrations');
    cpSync(MIGRATIONS, migrations, { recursive: true });
    const journalFile = join(migrations, 'meta', '_journal.json');
    const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: object[] };
    writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, -1) }));
    const old = join(folder, 'oud.db');
    const database = openDatabase(old, { migrations });
    database.sqlite.exec("insert into setting values ('old', 'yes')");
    database.close();
    const bytes = readFileSync(old);
    await restore(old, file, AT);
    expect(settingsIn(file)).toEqual(['old']);
    expect(rowsIn(file).pop).toEqual([]);
    expect(bytes.equals(readFileSync(old))).toBe(true);
    expect(filesBeside(file)).toEqual(['leerteam.db', 'leerteam.db.voor-herstel']);
  });

  it('takes the place of a database of an earlier version, too, and of a later one', async () => {
    const { file, backup } = await schoolWithBackup();
    const sqlite = new Sqlite(file);
    sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('of tomorrow', 99999999999999)");
    sqlite.close();
    expect(await restore(backup, file, AT)).toMatchObject({ isUnread: true });
    openDatabase(file).close();
  });
});

/** Everything but the first page. */
function damage(file: string): void {
  const open = openSync(file, 'r+');
  writeSync(open, Buffer.alloc(statSync(file).size - 4096, 7), 0, undefined, 4096);
}

type Refusal = { readonly name: string; readonly make: (files: Files) => string; readonly says: RegExp };

const REFUSALS: readonly Refusal[] = [
  { name: 'is not there', make: ({ folder }) => join(folder, 'nergens.db'), says: /^Ik vind .*nergens\.db niet/ },
  {
    name: 'is a folder',
    make: ({ folder }) => {
      mkdirSync(join(folder, 'map'));
      return join(folder, 'map');
    },
    says: /map is een map\. Noem een bestand\./,
  },
  {
    name: 'is empty',
    make: ({ folder }) => {
      writeFileSync(join(folder, 'leeg.db'), '');
      return join(folder, 'leeg.db');
    },
    says: /leeg\.db is geen database van Leerteambot/,
  },
  {
    name: 'is a text',
    make: ({ folder }) => {
      writeFileSync(join(folder, 'brief.txt'), 'Beste ouders, '.repeat(500));
      return join(folder, 'brief.txt');
    },
    says: /brief\.txt is geen database van Leerteambot/,
  },
  {
    name: 'is of another program',
    make: ({ folder }) => {
      const sqlite = new Sqlite(join(folder, 'ander.db'));
      sqlite.exec('create table recipe (id integer)');
      sqlite.close();
      return join(folder, 'ander.db');
    },
    says: /ander\.db is geen database van Leerteambot/,
  },
  {
    name: 'is of a newer version',
    make: ({ backup }) => {
      const sqlite = new Sqlite(backup);
      sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('of tomorrow', 99999999999999)");
      sqlite.close();
      return backup;
    },
    says: /back-up\.db is gemaakt met een andere, waarschijnlijk nieuwere versie/,
  },
  {
    name: 'has damaged pages',
    make: ({ backup }) => {
      damage(backup);
      return backup;
    },
    says: /back-up\.db is beschadigd/,
  },
  {
    name: 'was cut off',
    make: ({ backup }) => {
      writeFileSync(backup, readFileSync(backup).subarray(0, 3 * 4096));
      return backup;
    },
    says: /back-up\.db is beschadigd/,
  },
  {
    name: 'refers to rows that are not there',
    make: ({ backup }) => {
      const sqlite = new Sqlite(backup);
      sqlite.pragma('foreign_keys = off');
      sqlite.exec('delete from school');
      sqlite.close();
      return backup;
    },
    says: /De back-up .*back-up\.db is beschadigd\. Er is niets veranderd\./,
  },
  {
    name: 'is the database itself',
    make: ({ file }) => file,
    says: /leerteam\.db is de database zelf/,
  },
  {
    name: 'is of a trial school',
    make: ({ backup }) => {
      const sqlite = new Sqlite(backup);
      sqlite.exec("insert into setting values ('trial.clock', '0')");
      sqlite.close();
      return backup;
    },
    says: /De ene database is van een proefschool en de andere niet\. Er is niets veranderd\./,
  },
];

describe('a backup that', () => {
  it.each(REFUSALS)('$name is refused, and nothing changes', async ({ make, says }) => {
    const files = await schoolWithBackup();
    const source = make(files);
    const [bytes, rows] = [readFileSync(files.file), rowsIn(files.file)];
    const refused = restore(source, files.file, AT);
    await expect(refused).rejects.toThrow(DatabaseError);
    await expect(refused).rejects.toThrow(says);
    expect(bytes.equals(readFileSync(files.file))).toBe(true);
    expect(rowsIn(files.file)).toEqual(rows);
    // Who only reads a database cannot take away its empty log.
    expect(filesBeside(files.file).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(['leerteam.db']);
  });
});

describe('while somebody uses the database', () => {
  it('a server that runs on it refuses it', async () => {
    const { file, backup } = await schoolWithBackup();
    const bytes = readFileSync(file);
    const lock = lockDatabase(file);
    await expect(restore(backup, file, AT)).rejects.toThrow(/^De server draait al/);
    lock.release();
    expect(bytes.equals(readFileSync(file))).toBe(true);
    await restore(backup, file, AT);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('a command that has it open refuses it', async () => {
    const { file, backup } = await schoolWithBackup();
    const other = openDatabase(file);
    await expect(restore(backup, file, AT)).rejects.toThrow(/^De database is bezet/);
    expect(settingsIn(file)).toContain('after');
    other.close();
    expect(filesBeside(file)).toEqual(['leerteam.db']);
    await restore(backup, file, AT);
    expect(settingsIn(file)).not.toContain('after');
  });

  it('the backup may be a database in use', async () => {
    const { file, backup } = await schoolWithBackup();
    const used = openDatabase(backup);
    used.sqlite.exec("insert into setting values ('fresh', 'yes')");
    await restore(backup, file, AT);
    used.close();
    expect(settingsIn(file)).toEqual(['fresh']);
  });
});

it('of a trial school is written down at the time of that school', async () => {
  const { folder } = await schoolWithBackup();
  const [file, backup] = [join(folder, 'proefschool.db'), join(folder, 'proef-back-up.db')];
  const opened = await openStore(file);
  const clock = new Date('2026-08-31T06:00:00Z');
  await trialClockQueries(opened.database).moveClock(clock);
  await opened.store.audit(stamp(null, clock.toISOString()));
  await backupTo(opened.database, backup, clock);
  opened.close();
  await restore(backup, file, AT);
  const { store, close } = await openStore(file);
  expect(await store.latestRecord()).toEqual(clock);
  close();
});

it('leaves the one or the other, whole, when the process is killed', { timeout: 90_000 }, async () => {
  const { file, backup } = await schoolWithBackup();
  for (const each of [file, backup]) {
    const sqlite = new Sqlite(each);
    const filler = sqlite.prepare('insert into setting values (?, ?)');
    sqlite.transaction(() => {
      for (let row = 0; row < 3_000; row++) filler.run(`row ${row}`, 'x'.repeat(4_000));
    })();
    sqlite.close();
  }
  const isNew = () => !settingsIn(file).includes('after');
  let killed = 0;
  for (const wait of [0, 30, 80, 150, 250, 400, 600, 900]) {
    const child = await startChild();
    await begin(child, { what: 'restore', file, backup });
    await pause(wait);
    if (await kill(child)) killed++;
    expect(rowsIn(file).setting!.length).toBe(isNew() ? 3_000 : 3_001);
    openDatabase(file).close();
    if (isNew()) break;
  }
  expect(killed).toBeGreaterThan(2);
  const { aside } = await restore(backup, file, AT);
  expect(isNew()).toBe(true);
  expect(rowsIn(aside!).setting!.length).toBeGreaterThanOrEqual(3_000);
  expect(filesBeside(file).filter((name) => !name.includes('.voor-herstel'))).toEqual(['leerteam.db']);
});
