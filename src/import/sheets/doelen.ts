/** `doelen`: a line per goal, with how it is measured and what each phase looks like. */
import { GOAL_STATUSES, PHASES, type Rhythm } from '../../goals/goal.ts';
import { SENTENCE_LENGTH, TEXT_LENGTH, TITLE_LENGTH } from '../../goals/lengths.ts';
import type { GoalRow } from '../book.ts';
import { message, problem } from '../finding.ts';
import { day, email, type Measure, measure, name, text, whole, word } from '../kinds.ts';
import { chat, optional, quiet, type RowProblem, required, type Sheet, type ValuesOf } from '../sheet.ts';
import { endBeforeStart } from './period.ts';

export const HIGHEST_NUMBER = 999_999;

const fields = {
  school: required(name),
  doel: required(text(TITLE_LENGTH)),
  nr: quiet(whole(1, HIGHEST_NUMBER), null),
  leerteam: chat(optional(name, null)),
  eigenaar: chat(optional(email, null)),
  thema: optional(text(TEXT_LENGTH), ''),
  ambitie: optional(text(TEXT_LENGTH), ''),
  succescriterium: optional(text(TEXT_LENGTH), ''),
  indicator: optional(text(TEXT_LENGTH), ''),
  eenheid: optional(text(TEXT_LENGTH), ''),
  nulmeting: optional(measure, null),
  streefwaarde: optional(measure, null),
  meetinstrument: optional(text(TEXT_LENGTH), ''),
  startdatum: chat(optional(day, null)),
  einddatum: chat(optional(day, null)),
  ritme: quiet(word(['2', '4', '6', 'blok']), '4'),
  fase: chat(quiet(word(PHASES), 'aanloop')),
  status: chat(quiet(word(GOAL_STATUSES), 'nog geen meting')),
  aanloop: optional(text(SENTENCE_LENGTH), ''),
  op_pad: optional(text(SENTENCE_LENGTH), ''),
  onderweg: optional(text(SENTENCE_LENGTH), ''),
  op_stoom: optional(text(SENTENCE_LENGTH), ''),
};

type Values = ValuesOf<typeof fields>;

export const doelen: Sheet<'doelen', typeof fields> = {
  name: 'doelen',
  fields,
  called: ['nr', 'doel'],
  toRow: (values): GoalRow => ({
    school: values.school,
    title: values.doel,
    number: values.nr,
    team: values.leerteam,
    owner: values.eigenaar,
    theme: values.thema,
    ambition: values.ambitie,
    criterion: values.succescriterium,
    indicator: values.indicator,
    unit: unitOf(values),
    baseline: values.nulmeting?.number ?? null,
    target: values.streefwaarde?.number ?? null,
    instrument: values.meetinstrument,
    start: values.startdatum,
    end: values.einddatum,
    rhythm: values.ritme === 'blok' ? 'blok' : (Number(values.ritme) as Rhythm),
    phase: values.fase,
    status: values.status,
    phaseSentences: {
      aanloop: values.aanloop,
      'op pad': values.op_pad,
      onderweg: values.onderweg,
      'op stoom': values.op_stoom,
    },
  }),
  toValues: (row) => ({
    school: row.school,
    doel: row.title,
    nr: row.number,
    leerteam: row.team,
    eigenaar: row.owner,
    thema: row.theme,
    ambitie: row.ambition,
    succescriterium: row.criterion,
    indicator: row.indicator,
    eenheid: row.unit,
    nulmeting: measured(row.baseline),
    streefwaarde: measured(row.target),
    meetinstrument: row.instrument,
    startdatum: row.start,
    einddatum: row.end,
    ritme: `${row.rhythm}`,
    fase: row.phase,
    status: row.status,
    aanloop: row.phaseSentences.aanloop,
    op_pad: row.phaseSentences['op pad'],
    onderweg: row.phaseSentences.onderweg,
    op_stoom: row.phaseSentences['op stoom'],
  }),
  problems: (values) => [
    ...endBeforeStart(values.startdatum, values.einddatum, 'einddatum' as const),
    ...(values.leerteam !== null && values.eigenaar !== null
      ? [
          {
            column: 'eigenaar' as const,
            ...problem(message('import.two-owners', {}), message('import.hint-two-owners', {})),
          },
        ]
      : []),
    ...unfit(values, 'nulmeting'),
    ...unfit(values, 'streefwaarde'),
  ],
};

/** A number written as `13%` tells the unit too. */
function unitOf(values: Values): string {
  const percent = values.nulmeting?.percent || values.streefwaarde?.percent;
  return values.eenheid === '' && percent ? '%' : values.eenheid;
}

function measured(number: number | null): Measure | null {
  return number === null ? null : { number, percent: false };
}

/** A percentage lies between 0 and 100, and has the unit of one. */
function unfit(values: Values, column: 'nulmeting' | 'streefwaarde'): readonly RowProblem<typeof fields>[] {
  const value = values[column];
  const unit = unitOf(values);
  if (value === null) return [];
  if (value.percent && unit !== '%') return [{ column, ...problem(message('import.percent-unit', { unit })) }];
  if (unit === '%' && (value.number < 0 || value.number > 100)) {
    return [{ column, ...problem(message('import.percent-range', { typed: measure.write(value) })) }];
  }
  return [];
}
