/** What people fill in about a goal: the fields of the form, what they show of a stored goal, and how they are read back. */
import { z } from 'zod';
import type { Context } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { readNumber } from './figures.ts';
import { type Goal, type GoalFields, type Phase, RHYTHMS, type Rhythm } from './goal.ts';
import { mustFit, SENTENCE_LENGTH, TEXT_LENGTH, TITLE_LENGTH } from './lengths.ts';
import { type OwnerOption, ownerValue } from './owner-options.ts';
import { readPhase } from './phase.ts';

/** What the fields are called, in the words of the import format. */
export type FieldName =
  | 'titel'
  | 'eigenaar'
  | 'thema'
  | 'ambitie'
  | 'succescriterium'
  | 'indicator'
  | 'eenheid'
  | 'nulmeting'
  | 'streefwaarde'
  | 'meetinstrument'
  | 'start'
  | 'eind'
  | 'ritme'
  | 'fase'
  | 'aanloop'
  | 'op_pad'
  | 'onderweg'
  | 'op_stoom';

export type Values = { readonly [Name in FieldName]?: string | undefined };

export const FIELD_LABELS = {
  titel: 'goals.field.title',
  eigenaar: 'goals.field.owner',
  thema: 'goals.field.theme',
  ambitie: 'goals.field.ambition',
  succescriterium: 'goals.field.criterion',
  indicator: 'goals.field.indicator',
  eenheid: 'goals.field.unit',
  nulmeting: 'goals.field.baseline',
  streefwaarde: 'goals.field.target',
  meetinstrument: 'goals.field.instrument',
  start: 'goals.field.start',
  eind: 'goals.field.end',
  ritme: 'goals.field.rhythm',
  fase: 'goals.field.phase',
  aanloop: 'goals.field.phase-starting',
  op_pad: 'goals.field.phase-on-the-way',
  onderweg: 'goals.field.phase-well-on-the-way',
  op_stoom: 'goals.field.phase-up-to-speed',
} as const;

export const FIELD_NAMES = Object.keys(FIELD_LABELS) as readonly FieldName[];

const PHASE_FIELDS: readonly FieldName[] = ['aanloop', 'op_pad', 'onderweg', 'op_stoom'];

/** The fields as arguments of a command: text, and left out or empty when not filled in. */
export const valueSchemas = Object.fromEntries(FIELD_NAMES.map((name) => [name, z.string().optional()])) as Readonly<
  Record<FieldName, z.ZodOptional<z.ZodString>>
>;

/** In characters. */
export function longest(name: FieldName): number {
  if (name === 'titel') return TITLE_LENGTH;
  return PHASE_FIELDS.includes(name) ? SENTENCE_LENGTH : TEXT_LENGTH;
}

/** What the form shows of a goal that is stored. */
export function valuesOf(goal: Goal): Values {
  const number = (value: number | null) => (value === null ? undefined : String(value));
  return {
    titel: goal.title,
    eigenaar: goal.owner ? ownerValue(goal.schoolId, goal.owner) : undefined,
    thema: goal.theme,
    ambitie: goal.ambition,
    succescriterium: goal.criterion,
    indicator: goal.indicator,
    eenheid: goal.unit,
    nulmeting: number(goal.baseline),
    streefwaarde: number(goal.target),
    meetinstrument: goal.instrument,
    start: goal.start ?? undefined,
    eind: goal.end ?? undefined,
    ritme: String(goal.rhythm),
    fase: goal.phase,
    aanloop: goal.phaseSentences.aanloop,
    op_pad: goal.phaseSentences['op pad'],
    onderweg: goal.phaseSentences.onderweg,
    op_stoom: goal.phaseSentences['op stoom'],
  };
}

export type ReadFields = { readonly fields: GoalFields; readonly option: OwnerOption };

/**
 * Reads the fields; an empty one is empty in the goal. Throws a UserError that names the first field that does not fit. What is as
 * it was in `stored` always fits: an import may have brought longer texts and finer numbers than people type.
 */
export function readFields(
  context: Context,
  values: Values,
  owners: readonly OwnerOption[],
  stored: Goal | null,
): ReadFields {
  const { say } = context;
  const before = stored ? valuesOf(stored) : {};
  for (const name of FIELD_NAMES) {
    const value = values[name] ?? '';
    if (value !== before[name]) mustFit(value, longest(name), say.plain(FIELD_LABELS[name]), say);
  }
  const option = owners.find(({ value }) => value === values.eigenaar);
  if (!option) throw new UserError(say('goals.choose-owner'));
  const unit = values.eenheid ?? '';
  const start = readDate(context, values.start);
  const end = readDate(context, values.eind);
  if (start && end && end < start) throw new UserError(say('goals.end-before-start'));
  const title = (values.titel ?? '').replace(/\s+/g, ' ').trim();
  if (title === '') throw new UserError(say('goals.title-missing'));
  const figure = (name: 'nulmeting' | 'streefwaarde', was: number | null) =>
    values[name] && values[name] === before[name] ? was : readFigure(context, name, values[name], unit);
  const fields: GoalFields = {
    title,
    owner: option.owner,
    theme: values.thema ?? '',
    ambition: values.ambitie ?? '',
    criterion: values.succescriterium ?? '',
    indicator: values.indicator ?? '',
    unit,
    baseline: figure('nulmeting', stored?.baseline ?? null),
    target: figure('streefwaarde', stored?.target ?? null),
    instrument: values.meetinstrument ?? '',
    start,
    end,
    rhythm: readRhythm(context, values.ritme),
    phase: readPhaseField(context, values.fase),
    phaseSentences: {
      aanloop: values.aanloop ?? '',
      'op pad': values.op_pad ?? '',
      onderweg: values.onderweg ?? '',
      'op stoom': values.op_stoom ?? '',
    },
  };
  return { fields, option };
}

function readDate({ say, today }: Context, typed: string | undefined): LocalDate | null {
  if (!typed) return null;
  const day = readDay(typed, today);
  if (!day) throw new UserError(say('bot.date-unknown', { typed }));
  return day;
}

function readFigure({ say }: Context, name: 'nulmeting' | 'streefwaarde', typed: string | undefined, unit: string) {
  if (!typed) return null;
  const read = readNumber(typed, unit);
  if ('value' in read) return read.value;
  const field = say.plain(FIELD_LABELS[name]);
  throw new UserError(
    read.wrong === 'percentage'
      ? say('goals.figure-percentage', { field })
      : say('goals.figure-wrong', { field, typed }),
  );
}

function readRhythm({ say }: Context, typed: string | undefined): Rhythm {
  const rhythm = RHYTHMS.find((each) => String(each) === (typed ?? '4'));
  if (!rhythm) throw new UserError(say('goals.rhythm-wrong', { typed: typed ?? '' }));
  return rhythm;
}

function readPhaseField({ say }: Context, typed: string | undefined): Phase {
  const phase = readPhase(typed ?? 'aanloop');
  if (!phase) throw new UserError(say('goals.phase-wrong', { typed: typed ?? '' }));
  return phase;
}
