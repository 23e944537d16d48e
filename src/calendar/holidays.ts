/** The public holidays on which a school is closed: Koningsdag, Hemelvaartsdag, ... (PRODUCT 3). */
import { addDays, dateOf, type LocalDate, weekdayOf } from './local-date.ts';
import type { CalendarSettings } from './school-days.ts';

type HolidaySettings = Pick<CalendarSettings, 'goodFridayFree' | 'liberationDayFree'>;

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const march = moon + toSunday - 7 * late + 22;
  return addDays(firstOfMarch(year), march - 1);
}

/** The closed holidays of a calendar year with their Dutch names, in no special order. */
export function publicHolidays(year: number, settings: HolidaySettings): ReadonlyMap<LocalDate, string> {
  const easter = easterSunday(year);
  const fixed = (month: number, day: number) => dateOf(year, month, day)!;
  const holidays = new Map<LocalDate, string>();
  if (settings.liberationDayFree ?? isLustrum(year)) holidays.set(fixed(5, 5), 'Bevrijdingsdag');
  if (settings.goodFridayFree ?? false) holidays.set(addDays(easter, -2), 'Goede Vrijdag');
  holidays.set(fixed(1, 1), 'Nieuwjaarsdag');
  holidays.set(addDays(easter, 1), 'tweede paasdag');
  holidays.set(kingsDay(year), 'Koningsdag');
  holidays.set(addDays(easter, 39), 'Hemelvaartsdag');
  holidays.set(addDays(easter, 40), 'vrijdag na Hemelvaart');
  holidays.set(addDays(easter, 50), 'tweede pinksterdag');
  holidays.set(fixed(12, 25), 'eerste kerstdag');
  holidays.set(fixed(12, 26), 'tweede kerstdag');
  return holidays;
}

/** 27 April, or the day before when that is a Sunday. */
function kingsDay(year: number): LocalDate {
  const birthday = dateOf(year, 4, 27)!;
  return weekdayOf(birthday) === 7 ? addDays(birthday, -1) : birthday;
}

/** Every five years since 1945 Bevrijdingsdag is a day off for everybody. */
function isLustrum(year: number): boolean {
  return year % 5 === 0;
}

function firstOfMarch(year: number): LocalDate {
  return dateOf(year, 3, 1)!;
}
