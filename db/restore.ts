/** `herstel <file>`: puts a backup back. What was there goes aside, and what it knows of removed people and of what it sent comes along. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { soughtFor } from '../src/privacy/name-search.ts';
import type { Restored } from '../src/privacy/restored.ts';
import type { Stamp } from '../src/stamp.ts';
import { addressKey, keyCheckOf } from './address-key.ts';
import { carryOver } from './carry-over.ts';
import { type Database, openAsItIs, openDatabase } from './database.ts';
import { codeOf, DatabaseError, databaseError, isOfDatabase } from './database-error.ts';
import { placesThatMayName } from './free-texts.ts';
import { keyFile } from './key-file.ts';
import { lockDatabase } from './lock.ts';
import { checkVersion } from './migrate.ts';
import { latestActIn, type Present, withPresent } from './present-database.ts';
import { takeAlone, takePlaceOf } from './put-aside.ts';
import { removeAgain } from './removal.ts';
import { audit, backup } from './schema.ts';
import { trialClockQueries } from './trial-clock.queries.ts';
import { checkWhole, copyInto, removeDatabase } from './whole-file.ts';

/** Is it of a trial school? Throws a DatabaseError when `file` is no whole database of ours. */
export async function isTrialBackup(file: string): Promise<boolean> {
  return withBackup(file, isTrial);
}

/**
 * Puts the backup in the place of the database in `file`, or there where none is yet.
 * @throws DatabaseError when a server runs on it, or when the backup cannot be used; nothing has changed then.
 */
export async function restore(source: string, file: string, at: Date): Promise<Restored> {
  if (existsSync(source) && existsSync(file) && realpathSync(source) === realpathSync(file)) {
    throw databaseError('database.restore-itself', { file });
  }
  const lock = lockDatabase(file);
  const fresh = `${file}.herstel.nieuw`;
  try {
    const isTrialSource = await withBackup(source, async (database) => {
      copyInto(database.sqlite, fresh);
      return isTrial(database);
    });
    const { latestAct, ...done } = await withPresent(file, async (present) => {
      const isOther = (present?.isTrial ?? isTrialSource) !== isTrialSource;
      if (isOther) throw databaseError('database.restore-other-kind', {});
      return { latestAct: present?.latestAct ?? null, ...(await prepare({ fresh, file, source, present, at })) };
    });
    takeAlone(file);
    // Somebody may have been removed meanwhile, and would be back.
    if (latestAct !== null && latestActIn(file) !== latestAct) throw databaseError('database.busy', {});
    return { source, aside: takePlaceOf(fresh, file), ...done };
  } catch (error) {
    if (error instanceof DatabaseError || codeOf(error) === '') throw error;
    throw databaseError('database.restore-failed', { file: source, code: codeOf(error) }, error);
  } finally {
    removeDatabase(fresh);
    lock.release();
  }
}

/** Looks into the backup after all of it was checked. It is never written to. */
async function withBackup<T>(file: string, use: (database: Database) => Promise<T>): Promise<T> {
  if (!existsSync(file)) throw databaseError('database.no-file', { file });
  if (statSync(file).isDirectory()) throw databaseError('database.folder', { file });
  const database = openAsItIs(file);
  try {
    checkVersion(database.sqlite, file);
    checkWhole(database.sqlite);
    return await use(database);
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_CORRUPT')) throw error;
    throw databaseError('database.backup-damaged', { file }, error);
  } finally {
    database.close();
  }
}

type Restoring = {
  readonly fresh: string;
  readonly file: string;
  readonly source: string;
  readonly present: Present | null;
  readonly at: Date;
};

/** Brings the copy up to date, and lets it know what was there knows. */
async function prepare(restoring: Restoring): Promise<Omit<Restored, 'source' | 'aside'>> {
  const { fresh, file, source, present } = restoring;
  const restored = openDatabase(fresh, { isCopy: true });
  try {
    // A trial school has a time of its own.
    const at = (await trialClockQueries(restored).clock()) ?? restoring.at;
    const stamp = { at, by: null, act: 'herstel', once: null } satisfies Stamp;
    const removed = await restored.change((orm) => {
      const row = { at: stamp.at.getTime(), byId: null, act: stamp.act, subject: '' };
      orm.insert(audit).values(row).run();
      const known = { file: realpathSync(source), at: Math.trunc(statSync(source).mtimeMs) };
      orm.insert(backup).values(known).onConflictDoNothing().run();
      return present?.removals ? removeAgain(restored, orm, stamp, present.removals, present.key!) : [];
    });
    // Somebody cleared them of the name after the backup.
    const places = removed.flatMap(({ name, addresses }) => placesThatMayName(restored, soughtFor(name, addresses)));
    const isUnread = present !== null && !(await isCarriedOver(restored, present));
    // What was removed just now is out of the file, too.
    restored.sqlite.exec('vacuum');
    restored.sqlite.pragma('journal_mode = delete');
    return { removed: removed.length, places, isUnread, missingKey: missingKeyOf(restored, file) };
  } finally {
    restored.close();
  }
}

/** False when the database that was there is too damaged for it. */
async function isCarriedOver(restored: Database, present: Present): Promise<boolean> {
  if (present.copy === null) return false;
  try {
    await carryOver(restored, present.copy);
    return true;
  } catch (error) {
    if (!isOfDatabase(error)) throw error;
    return false;
  }
}

function missingKeyOf(restored: Database, file: string): string | null {
  if (keyCheckOf(restored) === null) return null;
  try {
    addressKey(restored, file);
    return null;
  } catch (error) {
    if (error instanceof DatabaseError) return keyFile(file);
    throw error;
  }
}

async function isTrial(database: Database): Promise<boolean> {
  return (await trialClockQueries(database).clock()) !== null;
}
