/** `herstel`: the database that was there keeps its records under another name, and the new one takes its place in one step. */
import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { openAsItIs } from './database.ts';
import { databaseError, isBusy, isOfDatabase } from './database-error.ts';
import { filesOf, putInPlace } from './whole-file.ts';

/**
 * Brings the log into the file. Throws a DatabaseError when somebody else has it open. A log that stays would be read into the database that comes in its
 * place.
 */
export function takeAlone(file: string): void {
  if (!existsSync(file)) return;
  try {
    // Of a file that is no database SQLite would throw the log away. Reading only, it does not.
    openAsItIs(file).close();
    const sqlite = new Sqlite(file, { timeout: 0 });
    try {
      // SQLite only does this for who is alone.
      sqlite.pragma('journal_mode = delete');
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (isBusy(error)) throw databaseError('database.busy', {}, error);
    // Too damaged: then its log goes aside with it.
    if (!isOfDatabase(error)) throw error;
  }
}

/** Puts `fresh` there. Gives where the one before is now; null: there was none. */
export function takePlaceOf(fresh: string, file: string): string | null {
  const aside = existsSync(file) ? asideOf(file) : null;
  // A second name first, so that at every moment there is a whole database in `file`.
  if (aside !== null) giveName(file, aside);
  // Made anew by whoever opens the database.
  rmSync(`${file}-shm`, { force: true });
  for (const log of filesOf(file).filter((each) => each !== file)) {
    renameSync(log, `${aside ?? `${file}.voor-herstel`}${log.slice(file.length)}`);
  }
  putInPlace(fresh, file);
  return aside;
}

/** A name that is free: of an earlier restore the records stay, too. */
function asideOf(file: string): string {
  for (let number = 1; ; number++) {
    const name = `${file}.voor-herstel${number === 1 ? '' : `-${number}`}`;
    if (!existsSync(name)) return name;
    if (statSync(name).ino !== statSync(file).ino) continue;
    // Left by a restore that was broken off before the new one was there.
    rmSync(name);
    return name;
  }
}

function giveName(file: string, aside: string): void {
  try {
    linkSync(file, aside);
  } catch {
    // Some file systems know no second names.
    copyFileSync(file, aside);
  }
}
