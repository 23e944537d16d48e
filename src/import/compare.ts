/** What an import would change: the difference between the sheets and what is stored. */
import type { Book, StaffRow } from './book.ts';
import type { Change, ColumnChange } from './change.ts';
import { type ChatChange, type ChatColumn, changedInChat, columnsInChat, staying } from './chat-changes.ts';
import { cellsOf, columnsOf, fieldOf, type RowOf, type Sheet, type SheetName, type ValuesOf } from './sheet.ts';
import { SHEETS } from './sheets/index.ts';
import { indexStored, keyOf, type StoredIndex } from './stored-index.ts';

/** A row as people know it: its title, name or address, and its school. */
export type RowName = { readonly sheet: SheetName; readonly school: string; readonly name: string };

/** Changed in chat, so not overwritten. */
export type Difference = RowName & { readonly column: string; readonly stored: string; readonly sheets: string };

/** A row of a list that is whole in the sheets, which does not have it (any more, or not like this). */
export type TakenRow = RowName & { readonly from: string; readonly until: string };

export type Comparison = {
  readonly changes: readonly Change[];
  readonly differs: readonly Difference[];
  /** Own days and members that go away. */
  readonly taken: readonly TakenRow[];
  /** Stored, not in a sheet that was given, and left as it is. */
  readonly missing: readonly RowName[];
};

export type CompareOptions = {
  /** Also what people change in chat. */
  readonly overwrite: boolean;
  /** The sheets that were there; of the others nothing is missing. */
  readonly given: ReadonlySet<SheetName>;
  /** What people changed in goals in chat. */
  readonly chat: readonly ChatChange[];
  /** And in schools, staff and leerteams. */
  readonly columns: readonly ChatColumn[];
};

/**
 * Both books name people by the address they have after the import; stored staff rows by the one before it. Rows are matched by e-mail and
 * school, by school and team, by number or else school and title; own days and members are whole lists (ARCHITECTURE, import format).
 */
export function compare(book: Book, stored: Book, options: CompareOptions): Comparison {
  const index = indexStored(stored);
  const differs: Difference[] = [];
  const missing: RowName[] = [];
  const inChat = columnsInChat(options.columns);
  const [days, members] = [wholeLists(SHEETS.kalender, book, stored), wholeLists(SHEETS.leden, book, stored)];

  const each = <Name extends SheetName, F extends object>(
    sheet: Sheet<Name, F>,
    matching: (row: RowOf<Name>) => RowOf<Name> | undefined,
    chatColumns: (before: RowOf<Name>) => ReadonlySet<string> = () => new Set(),
  ): readonly Changed<Name>[] => {
    const matched = new Set<RowOf<Name>>();
    const changes = (book[sheet.name] as readonly RowOf<Name>[]).flatMap((row): readonly Changed<Name>[] => {
      const before = matching(row);
      if (!before) return [{ row, changed: null }];
      matched.add(before);
      const kept = options.overwrite ? row : keepChat(sheet, row, before, chatColumns(before), differs);
      const changed = changedColumns(sheet, before, kept);
      return changed.length === 0 ? [] : [{ row: kept, changed }];
    });
    if (options.given.has(sheet.name)) {
      const left = (stored[sheet.name] as readonly RowOf<Name>[]).filter((row) => !matched.has(row));
      missing.push(...left.map((row) => nameOf(sheet, row)));
    }
    return changes;
  };

  const staff = each(
    SHEETS.medewerkers,
    (row) => storedStaff(row, index),
    ({ school, email }) => inChat('medewerkers', school, email),
  ).map((change) => (change.changed === null && !options.overwrite ? keepLanguage(change, index, differs) : change));
  return {
    changes: [
      ...each(
        SHEETS.scholen,
        (row) => index.school(row.school),
        ({ school }) => inChat('scholen', school, ''),
      ).map((change) => ({ kind: 'school', ...change }) as const),
      ...days.map(({ school, rows }) => ({ kind: 'calendar', school, rows }) as const),
      ...staff.map((change) => ({ kind: 'staff', ...change }) as const),
      ...each(
        SHEETS.leerteams,
        (row) => index.team(row.school, row.team),
        ({ school, team }) => inChat('leerteams', school, team),
      ).map((change) => ({ kind: 'team', ...change }) as const),
      ...members.map(({ school, rows }) => ({ kind: 'members', school, rows }) as const),
      ...numberedFirst(
        each(SHEETS.doelen, (row) => index.goal(row.school, row.number, row.title), changedInChat(options.chat)),
      ).map((change) => ({ kind: 'goal', ...change }) as const),
      ...numberedFirst(each(SHEETS.acties, (row) => index.action(row.school, row.number, row.what))).map(
        (change) => ({ kind: 'action', ...change }) as const,
      ),
    ],
    differs,
    taken: [...days, ...members].flatMap(({ taken }) => taken),
    missing,
  };
}

