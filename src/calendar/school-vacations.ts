/** When one school has vacation in a school year: the region's vacations, or the school's own row in place of one (PRODUCT 3). */
import { addDays, earliest, type LocalDate, latest } from './local-date.ts';
import type { CalendarSettings, OwnDays, SchoolYear } from './school-days.ts';
import { nextSchoolYear, previousSchoolYear, schoolYearOf, schoolYearRange } from './school-year.ts';
import { parseVacation, VACATIONS, type Vacation, vacationOf } from './vacations.ts';

/** The part of a vacation that lies within one school year, both days included. */
export type VacationPart = {
  readonly vacation: Vacation;
  /** The school year it is a vacation of: the zomer of 2025-2026 reaches into August, which is 2026-2027. */
  readonly of: SchoolYear;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/**
 * The vacations as far as they lie within `year`, so with the August part of the zomer before it.
 * An own row replaces that vacation in the school year where its days lie; several own rows of one vacation count together.
 * So a zomer row that a sheet cuts off at 31 July or begins on 1 August leaves the other half as the region has it: a school is
 * never opened in the summer by where a sheet ends.
 */
export function vacationsWithin(year: SchoolYear, settings: CalendarSettings): readonly VacationPart[] {
  const range = schoolYearRange(year);
  const own = settings.ownDays.flatMap((row) => within(range, ownVacation(row)));
  const partsOf = (of: SchoolYear, vacation: Vacation): readonly VacationPart[] => {
    const mine = own.filter((part) => part.of === of && part.vacation === vacation);
    const ofRegion = vacationOf(of, vacation, settings.region);
    return mine.length > 0 ? mine : within(range, ofRegion && { of, vacation, ...ofRegion });
  };
  return [...partsOf(previousSchoolYear(year), 'zomer'), ...VACATIONS.flatMap((vacation) => partsOf(year, vacation))];
}

/**
 * The vacations of this school year as people know them: the zomer with its August part, which lies in the next school year.
 */
export function wholeVacations(year: SchoolYear, settings: CalendarSettings): readonly VacationPart[] {
  const after = vacationsWithin(nextSchoolYear(year), settings).filter(({ of }) => of === year);
  return vacationsWithin(year, settings)
    .filter(({ of }) => of === year)
    .map((part) => {
      const rest = after.find(({ vacation, from }) => vacation === part.vacation && from === addDays(part.until, 1));
      return rest ? { ...part, until: rest.until } : part;
    });
}

function within(
  range: { readonly from: LocalDate; readonly until: LocalDate },
  part: VacationPart | null,
): readonly VacationPart[] {
  if (part === null) return [];
  const from = latest(part.from, range.from);
  const until = earliest(part.until, range.until);
  return from <= until ? [{ ...part, from, until }] : [];
}

function ownVacation(row: OwnDays): VacationPart | null {
  const vacation = row.kind === 'vakantie' ? parseVacation(row.name) : null;
  if (vacation === null) return null;
  const { from, until } = row;
  const began = schoolYearOf(from);
  // A zomer row that begins in August or later in the year is the end of the zomer before it.
  const of = vacation === 'zomer' && from.slice(5, 7) >= '08' ? previousSchoolYear(began) : began;
  return { vacation, of, from, until };
}
