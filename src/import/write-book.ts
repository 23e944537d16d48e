/** The book as sheets: every text safe in a spreadsheet, in an order that does not depend on how it is stored. */
import type { ActionRow, Book } from './book.ts';
import { guard } from './cell-text.ts';
import { cellsOf, columnsOf, type RowOf, type Sheet, type SheetName } from './sheet.ts';
import type { SheetFile } from './sheet-file.ts';
import { SHEETS } from './sheets/index.ts';
import { keyOf } from './stored-index.ts';

/** All sheets, also those without rows, so that somebody can fill them in. Importing them into an empty database gives the same sheets again. */
export function writeBook(book: Book): readonly SheetFile[] {
  return [
    writeSheet(SHEETS.scholen, book.scholen, ['school']),
    writeSheet(SHEETS.kalender, book.kalender, ['school', 'van']),
    writeSheet(SHEETS.medewerkers, book.medewerkers, ['school', 'naam', 'email']),
    writeSheet(SHEETS.leerteams, book.leerteams, ['school', 'leerteam']),
    writeSheet(SHEETS.leden, book.leden, ['school', 'leerteam', 'email', 'van']),
    writeSheet(SHEETS.doelen, book.doelen, ['school', 'nr']),
    writeSheet(SHEETS.acties, withGoalTitles(book), ['school', 'nr']),
  ];
}

function writeSheet<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  rows: readonly RowOf<Name>[],
  order: readonly (keyof F & string)[],
): SheetFile {
  const columns = columnsOf(sheet);
  const places = order.map((column) => columns.indexOf(column));
  const cells = rows
    .map((row) => cellsOf(sheet, row))
    .sort((a, b) => {
      for (const place of places) {
        const difference = compareCells(a[place]!, b[place]!);
        if (difference !== 0) return difference;
      }
      return 0;
    })
    .map((row) => row.map(guard));
  return { name: sheet.name, lines: [columns, ...cells].map((line, index) => ({ line: index + 1, cells: line })) };
}

/** Numbers by size, everything else as text; the same on every machine. */
function compareCells(a: string, b: string): number {
  if (/^\d{1,9}$/.test(a) && /^\d{1,9}$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A title says more than a number; where two goals share it, or where it looks like a number, the number stays. */
function withGoalTitles(book: Book): readonly ActionRow[] {
  const titles = new Map<string, string>();
  const uses = new Map<string, number>();
  for (const { school, number, title } of book.doelen) {
    titles.set(keyOf(school, number), title);
    uses.set(keyOf(school, title), (uses.get(keyOf(school, title)) ?? 0) + 1);
  }
  return book.acties.map((row) => {
    if (row.goal === null || 'title' in row.goal) return row;
    const title = titles.get(keyOf(row.school, row.goal.number));
    const clear = title !== undefined && !/^\d+$/.test(title) && uses.get(keyOf(row.school, title)) === 1;
    return clear ? { ...row, goal: { title } } : row;
  });
}
