/** What the rows may refer to: schools, teams, people and goals, in the sheets or stored already. */
import type { Addresses } from './addresses.ts';
import type { Book, GoalReference } from './book.ts';
import type { ReadBook } from './read-book.ts';
import { keyOf, type StoredIndex } from './stored-index.ts';

export type Known = {
  readonly schools: ReadonlySet<string>;
  /** The teams of a school. */
  teams(school: string): ReadonlySet<string>;
  /** Present addresses. */
  readonly people: ReadonlySet<string>;
  worksAt(email: string, school: string): boolean;
  /** The goal in its one form, or why there is none. */
  goal(school: string, reference: GoalReference): GoalReference | 'unknown' | 'ambiguous';
};

/** Rows that could not be read in full count too, so that one mistake does not cause others. */
export function findKnown(read: ReadBook, stored: Book, index: StoredIndex, addresses: Addresses): Known {
  const current = (address: string) => addresses.current(address) ?? address;
  const schools = new Set(stored.scholen.map((row) => row.school));
  for (const { values } of read.scholen) if (values.school !== undefined) schools.add(values.school);

  const teams = new Map<string, Set<string>>();
  const addTeam = (school: string | undefined, team: string | undefined) => {
    if (school === undefined || team === undefined) return;
    const known = teams.get(school);
    if (known) known.add(team);
    else teams.set(school, new Set([team]));
  };
  for (const row of stored.leerteams) addTeam(row.school, row.team);
  for (const { values } of read.leerteams) addTeam(values.school, values.leerteam);

  const people = new Set<string>();
  const staff = new Set<string>();
  const addPerson = (email: string, school: string | null) => {
    people.add(email);
    staff.add(keyOf(email, school));
  };
  for (const row of stored.medewerkers) addPerson(current(row.email), row.school);
  for (const { values } of read.medewerkers) {
    if (values.email !== undefined) addPerson(current(values.email), values.school ?? null);
  }

  return {
    schools,
    teams: (school) => teams.get(school) ?? new Set(),
    people,
    worksAt: (email, school) => staff.has(keyOf(email, school)),
    goal: goalFinder(read, stored, index),
  };
}

function goalFinder(read: ReadBook, stored: Book, index: StoredIndex): Known['goal'] {
  const numbers = new Set<string>();
  /** The goals that have this title, by number where they have one. */
  const titles = new Map<string, Set<number | null>>();
  const add = (school: string, number: number | null, title: string) => {
    if (number !== null) numbers.add(keyOf(school, number));
    const key = keyOf(school, title);
    titles.set(key, (titles.get(key) ?? new Set()).add(number));
  };
  for (const row of stored.doelen) add(row.school, row.number, row.title);
  for (const { values } of read.doelen) {
    if (values.school === undefined || values.doel === undefined) continue;
    const number = values.nr ?? index.goal(values.school, null, values.doel)?.number ?? null;
    add(values.school, number, values.doel);
  }
  return (school, reference) => {
    if ('number' in reference && numbers.has(keyOf(school, reference.number))) return reference;
    const title = 'number' in reference ? String(reference.number) : reference.title;
    const found = titles.get(keyOf(school, title));
    if (!found) {
      const renamed = index.goal(school, null, title);
      return renamed && renamed.number !== null ? { number: renamed.number } : 'unknown';
    }
    if (found.size > 1) return 'ambiguous';
    const [number] = found;
    return number === null || number === undefined ? { title } : { number };
  };
}
