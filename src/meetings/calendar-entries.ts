/** What of a leerteam's school year stands in people's own calendars: each meeting once, whatever becomes of it. Pure. */
import { daysBetween, isWithin, type LocalDate, mondayOf } from '../calendar/local-date.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { nextSchoolYear, schoolYearOf } from '../calendar/school-year.ts';
import type { TeamId } from '../people/person.ts';
import type { TeamYear } from './find-meeting.ts';
import { firstDayOf } from './first-day.ts';
import { type MeetingTeam, type TeamMeeting, takesPlace, teamMeetings } from './meeting.ts';
import { meetingInWeek } from './meetings.ts';

export type CalendarEntry = {
  /** `leerteam-5-2026-11-23@leerteambot`: by the week, so that it stays when the team moves to another weekday. */
  readonly uid: string;
  readonly meeting: TeamMeeting;
  readonly isCancelled: boolean;
};

/**
 * By date. What was moved is there on its new day alone. Struck out are what was cancelled, what a closed day of the school itself took away (the
 * other closed days were known before anybody asked for a file), and what was there by the rhythm, or by that of the `formers` (the team as it
 * was earlier this year), and is not any more.
 */
export function calendarEntries(
  found: TeamYear,
  year: SchoolYear,
  formers: readonly MeetingTeam[],
): readonly CalendarEntry[] {
  const entries = new Map(entriesOf(found, found.team, year).map((entry) => [entry.uid, entry]));
  const earlier = [
    ...formers.flatMap((former) => entriesOf(found, former, year)),
    // Before anything was stored: a meeting that took the place of a cancelled one leaves no trace of that.
    ...[found.team, ...formers].flatMap((team) => entriesOf({ ...found, stored: [] }, team, year)),
  ];
  for (const entry of earlier) {
    if (!entries.has(entry.uid)) entries.set(entry.uid, { ...entry, isCancelled: true });
  }
  // Of two on one day what is there now comes first.
  return [...entries.values()].sort((a, b) => daysBetween(b.meeting.date, a.meeting.date));
}

function entriesOf(found: TeamYear, team: MeetingTeam, year: SchoolYear): readonly CalendarEntry[] {
  const { calendar, stored, school } = found;
  const days = new Map(stored.map((row) => [row.date, row]));
  const isOfRhythm = (day: LocalDate) =>
    day >= (team.rhythmSince ?? day) && meetingInWeek(team, calendar, day)?.date === day;
  const isClosedByUs = ({ date }: TeamMeeting) => school.calendar.ownDays.some((row) => isWithin(date, row));
  const meetings = [year, nextSchoolYear(year)]
    .flatMap((each) => teamMeetings(team, calendar, each, stored))
    .filter((meeting) => meeting.state !== 'verzet' && (meeting.closed === null || isClosedByUs(meeting)))
    .map((meeting) => {
      const first = firstDayOf(meeting.date, days, isOfRhythm);
      return { meeting, first, isOfRhythm: isOfRhythm(first) };
    })
    // What was moved over the summer stays in the file that it was in.
    .filter(({ meeting, first }) => [meeting.date, first].some((day) => schoolYearOf(day) === year))
    // Of two in a week the one of an earlier rhythm was there first; one that is struck out may vanish, and must not take another's number along.
    .sort(
      (a, b) =>
        Number(takesPlace(b.meeting)) - Number(takesPlace(a.meeting)) ||
        Number(a.isOfRhythm) - Number(b.isOfRhythm) ||
        daysBetween(b.first, a.first),
    );
  const inWeek = new Map<LocalDate, number>();
  return meetings.map(({ meeting, first }) => {
    const monday = mondayOf(first);
    const number = (inWeek.get(monday) ?? 0) + 1;
    inWeek.set(monday, number);
    return { uid: uidOf(found.team.id, monday, number), meeting, isCancelled: !takesPlace(meeting) };
  });
}

function uidOf(id: TeamId, monday: LocalDate, number: number): string {
  return `leerteam-${id}-${monday}${number > 1 ? `-${number}` : ''}@leerteambot`;
}
