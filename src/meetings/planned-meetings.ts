/** The meetings of a team that take place, as planning sees them. */
import { addDays, type LocalDate, mondayOf } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import type { TeamId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { type StoredMeeting, type TeamMeeting, takesPlace, teamMeetingsWithin } from './meeting.ts';

/** What is known of one team: its meetings by the Monday of their week. */
type Known = {
  readonly stored: readonly StoredMeeting[];
  readonly weeks: Map<LocalDate, readonly TeamMeeting[]>;
};
const MEETINGS = new WeakMap<SchoolState, Map<TeamId, Known>>();

/**
 * Those from `from` until and including `until`, by date. Worked out by the week, and kept per loaded state: a plan of one day needs few
 * weeks, and a preview may ask day by day.
 */
export function plannedMeetings(
  state: SchoolState,
  team: Leerteam,
  from: LocalDate,
  until: LocalDate,
): readonly TeamMeeting[] {
  const known = knownOf(state, team);
  const found: TeamMeeting[] = [];
  for (let monday = mondayOf(from); monday <= until; monday = addDays(monday, 7)) {
    for (const meeting of ofWeek(state, team, known, monday)) {
      if (from <= meeting.date && meeting.date <= until) found.push(meeting);
    }
  }
  return found;
}

/** The last one of the week before this day. */
export function meetingBefore(state: SchoolState, team: Leerteam, day: LocalDate): TeamMeeting | null {
  return plannedMeetings(state, team, addDays(day, -7), addDays(day, -1)).at(-1) ?? null;
}

function ofWeek(state: SchoolState, team: Leerteam, known: Known, monday: LocalDate): readonly TeamMeeting[] {
  let meetings = known.weeks.get(monday);
  if (!meetings) {
    const days = { from: monday, until: addDays(monday, 6) };
    meetings = teamMeetingsWithin(team, schoolCalendar(state.school.calendar), days, known.stored).filter(takesPlace);
    known.weeks.set(monday, meetings);
  }
  return meetings;
}

function knownOf(state: SchoolState, team: Leerteam): Known {
  const teams = MEETINGS.get(state) ?? new Map<TeamId, Known>();
  MEETINGS.set(state, teams);
  let known = teams.get(team.id);
  if (!known) {
    known = { stored: state.meetings.filter(({ teamId }) => teamId === team.id), weeks: new Map() };
    teams.set(team.id, known);
  }
  return known;
}
