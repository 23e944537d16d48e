/** `leerteams`: a line per team, with its chair and when it meets. */

import { WEEKDAYS } from '../../calendar/weekdays.ts';
import { METHODS, TEAM_KINDS } from '../../teams/leerteam.ts';
import type { TeamRow } from '../book.ts';
import { message, problem } from '../finding.ts';
import { day, email, name, time, whole, word } from '../kinds.ts';
import { optional, quiet, required, type Sheet } from '../sheet.ts';
import { endBeforeStart } from './period.ts';

/** Minutes; longer than a school day is a typing error. */
const LONGEST = 480;

const fields = {
  school: required(name),
  leerteam: required(name),
  soort: quiet(word(TEAM_KINDS), 'leerteam'),
  voorzitter: required(email),
  vervanger: optional(email, null),
  dag: required(word(WEEKDAYS)),
  tijd: required(time),
  duur: quiet(whole(5, LONGEST), 60),
  ritme: quiet(word(['wekelijks', 'tweewekelijks']), 'wekelijks'),
  eerste_datum: optional(day, null),
  methode: quiet(word(METHODS), 'vrij'),
  kanaal: optional(name, ''),
  van: optional(day, null),
  tot: optional(day, null),
};

export const leerteams: Sheet<'leerteams', typeof fields> = {
  name: 'leerteams',
  fields,
  called: ['leerteam'],
  toRow: (values): TeamRow => ({
    school: values.school,
    team: values.leerteam,
    kind: values.soort,
    chair: values.voorzitter,
    deputy: values.vervanger,
    day: values.dag,
    time: values.tijd,
    duration: values.duur,
    rhythm: values.ritme,
    firstDate: values.eerste_datum,
    method: values.methode,
    channel: values.kanaal,
    from: values.van,
    until: values.tot,
  }),
  toValues: (row) => ({
    school: row.school,
    leerteam: row.team,
    soort: row.kind,
    voorzitter: row.chair,
    vervanger: row.deputy,
    dag: row.day,
    tijd: row.time,
    duur: row.duration,
    ritme: row.rhythm,
    eerste_datum: row.firstDate,
    methode: row.method,
    kanaal: row.channel,
    van: row.from,
    tot: row.until,
  }),
  problems: (values) => [
    ...endBeforeStart(values.van, values.tot, 'tot' as const),
    ...(values.vervanger === values.voorzitter
      ? [{ column: 'vervanger' as const, ...problem(message('import.own-deputy', {})) }]
      : []),
  ],
};
