/** The rows of one sheet, filled in: what a row does not say is as it is stored, or as a new row has it. */
import type { ReadRow } from './read-book.ts';
import { columnsOf, fieldOf, type RowOf, type Sheet, type SheetName, type ValuesOf } from './sheet.ts';

export type LocatedRow<Name extends SheetName, F> = {
  readonly line: number;
  readonly values: ValuesOf<F>;
  readonly row: RowOf<Name>;
};

type Values<F> = ValuesOf<F>;

/** Rows that could not be read are left out. `amend` comes last; it names people and goals in their one way. */
export function completeRows<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  rows: readonly ReadRow<F>[],
  stored: (said: Values<F>) => RowOf<Name> | undefined,
  amend: (values: Values<F>) => Values<F> = (values) => values,
): readonly LocatedRow<Name, F>[] {
  const initial = Object.fromEntries(columnsOf(sheet).map((column) => [column, fieldOf(sheet, column).initial]));
  return rows
    .filter((row) => !row.broken)
    .map(({ line, values }) => {
      // What is required was said, else the row would be broken.
      const said = { ...initial, ...values } as Values<F>;
      const before = stored(said);
      const whole = amend(before ? { ...sheet.toValues(before), ...values } : said);
      return { line, values: whole, row: sheet.toRow(whole) };
    });
}
