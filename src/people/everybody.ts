/** Everybody of the board: who works at one of its schools, or for all of them. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Colleague, PeopleStore } from './people.store.ts';

/** Everybody who works somewhere on `today`, each once, by school and name. */
export async function everybody(people: PeopleStore, today: LocalDate): Promise<readonly Colleague[]> {
  const schools = await people.schools();
  const staff = await Promise.all(schools.map(({ id }) => people.colleagues(id, today)));
  return eachOnce([...staff.flat(), ...(await people.governors(today))]);
}

/** The first of each. Pure. */
export function eachOnce(people: readonly Colleague[]): readonly Colleague[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
