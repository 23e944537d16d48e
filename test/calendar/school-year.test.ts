import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { nextSchoolYear, previousSchoolYear, schoolYearOf, schoolYearRange } from '../../src/calendar/school-year.ts';
import { schoolYear } from './settings.ts';

describe('a school year', () => {
  it.each([
    ['2026-07-31', '2025-2026'],
    ['2026-08-01', '2026-2027'],
    ['2026-12-31', '2026-2027'],
    ['2027-01-01', '2026-2027'],
    ['2027-07-31', '2026-2027'],
    ['2027-08-01', '2027-2028'],
    ['2028-02-29', '2027-2028'],
  ])('%s lies in %s', (date, year) => {
    expect(schoolYearOf(localDate(date))).toBe(year);
  });

  it('runs from 1 August to 31 July, with one before and one after', () => {
    const year = schoolYear('2026-2027');
    expect(schoolYearRange(year)).toEqual({ from: '2026-08-01', until: '2027-07-31' });
    expect(nextSchoolYear(year)).toBe('2027-2028');
    expect(previousSchoolYear(year)).toBe('2025-2026');
    expect(previousSchoolYear(nextSchoolYear(year))).toBe(year);
  });
});
