/** `kalender`: the own days of a school; the whole list for each school that is in it. */
import type { CalendarRow } from '../book.ts';
import { day, name, word } from '../kinds.ts';
import { optional, required, type Sheet } from '../sheet.ts';
import { endBeforeStart } from './period.ts';

const fields = {
  school: required(name),
  van: required(day),
  tot: optional(day, null),
  soort: required(word(['vakantie', 'studiedag', 'vrij', 'lesdag'])),
  naam: optional(name, ''),
};

export const kalender: Sheet<'kalender', typeof fields> = {
  name: 'kalender',
  fields,
  called: ['van', 'naam'],
  toRow: (values): CalendarRow => ({
    school: values.school,
    from: values.van,
    until: values.tot ?? values.van,
    kind: values.soort,
    name: values.naam,
  }),
  toValues: (row) => ({
    school: row.school,
    van: row.from,
    tot: row.until === row.from ? null : row.until,
    soort: row.kind,
    naam: row.name,
  }),
  problems: ({ van, tot }) => endBeforeStart(van, tot, 'tot'),
};
