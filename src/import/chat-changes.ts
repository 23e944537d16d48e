/** What people changed in chat stays: the fields of a goal they touched, and the goal itself when they gave it another title. */
import type { Book, GoalRow } from './book.ts';
import type { ReadBook } from './read-book.ts';
import { keyOf, type StoredIndex } from './stored-index.ts';

/** A column of a goal that a person changed in chat after the last import that wrote it, with what was there before. */
export type ChatChange = {
  readonly school: string;
  readonly number: number;
  readonly column: string;
  readonly from: string;
};

/** A column of a school, a staff row or a leerteam that a person changed in chat after the last import that wrote it. */
export type ChatColumn = {
  readonly sheet: 'scholen' | 'medewerkers' | 'leerteams';
  readonly school: string;
  /** The address or the team as it is called now; empty for a school. */
  readonly name: string;
  readonly column: string;
  /** What a leerteam was called before, when `column` is `leerteam`. */
  readonly from: string;
};

const FIGURES = ['eenheid', 'nulmeting', 'streefwaarde'];

/** The columns of each goal that people changed in chat. */
export function changedInChat(changes: readonly ChatChange[]): (goal: GoalRow) => ReadonlySet<string> {
  const columns = new Map<string, Set<string>>();
  for (const { school, number, column } of changes) {
    const key = keyOf(school, number);
    columns.set(key, (columns.get(key) ?? new Set()).add(column));
  }
  return ({ school, number }) => columns.get(keyOf(school, number)) ?? new Set();
}

/** The columns that people changed in chat, of a row of that sheet with this name. */
export function columnsInChat(changes: readonly ChatColumn[]) {
  const columns = new Map<string, Set<string>>();
  for (const { sheet, school, name, column } of changes) {
    const key = keyOf(sheet, school, name);
    columns.set(key, (columns.get(key) ?? new Set()).add(column));
  }
  return (sheet: ChatColumn['sheet'], school: string | null, name: string): ReadonlySet<string> =>
    columns.get(keyOf(sheet, school, name)) ?? new Set();
}

/**
 * Of the columns that differ from the sheet, those that stay because they were changed in chat. Figures stay with their unit and the unit
 * with its figures, else 40 pupils would become 40%.
 */
export function staying(differing: readonly string[], changed: ReadonlySet<string>): readonly string[] {
  const own = differing.filter((column) => changed.has(column));
  const isOtherUnit = differing.includes('eenheid') && own.some((column) => FIGURES.includes(column));
  return isOtherUnit ? differing.filter((column) => changed.has(column) || FIGURES.includes(column)) : own;
}

/**
 * The index, in which a goal that got another title in chat is also found by an earlier one. Not when another row of the sheet is about that
 * goal already, nor when a stored goal has that title now; of two earlier titles in the sheet the newest is the goal.
 */
export function withEarlierTitles(
  index: StoredIndex,
  stored: Book,
  changes: readonly ChatChange[],
  rows: ReadBook['doelen'],
): StoredIndex {
  const claimed = new Set<GoalRow>();
  const unnumbered = new Set<string>();
  for (const { values } of rows) {
    if (values.school === undefined || values.doel === undefined) continue;
    const goal = index.goal(values.school, values.nr ?? null, values.doel);
    if (goal) claimed.add(goal);
    if (values.nr === undefined) unnumbered.add(keyOf(values.school, values.doel));
  }
  const titles = new Set(stored.doelen.map((goal) => keyOf(goal.school, goal.title)));
  const earlier = new Map<string, GoalRow | null>();
  for (const { school, number, column, from } of changes.toReversed()) {
    const key = keyOf(school, from);
    const goal = index.goal(school, number, from);
    if (column !== 'doel' || goal === undefined || claimed.has(goal) || titles.has(key)) continue;
    const known = earlier.get(key);
    earlier.set(key, known === undefined || known === goal ? goal : null);
    if (unnumbered.has(key)) claimed.add(goal);
  }
  return {
    ...index,
    goal: (school, number, title) =>
      index.goal(school, number, title) ??
      (number === null ? (earlier.get(keyOf(school, title)) ?? undefined) : undefined),
  };
}
