/** Rules over people: once per school, one name, and a lead who exists. */
import type { Located } from '../complete.ts';
import { type Finding, message, problem } from '../finding.ts';
import { keyOf } from '../stored-index.ts';
import { type Checked, found, unknownPerson, withSchool } from './references.ts';
import { repeated } from './repeats.ts';

export function staffMistakes({ located, known }: Checked): readonly Finding[] {
  const staff = withSchool('medewerkers', located.medewerkers, known);
  return [
    ...staff.mistakes,
    ...repeated(located.medewerkers, ({ row }) => keyOf(row.email, row.school)).map(({ row, first }) =>
      found(
        'medewerkers',
        row,
        'email',
        row.row.school === null
          ? problem(message('import.staff-twice-no-school', { first: first.line }))
          : problem(
              message('import.staff-twice', { school: row.row.school, first: first.line }),
              message('import.hint-staff-twice', {}),
            ),
      ),
    ),
    ...differing(located.medewerkers, 'naam'),
    ...differing(located.medewerkers, 'taal'),
    ...staff.rows
      .filter(({ row }) => row.lead !== null && !known.people.has(row.lead))
      .map((row) => found('medewerkers', row, 'leidinggevende', unknownPerson(row.row.lead!, known))),
  ];
}

/** One person has one name and one language, however many rows. */
function differing(rows: readonly Located<'medewerkers'>[], column: 'naam' | 'taal'): readonly Finding[] {
  const first = new Map<string, Located<'medewerkers'>>();
  return rows.flatMap((row) => {
    const before = first.get(row.values.email);
    if (!before) first.set(row.values.email, row);
    if (!before || before.values[column] === row.values[column]) return [];
    const what = message('import.differs-in-rows', { other: before.line, value: before.values[column] });
    return [found('medewerkers', row, column, problem(what))];
  });
}

/** Nobody gets a nudge on a day off, so working days that are not known are worth a word (PRODUCT 2). */
export function staffWarnings({ located }: Checked): readonly Finding[] {
  return located.medewerkers
    .filter(({ row }) => row.school !== null && row.workingDays === null)
    .map((row) =>
      found(
        'medewerkers',
        row,
        'werkdagen',
        problem(message('import.no-working-days', { name: row.row.name }), message('import.hint-working-days', {})),
      ),
    );
}
