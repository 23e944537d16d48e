/** From and until on one line: the end is not before the start. */
import type { LocalDate } from '../../calendar/local-date.ts';
import { message, type Problem, problem } from '../finding.ts';

/** Empty when the period is right or open; both days are included, so one day is right too. */
export function endBeforeStart<Column extends string>(
  from: LocalDate | null,
  until: LocalDate | null,
  column: Column,
): readonly (Problem & { readonly column: Column })[] {
  if (from === null || until === null || from <= until) return [];
  return [{ column, ...problem(message('import.end-before-start', { from, until })) }];
}
