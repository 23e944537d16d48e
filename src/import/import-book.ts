/** `importeer` and `exporteer`: sheets into the store in one act or not at all, and back. */
import type { Stamp } from '../stamp.ts';
import { findAddresses } from './addresses.ts';
import { withEarlierTitles } from './chat-changes.ts';
import { checkBook } from './check-book.ts';
import { type Comparison, compare } from './compare.ts';
import { completeBook, rowsOf, withCurrentAddresses } from './complete.ts';
import { type Finding, message, problem } from './finding.ts';
import type { ImportStore } from './import.store.ts';
import { findKnown } from './known.ts';
import { readBook } from './read-book.ts';
import { isSameCell, type LeftOut, leftOutOf, removedRows, withoutRemoved } from './removed-people.ts';
import { withPresentTeamNames } from './renamed-teams.ts';
import type { SheetName } from './sheet.ts';
import type { SheetFile, SheetsRead } from './sheet-file.ts';
import { SHEET_NAMES } from './sheets/index.ts';
import { indexStored } from './stored-index.ts';
import { writeBook } from './write-book.ts';

export type ImportOptions = {
  /** Only checks. */
  readonly dryRun: boolean;
  /** Also what people change in chat. */
  readonly overwrite: boolean;
  readonly stamp: Stamp;
  readonly progress?: (done: number, total: number) => void;
};

export type ImportReport = Comparison & {
  /** `refused`: there are mistakes, nothing changed. `checked`: it could be imported. `imported`: it is. */
  readonly outcome: 'refused' | 'checked' | 'imported';
  readonly mistakes: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Per sheet that was given, how many rows it has. */
  readonly rows: ReadonlyMap<SheetName, number>;
};

const NOTHING: Finding = {
  sheet: null,
  row: null,
  column: null,
  ...problem(message('import.nothing', {}), message('import.hint-nothing', { sheets: SHEET_NAMES.join(', ') })),
};

/** All or nothing: one mistake anywhere and nothing changes. */
export async function importSheets(
  store: ImportStore,
  { sheets, mistakes, warnings }: SheetsRead,
  options: ImportOptions,
): Promise<ImportReport> {
  const { read: typed, given, ...reading } = readBook(sheets);
  const stored = await store.snapshot();
  // After the snapshot: what is changed in between is then known as changed in chat, and stays.
  const [chat, columns] = [await store.chatChanges(), await store.chatColumns()];
  const { read, renamed } = withPresentTeamNames(typed, stored, columns);
  const removed = await removedRows(store, read);
  const addresses = findAddresses(read.medewerkers, stored.medewerkers);
  const current = withCurrentAddresses(stored, addresses);
  const index = withEarlierTitles(indexStored(current), current, chat, read.doelen);
  const known = findKnown(read, current, index, addresses);
  const located = completeBook(read, index, addresses, known);
  const checked = checkBook({ located, stored: current, known });

  const report = {
    mistakes: [
      ...mistakes,
      ...(given.size === 0 && mistakes.length === 0 ? [NOTHING] : []),
      ...reading.mistakes,
      ...removed,
      ...[...addresses.mistakes, ...checked.mistakes].filter((mistake) => !removed.some(isSameCell(mistake))),
    ].sort(byPlace),
    warnings: [...warnings, ...reading.warnings, ...checked.warnings].sort(byPlace),
    rows: new Map([...given].map((name) => [name, read[name].length])),
  };
  if (report.mistakes.length > 0)
    return { ...report, outcome: 'refused', changes: [], differs: [], taken: [], missing: [] };
  const comparison = compare(rowsOf(located), current, { overwrite: options.overwrite, given, chat, columns });
  const { changes } = comparison;
  if (!options.dryRun && changes.length > 0) {
    await store.apply(options.stamp, changes, (done) => options.progress?.(done, changes.length));
  }
  const differs = [...renamed, ...comparison.differs];
  return { ...report, ...comparison, differs, outcome: options.dryRun ? 'checked' : 'imported' };
}

/** What the sheets can hold, in the order and the form that an import gives back; nobody who was removed. */
export async function exportSheets(store: ImportStore): Promise<readonly SheetFile[]> {
  return writeBook(withoutRemoved(await store.snapshot()));
}

/** What that leaves out. */
export async function leftOutOfExport(store: ImportStore): Promise<LeftOut> {
  return leftOutOf(await store.snapshot());
}

/** In the order of the sheets, then of the lines. */
function byPlace(a: Finding, b: Finding): number {
  const place = ({ sheet }: Finding) => {
    const at = (SHEET_NAMES as readonly (string | null)[]).indexOf(sheet);
    return at < 0 ? SHEET_NAMES.length : at;
  };
  return place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0);
}
