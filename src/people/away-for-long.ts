/** Somebody who is away for more than ten school days is not waited for (PRODUCT 3, Absence). */
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { Store } from '../store.ts';
import { longAbsences, MOST_DAYS_BACK } from './long-absence.ts';
import type { PersonId, SchoolId } from './person.ts';

/** Does a long absence of this person, by the calendar of this school, hold on `today`? */
export async function isAwayForLong(
  { people }: Store,
  personId: PersonId,
  schoolId: SchoolId,
  today: LocalDate,
): Promise<boolean> {
  const school = await people.school(schoolId);
  const absences = await people.absences(personId, addDays(today, -MOST_DAYS_BACK));
  const long = school ? longAbsences(schoolCalendar(school.calendar), { absences }) : [];
  return long.some((absence) => isWithin(today, absence));
}
