/** `leden`: the members of the teams; the whole list for each school that is in it. */
import type { MemberRow } from '../book.ts';
import { day, email, name } from '../kinds.ts';
import { optional, required, type Sheet } from '../sheet.ts';
import { endBeforeStart } from './period.ts';

const fields = {
  school: required(name),
  leerteam: required(name),
  email: required(email),
  van: optional(day, null),
  tot: optional(day, null),
};

export const leden: Sheet<'leden', typeof fields> = {
  name: 'leden',
  fields,
  called: ['leerteam', 'email'],
  toRow: (values): MemberRow => ({
    school: values.school,
    team: values.leerteam,
    email: values.email,
    from: values.van,
    until: values.tot,
  }),
  toValues: (row) => ({ school: row.school, leerteam: row.team, email: row.email, van: row.from, tot: row.until }),
  problems: ({ van, tot }) => endBeforeStart(van, tot, 'tot'),
};
