/** Rules over schools and their own days. */
import { type Finding, message, problem } from '../finding.ts';
import { type Checked, found, withSchool } from './references.ts';
import { overlapping, repeated } from './repeats.ts';

export function schoolMistakes({ located, known }: Checked): readonly Finding[] {
  const days = withSchool('kalender', located.kalender, known);
  return [
    ...repeated(located.scholen, ({ row }) => row.school).map(({ row, first }) =>
      found('scholen', row, 'school', problem(message('import.school-twice', { first: first.line }))),
    ),
    ...days.mistakes,
    ...overlapping(
      days.rows,
      ({ row }) => row.school,
      ({ row }) => row,
    ).map(({ row, other }) =>
      found('kalender', row, 'van', problem(message('import.days-overlap', { other: other.line }))),
    ),
  ];
}
