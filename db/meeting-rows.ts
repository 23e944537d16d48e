/** The row of one meeting: made when something is stored about it for the first time. Call within an act or a change. */
import { eq, sql } from 'drizzle-orm';
import type { MeetingSeen } from '../src/agenda/agenda.store.ts';
import { Stale } from '../src/bot/errors.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { meetingSubject } from '../src/delivery/subject.ts';
import type { MeetingId, StoredMeeting } from '../src/meetings/meeting.ts';
import type { SchoolId, TeamId } from '../src/people/person.ts';
import { POSTS_CHANGED } from './announce.ts';
import type { Database, Orm } from './database.ts';
import { MEETING } from './meeting-row.ts';
import { meeting, team } from './schema.ts';

const ON_DAY = `${MEETING} where m.team_id = :teamId and m.day = :date`;
const BY_ID = `${MEETING} where m.id = :id`;
const AGENDA_CHANGED = `${POSTS_CHANGED} and subject >= :from and subject <= :until and kind = 'agenda-delen'`;

/** What is stored of the team's meeting on this day; null when that is nothing. */
export function meetingOn(database: Database, teamId: TeamId, date: LocalDate): StoredMeeting | null {
  return database.statement<object, StoredMeeting>(ON_DAY).get({ teamId, date }) ?? null;
}

export function meetingById(database: Database, id: MeetingId): StoredMeeting | null {
  return database.statement<object, StoredMeeting>(BY_ID).get({ id }) ?? null;
}

/**
 * The row of the meeting that somebody saw, made when nothing was stored of it. Throws Stale when it is another version by now, or
 * was moved, cancelled or held.
 */
export function meetingRow(database: Database, orm: Orm, seen: MeetingSeen): StoredMeeting {
  const { teamId, date, time, duration, version } = seen;
  const known = meetingOn(database, teamId, date);
  if ((known?.version ?? null) !== version) throw new Stale();
  if (known) {
    if (known.state !== 'gepland' && known.state !== 'gedeeld') throw new Stale();
    return known;
  }
  orm.insert(meeting).values({ teamId, day: date, time, duration }).run();
  return meetingOn(database, teamId, date)!;
}

type MeetingChange = Partial<
  Pick<typeof meeting.$inferInsert, 'state' | 'time' | 'duration' | 'movedTo' | 'movedFrom' | 'reason'>
>;

/** Stores the values and raises the version; gives the meeting as it is then. */
export function changeMeeting(database: Database, orm: Orm, id: MeetingId, values: MeetingChange): StoredMeeting {
  orm
    .update(meeting)
    .set({ ...values, version: sql`${meeting.version} + 1` })
    .where(eq(meeting.id, id))
    .run();
  return meetingById(database, id)!;
}

/** The school of a team; throws when there is no such team. */
export function schoolOfTeam(orm: Orm, teamId: TeamId): SchoolId {
  const row = orm.select({ schoolId: team.schoolId }).from(team).where(eq(team.id, teamId)).get();
  if (!row) throw new Error(`no team ${teamId}`);
  return row.schoolId as SchoolId;
}

/** Agendas of the team that went out for meetings on or after `today`, shared or as a concept, are edited at the next tick. */
export function markAgendaChanged(database: Database, teamId: TeamId, today: LocalDate): void {
  database.statement(AGENDA_CHANGED).run({
    from: meetingSubject(teamId, today),
    until: meetingSubject(teamId, '9999-12-31' as LocalDate),
  });
}
