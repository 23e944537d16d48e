/** The database file: opened, brought up to date, and then read and changed one act at a time. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { AlreadyDone } from '../src/bot/errors.ts';
import type { Stamp } from '../src/stamp.ts';
import { codeOf, DatabaseError, databaseError, isBusy } from './database-error.ts';
import { bringUpToDate, MIGRATIONS } from './migrate.ts';
import { audit, once } from './schema.ts';

export type Orm = BaseSQLiteDatabase<'sync', Sqlite.RunResult>;

export type DatabaseOptions = {
  /** The folder of migrations; another one in tests. */
  readonly migrations?: string;
  /** How long an act waits for a busy database before it gives up, in milliseconds. */
  readonly patience?: number;
  /** No copy is put aside before a migration, because the file itself is a copy. */
  readonly isCopy?: true;
};

/** What an act gives, and what it made or changed (`goal:12`). Without a subject nothing changed and nothing is put on record. */
export type Changed<T> = { readonly result: T; readonly subject: string | null };

export interface Database {
  /** Reads from one moment. */
  read<T>(query: (orm: Orm) => T): Promise<T>;
  /** One atomic change with its once key and its audit row. Throws AlreadyDone when the key is known; then nothing changes. */
  act<T>(stamp: Stamp, change: (orm: Orm) => Changed<T>): Promise<T>;
  /** One atomic change of the program itself. */
  change<T>(change: (orm: Orm) => T): Promise<T>;
  /** A query of drizzle with placeholders: building it costs more than running it, so that is done once per `build`. */
  prepared<Query>(build: (orm: Orm) => Query): Query;
  /** A statement in the words of SQLite, prepared once. */
  statement<Parameters extends object, Row>(text: string): Sqlite.Statement<[Parameters], Row>;
  readonly sqlite: Sqlite.Database;
  close(): void;
}

/** While the driver waits for a lock it blocks the event loop, so it waits this long at most, and then we wait without blocking. */
const DRIVER_WAIT = 250;
const FIRST_PAUSE = 10;
const LONGEST_PAUSE = 100;
/** At opening nothing else is going on, so there the driver may wait. */
const OPENING_WAIT = 5_000;

/**
 * Opens the file (or `:memory:`), makes it when it is not there, and brings it up to date.
 * @throws DatabaseError when that cannot be done; nothing has changed then.
 */
export function openDatabase(file: string, options: DatabaseOptions = {}): Database {
  const sqlite = open(file);
  try {
    // First of all, so that a file which is not ours stays as it is.
    bringUpToDate(sqlite, file, options.migrations ?? MIGRATIONS, options.isCopy);
    // -wal and -shm take over the mode of the file.
    if (file !== ':memory:') chmodSync(file, 0o600);
    sqlite.pragma('journal_mode = wal');
    // Not NORMAL: what was answered as stored must also survive a power failure.
    sqlite.pragma('synchronous = full');
    sqlite.pragma('secure_delete = on');
    sqlite.pragma('foreign_keys = on');
    sqlite.pragma(`busy_timeout = ${DRIVER_WAIT}`);
  } catch (error) {
    sqlite.close();
    throw opened(error, file);
  }
  return new SqliteDatabase(sqlite, options.patience ?? 5_000);
}

/**
 * Opens a file that is there to look into it, whatever version it is of; nothing of it changes.
 * @throws DatabaseError when it is no database or cannot be read.
 */
