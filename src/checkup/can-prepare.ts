/** Can anybody prepare a meeting? As for "agenda klaarzetten" in PRODUCT 6: chair, else deputy, in the week before it or on the day itself. */
import type { Leerteam } from '../agenda/leerteam.ts';
import { meetingsOf } from '../agenda/meetings.ts';
import { addDays, type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { SchoolState } from '../delivery/nudge.ts';

/** How many of the team's meetings from `today` to the end of the school year nobody can prepare. */
export function meetingsNobodyPrepares(
  state: SchoolState,
  team: Leerteam,
  calendar: SchoolCalendar,
  today: LocalDate,
): number {
  const preparers = state.people.filter(({ id }) => id === team.chairId || id === team.deputyId);
  const meetings = meetingsOf(team, calendar, schoolYearOf(today)).filter((meeting) => meeting.closed === null);
  return meetings.filter((meeting, index) => {
    if (meeting.date < today) return false;
    const previous = meetings[index - 1]?.date;
    const weekBefore = addDays(meeting.date, -7);
    const from = previous ? latest(addDays(previous, 1), weekBefore) : weekBefore;
    return !preparers.some((person) => firstOwnWorkingDay(calendar, person, from, meeting.date) !== null);
  }).length;
}
