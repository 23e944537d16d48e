/** A copy of a whole database in one file: made, checked and put where it belongs, so that a crash never leaves half of it there. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Writes what the database holds at this moment to `file`, for its owner only. Others go on writing to the database meanwhile. */
export function copyInto(sqlite: Sqlite.Database, file: string): void {
  removeDatabase(file);
  // SQLite fills an empty file and leaves its mode alone.
  closeSync(openSync(file, 'wx', 0o600));
  // Not the driver's `backup`: that begins again with every write, and it copies what was deleted too.
  sqlite.prepare('vacuum into ?').run(file);
}

/** Throws an error of SQLite when a page, an index or a reference is damaged. */
export function checkWhole(sqlite: Sqlite.Database): void {
  const found = sqlite.pragma('integrity_check(1)', { simple: true });
  const [broken] = sqlite.pragma('foreign_key_check') as readonly unknown[];
  if (found !== 'ok' || broken) throw new Sqlite.SqliteError('a check failed', 'SQLITE_CORRUPT');
}

/** Puts the finished file in the place of `file`, whole and on the disk. */
export function putInPlace(fresh: string, file: string): void {
  // SQLite does not wait for the disk when it writes a copy.
  toDisk(fresh, 'r+');
  renameSync(fresh, file);
  folderToDisk(file);
}

/** That this file is there, is on the disk. */
export function folderToDisk(file: string): void {
  // Windows has no folders to wait for.
  if (process.platform !== 'win32') toDisk(dirname(file), 'r');
}

/** With its log and its index. */
export function removeDatabase(file: string): void {
  for (const each of withCompanions(file)) rmSync(each, { force: true });
}

/** The database, its log and its index; those that are there. */
export function filesOf(file: string): readonly string[] {
  return withCompanions(file).filter((each) => existsSync(each));
}

function withCompanions(file: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((ending) => `${file}${ending}`);
}

function toDisk(path: string, flags: 'r' | 'r+'): void {
  const open = openSync(path, flags);
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
