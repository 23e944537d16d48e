/** Of the nudges that wait for somebody: which go into today's digest, which wait for another day, and which make no sense any more. Pure. */
import { addDays, type LocalDate, latest } from '../calendar/local-date.ts';
import { firstOwnWorkingDay, isOwnWorkingDay } from '../calendar/working-day.ts';
import type { Settings } from '../people/people.store.ts';
import type { SchoolId } from '../people/person.ts';
import type { OutboxRow } from './outbox.store.ts';
import { isMuted } from './subject.ts';
import type { Workplace } from './workplace.ts';

export type SortedRows = {
  readonly due: readonly OutboxRow[];
  readonly lapsed: readonly number[];
  readonly moved: readonly { readonly id: number; readonly nextDay: LocalDate }[];
};

/**
 * A row goes out when `today` lies in its window and is the receiver's own working day at the row's own school. What they switched
 * off lapses, as does what has no own working day left in its window; the rest moves to the next one. Of those that say the same about
 * one subject the latest goes out (PRODUCT 6).
 */
export function sortRows(
  rows: readonly OutboxRow[],
  workplaces: ReadonlyMap<SchoolId, Workplace>,
  settings: Settings,
  today: LocalDate,
): SortedRows {
  const due = new Map<string, OutboxRow>();
  const lapsed: number[] = [];
  const moved: { id: number; nextDay: LocalDate }[] = [];
  const quietUntil = settings.snoozedUntil && settings.snoozedUntil >= today ? settings.snoozedUntil : null;

  for (const row of rows) {
    const place = workplaces.get(row.schoolId);
    const isOff = settings.mutedKinds.includes(row.kind) || isMuted(settings.mutedSubjects, row.subject);
    if (!place || isOff || today > row.until) {
      lapsed.push(row.id);
      continue;
    }
    const earliestDay = latest(row.from, quietUntil ? addDays(quietUntil, 1) : today);
    if (earliestDay > today || !isOwnWorkingDay(place.calendar, place.worker, today)) {
      const nextDay = firstOwnWorkingDay(
        place.calendar,
        place.worker,
        latest(earliestDay, addDays(today, 1)),
        row.until,
      );
      if (nextDay) moved.push({ id: row.id, nextDay });
      else lapsed.push(row.id);
      continue;
    }
    const subject = `${wordsOf(row)} ${row.subject}`;
    const known = due.get(subject);
    if (known) lapsed.push(known.from < row.from ? known.id : row.id);
    if (!known || known.from < row.from) due.set(subject, row);
  }
  return { due: [...due.values()], lapsed, moved };
}

/** The words that its key begins with: one kind may say different things, as `actie-bericht:hulp` and `actie-bericht:terug` do. */
function wordsOf({ kind, key }: OutboxRow): string {
  return `${kind} ${/^[a-z:-]*/.exec(key)![0]}`;
}
