/** A school, team or person that a row names must exist; else the nearest one is proposed. */
import type { Book } from '../book.ts';
import { closest } from '../closest.ts';
import type { Located, LocatedBook } from '../complete.ts';
import { type Finding, type Message, message, type Problem, problem } from '../finding.ts';
import type { Known } from '../known.ts';
import type { SheetName } from '../sheet.ts';
import type { Sheets } from '../sheets/index.ts';

export type Checked = {
  readonly located: LocatedBook;
  /** With the addresses people have after the import. */
  readonly stored: Book;
  readonly known: Known;
};

export function found<Name extends SheetName>(
  sheet: Name,
  row: { readonly line: number },
  column: keyof Sheets[Name]['fields'] & string,
  what: Problem,
): Finding {
  return { sheet, row: row.line, column, ...what };
}

/** "Bedoel je ...?", or null when nothing is near. */
function nearestHint(typed: string, candidates: Iterable<string>): Message | null {
  const nearest = closest(typed, candidates);
  return nearest === null ? null : message('import.hint-nearest', { nearest });
}

/** The rows whose school exists, and a mistake for each of the others. Rows without a school belong to the board. */
export function withSchool<Name extends Exclude<SheetName, 'scholen'>>(
  sheet: Name,
  rows: readonly Located<Name>[],
  known: Known,
): { readonly rows: readonly Located<Name>[]; readonly mistakes: readonly Finding[] } {
  const exists = ({ row }: Located<Name>) => row.school === null || known.schools.has(row.school);
  const mistakes = rows
    .filter((row) => !exists(row))
    .map(({ line, row }) => {
      const school = row.school ?? '';
      const what = problem(message('import.unknown-school', { school }), nearestHint(school, known.schools));
      return { sheet, row: line, column: 'school', ...what };
    });
  return { rows: rows.filter(exists), mistakes };
}

/** Why this person cannot be chair, owner or member at this school; null when they can. */
export function notAtSchool(email: string, school: string, known: Known): Problem | null {
  if (known.worksAt(email, school)) return null;
  if (!known.people.has(email)) return unknownPerson(email, known);
  return problem(message('import.not-at-school', { email, school }), message('import.hint-not-at-school', { school }));
}

export function unknownPerson(email: string, known: Known): Problem {
  return problem(message('import.unknown-person', { email }), nearestHint(email, known.people));
}

/** Null when the school has this team. */
export function unknownTeam(team: string, school: string, known: Known): Problem | null {
  const teams = known.teams(school);
  return teams.has(team) ? null : problem(message('import.unknown-team', { team, school }), nearestHint(team, teams));
}
