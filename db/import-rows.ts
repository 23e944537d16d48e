/** Rows of an import into their tables: all columns of a new row, and of a known row only those that changed. */
import type { ColumnChange } from '../src/import/change.ts';
import type { Database } from './database.ts';

export type Values = Readonly<Record<string, string | number | null>>;

/** For each column of the sheet the columns of the table that hold it. */
export type ByColumn = Readonly<Record<string, Values>>;

/** Gives the id. */
export function insertRow(database: Database, table: string, values: Values): number {
  const columns = Object.keys(values);
  const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})`;
  return Number(database.statement<Values, never>(text).run(values).lastInsertRowid);
}

export function updateRow(database: Database, table: string, id: number, values: Values): void {
  const columns = Object.keys(values);
  if (columns.length === 0) return;
  const text = `update ${table} set ${columns.map((column) => `${column} = :${column}`).join(', ')} where id = :id`;
  database.statement<Values, never>(text).run({ ...values, id });
}

export function allOf(columns: ByColumn): Values {
  return Object.assign({}, ...Object.values(columns));
}

/** What is not among `columns` is held elsewhere. */
export function changedOf(columns: ByColumn, changed: readonly ColumnChange[]): Values {
  return Object.assign({}, ...changed.map(({ column }) => columns[column] ?? {}));
}

export function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

export function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
