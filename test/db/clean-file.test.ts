import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cleanFile } from '../../db/clean-file.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function opened(folder = temporaryFolder()): { database: Database; file: string; folder: string } {
  const file = join(folder, 'leerteam.db');
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  return { database, file, folder };
}

const add = 'insert into audit (at, act, subject) values (1, ?, ?)';

describe('cleaning the file', () => {
  it('leaves nothing of what was deleted in the file and its log', async () => {
    const { database, file, folder } = opened();
    for (let row = 0; row < 500; row++) database.sqlite.prepare(add).run('x', `geheim-${row}-${'y'.repeat(300)}`);
    const holding = () =>
      readdirSync(folder).filter((name) => readFileSync(join(folder, name), 'latin1').includes('geheim'));
    database.sqlite.exec('delete from audit');
    expect(holding()).not.toEqual([]);
    await cleanFile(database);
    expect(holding()).toEqual([]);
    expect(readFileSync(`${file}-wal`).length).toBe(0);
  });

  it('deletes the copies of the program, and nothing else', async () => {
    const { database, folder, file } = opened();
    const own = ['.voor-0001_x', '.voor-herstel', '.voor-herstel-wal', '.12.nieuw', '.12.nieuw-wal', '.12.nieuw-shm'];
    const kept = ['.sleutel', '.lock', '.backup', '-2.db', '.nieuws'];
    for (const ending of [...own, ...kept]) writeFileSync(`${file}${ending}`, 'x');
    writeFileSync(join(folder, 'ander.db.voor-0001_x'), 'x');
    expect(await cleanFile(database)).toBe(own.length);
    for (const ending of own) expect([ending, existsSync(`${file}${ending}`)]).toEqual([ending, false]);
    for (const ending of kept) expect([ending, existsSync(`${file}${ending}`)]).toEqual([ending, true]);
    expect(existsSync(join(folder, 'ander.db.voor-0001_x'))).toBe(true);
  });

  it('waits for somebody who reads or writes at that moment', async () => {
    const { database, file } = opened();
    const other = new Sqlite(file);
    onTestFinished(() => void other.close());
    other.exec('begin immediate');
    database.sqlite.pragma('busy_timeout = 0');
    const cleaned = cleanFile(database);
    setImmediate(() => {
      other.exec('rollback; begin; select * from audit');
      setImmediate(() => other.exec('commit'));
    });
    await cleaned;
    expect(readFileSync(`${file}-wal`).length).toBe(0);
  });

  it('says so when it cannot, and can be done again', async () => {
    const { database, file } = opened();
    const other = new Sqlite(file);
    onTestFinished(() => void other.close());
    other.exec('begin immediate');
    database.sqlite.pragma('busy_timeout = 0');
    await expect(cleanFile(database, 0)).rejects.toThrow('het bestand is nog niet schoon');
    other.exec('rollback');
    expect(await cleanFile(database)).toBe(0);
  });
});
