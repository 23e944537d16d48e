/** Brings a database file up to date: a copy is put aside, then all new migrations are carried out, or none. */
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { databaseError, isBusy } from './database-error.ts';

export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

type Migration = MigrationMeta & { readonly tag: string };

/** drizzle's own table, so that its tools keep understanding the file. */
const MIGRATIONS_TABLE = '__drizzle_migrations';

/**
 * Foreign keys are off afterwards, as SQLite ignores the switch inside a transaction; the caller turns them on. Of a file that is a copy
 * itself no copy is put aside.
 * @throws DatabaseError when the file is not ours or newer than the program, or when a migration fails.
 */
export function bringUpToDate(sqlite: Sqlite.Database, file: string, folder: string, isCopy = false): void {
  // A migration that rebuilds a table drops the old one: with foreign keys on that deletes or refuses every child row.
  sqlite.pragma('foreign_keys = off');
  const isNew = isEmpty(sqlite);
  const migrations = readMigrations(folder);
  const pending = pendingOf(sqlite, file, migrations);
  if (pending.length === 0) return;

  const copy = isNew || isCopy ? null : putAside(sqlite, file, pending[0]!.tag);
  const migrate = sqlite.transaction(() => {
    // Asked again inside the lock: another process may have done it meanwhile.
    for (const migration of pendingOf(sqlite, file, migrations)) carryOut(sqlite, migration);
    const broken = sqlite.pragma('foreign_key_check') as readonly { readonly table: string }[];
    if (broken[0]) throw new Error(`foreign key check: ${broken[0].table}`);
  });
  try {
    migrate.immediate();
  } catch (error) {
    if (isBusy(error) || copy === null) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw databaseError('database.migration-failed', { file, reason, copy }, error);
  }
}

/** Throws a DatabaseError when this is no database of ours, or one of a newer program. */
export function checkVersion(sqlite: Sqlite.Database, file: string): void {
  if (isEmpty(sqlite)) throw databaseError('database.not-ours', { file });
  pendingOf(sqlite, file, readMigrations(MIGRATIONS));
}

function readMigrations(folder: string): readonly Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    readonly entries: readonly { readonly tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: folder }).map((migration, index) => ({
    ...migration,
    tag: journal.entries[index]!.tag,
  }));
}

/** The migrations that the file has not had yet. */
function pendingOf(sqlite: Sqlite.Database, file: string, migrations: readonly Migration[]): readonly Migration[] {
  const known = sqlite.prepare('select 1 from sqlite_master where name = ?').get(MIGRATIONS_TABLE);
  if (!known) {
    if (!isEmpty(sqlite)) throw databaseError('database.not-ours', { file });
    return migrations;
  }
  const last = sqlite.prepare(`select hash from ${MIGRATIONS_TABLE} order by created_at desc limit 1`).get() as
    | { readonly hash: string }
    | undefined;
  if (!last) return migrations;
  const index = migrations.findIndex((migration) => migration.hash === last.hash);
  if (index < 0) throw databaseError('database.newer', { file });
  return migrations.slice(index + 1);
}

function isEmpty(sqlite: Sqlite.Database): boolean {
  return sqlite.prepare('select 1 from sqlite_master').get() === undefined;
}

/** Writes a copy of the file beside it, for its owner only, and gives its name. */
function putAside(sqlite: Sqlite.Database, file: string, tag: string): string {
  const copy = `${file}.voor-${tag}`;
  rmSync(copy, { force: true });
  // SQLite fills an empty file and leaves its mode alone.
  closeSync(openSync(copy, 'wx', 0o600));
  sqlite.prepare('vacuum into ?').run(copy);
  return copy;
}

function carryOut(sqlite: Sqlite.Database, migration: Migration): void {
  sqlite.exec(
    `create table if not exists ${MIGRATIONS_TABLE} (id serial primary key, hash text not null, created_at numeric)`,
  );
  for (const statement of migration.sql) sqlite.exec(statement);
  sqlite
    .prepare(`insert into ${MIGRATIONS_TABLE} (hash, created_at) values (?, ?)`)
    .run(migration.hash, migration.folderMillis);
}
