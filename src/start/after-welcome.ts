/** On the day of the welcome only the working days are asked: what can wait for the next own working day does so (PRODUCT 2). Pure. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { OutboxRow, Outcome } from '../delivery/outbox.store.ts';
import type { Workplace } from '../delivery/workplace.ts';
import type { SchoolId } from '../people/person.ts';

/** The rows that have an own working day left in their window after `today`; the others would lapse, so they stay in today's digest. */
export function canWait(
  rows: readonly OutboxRow[],
  workplaces: ReadonlyMap<SchoolId, Workplace>,
  today: LocalDate,
): Outcome['moved'] {
  return rows.flatMap(({ id, schoolId, until }) => {
    const place = workplaces.get(schoolId);
    const nextDay = place && firstOwnWorkingDay(place.calendar, place.worker, addDays(today, 1), until);
    return nextDay ? [{ id, nextDay }] : [];
  });
}
