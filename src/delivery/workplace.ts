/** The schools where somebody works today, with what decides on their own working days there. */
import type { LocalDate } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import type { Worker } from '../calendar/working-day.ts';
import type { Actor, SchoolId } from '../people/person.ts';
import type { Store } from '../store.ts';

/** Somebody at one of their schools. */
export type Workplace = { readonly calendar: SchoolCalendar; readonly worker: Worker };

/**
 * Of the schools that are asked for only those where the person works on `today`. Board members and admins without a school work at
 * every school, by its calendar (PRODUCT 2).
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
    const employment = actor.employments.find(({ schoolId }) => schoolId === id) ?? everywhere;
    const school = employment && (await store.people.school(id));
    if (!school) continue;
    places.set(id, { calendar: schoolCalendar(school.calendar), worker: { employment, absences } });
  }
  return places;
}
