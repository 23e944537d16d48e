/** Of the nudges that wait for somebody: which go into today's digest, which wait for another day, and which make no sense any more. Pure. */
import { addDays, type LocalDate, latest } from '../calendar/local-date.ts';
import { firstOwnWorkingDay, isOwnWorkingDay } from '../calendar/working-day.ts';
import { isOptional } from '../people/optional-kinds.ts';
import type { Settings } from '../people/people.store.ts';
import type { SchoolId } from '../people/person.ts';
import { isAboutPop } from './nudge.ts';
import type { OutboxRow } from './outbox.store.ts';
import { isMuted } from './subject.ts';
import type { Workplace } from './workplace.ts';

export type SortedRows = {
  readonly due: readonly OutboxRow[];
  readonly lapsed: readonly number[];
  readonly moved: readonly { readonly id: number; readonly nextDay: LocalDate }[];
};

/**
 * A row goes out when `today` lies in its window and is the receiver's own working day at the row's own school. What they may switch off and did
 * lapses, as does what has no own working day left in its window; the rest moves to the next one. In quiet days what may be switched off stays where
 * it is, in none of the three. Of those that say the same about one subject one goes out (PRODUCT 6).
 */
export function sortRows(
  rows: readonly OutboxRow[],
  workplaces: ReadonlyMap<SchoolId, Workplace>,
  settings: Settings,
  today: LocalDate,
): SortedRows {
  const ready: OutboxRow[] = [];
  const lapsed: number[] = [];
  const moved: { id: number; nextDay: LocalDate }[] = [];
  const isQuiet = settings.snoozedUntil !== null && settings.snoozedUntil >= today;

  for (const row of rows) {
    const place = workplaces.get(row.schoolId);
    const mayWait = isOptional(row.kind);
    const isOff = mayWait && (settings.mutedKinds.includes(row.kind) || isMuted(settings.mutedSubjects, row.subject));
    const isHeard = place?.worksHere || isAboutPop(row.kind);
    if (!place || !isHeard || isOff || today > row.until) {
      lapsed.push(row.id);
      continue;
    }
    if (isQuiet && mayWait) continue;
    if (row.from > today || !isOwnWorkingDay(place.calendar, place.worker, today)) {
      const nextDay = firstOwnWorkingDay(place.calendar, place.worker, latest(row.from, addDays(today, 1)), row.until);
      if (nextDay) moved.push({ id: row.id, nextDay });
      else lapsed.push(row.id);
      continue;
    }
    ready.push(row);
  }
  const due = onceEach(ready);
  const needless = ready.filter((row) => !due.includes(row));
  return { due, lapsed: [...lapsed, ...needless.map(({ id }) => id)], moved };
}

/**
 * Of those that say the same about one subject at one school the latest. Of what is left at several schools the earliest: what it says covers all
 * of them, from its own day on.
 */
function onceEach(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const said = (row: OutboxRow) => `${wordsOf(row)} ${row.subject}`;
  const ofSchool = bestOf(
    rows,
    (row) => `${row.schoolId} ${said(row)}`,
    (row, known) => row.from > known.from,
  );
  return bestOf(ofSchool, said, (row, known) => row.from < known.from);
}

/** One for each name; the first of equally good ones. */
function bestOf(
  rows: readonly OutboxRow[],
  nameOf: (row: OutboxRow) => string,
  isBetter: (row: OutboxRow, known: OutboxRow) => boolean,
): readonly OutboxRow[] {
  const best = new Map<string, OutboxRow>();
  for (const row of rows) {
    const known = best.get(nameOf(row));
    if (!known || isBetter(row, known)) best.set(nameOf(row), row);
  }
  return [...best.values()];
}

/** The words that its key begins with: one kind may say different things, as `actie-bericht:hulp` and `actie-bericht:terug` do. */
function wordsOf({ kind, key }: OutboxRow): string {
  return `${kind} ${/^[a-z:-]*/.exec(key)![0]}`;
}