export function openAsItIs(file: string): Database {
  try {
    const sqlite = new Sqlite(file, { timeout: OPENING_WAIT, readonly: true, fileMustExist: true });
    try {
      // SQLite looks into the file only when it must.
      sqlite.pragma('schema_version');
      return new SqliteDatabase(sqlite, OPENING_WAIT);
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    throw opened(error, file);
  }
}

class SqliteDatabase implements Database {
  readonly sqlite: Sqlite.Database;
  readonly #orm: Orm;
  readonly #patience: number;
  readonly #prepared = new Map<(orm: Orm) => unknown, unknown>();
  readonly #statements = new Map<string, Sqlite.Statement>();
  readonly #moment: Sqlite.Transaction<(query: (orm: Orm) => unknown) => unknown>;
  #waiting = 0;

  constructor(sqlite: Sqlite.Database, patience: number) {
    this.sqlite = sqlite;
    this.#orm = drizzle(sqlite, { casing: 'snake_case' });
    this.#patience = patience;
    this.#moment = sqlite.transaction((query) => query(this.#orm));
  }

  async read<T>(query: (orm: Orm) => T): Promise<T> {
    return this.#patiently(() => this.#moment.deferred(query) as T);
  }

  async change<T>(change: (orm: Orm) => T): Promise<T> {
    return this.#patiently(() => this.#moment.immediate(change) as T);
  }

  async act<T>(stamp: Stamp, change: (orm: Orm) => Changed<T>): Promise<T> {
    return this.change((orm) => {
      if (stamp.once !== null) {
        const known = orm.select({ subject: once.subject }).from(once).where(eq(once.key, stamp.once)).get();
        if (known) throw new AlreadyDone(known.subject);
      }
      const { result, subject } = change(orm);
      if (subject !== null) record(orm, stamp, subject);
      return result;
    });
  }

  prepared<Query>(build: (orm: Orm) => Query): Query {
    let query = this.#prepared.get(build);
    if (!query) {
      query = build(this.#orm);
      this.#prepared.set(build, query);
    }
    return query as Query;
  }

  statement<Parameters extends object, Row>(text: string): Sqlite.Statement<[Parameters], Row> {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.sqlite.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement as Sqlite.Statement<[Parameters], Row>;
  }

  close(): void {
    this.sqlite.close();
  }

  /** Tries until it is not busy any more; while one act waits, the others do not block the event loop for it either. */
  async #patiently<T>(attempt: () => T): Promise<T> {
    if (this.#waiting === 0) {
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
    this.#waiting++;
    try {
      const giveUpAt = performance.now() + this.#patience;
      for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
        await pause(wait);
        try {
          return this.#withoutWaiting(attempt);
        } catch (error) {
          if (!isBusy(error)) throw error;
          if (performance.now() >= giveUpAt) throw databaseError('database.busy', {}, error);
        }
      }
    } finally {
      this.#waiting--;
    }
  }

  #withoutWaiting<T>(attempt: () => T): T {
    this.sqlite.pragma('busy_timeout = 0');
    try {
      return attempt();
    } finally {
      this.sqlite.pragma(`busy_timeout = ${DRIVER_WAIT}`);
    }
  }
}

function record(orm: Orm, stamp: Stamp, subject: string): void {
  const at = stamp.at.getTime();
  if (stamp.once !== null) orm.insert(once).values({ key: stamp.once, at, subject }).run();
  orm.insert(audit).values({ at, byId: stamp.by, act: stamp.act, subject }).run();
}

function open(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      // Made here and not by SQLite, so that nobody else can read it for a moment.
      closeSync(openSync(file, 'a', 0o600));
    }
    return new Sqlite(file, { timeout: OPENING_WAIT });
  } catch (error) {
    throw opened(error, file);
  }
}

/** What went wrong at opening, as a sentence for whoever started the program. */
function opened(error: unknown, file: string): unknown {
  if (error instanceof DatabaseError) return error;
  const code = codeOf(error);
  if (code === 'EISDIR') return databaseError('database.folder', { file }, error);
  if (code === 'SQLITE_NOTADB') return databaseError('database.not-ours', { file }, error);
  if (code.startsWith('SQLITE_CORRUPT')) return databaseError('database.damaged', { file }, error);
  if (isBusy(error)) return databaseError('database.busy', {}, error);
  return code ? databaseError('database.closed', { file, code }, error) : error;
}
