/** A meeting of a leerteam: what the rhythm gives, and what people decided about that one meeting (PRODUCT 4). */
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { nextSchoolYear, schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import { type LocalTime, localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { TeamId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { type Days, type Meeting, meetingsWithin } from './meetings.ts';

export type MeetingId = number & { readonly __meeting: true };

/** As stored. A planned or shared one that is over, and of which nobody said anything, is shown as `onbekend`. */
export const MEETING_STATES = ['gepland', 'gedeeld', 'gehouden', 'verzet', 'vervallen'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** What is known of one meeting beyond its team's rhythm. */
export type StoredMeeting = {
  readonly id: MeetingId;
  readonly teamId: TeamId;
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** Minutes. */
  readonly duration: number;
  readonly state: MeetingState;
  /** The date that took the place of this one; null unless `verzet`. */
  readonly movedTo: LocalDate | null;
  /** The date that this one took the place of. */
  readonly movedFrom: LocalDate | null;
  readonly reason: string;
  /** Rises with every change, so that two people never overwrite each other. */
  readonly version: number;
};

/** `id` and `version` are null as long as nothing is stored of it. */
export type TeamMeeting = Meeting &
  Omit<StoredMeeting, 'id' | 'version' | 'teamId'> & { readonly id: MeetingId | null; readonly version: number | null };

export type MeetingTeam = Pick<
  Leerteam,
  'day' | 'time' | 'duration' | 'rhythm' | 'firstDate' | 'from' | 'until' | 'rhythmSince'
>;

/**
 * All meetings of a school year by date: those of the rhythm (also on closed days of a school week), and those that people moved,
 * cancelled or held. What was planned on a day that a later rhythm does not give any more is left out, unless it is past.
 */
export function teamMeetings(
  team: MeetingTeam,
  calendar: SchoolCalendar,
  year: SchoolYear,
  stored: readonly StoredMeeting[],
): readonly TeamMeeting[] {
  return teamMeetingsWithin(team, calendar, schoolYearRange(year), stored);
}

/** The same for the days from `from` until and including `until`. */
export function teamMeetingsWithin(
  team: MeetingTeam,
  calendar: SchoolCalendar,
  days: Days,
  stored: readonly StoredMeeting[],
): readonly TeamMeeting[] {
  const known = new Map(stored.filter(({ date }) => isWithin(date, days)).map((row) => [row.date, row]));
  const byRhythm = meetingsWithin(team, calendar, days).filter(({ date }) => date >= (team.rhythmSince ?? date));
  const inRhythm = new Set(byRhythm.map(({ date }) => date));
  const merged = byRhythm.map((meeting) => withStored(meeting, known.get(meeting.date)));
  const others = [...known.values()]
    .filter((row) => !inRhythm.has(row.date) && standsAlone(row, team))
    .map((row) => withStored({ ...row, closed: closedName(calendar, row.date) }, row));
  if (others.length === 0) return merged;
  return [...merged, ...others].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Does it take place, as far as is known? */
export function takesPlace({ closed, state }: Pick<TeamMeeting, 'closed' | 'state'>): boolean {
  return closed === null && state !== 'verzet' && state !== 'vervallen';
}

/** Meetings of this and the next school year that are not over at `now`, by date, also those that do not take place. */
export function meetingsAhead(
  team: MeetingTeam,
  calendar: SchoolCalendar,
  stored: readonly StoredMeeting[],
  now: Date,
): readonly TeamMeeting[] {
  const year = schoolYearOf(localDateOf(now));
  return [year, nextSchoolYear(year)]
    .flatMap((each) => teamMeetings(team, calendar, each, stored))
    .filter((meeting) => !isOver(meeting, now));
}

/** Has it ended at `now`? */
export function isOver(meeting: Pick<Meeting, 'date' | 'time' | 'duration'>, now: Date): boolean {
  const today = localDateOf(now);
  return meeting.date < today || (meeting.date === today && endOf(meeting) <= localTimeOf(now));
}

/** When it ends, on the same day. */
export function endOf({ time, duration }: Pick<Meeting, 'time' | 'duration'>): LocalTime {
  return addMinutesTo(time, duration);
}

/** At most 23:59. */
export function addMinutesTo(time: LocalTime, added: number): LocalTime {
  const minutes = Math.min(Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + added, 23 * 60 + 59);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as LocalTime;
}

function withStored(meeting: Meeting, row: StoredMeeting | undefined): TeamMeeting {
  if (!row) {
    const { date, time, duration, closed } = meeting;
    // Written out: spread, this took a third of all planning.
    return {
      id: null,
      date,
      time,
      duration,
      closed,
      state: 'gepland',
      movedTo: null,
      movedFrom: null,
      reason: '',
      version: null,
    };
  }
  const { id, date, time, duration, state, movedTo, movedFrom, reason, version } = row;
  // What was held was held, whatever the calendar says of that day.
  const closed = state === 'gehouden' ? null : meeting.closed;
  return { id, date, time, duration, closed, state, movedTo, movedFrom, reason, version };
}

/** A day that people chose, or on which something happened; and what was planned before the present rhythm. */
function standsAlone({ state, movedFrom, date }: StoredMeeting, { from, until, rhythmSince }: MeetingTeam): boolean {
  return (
    (movedFrom !== null && isWithin(date, { from, until })) ||
    state === 'gehouden' ||
    state === 'verzet' ||
    state === 'vervallen' ||
    (rhythmSince !== null && date < rhythmSince)
  );
}

function closedName(calendar: SchoolCalendar, date: LocalDate): string | null {
  return calendar.isOpen(date) ? null : (calendar.nameOf(date) ?? 'vrij');
}
