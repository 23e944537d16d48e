/** `13% → 22% → 40% op 1 juli` and `▁▃▆█`: the numbers of a goal, as people read and type them. */
import { plainWords } from '../bot/plain-words.ts';
import type { RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal, type Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { GoalFields, GoalLine } from './goal.ts';

type Measured = Pick<GoalFields, 'indicator' | 'unit' | 'baseline' | 'target'>;

/** Does this goal have numbers at all? A goal without has a criterion only (PRODUCT 4). */
export function isMeasured(goal: Measured): boolean {
  return goal.indicator !== '' || goal.unit !== '' || goal.baseline !== null || goal.target !== null;
}

const BARS = '▁▂▃▄▅▆▇█';

/** The trend as bars from the lowest to the highest value; empty for fewer than two. It always stands next to the numbers. */
export function sparkline(values: readonly number[]): string {
  if (values.length < 2) return '';
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest;
  return values
    .map((value) => BARS[range === 0 ? 3 : Math.round(((value - lowest) / range) * (BARS.length - 1))])
    .join('');
}

/** From baseline over now to target with its date; empty for a goal without numbers. */
export function progressWords(
  goal: Pick<GoalLine, 'indicator' | 'unit' | 'baseline' | 'target' | 'now' | 'end'>,
  say: Say,
  today: LocalDate,
): RichText {
  if (!isMeasured(goal)) return [];
  const shown = (value: number | null): RichText => (value === null ? [] : literal(say.value(value, goal.unit)));
  const now = goal.now === null ? say('goals.unmeasured') : literal(say.value(goal.now, goal.unit), 'bold');
  return joinText([shown(goal.baseline), now, targetWords(goal, say, today)], ' → ');
}

function targetWords(
  { target, unit, end }: Pick<GoalFields, 'target' | 'unit' | 'end'>,
  say: Say,
  today: LocalDate,
): RichText {
  if (target === null) return [];
  const value = say.value(target, unit);
  return end ? say('goals.target-on', { value, date: say.dayMonth(end, today) }) : literal(value);
}

export type ReadNumber = { readonly value: number } | { readonly wrong: 'number' | 'unit' | 'percentage' };

/**
 * Reads `72`, `72%`, `72,5` or `18 punten` for a goal in `unit`. `1.000` is refused, because it is a thousand to one reader and
 * one to another.
 */
export function readNumber(text: string, unit: string): ReadNumber {
  const match = /^([+-]?\d{1,9})(?:[.,](\d{1,4}))?\s*(.*)$/.exec(text.trim());
  if (!match || /^\d{1,3}\.\d{3}(?!\d)/.test(text.trim()) || /^[\d.,]/.test(match[3]!)) return { wrong: 'number' };
  if (!isUnit(match[3]!, unit)) return { wrong: 'unit' };
  const value = Number(`${match[1]}.${match[2] ?? '0'}`) || 0;
  if (unit === '%' && (value < 0 || value > 100)) return { wrong: 'percentage' };
  return { value };
}

/** Does somebody who types `typed` behind a number mean this unit? Nothing always fits. */
export function isUnit(typed: string, unit: string): boolean {
  const words = plainWords(typed);
  if (words === '') return true;
  const percent = (text: string) => (['procent', 'percent'].includes(text) ? '%' : text);
  return percent(words) === percent(plainWords(unit));
}
