/** The meetings of a team that take place, as planning sees them. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import type { TeamId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { type TeamMeeting, takesPlace, teamMeetings } from './meeting.ts';

type Year = `${TeamId} ${SchoolYear}`;
const MEETINGS = new WeakMap<SchoolState, Map<Year, readonly TeamMeeting[]>>();

/** Those from `from` until and including `until`, by date. Kept per loaded state, so that a preview may ask day by day. */
export function plannedMeetings(
  state: SchoolState,
  team: Leerteam,
  from: LocalDate,
  until: LocalDate,
): readonly TeamMeeting[] {
  const years = new Set([schoolYearOf(from), schoolYearOf(until)]);
  return [...years].flatMap((year) => ofYear(state, team, year)).filter(({ date }) => from <= date && date <= until);
}

/** The last one of the week before this day. */
export function meetingBefore(state: SchoolState, team: Leerteam, day: LocalDate): TeamMeeting | null {
  return plannedMeetings(state, team, addDays(day, -7), addDays(day, -1)).at(-1) ?? null;
}

function ofYear(state: SchoolState, team: Leerteam, year: SchoolYear): readonly TeamMeeting[] {
  const years = MEETINGS.get(state) ?? new Map<Year, readonly TeamMeeting[]>();
  MEETINGS.set(state, years);
  const key: Year = `${team.id} ${year}`;
  let meetings = years.get(key);
  if (!meetings) {
    const stored = state.meetings.filter(({ teamId }) => teamId === team.id);
    meetings = teamMeetings(team, schoolCalendar(state.school.calendar), year, stored).filter(takesPlace);
    years.set(key, meetings);
  }
  return meetings;
}
