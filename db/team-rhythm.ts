/** A leerteam that will meet at another time: its meetings until now become rows, so that history and summary stay right. */
import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { schoolCalendar } from '../src/calendar/school-calendar.ts';
import { meetingSubject } from '../src/delivery/subject.ts';
import type { StoredMeeting } from '../src/meetings/meeting.ts';
import { keptUntil } from '../src/teams/change-rhythm.ts';
import type { Leerteam } from '../src/teams/leerteam.ts';
import { markChanged } from './announce.ts';
import type { Database, Orm } from './database.ts';
import { MEETING } from './meeting-row.ts';
import { schoolById } from './people.queries.ts';
import { meeting, team } from './schema.ts';

const OF_TEAM = `${MEETING} where m.team_id = :teamId order by m.day`;

/** What somebody moved or shared among the meetings from `since` on. */
export type Ahead = { readonly moved: readonly StoredMeeting[]; readonly shared: readonly StoredMeeting[] };

/** Call it before the team's row gets its new rhythm, within that act. */
export function keepMeetings(database: Database, orm: Orm, before: Leerteam, now: Date): Ahead {
  const found = schoolById(database, before.schoolId);
  if (!found) throw new Error('a team without a school');
  const stored = database.statement<object, StoredMeeting>(OF_TEAM).all({ teamId: before.id });
  const calendar = schoolCalendar(found.school.calendar);
  const { since, meetings } = keptUntil(before, calendar, stored, found.row.createdOn as LocalDate, now);
  for (const { date: day, time, duration } of meetings) {
    orm.insert(meeting).values({ teamId: before.id, day, time, duration }).run();
  }
  orm.update(team).set({ rhythmSince: since }).where(eq(team.id, before.id)).run();
  const ahead = stored.filter(({ date, state }) => date >= since && (state === 'gepland' || state === 'gedeeld'));
  const moved = ahead.filter(({ movedFrom }) => movedFrom !== null);
  return { moved, shared: ahead.filter(({ state, movedFrom }) => state === 'gedeeld' && movedFrom === null) };
}

/** Call it after: what is stored of meetings that the rhythm gives follows the new time, unless it had one of its own, and a shared agenda is edited. */
export function followRhythm(database: Database, orm: Orm, before: Leerteam, after: Leerteam): void {
  const ofRhythm = and(
    eq(meeting.teamId, after.id),
    gte(meeting.day, after.rhythmSince ?? ''),
    inArray(meeting.state, ['gepland', 'gedeeld']),
    isNull(meeting.movedFrom),
  );
  for (const row of orm.select().from(meeting).where(ofRhythm).all()) {
    orm
      .update(meeting)
      .set({
        time: row.time === before.time ? after.time : row.time,
        duration: row.duration === before.duration ? after.duration : row.duration,
        version: row.version + 1,
      })
      .where(eq(meeting.id, row.id))
      .run();
    markChanged(database, meetingSubject(after.id, row.day as LocalDate));
  }
}
