/** People who were removed: a row that names one is a mistake, and an export leaves them out (PRODUCT 8). */
import { isRemovedEmail } from '../privacy/removed.ts';
import type { Book } from './book.ts';
import { type Finding, message, problem } from './finding.ts';
import type { ImportStore } from './import.store.ts';
import type { ReadBook } from './read-book.ts';

type Cell = { readonly sheet: string; readonly row: number; readonly column: string; readonly address: string };

/** A mistake for each cell with the address of somebody who was removed; without the address, which is no more. */
export async function removedRows(store: ImportStore, read: ReadBook): Promise<readonly Finding[]> {
  const cells = addressesIn(read);
  const removed = await store.removedAmong([...new Set(cells.map(({ address }) => address))]);
  return cells
    .filter(({ address }) => removed.has(address))
    .map(({ address: _, ...place }) => ({
      ...place,
      ...problem(message('import.removed', {}), message('import.hint-removed', {})),
    }));
}

/** Of a cell one mistake is enough. */
export function isSameCell({ sheet, row, column }: Finding): (other: Finding) => boolean {
  return (other) => other.sheet === sheet && other.row === row && other.column === column;
}

/** Also without the rows that cannot be without them: a leerteam needs a chair and an action an owner. */
export function withoutRemoved(book: Book): Book {
  return {
    ...book,
    leerteams: book.leerteams.filter(({ chair }) => !isRemovedEmail(chair)),
    acties: book.acties.filter(({ owner }) => !isRemovedEmail(owner)),
  };
}

/** How many rows an export leaves out for that. */
export type LeftOut = { readonly teams: number; readonly actions: number };

export function leftOutOf(book: Book): LeftOut {
  const kept = withoutRemoved(book);
  return {
    teams: book.leerteams.length - kept.leerteams.length,
    actions: book.acties.length - kept.acties.length,
  };
}

/** Every cell that holds addresses. */
function addressesIn(read: ReadBook): readonly Cell[] {
  return [
    ...cellsOf('medewerkers', read.medewerkers, ['email', 'leidinggevende', 'vorig_email', 'andere_emails']),
    ...cellsOf('leerteams', read.leerteams, ['voorzitter', 'vervanger']),
    ...cellsOf('leden', read.leden, ['email']),
    ...cellsOf('doelen', read.doelen, ['eigenaar']),
    ...cellsOf('acties', read.acties, ['eigenaar']),
  ];
}

function cellsOf<Name extends keyof ReadBook>(
  sheet: Name,
  rows: ReadBook[Name],
  columns: readonly (keyof ReadBook[Name][number]['values'] & string)[],
): readonly Cell[] {
  return rows.flatMap(({ line, values }) =>
    columns.flatMap((column) =>
      [(values as Readonly<Record<string, unknown>>)[column] ?? []]
        .flat()
        .map((address) => ({ sheet, row: line, column, address: String(address) })),
    ),
  );
}
