import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate, weekdayOf } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import {
  LAST_VACATION_YEAR,
  parseVacation,
  type Vacation,
  vacationOf,
  vacationTitle,
} from '../../src/calendar/vacations.ts';
import { REGIONS, schoolYear, settings } from './settings.ts';

const VACATIONS: readonly (readonly [
  year: string,
  vacation: Vacation,
  regions: string,
  first: string,
  last: string,
])[] = [
  ['2024-2025', 'herfst', 'noord midden', '2024-10-26', '2024-11-03'],
  ['2024-2025', 'herfst', 'zuid', '2024-10-19', '2024-10-27'],
  ['2024-2025', 'kerst', 'noord midden zuid', '2024-12-21', '2025-01-05'],
  ['2024-2025', 'voorjaar', 'noord', '2025-02-15', '2025-02-23'],
  ['2024-2025', 'voorjaar', 'midden zuid', '2025-02-22', '2025-03-02'],
  ['2024-2025', 'mei', 'noord midden zuid', '2025-04-26', '2025-05-04'],
  ['2024-2025', 'zomer', 'noord', '2025-07-12', '2025-08-24'],
  ['2024-2025', 'zomer', 'midden', '2025-07-19', '2025-08-31'],
  ['2024-2025', 'zomer', 'zuid', '2025-07-05', '2025-08-17'],
  ['2025-2026', 'herfst', 'noord midden', '2025-10-18', '2025-10-26'],
  ['2025-2026', 'herfst', 'zuid', '2025-10-11', '2025-10-19'],
  ['2025-2026', 'kerst', 'noord midden zuid', '2025-12-20', '2026-01-04'],
  ['2025-2026', 'voorjaar', 'noord', '2026-02-21', '2026-03-01'],
  ['2025-2026', 'voorjaar', 'midden zuid', '2026-02-14', '2026-02-22'],
  ['2025-2026', 'mei', 'noord midden zuid', '2026-04-25', '2026-05-03'],
  ['2025-2026', 'zomer', 'noord', '2026-07-04', '2026-08-16'],
  ['2025-2026', 'zomer', 'midden', '2026-07-18', '2026-08-30'],
  ['2025-2026', 'zomer', 'zuid', '2026-07-11', '2026-08-23'],
  ['2026-2027', 'herfst', 'noord', '2026-10-10', '2026-10-18'],
  ['2026-2027', 'herfst', 'midden zuid', '2026-10-17', '2026-10-25'],
  ['2026-2027', 'kerst', 'noord midden zuid', '2026-12-19', '2027-01-03'],
  ['2026-2027', 'voorjaar', 'noord midden', '2027-02-20', '2027-02-28'],
  ['2026-2027', 'voorjaar', 'zuid', '2027-02-13', '2027-02-21'],
  ['2026-2027', 'mei', 'noord midden zuid', '2027-04-24', '2027-05-02'],
  ['2026-2027', 'zomer', 'noord', '2027-07-10', '2027-08-22'],
  ['2026-2027', 'zomer', 'midden', '2027-07-17', '2027-08-29'],
  ['2026-2027', 'zomer', 'zuid', '2027-07-24', '2027-09-05'],
  ['2027-2028', 'herfst', 'noord midden', '2027-10-16', '2027-10-24'],
  ['2027-2028', 'herfst', 'zuid', '2027-10-23', '2027-10-31'],
  ['2027-2028', 'kerst', 'noord midden zuid', '2027-12-25', '2028-01-09'],
  ['2027-2028', 'voorjaar', 'noord', '2028-02-19', '2028-02-27'],
  ['2027-2028', 'voorjaar', 'midden zuid', '2028-02-26', '2028-03-05'],
  ['2027-2028', 'mei', 'noord midden zuid', '2028-04-29', '2028-05-07'],
  ['2027-2028', 'zomer', 'noord', '2028-07-15', '2028-08-27'],
  ['2027-2028', 'zomer', 'midden', '2028-07-08', '2028-08-20'],
  ['2027-2028', 'zomer', 'zuid', '2028-07-22', '2028-09-03'],
  ['2028-2029', 'herfst', 'noord', '2028-10-14', '2028-10-22'],
  ['2028-2029', 'herfst', 'midden zuid', '2028-10-21', '2028-10-29'],
  ['2028-2029', 'kerst', 'noord midden zuid', '2028-12-23', '2029-01-07'],
  ['2028-2029', 'voorjaar', 'noord midden', '2029-02-17', '2029-02-25'],
  ['2028-2029', 'voorjaar', 'zuid', '2029-02-10', '2029-02-18'],
  ['2028-2029', 'mei', 'noord midden zuid', '2029-04-28', '2029-05-06'],
  ['2028-2029', 'zomer', 'noord', '2029-07-21', '2029-09-02'],
  ['2028-2029', 'zomer', 'midden', '2029-07-07', '2029-08-19'],
  ['2028-2029', 'zomer', 'zuid', '2029-07-14', '2029-08-26'],
  ['2029-2030', 'herfst', 'noord midden', '2029-10-20', '2029-10-28'],
  ['2029-2030', 'herfst', 'zuid', '2029-10-13', '2029-10-21'],
  ['2029-2030', 'kerst', 'noord midden zuid', '2029-12-22', '2030-01-06'],
  ['2029-2030', 'voorjaar', 'noord', '2030-02-16', '2030-02-24'],
  ['2029-2030', 'voorjaar', 'midden zuid', '2030-02-23', '2030-03-03'],
  ['2029-2030', 'mei', 'noord midden zuid', '2030-04-27', '2030-05-05'],
  ['2029-2030', 'zomer', 'noord', '2030-07-20', '2030-09-01'],
  ['2029-2030', 'zomer', 'midden', '2030-07-13', '2030-08-25'],
  ['2029-2030', 'zomer', 'zuid', '2030-07-06', '2030-08-18'],
];

