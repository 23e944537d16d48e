/** "Welke bijeenkomst?": from a button (`5:2026-11-24`) or from a team to one meeting. */

import type { MeetingSeen } from '../agenda/agenda.store.ts';
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { refusal } from '../goals/goal-access.ts';
import { type Act, may } from '../people/permissions.ts';
import type { School, TeamId } from '../people/person.ts';
import type { Store } from '../store.ts';
import { isKnown } from '../teams/find-team.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { teamFor } from '../teams/team-for.ts';
import { meetingsAhead, type StoredMeeting, type TeamMeeting, takesPlace, teamMeetings } from './meeting.ts';

export type FoundMeeting = {
  readonly team: Leerteam;
  readonly school: School;
  readonly calendar: SchoolCalendar;
  readonly meeting: TeamMeeting;
  /** What is stored of all meetings of the team. */
  readonly stored: readonly StoredMeeting[];
};

/** A team with its school and what is stored of its meetings. */
export type TeamYear = Omit<FoundMeeting, 'meeting'>;

/** How a button names a meeting; it works for one that is not stored too. */
export function meetingArgument(teamId: TeamId, date: LocalDate): string {
  return `${teamId}:${date}`;
}

/** What an act of the store is told about the meeting that the person saw. */
export function seen({ team, meeting }: Pick<FoundMeeting, 'team' | 'meeting'>): MeetingSeen {
  const { date, time, duration, version } = meeting;
  return { teamId: team.id, date, time, duration, version };
}

export async function teamYear(store: Store, team: Leerteam): Promise<TeamYear> {
  const [school, stored] = await Promise.all([store.people.school(team.schoolId), store.agenda.meetings(team.id)]);
  if (!school) throw new Error('a team without a school');
  return { team, school, calendar: schoolCalendar(school.calendar), stored };
}

/** The next meeting of the team that takes place, is not over and was not told of; null when none is planned. */
export function nextMeeting({ team, calendar, stored }: TeamYear, now: Date): TeamMeeting | null {
  return (
    meetingsAhead(team, calendar, stored, now).find((each) => takesPlace(each) && each.state !== 'gehouden') ?? null
  );
}

/**
 * The meeting that argument `bijeenkomst` names, whatever became of it; without it the next one of the team (typed, or the only one). Throws a
 * UserError when the act is not theirs, when it is not known which team, or when there is no such meeting.
 */
export async function findMeeting(
  context: Context,
  act: Act,
  { bijeenkomst, leerteam }: { readonly bijeenkomst?: string | undefined; readonly leerteam?: string | undefined },
): Promise<FoundMeeting> {
  if (bijeenkomst !== undefined) return byArgument(context, act, bijeenkomst);
  const year = await teamYear(context.store, await teamFor(context, act, leerteam));
  const meeting = nextMeeting(year, context.now);
  if (!meeting) throw new UserError(context.say('meeting.none-ahead', { team: year.team.name }));
  return { ...year, meeting };
}

async function byArgument(context: Context, act: Act, argument: string): Promise<FoundMeeting> {
  const { actor, store, say } = context;
  const match = /^(\d{1,15}):(\d{4}-\d\d-\d\d)$/.exec(argument);
  const date = match && parseLocalDate(match[2]!);
  if (!date) throw new UserError(say('meeting.unknown', { typed: short(argument) }));
  const team = await store.agenda.team(Number(match[1]) as TeamId);
  // The same for what is not there and what is of another school, so that nothing shows that it is there.
  if (!team || !isKnown(actor, team)) throw new UserError(say('leerteam.gone'));
  const subject = { schoolId: team.schoolId, teamId: team.id };
  if (!may(actor, act, subject)) throw await refusal(context, act, subject);
  const year = await teamYear(store, team);
  const meeting = teamMeetings(team, year.calendar, schoolYearOf(date), year.stored).find((each) => each.date === date);
  if (!meeting) throw new UserError(say('meeting.gone', { team: team.name, date: say.date(date, context.today) }));
  return { ...year, meeting };
}
