/** A database with a row of every kind about one person, made from the schema itself so that a new table or column is in it too. */
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../../db/database.ts';
import { PERSON_COLUMNS } from '../../db/person-columns.ts';
import * as schema from '../../db/schema.ts';
import type { PersonId } from '../../src/people/person.ts';

export const TABLES = Object.values(schema) as readonly SQLiteTable[];

/** `school_id`, as it is in the database. */
export function columnName({ name }: Pick<SQLiteColumn, 'name'>): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns that refer to a row of this table: from column to table. */
export function references(table: SQLiteTable): ReadonlyMap<string, string> {
  return new Map(
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference();
      return columns.map((column) => [columnName(column), getTableConfig(foreignTable).name] as const);
    }),
  );
}

const LISTS = ['roles', 'working_days', 'muted_kinds', 'blok_starts'];
const CODES: Readonly<Record<string, string>> = {
  'goal.rhythm': '4',
  'goal.phase_sentences': '{}',
  'school.pop_days': '{}',
  'trial_message.author': 'person',
  'goal.status': 'op koers',
  'check_in.status': 'op koers',
  'pop_talk.talk': 'gesprek',
  'person.language': 'nl',
};

export type FilledRow = {
  readonly table: string;
  readonly column: string;
  readonly values: Readonly<Record<string, unknown>>;
};

/** Adds a row for each entry of PERSON_COLUMNS with `id` in that column. People beside `id` are `other`. */
export function fillFor(database: Database, id: PersonId, other: PersonId): readonly FilledRow[] {
  let count = 0;
  const firstId = new Map<string, unknown>([['person', other]]);

  const rowFor = (table: SQLiteTable, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const refers = references(table);
    const isKey = (column: SQLiteColumn) => column.primary || primaryKeys.some((key) => key.columns.includes(column));
    const values: Record<string, unknown> = {};
    for (const column of columns) {
      const key = columnName(column);
      count++;
      if (Object.hasOwn(given, key)) values[key] = given[key];
      else if (key === 'id') continue;
      else if (refers.get(key) === name) values[key] = null;
      else if (refers.has(key)) values[key] = idIn(refers.get(key)!);
      else if (column.columnType === 'SQLiteText') values[key] = textFor(name, key, isKey(column));
      else values[key] = column.columnType === 'SQLiteBoolean' || key === 'counted' ? 0 : 1_770_000_000_000 + count;
    }
    return values;
  };
  const textFor = (table: string, key: string, isKey: boolean): string | null => {
    if (LISTS.includes(key)) return '[]';
    if (/_(day|on)$|^(due|moved_to|moved_from|day)$/.test(key)) return `20${20 + (count % 70)}-09-01`;
    return CODES[`${table}.${key}`] ?? `${isKey ? 'key' : 'words'}-${table}-${key}-${count}`;
  };
  const idIn = (table: string): unknown => {
    if (!firstId.has(table)) {
      // A school of its own: somebody works at one only once.
      firstId.set(table, insert(tableNamed(table), {}).id);
    }
    return firstId.get(table);
  };
  const insert = (table: SQLiteTable, given: Readonly<Record<string, unknown>>) => {
    const values = rowFor(table, given);
    const columns = Object.keys(values);
    const { lastInsertRowid } = database.sqlite
      .prepare(
        `insert into ${getTableConfig(table).name} (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})`,
      )
      .run(values);
    return { id: Number(lastInsertRowid), values };
  };

  return PERSON_COLUMNS.map(({ table, column }) => {
    // A POP has each talk once.
    const row = insert(tableNamed(table), { [column]: id, ...(column === 'held_by_id' ? { talk: 'opvolging' } : {}) });
    if (table === 'pop') insert(tableNamed('pop_talk'), { pop_id: row.id });
    return { table, column, values: row.values };
  });
}

function tableNamed(name: string): SQLiteTable {
  return TABLES.find((table) => getTableConfig(table).name === name)!;
}
