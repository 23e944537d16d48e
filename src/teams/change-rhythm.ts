/** "Voortaan op dinsdag": what was planned until now stays as it was, and the new rhythm begins today. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { nextSchoolYear, schoolYearOf } from '../calendar/school-year.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import {
  type MeetingTeam,
  type StoredMeeting,
  type TeamMeeting,
  takesPlace,
  teamMeetings,
} from '../meetings/meeting.ts';
import type { Meeter } from '../meetings/meetings.ts';

/** Do these two meet at other times? */
export function meetsOtherwise(a: Omit<Meeter, 'from' | 'until'>, b: Omit<Meeter, 'from' | 'until'>): boolean {
  return (['day', 'time', 'duration', 'rhythm', 'firstDate'] as const).some((name) => a[name] !== b[name]);
}

/**
 * The first day of a rhythm that is changed at `now`, and the meetings before it that the old one gave and that are not stored yet. Today
 * belongs to the old rhythm once its meeting has begun. `known` is the day on which the school was entered: in the school years before it
 * there is nothing to keep.
 */
export function keptUntil(
  team: MeetingTeam,
  calendar: SchoolCalendar,
  stored: readonly StoredMeeting[],
  known: LocalDate,
  now: Date,
): { readonly since: LocalDate; readonly meetings: readonly TeamMeeting[] } {
  const today = localDateOf(now);
  const planned: TeamMeeting[] = [];
  const last = schoolYearOf(today);
  for (let year = schoolYearOf(team.rhythmSince ?? known); year <= last; year = nextSchoolYear(year)) {
    planned.push(...teamMeetings(team, calendar, year, stored));
  }
  const hasBegun = ({ date, time }: TeamMeeting) => date === today && time <= localTimeOf(now);
  const since = planned.some((each) => hasBegun(each) && takesPlace(each)) ? addDays(today, 1) : today;
  const meetings = planned.filter((each) => each.id === null && each.date < since && takesPlace(each));
  return { since: team.rhythmSince !== null && team.rhythmSince > since ? team.rhythmSince : since, meetings };
}
