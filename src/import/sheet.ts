/** How a sheet is described: its columns, and how a line of values becomes a row of the book. */
import type { Book } from './book.ts';
import { tidy } from './cell-text.ts';
import type { Problem } from './finding.ts';
import type { Kind } from './kinds.ts';

export type SheetName = keyof Book;
export type RowOf<Name extends SheetName> = Book[Name][number];

export type Field<T> = Kind<T> & {
  readonly required: boolean;
  /** What a new row has when nothing is filled in. Not used when it is required. */
  readonly initial: T;
  /** An empty cell says nothing, so what is stored stays. Else an empty cell empties. */
  readonly quiet: boolean;
  /** People change it in chat too: a difference is listed, and overwritten only when asked for. */
  readonly chat: boolean;
};

export type ValuesOf<F> = { readonly [Column in keyof F]: F[Column] extends Field<infer T> ? T : never };

export type RowProblem<F> = Problem & { readonly column: keyof F & string };

export type Sheet<Name extends SheetName, F> = {
  readonly name: Name;
  readonly fields: F;
  /** The columns by which people know a row, besides its school. */
  readonly called: readonly (keyof F & string)[];
  toRow(values: ValuesOf<F>): RowOf<Name>;
  toValues(row: RowOf<Name>): ValuesOf<F>;
  /** What is wrong with one row by itself, whatever the others hold. */
  problems(values: ValuesOf<F>): readonly RowProblem<F>[];
};

export function required<T>(kind: Kind<T>): Field<T> {
  // A row without it is refused, so that nobody meets this value.
  return { ...kind, required: true, initial: undefined as T, quiet: false, chat: false };
}

/** An empty cell means `empty`. */
export function optional<T>(kind: Kind<T>, empty: T): Field<T>;
export function optional<T>(kind: Kind<T>, empty: null): Field<T | null>;
export function optional<T>(kind: Kind<T>, empty: T | null): Field<T | null> {
  return {
    read: kind.read,
    write: (value) => (value === null ? '' : kind.write(value)),
    required: false,
    initial: empty,
    quiet: false,
    chat: false,
  };
}

/** An empty cell means: as it is, and `initial` for a new row. */
export function quiet<T>(kind: Kind<T>, initial: T): Field<T>;
export function quiet<T>(kind: Kind<T>, initial: null): Field<T | null>;
export function quiet<T>(kind: Kind<T>, initial: T | null): Field<T | null> {
  return { ...optional(kind, initial as null), quiet: true };
}

/** Changed in chat too. */
export function chat<T>(field: Field<T>): Field<T> {
  return { ...field, chat: true };
}

export function columnsOf<F extends object>(sheet: { readonly fields: F }): readonly (keyof F & string)[] {
  return Object.keys(sheet.fields) as (keyof F & string)[];
}

export function fieldOf<F>(sheet: { readonly fields: F }, column: keyof F): Field<unknown> {
  return sheet.fields[column] as Field<unknown>;
}

/** The cells of a row as they are written, in the order of the columns: two rows are equal when these are. */
export function cellsOf<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  row: RowOf<Name>,
): readonly string[] {
  const values = sheet.toValues(row);
  return columnsOf(sheet).map((column) => tidy(fieldOf(sheet, column).write(values[column])));
}
