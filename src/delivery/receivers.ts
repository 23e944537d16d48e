/** Who may get nudges of a school: its people, and board members and admins without a school (PRODUCT 2). */
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { isOwnWorkingDay, type Worker } from '../calendar/working-day.ts';
import type { PersonId } from '../people/person.ts';
import { isAboutPop, type PlannedPerson, type Reference, type SchoolState } from './nudge.ts';

/** Each once, with the employment at the school when they have one. Pure. */
export function receiversOf({
  governors,
  people,
}: Pick<SchoolState, 'governors' | 'people'>): ReadonlyMap<PersonId, PlannedPerson> {
  return new Map([...governors, ...people].map((person) => [person.id, person]));
}

const WORKPLACES = new WeakMap<SchoolState, ReadonlyMap<PersonId, readonly PlannedPerson[]>>();

/**
 * Somebody once for each place where they work, the one that counts first: at the school, else without a school, else at another one, as a lead
 * of people of this school may. Kept per loaded state. Pure.
 */
export function workplacesIn(state: SchoolState, id: PersonId): readonly PlannedPerson[] {
  const known = WORKPLACES.get(state) ?? byPerson([...state.people, ...state.governors, ...state.leadsElsewhere]);
  WORKPLACES.set(state, known);
  return known.get(id) ?? [];
}

function byPerson(people: readonly PlannedPerson[]): ReadonlyMap<PersonId, readonly PlannedPerson[]> {
  const places = new Map<PersonId, PlannedPerson[]>();
  for (const person of people) places.set(person.id, [...(places.get(person.id) ?? []), person]);
  return places;
}

/** The places that count for this nudge; elsewhere is one for a lead only, about POP. Empty: the receiver gets nothing of this school. Pure. */
export function placesOf(
  state: SchoolState,
  { kind, receiver }: Pick<Reference, 'kind' | 'receiver'>,
): readonly PlannedPerson[] {
  const places = workplacesIn(state, receiver);
  if (isAboutPop(kind)) return places;
  return places.slice(0, 1).filter(({ employment: { schoolId } }) => schoolId === null || schoolId === state.school.id);
}

/** Is it an own working day at the first of these places where they are in service on that day? */
export function isOwnDayAt(calendar: SchoolCalendar, places: readonly Worker[], day: LocalDate): boolean {
  const place = places.find(({ employment }) => isWithin(day, employment));
  return place !== undefined && isOwnWorkingDay(calendar, place, day);
}

/** The first such day on or after `from` and on or before `until`. */
export function firstOwnDayAt(
  calendar: SchoolCalendar,
  places: readonly Worker[],
  from: LocalDate,
  until: LocalDate,
): LocalDate | null {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (isOwnDayAt(calendar, places, day)) return day;
  }
  return null;
}
