/** What an import would change: the difference between the sheets and what is stored. */
import type { ActionRow, Book, CalendarRow, GoalRow, MemberRow, SchoolRow, StaffRow, TeamRow } from './book.ts';
import { cellsOf, columnsOf, fieldOf, type RowOf, type Sheet, type SheetName, type ValuesOf } from './sheet.ts';
import { SHEETS } from './sheets/index.ts';
import { indexStored, keyOf, type StoredIndex } from './stored-index.ts';

/** A column of the import format, with both values as they are written in a cell. */
export type ColumnChange = { readonly column: string; readonly from: string; readonly to: string };

/** The columns that change; null for a row that is new. Only these are written, so that what somebody changes meanwhile stays. */
type Changed = { readonly changed: readonly ColumnChange[] | null };

/** One change. Carried out in this order everything that a row names is there, except for leads, who may come later. */
export type Change =
  | ({ readonly kind: 'school'; readonly row: SchoolRow } & Changed)
  /** The whole list of own days of the school. */
  | { readonly kind: 'calendar'; readonly school: string; readonly rows: readonly CalendarRow[] }
  | ({ readonly kind: 'staff'; readonly row: StaffRow } & Changed)
  | ({ readonly kind: 'team'; readonly row: TeamRow } & Changed)
  /** The whole list of members of all teams of the school. */
  | { readonly kind: 'members'; readonly school: string; readonly rows: readonly MemberRow[] }
  | ({ readonly kind: 'goal'; readonly row: GoalRow } & Changed)
  | ({ readonly kind: 'action'; readonly row: ActionRow } & Changed);

/** A row as people know it: its title, name or address, and its school. */
export type RowName = { readonly sheet: SheetName; readonly school: string; readonly name: string };

/** Changed in chat, so not overwritten. */
export type Difference = RowName & { readonly column: string; readonly stored: string; readonly sheets: string };

export type Comparison = {
  readonly changes: readonly Change[];
  readonly differs: readonly Difference[];
  /** Stored, not in a sheet that was given, and left as it is. */
  readonly missing: readonly RowName[];
};

export type CompareOptions = {
  /** Also what people change in chat. */
  readonly overwrite: boolean;
  /** The sheets that were there; of the others nothing is missing. */
  readonly given: ReadonlySet<SheetName>;
};

/**
 * Both books name people by the address they have after the import; stored staff rows by the one before it. Rows are matched by e-mail and
 * school, by school and team, by number or else school and title; own days and members are whole lists (ARCHITECTURE, import format).
 */
export function compare(book: Book, stored: Book, options: CompareOptions): Comparison {
  const index = indexStored(stored);
  const differs: Difference[] = [];
  const missing: RowName[] = [];

  const each = <Name extends RowSheet, F extends object>(
    sheet: Sheet<Name, F>,
    matching: (row: RowOf<Name>) => RowOf<Name> | undefined,
  ) => {
    const matched = new Set<RowOf<Name>>();
    const changed = book[sheet.name].flatMap((row: RowOf<Name>) => {
      const before = matching(row);
      if (!before) return [{ row, changed: null }];
      matched.add(before);
      const kept = options.overwrite ? row : keepChat(sheet, row, before, differs);
      const changed = changedColumns(sheet, before, kept);
      return changed.length === 0 ? [] : [{ row: kept, changed }];
    });
    if (options.given.has(sheet.name)) {
      for (const row of stored[sheet.name] as readonly RowOf<Name>[]) {
        if (!matched.has(row)) missing.push(nameOf(sheet.name, row));
      }
    }
    return changed;
  };

  const schools = each(SHEETS.scholen, (row) => index.school(row.school));
  const staff = each(SHEETS.medewerkers, (row) => storedStaff(row, index));
  const teams = each(SHEETS.leerteams, (row) => index.team(row.school, row.team));
  const goals = each(SHEETS.doelen, (row) => index.goal(row.school, row.number, row.title));
  const actions = each(SHEETS.acties, (row) => index.action(row.school, row.number, row.what));
  return {
    changes: [
      ...schools.map((change) => ({ kind: 'school' as const, ...change })),
      ...wholeLists(SHEETS.kalender, book.kalender, stored.kalender).map((list) => ({ kind: 'calendar' as const, ...list })),
      ...staff.map((change) => ({ kind: 'staff' as const, ...change })),
      ...teams.map((change) => ({ kind: 'team' as const, ...change })),
      ...wholeLists(SHEETS.leden, book.leden, stored.leden).map((list) => ({ kind: 'members' as const, ...list })),
      ...numberedFirst(goals).map((change) => ({ kind: 'goal' as const, ...change })),
      ...numberedFirst(actions).map((change) => ({ kind: 'action' as const, ...change })),
    ],
    differs,
    missing,
  };
}
