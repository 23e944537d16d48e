/** "Hoe was Bovenbouw vandaag?", with a button for each answer; as long as nobody said what became of the meeting (MESSAGES). */
import { buttonsPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { PostContext } from '../delivery/nudge.ts';
import { readSubject } from '../delivery/subject.ts';
import { meetingArgument, teamYear } from '../meetings/find-meeting.ts';
import { type TeamMeeting, takesPlace, teamMeetings } from '../meetings/meeting.ts';
import { may } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import type { Store } from '../store.ts';
import type { Leerteam } from '../teams/leerteam.ts';

export type AskedMeeting = { readonly team: Leerteam; readonly meeting: TeamMeeting };

/** The meeting, when nobody said yet what became of it and this is whom to ask, who may still say so. */
export async function askedMeeting(
  subject: string,
  { store, today }: Pick<PostContext, 'store' | 'today'>,
  receiver: Actor,
): Promise<AskedMeeting | null> {
  const about = readSubject(subject);
  const team = about?.kind === 'meeting' ? await store.agenda.team(about.teamId) : null;
  if (!team || about?.kind !== 'meeting' || !(await isAsked(team, receiver, store, today))) return null;
  if (!may(receiver, 'minutes.write', { schoolId: team.schoolId, teamId: team.id })) return null;
  const { calendar, stored } = await teamYear(store, team);
  const meeting = teamMeetings(team, calendar, schoolYearOf(about.date), stored).find(
    ({ date }) => date === about.date,
  );
  return meeting && takesPlace(meeting) && meeting.state !== 'gehouden' ? { team, meeting } : null;
}

/** The chair, or the deputy when the chair does not work at the school today. */
async function isAsked(
  { chairId, deputyId, schoolId }: Leerteam,
  receiver: Actor,
  store: Store,
  today: LocalDate,
): Promise<boolean> {
  if (receiver.id === chairId) return true;
  if (receiver.id !== deputyId) return false;
  const chair = await store.people.actorById(chairId, today);
  return !chair?.employments.some((employment) => employment.schoolId === schoolId);
}

export function minutesQuestion(
  { say, today }: Pick<PostContext, 'say' | 'today'>,
  { team, meeting }: AskedMeeting,
): RichText {
  if (meeting.date === today) return say('minutes.ask-today', { team: team.name });
  return say('minutes.ask', { team: team.name, date: say.date(meeting.date, today) });
}

export function minutesButtons(say: Say, { team, meeting }: AskedMeeting): readonly Part[] {
  const args = { bijeenkomst: meetingArgument(team.id, meeting.date) };
  const button = (label: string, name: string): Button => ({ label, intent: { name, args } });
  return buttonsPart([
    button(say.plain('minutes.button.fill-in'), 'agenda.verslag'),
    button(say.plain('minutes.button.held'), 'agenda.ging-door'),
    button(say.plain('minutes.button.not-held'), 'agenda.ging-niet-door'),
  ]);
}
