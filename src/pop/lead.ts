/** Who has the POP talks with somebody: their recorded lead, else the school's director; nobody is their own lead (PRODUCT 2). */
import type { PersonId } from '../people/person.ts';

/**
 * `recorded` is the lead as stored, or null when there is none or that person has left. `directors` are those of the school in service that day. With
 * two directors and nothing recorded nobody is chosen: whoever sees somebody's POP steps must have been named. Null: has no lead. Pure.
 */
export function leadOf(person: PersonId, recorded: PersonId | null, directors: readonly PersonId[]): PersonId | null {
  if (recorded !== null && recorded !== person) return recorded;
  return directors.length === 1 && directors[0] !== person ? directors[0]! : null;
}
