/** Every migration of the program, carried out on a database that the one before it left and that holds rows in every table. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { MIGRATIONS } from '../../db/migrate.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Journal = { readonly entries: readonly { readonly tag: string }[] };
type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

const JOURNAL = join('meta', '_journal.json');
const { entries } = JSON.parse(readFileSync(join(MIGRATIONS, JOURNAL), 'utf8')) as Journal;

/** Tables that a migration gave another name, and columns that it gave another meaning. */
const RENAMED: Readonly<Record<string, string>> = { agenda_point: 'agenda_item' };
const NEW_MEANING: Readonly<Record<string, readonly string[]>> = { agenda_point: ['kind'] };

const OWN_TABLES =
  "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'";

function tablesOf(sqlite: Sqlite.Database): readonly string[] {
  return sqlite.prepare<[], string>(OWN_TABLES).pluck().all();
}

/** Three rows in every table, of which row n refers to row n of other tables. */
function fill(sqlite: Sqlite.Database): void {
  sqlite.pragma('foreign_keys = off');
  for (const name of tablesOf(sqlite)) {
    const columns = sqlite.pragma(`table_info(${name})`) as { name: string; type: string }[];
    const insert = sqlite.prepare(`insert into ${name} values (${columns.map(() => '?').join(', ')})`);
    for (const row of [1, 2, 3])
      insert.run(columns.map(({ name, type }) => (type === 'TEXT' ? `${name} ${row}` : row)));
  }
}

function rowsOf(sqlite: Sqlite.Database): Rows {
  return new Map(
    tablesOf(sqlite).map((name) => [name, sqlite.prepare(`select * from ${name}`).all() as Record<string, unknown>[]]),
  );
}

/** The first `count` migrations in a folder of their own. */
function firstMigrations(count: number): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  writeFileSync(join(folder, JOURNAL), JSON.stringify({ entries: entries.slice(0, count), dialect: 'sqlite' }));
  return folder;
}

describe.each(entries.slice(1).map(({ tag }, index) => ({ tag, before: index + 1 })))('$tag', ({ before }) => {
  it('keeps every row, leaves strict tables only, and breaks no reference', () => {
    const file = join(temporaryFolder(), 'leerteam.db');
    const old = openDatabase(file, { migrations: firstMigrations(before) });
    fill(old.sqlite);
    const rowsBefore = rowsOf(old.sqlite);
    old.close();

    const database = openDatabase(file, { migrations: firstMigrations(before + 1) });
    const { sqlite } = database;
    const rowsAfter = rowsOf(sqlite);
    for (const [table, rows] of rowsBefore) {
      const kept = rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !NEW_MEANING[table]?.includes(column))),
      );
      expect(rowsAfter.get(RENAMED[table] ?? table), table).toMatchObject(kept);
    }
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
    const loose = sqlite
      .prepare("select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%'")
      .all();
    expect(loose).toEqual([{ name: '__drizzle_migrations' }]);
    database.close();
  });
});

it('a goal that waited for an agenda still waits for it', () => {
  const file = join(temporaryFolder(), 'leerteam.db');
  const old = openDatabase(file, { migrations: firstMigrations(1) });
  fill(old.sqlite);
  old.sqlite.exec("update agenda_point set closed_at = null, kind = 'doel zonder update' where id = 2");
  old.close();
  const database = openDatabase(file);
  expect(database.sqlite.prepare('select kind, cause, state from agenda_item where id in (1, 2)').all()).toEqual([
    { kind: 'doel', cause: 'kind 1', state: 'vervallen' },
    { kind: 'doel', cause: 'doel zonder update', state: 'open' },
  ]);
  database.close();
});
