/** On the day of the overview after a long absence nothing else is asked (PRODUCT 3, Absence). */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { workplacesOf } from '../delivery/workplace.ts';
import type { Store } from '../store.ts';
import { isBackToday, MOST_DAYS_BACK } from './long-absence.ts';
import type { Actor, SchoolId } from './person.ts';

/** Is `today` this person's first own working day at the school after a long absence? */
export async function isFirstDayBack(
  store: Store,
  person: Actor,
  schoolId: SchoolId,
  today: LocalDate,
): Promise<boolean> {
  const place = (await workplacesOf(store, person, new Set([schoolId]), today)).get(schoolId);
  if (!place?.worksHere) return false;
  const absences = await store.people.absences(person.id, addDays(today, -MOST_DAYS_BACK));
  return isBackToday(place.calendar, { ...place.worker, absences }, today);
}
