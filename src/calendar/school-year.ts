/** A school year as people write it: `2026-2027`, from 1 August 2026 to 31 July 2027 (PRODUCT 3). */
import { type LocalDate, localDate } from './local-date.ts';
import type { SchoolYear } from './school-days.ts';

/** The school year that `date` lies in. */
export function schoolYearOf(date: LocalDate): SchoolYear {
  const year = Number(date.slice(0, 4));
  return startingIn(date.slice(5, 7) < '08' ? year - 1 : year);
}

/** 1 August and 31 July, both inclusive. */
export function schoolYearRange(year: SchoolYear): { readonly from: LocalDate; readonly until: LocalDate } {
  return { from: localDate(`${year.slice(0, 4)}-08-01`), until: localDate(`${year.slice(5)}-07-31`) };
}

export function nextSchoolYear(year: SchoolYear): SchoolYear {
  return startingIn(Number(year.slice(5)));
}

export function previousSchoolYear(year: SchoolYear): SchoolYear {
  return startingIn(Number(year.slice(0, 4)) - 1);
}

function startingIn(year: number): SchoolYear {
  return `${year}-${year + 1}` as SchoolYear;
}
