/** Leerteams, their meetings, and the points on their agendas. */
import { and, eq } from 'drizzle-orm';
import type { AgendaStore } from '../src/agenda/agenda.store.ts';
import type { AgendaItem, ItemEvent } from '../src/agenda/agenda-item.ts';
import type { StoredMeeting } from '../src/meetings/meeting.ts';
import type { Leerteam } from '../src/teams/leerteam.ts';
import { agendaItemChanges } from './agenda-item-changes.ts';
import { ITEM } from './agenda-items.ts';
import { byName } from './by-name.ts';
import type { Database } from './database.ts';
import { holdsOn } from './holds.ts';
import { meetingChanges } from './meeting-changes.ts';
import { MEETING } from './meeting-row.ts';
import { meetingById } from './meeting-rows.ts';
import { team } from './schema.ts';

const OPEN = `${ITEM} where i.school_id = :schoolId and i.team_id is :teamId and i.state = 'open' order by i.made_on, i.id`;
const BY_ID = `${ITEM} where i.id = :id`;
const OF_MEETING = `${ITEM} where i.meeting_id = :meetingId and i.state = 'behandeld' order by i.made_on, i.id`;
const EVENTS = `
  select e.at, e.by_id as byId, coalesce(b.name, '') as byName, e.what, e.meeting_id as meetingId
  from agenda_item_event e left join person b on b.id = e.by_id
  where e.item_id = :id order by e.at, e.id`;
const OF_TEAM = `${MEETING} where m.team_id = :teamId order by m.day`;
const MINUTES = 'select line, minutes from agenda_line where meeting_id = :meetingId order by line';

export function leerteamOf(row: typeof team.$inferSelect): Leerteam {
  const { fromDay: from, untilDay: until, ...rest } = row;
  return { ...rest, from, until } as Leerteam;
}

export function agendaQueries(database: Database): AgendaStore {
  return {
    team: (id) =>
      database.read((orm) => {
        const row = orm.select().from(team).where(eq(team.id, id)).get();
        return row ? leerteamOf(row) : null;
      }),

    teams: (schoolId, today) =>
      database.read((orm) =>
        byName(
          orm
            .select()
            .from(team)
            .where(and(eq(team.schoolId, schoolId), holdsOn(team, today)))
            .all()
            .map(leerteamOf),
        ),
      ),

    meetings: (teamId) => database.read(() => database.statement<object, StoredMeeting>(OF_TEAM).all({ teamId })),
    meeting: (id) => database.read(() => meetingById(database, id)),

    openItems: (schoolId, teamId) =>
      database.read(() => database.statement<object, AgendaItem>(OPEN).all({ schoolId, teamId })),
    item: (id) => database.read(() => database.statement<object, AgendaItem>(BY_ID).get({ id }) ?? null),
    itemsOf: (meetingId) => database.read(() => database.statement<object, AgendaItem>(OF_MEETING).all({ meetingId })),
    itemEvents: (id) =>
      database.read(() =>
        database
          .statement<object, Omit<ItemEvent, 'at'> & { readonly at: number }>(EVENTS)
          .all({ id })
          .map((row) => ({ ...row, at: new Date(row.at) })),
      ),
    lineMinutes: (meetingId) =>
      database.read(
        () =>
          new Map(
            database
              .statement<object, { line: string; minutes: number }>(MINUTES)
              .all({ meetingId })
              .map(({ line, minutes }) => [line, minutes]),
          ),
      ),

    ...agendaItemChanges(database),
    ...meetingChanges(database),
  };
}