/** The Friday before or the Monday after a vacation that is a holiday itself. */
const HOLIDAYS_BESIDE = new Map([
  ['2025-05-05', 'Bevrijdingsdag'],
  ['2029-04-27', 'Koningsdag'],
]);

describe('vacations', () => {
  it('are written out for every region, year and vacation', () => {
    expect(VACATIONS.flatMap(([, , regions]) => regions.split(' '))).toHaveLength(6 * 5 * 3);
    expect(LAST_VACATION_YEAR).toBe('2029-2030');
  });

  it.each(VACATIONS)('%s %s %s: %s to %s', (year, vacation, regions, first, last) => {
    const [from, until] = [localDate(first), localDate(last)];
    expect([weekdayOf(from), weekdayOf(until)]).toEqual([6, 7]);
    expect(daysBetween(from, until) + 1).toBe({ herfst: 9, kerst: 16, voorjaar: 9, mei: 9, zomer: 44 }[vacation]);
    for (const region of REGIONS.filter((each) => regions.includes(each))) {
      expect(vacationOf(schoolYear(year), vacation, region)).toEqual({ from, until });
      const calendar = schoolCalendar(settings(region));
      const title = vacationTitle(vacation);
      const firstOpen = addDays(until, 1);
      const lastOpen = addDays(from, -1);
      for (const inside of [from, addDays(from, 2), addDays(until, -2), until]) {
        expect([inside, calendar.kindOf(inside), calendar.nameOf(inside)]).toEqual([inside, 'vrij', title]);
      }
      for (const outside of [lastOpen, firstOpen]) {
        const holiday = HOLIDAYS_BESIDE.get(outside) ?? null;
        const kind = holiday === null ? 'lesdag' : 'vrij';
        expect([outside, calendar.kindOf(outside), calendar.nameOf(outside)]).toEqual([outside, kind, holiday]);
      }
    }
  });

  it.each(['2023-2024', '2030-2031', 'nonsense'])('are not known for %s', (year) => {
    expect(vacationOf(schoolYear(year), 'herfst', 'noord')).toBeNull();
  });

  it.each([
    ['herfst', 'herfst'],
    [' Herfstvakantie ', 'herfst'],
    ['KERST', 'kerst'],
    ['voorjaarsvakantie', 'voorjaar'],
    ['Voorjaarvakantie', 'voorjaar'],
    ['meivakantie', 'mei'],
    ['zomer', 'zomer'],
    ['carnaval', null],
    ['herfst extra', null],
    ['tweede week mei', null],
    ['', null],
  ])('"%s" is the name of %s', (name, vacation) => {
    expect(parseVacation(name)).toBe(vacation);
  });
});
