/** Whether the rows agree with each other and with what is stored: every mistake and warning of every sheet, each with its line. */
import type { LocatedRow } from './complete-rows.ts';
import type { Finding } from './finding.ts';
import { actionMistakes, goalMistakes } from './rules/goal-rules.ts';
import type { Checked } from './rules/references.ts';
import { schoolMistakes } from './rules/school-rules.ts';
import { staffMistakes, staffWarnings } from './rules/staff-rules.ts';
import { teamMistakes, teamWarnings } from './rules/team-rules.ts';
import type { Sheet, SheetName } from './sheet.ts';
import { SHEETS } from './sheets/index.ts';

export function checkBook(checked: Checked): {
  readonly mistakes: readonly Finding[];
  readonly warnings: readonly Finding[];
} {
  const { located } = checked;
  return {
    mistakes: [
      ...alone(SHEETS.scholen, located.scholen),
      ...alone(SHEETS.kalender, located.kalender),
      ...alone(SHEETS.medewerkers, located.medewerkers),
      ...alone(SHEETS.leerteams, located.leerteams),
      ...alone(SHEETS.leden, located.leden),
      ...alone(SHEETS.doelen, located.doelen),
      ...alone(SHEETS.acties, located.acties),
      ...schoolMistakes(checked),
      ...staffMistakes(checked),
      ...teamMistakes(checked),
      ...goalMistakes(checked),
      ...actionMistakes(checked),
    ],
    warnings: [...staffWarnings(checked), ...teamWarnings(checked)],
  };
}

/** What is wrong with each row by itself. */
function alone<Name extends SheetName, F>(
  sheet: Sheet<Name, F>,
  rows: readonly LocatedRow<Name, F>[],
): readonly Finding[] {
  return rows.flatMap(({ line, values }) =>
    sheet.problems(values).map((what) => ({ sheet: sheet.name, row: line, ...what })),
  );
}
