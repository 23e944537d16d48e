/** "Hoe was het?": which meeting somebody tells about, and whether anything can be told of it. */
import type { Context } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { addDays } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import { type FoundMeeting, findMeeting, type TeamYear, teamYear } from '../meetings/find-meeting.ts';
import { type TeamMeeting, takesPlace, teamMeetings } from '../meetings/meeting.ts';
import type { Act } from '../people/permissions.ts';
import { teamFor } from '../teams/team-for.ts';

/** As buttons and typed lines give them. */
export type Told = { readonly bijeenkomst?: string | undefined; readonly leerteam?: string | undefined };

/** Has it begun at `now`? */
export function hasBegun({ date, time }: Pick<TeamMeeting, 'date' | 'time'>, now: Date): boolean {
  const today = localDateOf(now);
  return date < today || (date === today && time <= localTimeOf(now));
}

/** Did nobody say yet what became of it? */
function isUntold(meeting: TeamMeeting): boolean {
  return takesPlace(meeting) && meeting.state !== 'gehouden';
}

/**
 * The meeting of argument `bijeenkomst`; else the team's last one that began when nobody told of it yet, else one that is still to come
 * today, else the last one that began. Throws a UserError when there is none, when it did not take place, or is still to come.
 */
export async function meetingToTell(context: Context, act: Act, told: Told): Promise<FoundMeeting> {
  const { bijeenkomst, leerteam } = told;
  const found =
    bijeenkomst === undefined
      ? await lastMeeting(context, await teamYear(context.store, await teamFor(context, act, leerteam)))
      : await findMeeting(context, act, { bijeenkomst });
  mustHaveTakenPlace(context, found);
  return found;
}

/** Of this school year, by date: those that began and of which nobody told. At most four weeks back. */
export function untoldMeetings({ team, calendar, stored }: TeamYear, now: Date): readonly TeamMeeting[] {
  const today = localDateOf(now);
  return teamMeetings(team, calendar, schoolYearOf(today), stored).filter(
    (meeting) => isUntold(meeting) && hasBegun(meeting, now) && meeting.date >= addDays(today, -28),
  );
}

async function lastMeeting({ now, today, say }: Context, year: TeamYear): Promise<FoundMeeting> {
  const meetings = teamMeetings(year.team, year.calendar, schoolYearOf(today), year.stored).filter(takesPlace);
  const last = meetings.findLast((meeting) => hasBegun(meeting, now));
  const meeting =
    last && isUntold(last)
      ? last
      : (meetings.find(({ date, state }) => date === today && state !== 'gehouden') ?? last);
  if (!meeting) throw new UserError(say('minutes.none-yet', { team: year.team.name }));
  return { ...year, meeting };
}

function mustHaveTakenPlace(context: Context, found: FoundMeeting): void {
  const { say, today } = context;
  const { team, meeting } = found;
  const date = say.date(meeting.date, today);
  const name = { team: team.name, date };
  if (meeting.state === 'verzet' && meeting.movedTo) {
    throw new UserError(say('minutes.was-moved', { ...name, to: say.date(meeting.movedTo, today) }));
  }
  if (meeting.state === 'vervallen') throw new UserError(say('minutes.was-cancelled', name));
  if (meeting.closed !== null) throw new UserError(say('minutes.was-closed', { ...name, name: meeting.closed }));
  if (meeting.date > today) throw notYet(context, found);
}

/** Refuses what can only be said of a meeting that began. */
export function mustHaveBegun(context: Context, found: FoundMeeting): void {
  if (!hasBegun(found.meeting, context.now)) throw notYet(context, found);
}

function notYet({ say, today }: Context, { team, meeting }: FoundMeeting): UserError {
  return new UserError(say('minutes.not-yet', { team: team.name, date: say.date(meeting.date, today) }));
}
