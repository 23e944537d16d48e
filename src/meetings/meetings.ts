/** When a leerteam meets: "Bovenbouw, dinsdag 24 november 15.00", from its rhythm and the calendar of its school (PRODUCT 3). */
import { addDays, isWithin, type LocalDate, mondayOf } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolWeek, SchoolYear } from '../calendar/school-days.ts';
import { nextSchoolYear, schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { Leerteam } from '../teams/leerteam.ts';

export type Meeting = {
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** Minutes. */
  readonly duration: number;
  /** The name of the closed day on which it would fall: it does not take place. Null: it does. */
  readonly closed: string | null;
};

/** Both included. */
export type Days = { readonly from: LocalDate; readonly until: LocalDate };

/** What of a leerteam decides when it meets. */
export type Meeter = Pick<Leerteam, 'day' | 'time' | 'duration' | 'rhythm' | 'firstDate' | 'from' | 'until'>;

/** The meetings of a school year by date, also those that fall on a closed day of a school week. */
export function meetingsOf(team: Meeter, calendar: SchoolCalendar, year: SchoolYear): readonly Meeting[] {
  return meetingsWithin(team, calendar, schoolYearRange(year));
}

/** Those from `from` until and including `until`. Only their weeks are looked at. */
export function meetingsWithin(team: Meeter, calendar: SchoolCalendar, { from, until }: Days): readonly Meeting[] {
  const meetings: Meeting[] = [];
  const last = schoolYearOf(until);
  for (let year = schoolYearOf(from); year <= last; year = nextSchoolYear(year)) {
    const first = firstWeekNumber(team, calendar, year);
    for (const week of calendar.schoolWeeks(year)) {
      if (week.sunday < from || week.monday > until) continue;
      const date = dateIn(team, week.monday);
      if (date < from || date > until || schoolYearOf(date) !== year) continue;
      const meeting = meetingOn(team, calendar, date, week, first);
      if (meeting) meetings.push(meeting);
    }
  }
  return meetings;
}

/** The meeting in the calendar week of `day`, also when it falls on a closed day; null when the rhythm gives none. */
export function meetingInWeek(team: Meeter, calendar: SchoolCalendar, day: LocalDate): Meeting | null {
  const date = dateIn(team, mondayOf(day));
  const week = calendar.schoolWeekOf(date);
  return week && meetingOn(team, calendar, date, week, firstWeekNumber(team, calendar, schoolYearOf(date)));
}

function meetingOn(
  team: Meeter,
  calendar: SchoolCalendar,
  date: LocalDate,
  week: SchoolWeek,
  first: number | null,
): Meeting | null {
  if (first === null || week.number < first || !isWithin(date, team)) return null;
  if (team.rhythm === 'tweewekelijks' && (week.number - first) % 2 !== 0) return null;
  // A closed weekday has a name; only a weekend has none, and nobody meets then.
  const closed = calendar.isOpen(date) ? null : (calendar.nameOf(date) ?? 'vrij');
  return { date, time: team.time, duration: team.duration, closed };
}

/**
 * The number of the first school week in which the team meets, from which a two-weekly rhythm counts: that of its first date, or
 * the next school week when that day lies in none; week 1 without a first date and in every later school year. Null: not yet.
 */
function firstWeekNumber(team: Meeter, calendar: SchoolCalendar, year: SchoolYear): number | null {
  const { firstDate } = team;
  if (firstDate === null) return 1;
  const firstYear = schoolYearOf(firstDate);
  if (year !== firstYear) return year > firstYear ? 1 : null;
  const week = calendar.schoolWeekOf(firstDate) ?? calendar.schoolWeeks(year).find((each) => each.monday > firstDate);
  return week?.number ?? null;
}

function dateIn(team: Meeter, monday: LocalDate): LocalDate {
  return addDays(monday, WEEKDAYS.indexOf(team.day));
}
