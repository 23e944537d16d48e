/** A migration keeps every row: a copy is put aside, and all of it succeeds or nothing changes. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { DatabaseError } from '../../db/database-error.ts';
import { MIGRATIONS } from '../../db/migrate.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Column = { readonly name: string; readonly type: string };
type Rows = Readonly<Record<string, readonly object[]>>;

const OWN_TABLES =
  "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'";

function tablesOf(sqlite: Sqlite.Database): readonly { readonly name: string; readonly sql: string }[] {
  return sqlite.prepare(OWN_TABLES).all() as { name: string; sql: string }[];
}

/** Three rows in every table, of which row n refers to row n of other tables. */
function fill(sqlite: Sqlite.Database): void {
  sqlite.pragma('foreign_keys = off');
  for (const { name } of tablesOf(sqlite)) {
    const columns = sqlite.pragma(`table_info(${name})`) as Column[];
    const insert = sqlite.prepare(`insert into ${name} values (${columns.map(() => '?').join(', ')})`);
    for (const row of [1, 2, 3]) {
      insert.run(columns.map((column) => (column.type === 'TEXT' ? `${column.name} ${row}` : row)));
    }
  }
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
}

function rowsOf(sqlite: Sqlite.Database): Rows {
  const all = tablesOf(sqlite).map(({ name }) => [name, sqlite.prepare(`select * from ${name}`).all() as object[]]);
  return Object.fromEntries(all);
}

/** The way drizzle-kit changes a column: a new table, the rows into it, the old one away. */
function rebuild(sqlite: Sqlite.Database): string {
  const indexes = sqlite.prepare(
    "select sql from sqlite_master where type = 'index' and sql is not null and tbl_name = ?",
  );
  const statements = tablesOf(sqlite).flatMap(({ name, sql }) => [
    sql.replace(`\`${name}\``, `\`__new_${name}\``).replace('(', '(\n\t`added` text,'),
    `insert into __new_${name} select null, * from ${name}`,
    `drop table ${name}`,
    `alter table __new_${name} rename to ${name}`,
    ...indexes.pluck().all(name).map(String),
  ]);
  return ['PRAGMA foreign_keys=OFF', ...statements, 'PRAGMA foreign_keys=ON'].join(';--> statement-breakpoint\n');
}

/** The migrations of the program and one more. */
function migrationsWith(folder: string, sql: string): string {
  const migrations = join(folder, 'migrations');
  cpSync(MIGRATIONS, migrations, { recursive: true });
  const journalFile = join(migrations, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: object[] };
  journal.entries.push({ idx: 1, version: '6', when: Date.now(), tag: '0001_next', breakpoints: true });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(join(migrations, '0001_next.sql'), sql);
  return migrations;
}

/** A filled database, and what it held. */
function filled(folder: string): { readonly file: string; readonly before: Rows; readonly rebuilding: string } {
  const file = join(folder, 'leerteam.db');
  const database = openDatabase(file);
  fill(database.sqlite);
  const before = rowsOf(database.sqlite);
  const rebuilding = rebuild(database.sqlite);
  database.close();
  return { file, before, rebuilding };
}

it('keeps every row of every table when all tables are rebuilt', () => {
  const folder = temporaryFolder();
  const { file, before, rebuilding } = filled(folder);
  expect(Object.values(before).every((rows) => rows.length === 3)).toBe(true);

  const database = openDatabase(file, { migrations: migrationsWith(folder, rebuilding) });
  const withColumn = Object.entries(before).map(([name, rows]) => [name, rows.map((row) => ({ added: null, ...row }))]);
  expect(rowsOf(database.sqlite)).toEqual(Object.fromEntries(withColumn));
  expect(database.sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(database.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => database.sqlite.exec('delete from person')).toThrow('FOREIGN KEY');
  const tables = database.sqlite.pragma('table_list') as { name: string; strict: number }[];
  expect(tables.filter(({ name, strict }) => name in before && strict === 0)).toEqual([]);
  database.close();
});

it('puts a copy aside that only its owner may read and that the version before can open', () => {
  const folder = temporaryFolder();
  const { file, before, rebuilding } = filled(folder);
  const migrations = migrationsWith(folder, rebuilding);
  openDatabase(file, { migrations }).close();
  const copy = `${file}.voor-0001_next`;
  expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
  const old = openDatabase(copy);
  expect(rowsOf(old.sqlite)).toEqual(before);
  old.close();
  expect(() => openDatabase(file)).toThrow('nieuwere versie');
});

it('puts no copy aside when there is nothing to do, or nothing to lose', () => {
  const folder = temporaryFolder();
  const { file } = filled(folder);
  openDatabase(file).close();
  const migrations = migrationsWith(folder, 'create table more (id integer) strict;');
  openDatabase(join(folder, 'new.db'), { migrations }).close();
  expect(readdirSync(folder).sort()).toEqual(['leerteam.db', 'migrations', 'new.db']);
});

it('is carried out once', () => {
  const folder = temporaryFolder();
  const { file } = filled(folder);
  const migrations = migrationsWith(folder, "update person set name = name || '!';");
  openDatabase(file, { migrations }).close();
  const database = openDatabase(file, { migrations });
  expect(database.sqlite.prepare('select name from person where id = 1').get()).toEqual({ name: 'name 1!' });
  database.close();
});

it.each([
  {
    name: 'breaks off',
    sql: "update person set name = 'gone';--> statement-breakpoint\ninsert into nowhere values (1);",
  },
  {
    name: 'loses what others refer to',
    sql: "update person set name = 'gone';--> statement-breakpoint\ndelete from goal;",
  },
])('changes nothing when it $name, and says where the copy is', ({ sql }) => {
  const folder = temporaryFolder();
  const { file, before } = filled(folder);
  const migrations = migrationsWith(folder, sql);
  const open = () => openDatabase(file, { migrations });
  expect(open).toThrow(DatabaseError);
  expect(open).toThrow(`Er is niets veranderd. De kopie van ervoor staat in ${file}.voor-0001_next.`);
  expect(existsSync(`${file}.voor-0001_next`)).toBe(true);
  const sqlite = new Sqlite(file);
  expect(rowsOf(sqlite)).toEqual(before);
  sqlite.close();
  openDatabase(file).close();
});
