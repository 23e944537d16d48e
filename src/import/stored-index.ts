/** Which stored row a row of a sheet is about: by e-mail and school, by school and team, by number or else by school and title. */
import type { ActionRow, Book, GoalRow, SchoolRow, StaffRow, TeamRow } from './book.ts';

export type StoredIndex = {
  school(name: string): SchoolRow | undefined;
  staff(email: string, school: string | null): StaffRow | undefined;
  /** Any row of the person, for what is the same in all of them. */
  person(email: string): StaffRow | undefined;
  team(school: string, team: string): TeamRow | undefined;
  goal(school: string, number: number | null, title: string): GoalRow | undefined;
  action(school: string, number: number | null, what: string): ActionRow | undefined;
};

/** Names hold no line breaks, so that one can divide them. */
export function keyOf(...parts: readonly (string | number | null)[]): string {
  return parts.map((part) => part ?? '').join('\n');
}

export function indexStored(book: Book): StoredIndex {
  const schools = new Map(book.scholen.map((row) => [row.school, row]));
  const staff = new Map(book.medewerkers.map((row) => [keyOf(row.email, row.school), row]));
  const people = new Map(book.medewerkers.map((row) => [row.email, row]));
  const teams = new Map(book.leerteams.map((row) => [keyOf(row.school, row.team), row]));
  return {
    school: (name) => schools.get(name),
    staff: (email, school) => staff.get(keyOf(email, school)),
    person: (email) => people.get(email),
    team: (school, team) => teams.get(keyOf(school, team)),
    goal: numbered(book.doelen, (row) => row.title),
    action: numbered(book.acties, (row) => row.what),
  };
}

/** By number; without one by title, when exactly one row has it. */
function numbered<Row extends { readonly school: string; readonly number: number | null }>(
  rows: readonly Row[],
  titleOf: (row: Row) => string,
): (school: string, number: number | null, title: string) => Row | undefined {
  const byNumber = new Map(rows.map((row) => [keyOf(row.school, row.number), row]));
  const byTitle = new Map<string, Row | null>();
  for (const row of rows) {
    const key = keyOf(row.school, titleOf(row));
    byTitle.set(key, byTitle.has(key) ? null : row);
  }
  return (school, number, title) =>
    (number === null ? byTitle.get(keyOf(school, title)) : byNumber.get(keyOf(school, number))) ?? undefined;
}
