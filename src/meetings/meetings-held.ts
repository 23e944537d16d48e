/** "1 van de 4 keer": which meetings of a leerteam took place in a period, of those that were planned (PRODUCT 7). */
import { isWithin } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import type { Period } from '../summary/period.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { isOver, type TeamMeeting, teamMeetings } from './meeting.ts';

export type MeetingsHeld = {
  /** Held, cancelled or unknown. */
  readonly planned: number;
  readonly held: number;
  /** Nobody said what became of them; by date. */
  readonly unknown: readonly TeamMeeting[];
};

/**
 * Meetings within the period (of one school year) that are over at `now`. A closed day has none, a moved one counts on its new date, and what was
 * before the school was entered here counts only when somebody said what became of it. Pure.
 */
export function meetingsHeld(
  state: SchoolState,
  team: Leerteam,
  period: Pick<Period, 'from' | 'until'>,
  now: Date,
): MeetingsHeld {
  const stored = state.meetings.filter(({ teamId }) => teamId === team.id);
  const meetings = teamMeetings(team, schoolCalendar(state.school.calendar), schoolYearOf(period.until), stored).filter(
    (meeting) =>
      isWithin(meeting.date, period) && isOver(meeting, now) && meeting.closed === null && meeting.state !== 'verzet',
  );
  const held = meetings.filter(({ state: became }) => became === 'gehouden').length;
  const cancelled = meetings.filter(({ state: became }) => became === 'vervallen').length;
  const unknown = meetings.filter(
    ({ date, state: became }) => (became === 'gepland' || became === 'gedeeld') && date >= state.createdOn,
  );
  return { planned: held + cancelled + unknown.length, held, unknown };
}

/** Did less than half of at least two meetings of which it is known take place? */
export function rarelyMet({ planned, held, unknown }: MeetingsHeld): boolean {
  const known = planned - unknown.length;
  return known >= 2 && held * 2 < known;
}
