/** Rules over leerteams and their members. */

import type { WorkingDay } from '../../people/person.ts';
import type { TeamRow } from '../book.ts';
import { type Finding, message, problem } from '../finding.ts';
import { keyOf } from '../stored-index.ts';
import { type Checked, found, notAtSchool, unknownTeam, withSchool } from './references.ts';
import { overlapping, repeated } from './repeats.ts';

export function teamMistakes({ located, known }: Checked): readonly Finding[] {
  const teams = withSchool('leerteams', located.leerteams, known);
  return [
    ...teams.mistakes,
    ...repeated(located.leerteams, ({ row }) => keyOf(row.school, row.team)).map(({ row, first }) =>
      found(
        'leerteams',
        row,
        'leerteam',
        problem(message('import.team-twice', { school: row.row.school, first: first.line })),
      ),
    ),
    ...teams.rows.flatMap((row) => {
      const chair = notAtSchool(row.row.chair, row.row.school, known);
      const deputy = row.row.deputy === null ? null : notAtSchool(row.row.deputy, row.row.school, known);
      return [
        ...(chair ? [found('leerteams', row, 'voorzitter', chair)] : []),
        ...(deputy ? [found('leerteams', row, 'vervanger', deputy)] : []),
      ];
    }),
    ...memberMistakes({ located, known }),
  ];
}

function memberMistakes({ located, known }: Pick<Checked, 'located' | 'known'>): readonly Finding[] {
  const members = withSchool('leden', located.leden, known);
  return [
    ...members.mistakes,
    ...members.rows.flatMap((row) => {
      const team = unknownTeam(row.row.team, row.row.school, known);
      const person = notAtSchool(row.row.email, row.row.school, known);
      return [
        ...(team ? [found('leden', row, 'leerteam', team)] : []),
        ...(person ? [found('leden', row, 'email', person)] : []),
      ];
    }),
    ...overlapping(
      members.rows,
      ({ row }) => keyOf(row.school, row.team, row.email),
      ({ row }) => row,
    ).map(({ row, other }) =>
      found('leden', row, 'email', problem(message('import.member-twice', { other: other.line }))),
    ),
  ];
}

/** A chair who is off on the meeting day gets no request for minutes and cannot lead the meeting. */
export function teamWarnings({ located, stored }: Checked): readonly Finding[] {
  const days = new Map<string, readonly WorkingDay[] | null>();
  for (const row of stored.medewerkers) days.set(keyOf(row.email, row.school), row.workingDays);
  for (const { row } of located.medewerkers) days.set(keyOf(row.email, row.school), row.workingDays);
  return located.leerteams.flatMap((row) => {
    const { chair, school, day } = row.row;
    const works = worksOn(days.get(keyOf(chair, school)) ?? null, row.row);
    if (works === 'always') return [];
    const key = works === 'never' ? 'import.chair-day-off' : 'import.chair-every-other-week';
    return [
      found(
        'leerteams',
        row,
        'dag',
        problem(message(key, { email: chair, day }), message('import.hint-chair-day', {})),
      ),
    ];
  });
}

/** Days that are not known count as Monday to Friday. A two-weekly team may well meet in the weeks in which the chair works. */
function worksOn(days: readonly WorkingDay[] | null, team: TeamRow): 'always' | 'sometimes' | 'never' {
  if (days === null || days.includes(team.day)) return 'always';
  const weeks = [`${team.day}-even` as const, `${team.day}-oneven` as const].filter((day) => days.includes(day));
  if (weeks.length === 0) return 'never';
  return weeks.length === 2 || team.rhythm === 'tweewekelijks' ? 'always' : 'sometimes';
}
