/** `herstel`: what the database that is there now knows, as far as it can be read. */
import { existsSync } from 'node:fs';
import { type AddressKey, addressKey } from './address-key.ts';
import { type Database, openAsItIs, openDatabase } from './database.ts';
import { isBusy, isOfDatabase } from './database-error.ts';
import { type Removals, removalsIn } from './removal.ts';
import { trialClockQueries } from './trial-clock.queries.ts';
import { copyInto, removeDatabase } from './whole-file.ts';

export type Present = {
  /** Null: it is too damaged to tell. */
  readonly isTrial: boolean | null;
  /** A copy in the form of this version of the program; null: it is too damaged to be copied. */
  readonly copy: string | null;
  /** The newest row of the audit; null: there is none, or it cannot be read. */
  readonly latestAct: number | null;
  /** Null: nobody was removed, or it cannot be read. */
  readonly removals: Removals | null;
  /** Belongs to the removals; null without any. */
  readonly key: AddressKey | null;
};

/**
 * `use` gets null when there is no database in `file` yet.
 * @throws DatabaseError when people were removed and their key is gone, because the backup would bring them back.
 */
export async function withPresent<T>(file: string, use: (present: Present | null) => Promise<T>): Promise<T> {
  if (!existsSync(file)) return use(null);
  const copy = `${file}.heden.nieuw`;
  const copied = copyOf(file, copy);
  const database = copied ?? opened(file);
  try {
    const removals = database && removalsOf(database);
    const key = database && removals ? addressKey(database, file) : null;
    return await use({
      isTrial: database && (await isTrialIn(database)),
      copy: copied && copy,
      latestAct: copied && latestIn(copied),
      removals,
      key,
    });
  } finally {
    database?.close();
    removeDatabase(copy);
  }
}

/** Null when a page of it is damaged, or when a newer program made it. */
function copyOf(file: string, copy: string): Database | null {
  const present = opened(file);
  if (!present) return null;
  try {
    copyInto(present.sqlite, copy);
    return openDatabase(copy, { isCopy: true });
  } catch (error) {
    return unlessBusy(error);
  } finally {
    present.close();
  }
}

function opened(file: string): Database | null {
  try {
    return openAsItIs(file);
  } catch (error) {
    return unlessBusy(error);
  }
}

/** Of the database in this file. Null: there is no act in it. */
export function latestActIn(file: string): number | null {
  const database = openAsItIs(file);
  try {
    return latestIn(database);
  } finally {
    database.close();
  }
}

function latestIn(database: Database): number | null {
  return database.statement<object, { id: number | null }>('select max(id) as id from audit').get({})!.id;
}

function removalsOf(database: Database): Removals | null {
  try {
    const removals = removalsIn(database);
    return removals.hashes.length === 0 && removals.givenUp.length === 0 ? null : removals;
  } catch (error) {
    return unlessBusy(error);
  }
}

async function isTrialIn(database: Database): Promise<boolean | null> {
  try {
    return (await trialClockQueries(database).clock()) !== null;
  } catch (error) {
    return unlessBusy(error);
  }
}

/** What is damaged gives nothing; what is busy may be read later. */
function unlessBusy(error: unknown): null {
  if (!isOfDatabase(error) || isBusy(error) || (error instanceof Error && isBusy(error.cause))) throw error;
  return null;
}
