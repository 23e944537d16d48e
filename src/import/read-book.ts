/** From cells to values: every column of every sheet is found by its name, every cell that cannot be read is a mistake. */
import { hasUnreadable, isFormula, isTooLong, MAX_CELL, tidy, unguard } from './cell-text.ts';
import { closest } from './closest.ts';
import { type Finding, type Message, message, type Problem, problem } from './finding.ts';
import { asName, type Read } from './kinds.ts';
import { columnsOf, type Field, fieldOf, type Sheet, type SheetName, type ValuesOf } from './sheet.ts';
import type { SheetFile, SheetLine } from './sheet-file.ts';
import { SHEET_NAMES, SHEETS, type Sheets } from './sheets/index.ts';

export type ReadRow<F> = {
  readonly line: number;
  /** What the row says. A column that is not there, and an empty cell that says nothing, is left out. */
  readonly values: Partial<ValuesOf<F>>;
  /** A cell could not be read; the row only serves to know what it names. */
  readonly broken: boolean;
};

export type ReadBook = { readonly [Name in SheetName]: readonly ReadRow<Sheets[Name]['fields']>[] };

export type BookRead = {
  readonly read: ReadBook;
  /** The sheets that were there. */
  readonly given: ReadonlySet<SheetName>;
  readonly mistakes: readonly Finding[];
  readonly warnings: readonly Finding[];
};

type Notes = { readonly mistakes: Finding[]; readonly warnings: Finding[] };

/** Reads all sheets, in whatever order they come. Unknown sheets and columns are warnings; everything that cannot be read is a mistake. */
export function readBook(files: readonly SheetFile[]): BookRead {
  const notes: Notes = { mistakes: [], warnings: [] };
  const byName = filesByName(files, notes);
  const sheet = <Name extends SheetName, F extends object>(description: Sheet<Name, F>) =>
    readSheet(description, byName.get(description.name), notes);
  const read: ReadBook = {
    scholen: sheet(SHEETS.scholen),
    kalender: sheet(SHEETS.kalender),
    medewerkers: sheet(SHEETS.medewerkers),
    leerteams: sheet(SHEETS.leerteams),
    leden: sheet(SHEETS.leden),
    doelen: sheet(SHEETS.doelen),
    acties: sheet(SHEETS.acties),
  };
  return { read, given: new Set(byName.keys()), ...notes };
}

function filesByName(files: readonly SheetFile[], notes: Notes): ReadonlyMap<SheetName, SheetFile> {
  const known = new Map<string, SheetName>(SHEET_NAMES.map((name) => [name, name]));
  const byName = new Map<SheetName, SheetFile>();
  for (const file of files) {
    const name = known.get(asName(file.name));
    const place = { sheet: file.name, row: null, column: null };
    if (name === undefined) {
      const nearest = closest(file.name, SHEET_NAMES);
      notes.warnings.push({ ...place, ...unknown('import.unknown-sheet', nearest) });
    } else if (byName.has(name)) {
      notes.mistakes.push({ ...place, ...problem(message('import.sheet-twice', {})) });
    } else byName.set(name, file);
  }
  return byName;
}

function readSheet<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  file: SheetFile | undefined,
  notes: Notes,
): readonly ReadRow<F>[] {
  const [header, ...lines] = (file?.lines ?? []).filter((line) => line.cells.some((cell) => cell.trim() !== ''));
  if (header === undefined) {
    if (file) notes.warnings.push(at(sheet.name, null, null, problem(message('import.empty-sheet', {}))));
    return [];
  }
  const columns = readHeader(sheet, header, notes);
  return columns === null ? [] : lines.map((line) => readLine(sheet, columns, header, line, notes));
}

/** Where each column stands, or null when the rows cannot be read without mistakes on each of them. */
function readHeader<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  header: SheetLine,
  notes: Notes,
): ReadonlyMap<number, keyof F & string> | null {
  const known = new Map(columnsOf(sheet).map((column) => [column as string, column]));
  const places = new Map<number, keyof F & string>();
  const found = new Set<string>();
  const place = (column: string, what: Problem) => at(sheet.name, header.line, column, what);
  for (const [index, cell] of header.cells.entries()) {
    const typed = tidy(cell);
    if (typed === '') continue;
    // `school*` is how the manual writes a column that must be there.
    const column = known.get(asName(typed.replace(/\*$/, '')));
    if (column === undefined) {
      notes.warnings.push(place(typed, unknown('import.unknown-column', closest(typed, known.keys()))));
    } else if (found.has(column)) {
      notes.mistakes.push(place(column, problem(message('import.column-twice', {}))));
    } else {
      found.add(column);
      places.set(index, column);
    }
  }
  const missing = columnsOf(sheet).filter((column) => fieldOf(sheet, column).required && !found.has(column));
  for (const column of missing) {
    const hint = message('import.hint-column-missing', { line: header.line });
    notes.mistakes.push(place(column, problem(message('import.column-missing', {}), hint)));
  }
  return missing.length === 0 ? places : null;
}

function readLine<Name extends SheetName, F extends object>(
  sheet: Sheet<Name, F>,
  columns: ReadonlyMap<number, keyof F & string>,
  header: SheetLine,
  line: SheetLine,
  notes: Notes,
): ReadRow<F> {
  const values: Record<string, unknown> = {};
  let broken = false;
  const refuse = (column: string | null, what: Problem) => {
    notes.mistakes.push(at(sheet.name, line.line, column, what));
    broken = true;
  };
  for (const [index, column] of columns) {
    const field = fieldOf(sheet, column);
    const read = readCell(field, line.cells[index] ?? '');
    if (read === null) continue;
    if ('problem' in read) refuse(column, read.problem);
    else values[column] = read.value;
  }
  // A comma in a text without quotes shifts all cells after it.
  if (line.cells.slice(header.cells.length).some((cell) => cell.trim() !== '')) {
    refuse(null, problem(message('import.too-many-cells', {}), message('import.hint-too-many-cells', {})));
  }
  return { line: line.line, values: values as Partial<ValuesOf<F>>, broken };
}

/** The value, what is wrong with it, or null when the cell says nothing. */
function readCell(field: Field<unknown>, cell: string): Read<unknown> | null {
  const refuse = (what: Message, hint: Message | null = null) => ({ problem: problem(what, hint) });
  if (isFormula(cell)) return refuse(message('import.formula', {}), message('import.hint-formula', {}));
  const raw = unguard(cell);
  if (isTooLong(raw)) return refuse(message('import.too-long', { max: MAX_CELL }));
  if (hasUnreadable(raw)) return refuse(message('import.unreadable', {}), message('import.hint-unreadable', {}));
  const typed = tidy(raw);
  if (typed !== '') return field.read(typed);
  if (field.required) return refuse(message('import.required', {}));
  return field.quiet ? null : { value: field.initial };
}

function unknown(key: 'import.unknown-sheet' | 'import.unknown-column', nearest: string | null): Problem {
  return problem(message(key, {}), nearest === null ? null : message('import.hint-nearest', { nearest }));
}

function at(sheet: string, row: number | null, column: string | null, what: Problem): Finding {
  return { sheet, row, column, ...what };
}
