/** Sheets and store put together, with every person and goal named in one way. */
import type { Addresses } from './addresses.ts';
import type { Book } from './book.ts';
import { completeRows, type LocatedRow } from './complete-rows.ts';
import { completeStaff } from './complete-staff.ts';
import type { Known } from './known.ts';
import type { ReadBook } from './read-book.ts';
import type { SheetName } from './sheet.ts';
import { SHEET_NAMES, SHEETS, type Sheets } from './sheets/index.ts';
import type { StoredIndex } from './stored-index.ts';

export type Located<Name extends SheetName> = LocatedRow<Name, Sheets[Name]['fields']>;

/** The rows that could be read, each with its line. */
export type LocatedBook = { readonly [Name in SheetName]: readonly Located<Name>[] };

export function completeBook(read: ReadBook, index: StoredIndex, addresses: Addresses, known: Known): LocatedBook {
  const current = (address: string) => addresses.current(address) ?? address;
  const currentOrNone = (address: string | null) => address && current(address);
  return {
    scholen: completeRows(SHEETS.scholen, read.scholen, ({ school }) => index.school(school)),
    kalender: completeRows(SHEETS.kalender, read.kalender, () => undefined),
    medewerkers: completeStaff(read.medewerkers, index, addresses),
    leerteams: completeRows(
      SHEETS.leerteams,
      read.leerteams,
      ({ school, leerteam }) => index.team(school, leerteam),
      (values) => ({
        ...values,
        voorzitter: current(values.voorzitter),
        vervanger: currentOrNone(values.vervanger),
      }),
    ),
    leden: completeRows(
      SHEETS.leden,
      read.leden,
      () => undefined,
      (values) => ({ ...values, email: current(values.email) }),
    ),
    doelen: completeRows(
      SHEETS.doelen,
      read.doelen,
      ({ school, nr, doel }) => index.goal(school, nr, doel),
      (values) => ({ ...values, eigenaar: currentOrNone(values.eigenaar) }),
    ),
    acties: completeRows(
      SHEETS.acties,
      read.acties,
      ({ school, nr, actie }) => index.action(school, nr, actie),
      (values) => {
        const goal = values.doel && known.goal(values.school, values.doel);
        return { ...values, eigenaar: current(values.eigenaar), doel: typeof goal === 'string' ? values.doel : goal };
      },
    ),
  };
}

/** What is stored, with people named by the address they have after the import. Staff rows keep the address they are stored under. */
export function withCurrentAddresses(stored: Book, addresses: Addresses): Book {
  const current = (address: string) => addresses.current(address) ?? address;
  const currentOrNone = (address: string | null) => address && current(address);
  return {
    ...stored,
    medewerkers: stored.medewerkers.map((row) => ({ ...row, lead: currentOrNone(row.lead) })),
    leerteams: stored.leerteams.map((row) => ({
      ...row,
      chair: current(row.chair),
      deputy: currentOrNone(row.deputy),
    })),
    leden: stored.leden.map((row) => ({ ...row, email: current(row.email) })),
    doelen: stored.doelen.map((row) => ({ ...row, owner: currentOrNone(row.owner) })),
    acties: stored.acties.map((row) => ({ ...row, owner: current(row.owner) })),
  };
}

/** The rows without their lines. */
export function rowsOf(located: LocatedBook): Book {
  return Object.fromEntries(SHEET_NAMES.map((name) => [name, located[name].map(({ row }) => row)])) as unknown as Book;
}
