/** The school year of one school: which days are open, its school weeks and its blokken (PRODUCT 3). */
import { blokkenOf } from './blokken.ts';
import { type Day, daysOfYear } from './days-of-year.ts';
import { addDays, dayNumber, type LocalDate } from './local-date.ts';
import type { Blok, CalendarSettings, DayKind, SchoolWeek, SchoolYear } from './school-days.ts';
import { vacationsWithin } from './school-vacations.ts';
import { type WeeksOfYear, weeksOfYear } from './school-weeks.ts';
import { schoolYearOf, schoolYearRange } from './school-year.ts';

export interface SchoolCalendar {
  kindOf(date: LocalDate): DayKind;
  /** What the day is called (`herfstvakantie`, `Koningsdag`, `studiedag rekenen`), or null for an ordinary day. */
  nameOf(date: LocalDate): string | null;
  /** lesdag or studiedag: staff may be at work. */
  isOpen(date: LocalDate): boolean;
  /** The first open day on or after `date`, looking at most a year ahead. */
  nextOpen(date: LocalDate): LocalDate | null;
  schoolWeeks(year: SchoolYear): readonly SchoolWeek[];
  /** The school week of this day in its own school year, or null when that calendar week has no open day. */
  schoolWeekOf(date: LocalDate): SchoolWeek | null;
  blokken(year: SchoolYear): readonly Blok[];
}

type CalendarYear = {
  /** Day number of 1 August. */
  readonly first: number;
  readonly days: readonly Day[];
  readonly weeks: WeeksOfYear;
  readonly blokken: readonly Blok[];
};

const CALENDARS = new WeakMap<CalendarSettings, SchoolCalendar>();

/**
 * The calendar of a school with these settings. A school year is worked out when it is first asked for and then kept; the same
 * settings object gives the same calendar, so asking again costs nothing.
 */
export function schoolCalendar(settings: CalendarSettings): SchoolCalendar {
  const known = CALENDARS.get(settings);
  if (known) return known;
  const calendar = makeCalendar(settings);
  CALENDARS.set(settings, calendar);
  return calendar;
}

function makeCalendar(settings: CalendarSettings): SchoolCalendar {
  const years = new Map<SchoolYear, CalendarYear>();
  const within = (year: SchoolYear): CalendarYear => {
    const known = years.get(year);
    if (known) return known;
    const made = calendarYear(year, settings);
    years.set(year, made);
    return made;
  };
  const dayOf = (date: LocalDate): Day => {
    const { first, days } = within(schoolYearOf(date));
    return days[dayNumber(date) - first]!;
  };
  const isOpen = (date: LocalDate) => dayOf(date).kind !== 'vrij';
  return {
    kindOf: (date) => dayOf(date).kind,
    nameOf: (date) => dayOf(date).name,
    isOpen,
    nextOpen: (date) => {
      for (let ahead = 0; ahead <= 365; ahead++) {
        const day = addDays(date, ahead);
        if (isOpen(day)) return day;
      }
      return null;
    },
    schoolWeeks: (year) => within(year).weeks.weeks,
    schoolWeekOf: (date) => within(schoolYearOf(date)).weeks.of(date),
    blokken: (year) => within(year).blokken,
  };
}

function calendarYear(year: SchoolYear, settings: CalendarSettings): CalendarYear {
  const range = schoolYearRange(year);
  const first = dayNumber(range.from);
  const vacations = vacationsWithin(year, settings);
  const days = daysOfYear(year, settings, vacations);
  const isOpen = (date: LocalDate) => days[dayNumber(date) - first]?.kind !== 'vrij';
  return {
    first,
    days,
    weeks: weeksOfYear(range.from, days),
    blokken: blokkenOf(year, settings, vacations, isOpen),
  };
}
