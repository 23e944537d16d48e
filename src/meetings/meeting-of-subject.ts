/** The meeting that a nudge is about: `meeting:5:2026-11-24`. */
import { schoolYearOf } from '../calendar/school-year.ts';
import type { Nudge } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import type { Store } from '../store.ts';
import { type FoundMeeting, teamYear } from './find-meeting.ts';
import { teamMeetings } from './meeting.ts';

/** As it stands now, also when it was moved or cancelled; null when the team has no such meeting (any more). */
export async function meetingOfSubject(store: Store, subject: string): Promise<FoundMeeting | null> {
  const about = readSubject(subject);
  const team = about?.kind === 'meeting' ? await store.agenda.team(about.teamId) : null;
  if (!team || about?.kind !== 'meeting') return null;
  const year = await teamYear(store, team);
  const meeting = teamMeetings(team, year.calendar, schoolYearOf(about.date), year.stored).find(
    ({ date }) => date === about.date,
  );
  return meeting ? { ...year, meeting } : null;
}

/** `Leerteam Bovenbouw 2026-11-24`, as `vooruitblik` prints it. */
export const nameOfMeeting: Nudge['about'] = (state, { subject }) => {
  const about = readSubject(subject);
  const team = about?.kind === 'meeting' && state.teams.find(({ id }) => id === about.teamId);
  return team && about?.kind === 'meeting' ? `${team.name} ${about.date}` : subject;
};