type Changed<Name extends SheetName> = {
  readonly row: RowOf<Name>;
  readonly changed: readonly ColumnChange[] | null;
};

function nameOf<Name extends SheetName, F extends object>(sheet: Sheet<Name, F>, row: RowOf<Name>): RowName {
  const cells = new Map(columnsOf(sheet).map((column, at) => [column, cellsOf(sheet, row)[at]!]));
  const words = sheet.called.map((column) => cells.get(column)!).filter((word) => word !== '');
  return { sheet: sheet.name, school: row.school ?? '', name: words.join(' ') };
}

function changedColumns<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  before: RowOf<Name>,
  after: RowOf<Name>,
): readonly ColumnChange[] {
  const from = cellsOf(sheet, before);
  const to = cellsOf(sheet, after);
  return columnsOf(sheet)
    .map((column, at) => ({ column, from: from[at]!, to: to[at]! }))
    .filter((change) => change.from !== change.to);
}

/** The row with what people change in chat as it is stored, and each difference noted. Working days nobody knew yet are filled in. */
function keepChat<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  row: RowOf<Name>,
  before: RowOf<Name>,
  changed: ReadonlySet<string>,
  differs: Difference[],
): RowOf<Name> {
  const differing = changedColumns(sheet, before, row);
  const touched = staying(
    differing.map(({ column }) => column),
    changed,
  );
  const chat = differing.filter(({ column, from }) => {
    const field = fieldOf(sheet, column as keyof F);
    return touched.includes(column) || (field.chat && !(field.quiet && from === ''));
  });
  if (chat.length === 0) return row;
  const stored = sheet.toValues(before);
  const kept = chat.map(({ column }) => [column, stored[column as keyof F]]);
  for (const { column, from, to } of chat) {
    differs.push({ ...nameOf(sheet, before), column, stored: from, sheets: to });
  }
  return sheet.toRow({ ...sheet.toValues(row), ...(Object.fromEntries(kept) as Partial<ValuesOf<F>>) });
}

/** Somebody who comes to one more school keeps the language of the person they are. */
function keepLanguage(
  change: Changed<'medewerkers'>,
  index: StoredIndex,
  differs: Difference[],
): Changed<'medewerkers'> {
  const { row } = change;
  const person = index.person(row.email) ?? (row.previousEmail === null ? undefined : index.person(row.previousEmail));
  if (!person || person.language === row.language) return change;
  differs.push({ ...nameOf(SHEETS.medewerkers, row), column: 'taal', stored: person.language, sheets: row.language });
  return { ...change, row: { ...row, language: person.language } };
}

/** Somebody with another address is stored under the one before. */
function storedStaff(row: StaffRow, index: StoredIndex): StaffRow | undefined {
  const before = row.previousEmail === null ? undefined : index.staff(row.previousEmail, row.school);
  return index.staff(row.email, row.school) ?? before;
}

type WholeList<Name extends 'kalender' | 'leden'> = {
  readonly school: string;
  readonly rows: readonly RowOf<Name>[];
  readonly taken: readonly TakenRow[];
};

/** The schools of the sheet whose list is not the stored one, in whatever order the rows come, with the stored rows that go away. */
function wholeLists<Name extends 'kalender' | 'leden', F extends object>(
  sheet: Sheet<Name, F>,
  book: Book,
  stored: Book,
): readonly WholeList<Name>[] {
  const before = bySchool(stored[sheet.name] as readonly RowOf<Name>[]);
  const written = (row: RowOf<Name>) => keyOf(...cellsOf(sheet, row));
  return [...bySchool(book[sheet.name] as readonly RowOf<Name>[])].flatMap(([school, rows]) => {
    const was = before.get(school) ?? [];
    const kept = new Set(rows.map(written));
    const gone = was.filter((row) => !kept.has(written(row)));
    if (gone.length === 0 && kept.size === was.length) return [];
    const taken = gone.map((row) => ({ ...nameOf(sheet, row), from: row.from ?? '', until: row.until ?? '' }));
    return [{ school, rows, taken }];
  });
}

function bySchool<Row extends { readonly school: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const schools = new Map<string, Row[]>();
  for (const row of rows) {
    const known = schools.get(row.school);
    if (known) known.push(row);
    else schools.set(row.school, [row]);
  }
  return schools;
}

/** A row that gets the next number must not take one that another row brings along. */
function numberedFirst<Name extends 'doelen' | 'acties'>(changes: readonly Changed<Name>[]): readonly Changed<Name>[] {
  const without = (change: Changed<Name>) => change.row.number === null;
  return [...changes.filter((change) => !without(change)), ...changes.filter(without)];
}
