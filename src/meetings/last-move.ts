/** Where a meeting is that was moved, perhaps more than once. Pure. */
import { schoolYearOf } from '../calendar/school-year.ts';
import type { FoundMeeting } from './find-meeting.ts';
import { type TeamMeeting, teamMeetings } from './meeting.ts';

/** The meeting after all moves; itself when it was not moved. Null when that cannot be found (any more). */
export function lastMove({ team, meeting, calendar, stored }: FoundMeeting): TeamMeeting | null {
  let at: TeamMeeting | null = meeting;
  const passed = new Set<string>();
  while (at?.state === 'verzet' && at.movedTo !== null && !passed.has(at.date)) {
    passed.add(at.date);
    const { movedTo }: TeamMeeting = at;
    at = teamMeetings(team, calendar, schoolYearOf(movedTo), stored).find(({ date }) => date === movedTo) ?? null;
  }
  return at?.state === 'verzet' ? null : at;
}
