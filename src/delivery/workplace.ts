/** The schools where somebody works today, with what decides on their own working days there. */
import type { LocalDate } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import type { Worker } from '../calendar/working-day.ts';
import type { Actor, SchoolId } from '../people/person.ts';
import type { Store } from '../store.ts';

/** Somebody at one of their schools, or one that they hear of. */
export type Workplace = {
  readonly calendar: SchoolCalendar;
  readonly worker: Worker;
  /** False: works at another school only, and hears of this one as the lead of somebody there (POP). */
  readonly worksHere: boolean;
};

/**
 * Of the schools that are asked for only those that have something to say to who works where this person works on `today`. Board members and
 * admins without a school work at every school, by its calendar (PRODUCT 2); who works elsewhere only goes by the calendar of the school that is asked
 * for, on their own weekdays.
 */
export async function workplacesOf(
  store: Store,
  actor: Actor,
  schoolIds: ReadonlySet<SchoolId>,
  today: LocalDate,
): Promise<ReadonlyMap<SchoolId, Workplace>> {
  const absences = await store.people.absences(actor.id, today);
  const places = new Map<SchoolId, Workplace>();
  const everywhere = actor.employments.find(({ schoolId }) => schoolId === null);
  for (const id of schoolIds) {
    const here = actor.employments.find(({ schoolId }) => schoolId === id) ?? everywhere;
    const employment = here ?? actor.employments[0];
    const school = employment && (await store.people.school(id));
    if (!school) continue;
    const worker = { employment, absences };
    places.set(id, { calendar: schoolCalendar(school.calendar), worker, worksHere: here !== undefined });
  }
  return places;
}
