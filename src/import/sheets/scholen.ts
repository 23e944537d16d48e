/** `scholen`: a line per school. */
import { areBlokStarts } from '../../calendar/blokken.ts';
import type { SchoolRow } from '../book.ts';
import { message, problem } from '../finding.ts';
import { day, list, name, word, yesNo } from '../kinds.ts';
import { optional, required, type Sheet } from '../sheet.ts';

const fields = {
  school: required(name),
  regio: required(word(['noord', 'midden', 'zuid'])),
  goede_vrijdag_vrij: optional(yesNo, null),
  bevrijdingsdag_vrij: optional(yesNo, null),
  blokken: optional(list(day), null),
  pop_instemming: optional(day, null),
};

export const scholen: Sheet<'scholen', typeof fields> = {
  name: 'scholen',
  fields,
  called: ['school'],
  toRow: (values): SchoolRow => ({
    school: values.school,
    region: values.regio,
    goodFridayFree: values.goede_vrijdag_vrij,
    liberationDayFree: values.bevrijdingsdag_vrij,
    blokStarts: values.blokken,
    popConsent: values.pop_instemming,
  }),
  toValues: (row) => ({
    school: row.school,
    regio: row.region,
    goede_vrijdag_vrij: row.goodFridayFree,
    bevrijdingsdag_vrij: row.liberationDayFree,
    blokken: row.blokStarts,
    pop_instemming: row.popConsent,
  }),
  problems: ({ blokken }) =>
    blokken === null || areBlokStarts(blokken)
      ? []
      : [{ column: 'blokken', ...problem(message('import.blokken', {}), message('import.hint-blokken', {})) }],
};
