/** The five blokken of a school year: the stretches between the vacations, or from the school's own first days (PRODUCT 3). */
import { addDays, type LocalDate } from './local-date.ts';
import type { Blok, CalendarSettings, SchoolYear } from './school-days.ts';
import type { VacationPart } from './school-vacations.ts';
import { schoolYearOf, schoolYearRange } from './school-year.ts';
import { VACATIONS } from './vacations.ts';

type Stretch = { readonly from: LocalDate; readonly until: LocalDate };

/** Are these first days that a school may set: five, each after the one before it, in one school year? */
export function areBlokStarts(days: readonly LocalDate[]): boolean {
  return (
    days.length === 5 &&
    days.every((date, index) => index === 0 || days[index - 1]! < date) &&
    schoolYearOf(days[0]!) === schoolYearOf(days[4]!)
  );
}

/**
 * In order, never overlapping, each from its first to its last open day, both included. An open day within a vacation (a studiedag
 * in the last week of the zomer) is in no blok. A stretch without any open day is left out.
 * Own first days count for the school year they lie in. A vacation that is not known (after the last year of the table) ends no
 * blok: there is then one blok between the vacations that are, and a year without any is one blok.
 */
export function blokkenOf(
  year: SchoolYear,
  settings: CalendarSettings,
  vacations: readonly VacationPart[],
  isOpen: (date: LocalDate) => boolean,
): readonly Blok[] {
  const range = schoolYearRange(year);
  const starts = (settings.blokStarts ?? []).filter((start) => range.from <= start && start <= range.until).sort();
  const stretches = starts.length > 0 ? fromOwnStarts(starts, range.until) : betweenVacations(year, vacations, range);
  return stretches
    .flatMap((stretch) => trimmed(stretch, isOpen) ?? [])
    .map((stretch, index) => ({ number: index + 1, ...stretch }));
}

function fromOwnStarts(starts: readonly LocalDate[], last: LocalDate): readonly Stretch[] {
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, until: next ? addDays(next, -1) : last };
  });
}

function betweenVacations(year: SchoolYear, vacations: readonly VacationPart[], range: Stretch): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = range.from;
  for (const part of vacations) if (part.of !== year && part.until >= from) from = addDays(part.until, 1);
  for (const vacation of VACATIONS) {
    const parts = vacations.filter((part) => part.of === year && part.vacation === vacation);
    if (parts.length === 0) continue;
    const first = parts.map((part) => part.from).sort()[0]!;
    const last = parts
      .map((part) => part.until)
      .sort()
      .at(-1)!;
    // An own row at an odd time of the year (a `herfst` in May) must not make blokken overlap.
    if (last < from) continue;
    stretches.push({ from, until: addDays(first, -1) });
    from = addDays(last, 1);
    if (vacation === 'zomer') return stretches;
  }
  return [...stretches, { from, until: range.until }];
}

function trimmed(stretch: Stretch, isOpen: (date: LocalDate) => boolean): Stretch | null {
  let { from, until } = stretch;
  while (from <= until && !isOpen(from)) from = addDays(from, 1);
  while (until >= from && !isOpen(until)) until = addDays(until, -1);
  return from <= until ? { from, until } : null;
}
