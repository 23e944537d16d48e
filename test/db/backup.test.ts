/** `backup`: the whole database in one file that only its owner reads, also while others write, and whole or not there at all. */
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { backupTo } from '../../db/backup.ts';
import { openDatabase } from '../../db/database.ts';
import { DatabaseError } from '../../db/database-error.ts';
import { buildSchool, openStore, stamp } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { begin, kill, startChild } from './child.ts';
import { rowsIn } from './file-rows.ts';

const AT = new Date('2026-09-07T06:00:00Z');

async function schoolIn(folder: string): Promise<string> {
  const file = join(folder, 'leerteam.db');
  const opened = await openStore(file);
  await buildSchool(opened);
  opened.close();
  return file;
}

async function makeBackup(file: string, backup: string): Promise<string> {
  const database = openDatabase(file);
  try {
    return await backupTo(database, backup, AT);
  } finally {
    database.close();
  }
}

it('holds every row, in one file for its owner only, and is remembered', async () => {
  const folder = temporaryFolder();
  const file = await schoolIn(folder);
  const before = rowsIn(file);
  const elsewhere = join(folder, 'elders');
  mkdirSync(elsewhere);
  const backup = await makeBackup(file, join(elsewhere, 'back-up.db'));
  expect(rowsIn(backup)).toEqual(before);
  expect(readdirSync(elsewhere)).toEqual(['back-up.db']);
  expect((statSync(backup).mode & 0o777).toString(8)).toBe('600');
  const { store, close } = await openStore(file);
  expect(await store.retention.lastBackup()).toEqual(AT);
  close();
  expect(rowsIn(file)).toEqual({ ...before, backup: [{ file: backup, at: AT.getTime() }] });
});

it('holds nothing of what was deleted', async () => {
  const folder = temporaryFolder();
  const file = await schoolIn(folder);
  const sqlite = new Sqlite(file);
  sqlite.pragma('secure_delete = off');
  sqlite.exec("insert into setting values ('gone', 'Verwijderde Woorden')");
  sqlite.exec("delete from setting where name = 'gone'");
  sqlite.close();
  expect(readFileSync(file).includes('Verwijderde Woorden')).toBe(true);
  const backup = await makeBackup(file, join(folder, 'back-up.db'));
  expect(readFileSync(backup).includes('Verwijderde Woorden')).toBe(false);
});

it('is of one moment while another process goes on writing', async () => {
  const folder = temporaryFolder();
  const file = await schoolIn(folder);
  const writer = await startChild();
  let written = 0;
  writer.on('message', ({ count }: { count: number }) => {
    written = count;
  });
  await begin(writer, { what: 'act', file });
  const counts: number[] = [];
  for (const name of ['een', 'twee', 'drie', 'vier']) {
    const before = written;
    const rows = rowsIn(await makeBackup(file, join(folder, name)));
    const acts = rows.audit!.filter((row) => (row as { act: string }).act === 'test');
    expect(rows.once).toHaveLength(acts.length);
    expect(acts.length).toBeGreaterThanOrEqual(before);
    counts.push(acts.length);
    const aim = written + 50;
    await expect.poll(() => written, { timeout: 10_000 }).toBeGreaterThanOrEqual(aim);
  }
  expect(writer.exitCode).toBeNull();
  expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
});

it('never takes the place of a file that is there', async () => {
  const folder = temporaryFolder();
  const file = await schoolIn(folder);
  const other = join(folder, 'brief.txt');
  writeFileSync(other, 'een brief');
  for (const taken of [other, file]) {
    const bytes = readFileSync(taken);
    await expect(makeBackup(file, taken)).rejects.toThrow(`${taken} bestaat al. Kies een andere naam`);
    expect(bytes.equals(readFileSync(taken))).toBe(true);
  }
});

it('that cannot be written leaves nothing, and is not remembered', async () => {
  const folder = temporaryFolder();
  const file = await schoolIn(folder);
  const nowhere = join(folder, 'geen map', 'back-up.db');
  const made = makeBackup(file, nowhere);
  await expect(made).rejects.toThrow(DatabaseError);
  await expect(made).rejects.toThrow(`De back-up naar ${nowhere} lukte niet (ENOENT). Kijk of de map bestaat`);
  expect(rowsIn(file).backup).toEqual([]);
});

it('of a damaged database is refused', async () => {
  const folder = temporaryFolder();
  const file = await schoolIn(folder);
  const open = openSync(file, 'r+');
  // The first page stays, so that it opens.
  writeSync(open, Buffer.alloc(statSync(file).size - 4096, 7), 0, undefined, 4096);
  const backup = join(folder, 'back-up.db');
  await expect(makeBackup(file, backup)).rejects.toThrow(/is beschadigd/);
  expect(readdirSync(folder).filter((name) => name.startsWith('back-up'))).toEqual([]);
});

it('is there as a whole or not at all when the process is killed', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const file = await schoolIn(folder);
  const opened = await openStore(file);
  const filler = opened.database.sqlite.prepare('insert into setting values (?, ?)');
  for (let row = 0; row < 3_000; row++) filler.run(`row ${row}`, 'x'.repeat(4_000));
  await opened.store.audit(stamp());
  opened.close();
  let killed = 0;
  for (const wait of [0, 5, 20, 40, 60, 80, 120]) {
    const backup = join(folder, `back-up-${wait}.db`);
    const child = await startChild();
    await begin(child, { what: 'backup', file, backup });
    await pause(wait);
    if (await kill(child)) killed++;
    if (existsSync(backup)) expect(rowsIn(backup).setting).toHaveLength(3_000);
  }
  expect(killed).toBeGreaterThan(2);
  expect(rowsIn(await makeBackup(file, join(folder, 'laatste.db'))).setting).toHaveLength(3_000);
});
