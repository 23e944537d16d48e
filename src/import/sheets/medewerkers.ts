/** `medewerkers`: a line per person and school. */
import { ROLES, type WorkingDay } from '../../people/person.ts';
import type { StaffRow } from '../book.ts';
import { message, problem } from '../finding.ts';
import { day, email, list, name, word, yesNo } from '../kinds.ts';
import { chat, optional, quiet, type RowProblem, required, type Sheet, type ValuesOf } from '../sheet.ts';
import { endBeforeStart } from './period.ts';

const WORKING_DAYS: readonly WorkingDay[] = (['ma', 'di', 'wo', 'do', 'vr'] as const).flatMap((weekday) => [
  weekday,
  `${weekday}-even` as const,
  `${weekday}-oneven` as const,
]);
const WITHOUT_SCHOOL: readonly string[] = ['bestuur', 'beheerder'];

const inOrderOf =
  <Word>(words: readonly Word[]) =>
  (a: Word, b: Word) =>
    words.indexOf(a) - words.indexOf(b);

const fields = {
  naam: required(name),
  email: required(email),
  school: optional(name, null),
  rol: quiet(list(word(ROLES), inOrderOf(ROLES)), ['leerkracht']),
  werkdagen: chat(quiet(list(word(WORKING_DAYS), inOrderOf(WORKING_DAYS)), null)),
  leidinggevende: optional(email, null),
  taal: chat(quiet(word(['nl', 'en']), 'nl')),
  pop: quiet(yesNo, false),
  van: optional(day, null),
  tot: optional(day, null),
  vorig_email: optional(email, null),
  andere_emails: optional(
    list(email, (a, b) => (a < b ? -1 : 1)),
    [],
  ),
};

export const medewerkers: Sheet<'medewerkers', typeof fields> = {
  name: 'medewerkers',
  fields,
  called: ['naam', 'email'],
  toRow: (values): StaffRow => ({
    name: values.naam,
    email: values.email,
    school: values.school,
    roles: values.rol,
    workingDays: values.werkdagen,
    lead: values.leidinggevende,
    language: values.taal,
    pop: values.pop,
    from: values.van,
    until: values.tot,
    previousEmail: values.vorig_email,
    otherEmails: values.andere_emails,
  }),
  toValues: (row) => ({
    naam: row.name,
    email: row.email,
    school: row.school,
    rol: row.roles,
    werkdagen: row.workingDays,
    leidinggevende: row.lead,
    taal: row.language,
    pop: row.pop,
    van: row.from,
    tot: row.until,
    vorig_email: row.previousEmail,
    andere_emails: row.otherEmails,
  }),
  problems,
};

function problems(values: ValuesOf<typeof fields>): readonly RowProblem<typeof fields>[] {
  const bound = values.rol.find((role) => !WITHOUT_SCHOOL.includes(role));
  return [
    ...endBeforeStart(values.van, values.tot, 'tot' as const),
    ...(values.school === null && bound !== undefined
      ? [{ column: 'school' as const, ...problem(message('import.role-needs-school', { role: bound })) }]
      : []),
    ...(values.leidinggevende === values.email
      ? [
          {
            column: 'leidinggevende' as const,
            ...problem(message('import.own-lead', {}), message('import.hint-own-lead', {})),
          },
        ]
      : []),
  ];
}
