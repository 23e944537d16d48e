/** Who may get nudges of a school: its people, and board members and admins without a school (PRODUCT 2). */
import type { PersonId } from '../people/person.ts';
import type { PlannedPerson, SchoolState } from './nudge.ts';

/** Each once, with the employment at the school when they have one. Pure. */
export function receiversOf({
  governors,
  people,
}: Pick<SchoolState, 'governors' | 'people'>): ReadonlyMap<PersonId, PlannedPerson> {
  return new Map([...governors, ...people].map((person) => [person.id, person]));
}
