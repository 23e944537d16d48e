/** "Leerteam Bovenbouw · donderdag 26 november": the agenda for who leads the next meeting, some days before it (PRODUCT 6, agenda klaarzetten). */
import { textPart } from '../bot/notice.ts';
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { localTimeOf } from '../calendar/zone.ts';
import type { ComposeContext, Nudge, Reference, SchoolState } from '../delivery/nudge.ts';
import { meetingSubject, readSubject } from '../delivery/subject.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import type { TeamMeeting } from '../meetings/meeting.ts';
import { meetingOfSubject, nameOfMeeting } from '../meetings/meeting-of-subject.ts';
import { plannedMeetings } from '../meetings/planned-meetings.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { agendaParts, agendaShort, agendaTitle } from './agenda-page.ts';
import { MOST_DAYS_BEFORE, preparationOf } from './preparation.ts';

export const prepareAgenda: Nudge = {
  kind: 'agenda-klaarzetten',
  // On the first school day after a vacation both come at once: who gets the agenda to prepare needs no draft of it beside that.
  speaksFor: ['agenda-delen'],

  plan: (state, day) =>
    state.teams
      .flatMap((team) =>
        plannedMeetings(state, team, day, addDays(day, MOST_DAYS_BEFORE)).flatMap(
          (meeting) => referenceOf(state, team, meeting) ?? [],
        ),
      )
      .filter(({ from, until }) => isWithin(day, { from, until })),

  about: nameOfMeeting,

  lastDay: (state, { subject }) => {
    const about = readSubject(subject);
    const team = about?.kind === 'meeting' && state.teams.find(({ id }) => id === about.teamId);
    if (!team || about?.kind !== 'meeting') return null;
    const [meeting] = plannedMeetings(state, team, about.date, about.date);
    return (meeting && referenceOf(state, team, meeting)?.until) ?? null;
  },

  compose: async ({ subject }, context) => {
    const found = await neededBy(subject, context);
    if (!found) return null;
    const title = textPart(agendaTitle(context, found, 'chair'));
    return {
      parts: [title, ...(await agendaParts(context, found, 'chair'))],
      short: [title, ...(await agendaShort(context, found))],
    };
  },
};

function referenceOf(state: SchoolState, team: Leerteam, meeting: TeamMeeting): Reference | null {
  const preparation = preparationOf(state, team, meeting);
  if (!preparation) return null;
  const { receiver, day } = preparation;
  return {
    key: `agenda-klaarzetten:${team.id}:${meeting.date}`,
    kind: 'agenda-klaarzetten',
    receiver,
    schoolId: state.school.id,
    subject: meetingSubject(team.id, meeting.date),
    step: 0,
    from: day,
    until: lastDayOf(state, meeting, preparation),
    answeredFrom: day,
  };
}

/** The day of the meeting itself, for who reads the digest before it begins; else the day before. */
function lastDayOf(
  { people }: SchoolState,
  { date, time }: TeamMeeting,
  { receiver, day }: { receiver: number; day: LocalDate },
): LocalDate {
  const isInTime = people.some((person) => person.id === receiver && person.digestTime < time);
  return isInTime || day === date ? date : addDays(date, -1);
}

/** The meeting, when it still has to be shared and this is who leads it. */
async function neededBy(
  subject: string,
  { store, now, today, receiver }: ComposeContext,
): Promise<FoundMeeting | null> {
  const found = await meetingOfSubject(store, subject);
  if (found?.meeting.state !== 'gepland') return null;
  const { team, meeting } = found;
  if (receiver.id !== team.chairId && receiver.id !== team.deputyId) return null;
  return meeting.date > today || (meeting.date === today && localTimeOf(now) < meeting.time) ? found : null;
}
