/** `/agenda delen`, `verzet`, `vervalt`, and the chair's minutes per line. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ActionId } from '../src/actions/action.ts';
import type { AgendaStore, MeetingSeen } from '../src/agenda/agenda.store.ts';
import { Stale } from '../src/bot/errors.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import { meetingSubject } from '../src/delivery/subject.ts';
import type { MeetingId, StoredMeeting } from '../src/meetings/meeting.ts';
import type { Stamp } from '../src/stamp.ts';
import { addActionEvent } from './action-rows.ts';
import { lapsePoints } from './agenda-points.ts';
import { announce, markChanged } from './announce.ts';
import type { Changed, Database, Orm } from './database.ts';
import { changeMeeting, markAgendaChanged, meetingById, meetingOn, meetingRow, schoolOfTeam } from './meeting-rows.ts';
import { planAgain } from './planning-mark.ts';
import { action, agendaLine, meeting } from './schema.ts';
import { fromHeardDate } from './unheard-moves.ts';

type Times = Pick<StoredMeeting, 'date' | 'time' | 'duration'>;

/** The meeting on its new day. What was stored of that day, a meeting that was moved away or cancelled, becomes this one. */
function placeOn(database: Database, orm: Orm, { teamId, date }: MeetingSeen, to: Times): MeetingId {
  const { time, duration } = to;
  const there = meetingOn(database, teamId, to.date);
  if (!there) {
    const row = { teamId, day: to.date, time, duration, movedFrom: date };
    return orm.insert(meeting).values(row).returning({ id: meeting.id }).get().id as MeetingId;
  }
  if (there.state !== 'verzet' && there.state !== 'vervallen') throw new Stale();
  changeMeeting(database, orm, there.id, {
    state: 'gepland',
    time,
    duration,
    movedFrom: date,
    movedTo: null,
    reason: '',
  });
  orm.delete(agendaLine).where(eq(agendaLine.meetingId, there.id)).run();
  return there.id;
}

/** What the chair set for the lines goes along. */
function copyLines(orm: Orm, from: MeetingId, to: MeetingId): void {
  const lines = orm.select().from(agendaLine).where(eq(agendaLine.meetingId, from)).all();
  if (lines.length > 0) {
    orm
      .insert(agendaLine)
      .values(lines.map((line) => ({ ...line, meetingId: to })))
      .run();
  }
}

/** Of those that are open still, with history; the points that they were late are gone. */
function moveActions(database: Database, orm: Orm, stamp: Stamp, ids: readonly ActionId[], due: LocalDate): void {
  const open = orm
    .select({ id: action.id, due: action.due })
    .from(action)
    .where(and(inArray(action.id, [...ids]), eq(action.state, 'open')))
    .all() as { id: ActionId; due: LocalDate }[];
  for (const { id, due: before } of open) {
    orm
      .update(action)
      .set({ due, version: sql`${action.version} + 1` })
      .where(eq(action.id, id))
      .run();
    addActionEvent(orm, stamp, id, { what: 'datum', from: before, to: due });
    lapsePoints(database, { actionId: id }, 'actie te laat', stamp.at);
  }
}

export function meetingChanges(database: Database): Pick<AgendaStore, 'setLineMinutes' | 'share' | 'move' | 'cancel'> {
  /** What went out about the meeting says something else now, and planning too. */
  const changed = (orm: Orm, stamp: Stamp, seen: MeetingSeen, result: StoredMeeting): Changed<StoredMeeting> => {
    const subject = meetingSubject(seen.teamId, seen.date);
    markChanged(database, subject);
    markAgendaChanged(database, seen.teamId, localDateOf(stamp.at));
    planAgain(orm, schoolOfTeam(orm, seen.teamId));
    return { result, subject };
  };

  return {
    setLineMinutes: (stamp, seen, minutes) =>
      database.act(stamp, (orm) => {
        const { id } = meetingRow(database, orm, seen);
        orm.delete(agendaLine).where(eq(agendaLine.meetingId, id)).run();
        for (const [line, each] of minutes) orm.insert(agendaLine).values({ meetingId: id, line, minutes: each }).run();
        return changed(orm, stamp, seen, changeMeeting(database, orm, id, {}));
      }),

    share: (stamp, seen, announcement) =>
      database.act(stamp, (orm) => {
        const { id } = meetingRow(database, orm, seen);
        const shared = changeMeeting(database, orm, id, { state: 'gedeeld' });
        announce(database, announcement);
        return changed(orm, stamp, seen, shared);
      }),

    move: (stamp, seen, to, actions, announcement) =>
      database.act(stamp, (orm) => {
        const { id } = meetingRow(database, orm, seen);
        moveActions(database, orm, stamp, actions, to.date);
        announce(database, fromHeardDate(database, seen.teamId, seen.date, announcement));
        if (to.date === seen.date) {
          const { time, duration } = to;
          return changed(orm, stamp, seen, changeMeeting(database, orm, id, { time, duration }));
        }
        changeMeeting(database, orm, id, { state: 'verzet', movedTo: to.date });
        const newId = placeOn(database, orm, seen, to);
        copyLines(orm, id, newId);
        return changed(orm, stamp, seen, meetingById(database, newId)!);
      }),

    cancel: (stamp, seen, reason, announcement) =>
      database.act(stamp, (orm) => {
        const { id } = meetingRow(database, orm, seen);
        const cancelled = changeMeeting(database, orm, id, { state: 'vervallen', reason });
        announce(database, fromHeardDate(database, seen.teamId, seen.date, announcement));
        return changed(orm, stamp, seen, cancelled);
      }),
  };
}
