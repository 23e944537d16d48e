/** Rules over goals and actions: an owner who exists, and one row for each. */
import type { Located } from '../complete.ts';
import { type Finding, message, type Problem, problem } from '../finding.ts';
import { keyOf } from '../stored-index.ts';
import { type Checked, found, notAtSchool, unknownTeam, withSchool } from './references.ts';
import { repeated } from './repeats.ts';

export function goalMistakes({ located, stored, known }: Checked): readonly Finding[] {
  const goals = withSchool('doelen', located.doelen, known);
  return [
    ...goals.mistakes,
    ...goals.rows.flatMap((row) => {
      const { school, team, owner } = row.row;
      const unknown = team === null ? null : unknownTeam(team, school, known);
      const absent = owner === null ? null : notAtSchool(owner, school, known);
      return [
        ...(unknown ? [found('doelen', row, 'leerteam', unknown)] : []),
        ...(absent ? [found('doelen', row, 'eigenaar', absent)] : []),
      ];
    }),
    ...onceEach(located.doelen, stored.doelen, ({ title }) => title, 'doel'),
  ];
}

export function actionMistakes({ located, stored, known }: Checked): readonly Finding[] {
  const actions = withSchool('acties', located.acties, known);
  return [
    ...actions.mistakes,
    ...actions.rows.flatMap((row) => {
      const { school, team, owner, goal } = row.row;
      const unknown = team === null ? null : unknownTeam(team, school, known);
      const absent = notAtSchool(owner, school, known);
      const reference = goal === null ? null : known.goal(school, goal);
      return [
        ...(absent ? [found('acties', row, 'eigenaar', absent)] : []),
        ...(unknown ? [found('acties', row, 'leerteam', unknown)] : []),
        ...(typeof reference === 'string' ? [found('acties', row, 'doel', noGoal(reference, row))] : []),
      ];
    }),
    ...onceEach(located.acties, stored.acties, ({ what }) => what, 'actie'),
  ];
}

function noGoal(why: 'unknown' | 'ambiguous', { row }: Located<'acties'>): Problem {
  const goal = row.goal === null ? '' : 'number' in row.goal ? String(row.goal.number) : row.goal.title;
  return why === 'unknown'
    ? problem(message('import.unknown-goal', { goal, school: row.school }))
    : problem(message('import.ambiguous-goal', { goal }), message('import.hint-ambiguous-goal', {}));
}

/** Rows are matched by number or else by title, so two rows without a number may not share a title, and no two rows a number. */
function onceEach<Name extends 'doelen' | 'acties'>(
  rows: readonly Located<Name>[],
  stored: readonly Located<Name>['row'][],
  titleOf: (row: Located<Name>['row']) => string,
  column: 'doel' | 'actie',
): readonly Finding[] {
  const sheet = column === 'doel' ? 'doelen' : 'acties';
  const place = (row: Located<Name>, at: string, what: Problem): Finding => ({
    sheet,
    row: row.line,
    column: at,
    ...what,
  });
  const titleKey = ({ row }: Located<Name>) => keyOf(row.school, titleOf(row));
  const unnumbered = new Set(rows.filter(({ row }) => row.number === null).map(titleKey));
  const storedTitles = new Set(stored.map((row) => keyOf(row.school, titleOf(row))));
  const twice = (row: Located<Name>, first: Located<Name>) =>
    place(
      row,
      column,
      problem(message('import.title-twice', { first: first.line }), message('import.hint-title-twice', {})),
    );
  return [
    ...repeated(rows, ({ row }) => (row.number === null ? null : keyOf(row.school, row.number))).map(
      ({ row, first }) =>
        // A row without a number has the number of the stored row with its title.
        titleKey(row) === titleKey(first)
          ? twice(row, first)
          : place(row, 'nr', problem(message('import.number-twice', { number: row.row.number!, first: first.line }))),
    ),
    ...repeated(rows, (row) => (unnumbered.has(titleKey(row)) ? titleKey(row) : null)).map(({ row, first }) =>
      twice(row, first),
    ),
    // It would have been matched if only one stored row had this title.
    ...rows
      .filter((row) => row.row.number === null && storedTitles.has(titleKey(row)))
      .map((row) =>
        place(row, column, problem(message('import.title-stored-twice', {}), message('import.hint-title-twice', {}))),
      ),
  ];
}
