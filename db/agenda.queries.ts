/** Leerteams and the points that wait for their agendas. */
import { and, eq } from 'drizzle-orm';
import type { AgendaStore } from '../src/agenda/agenda.store.ts';
import type { AgendaItem } from '../src/agenda/agenda-item.ts';
import type { Leerteam } from '../src/agenda/leerteam.ts';
import type { StoredMeeting } from '../src/agenda/meeting.ts';
import { ITEM } from './agenda-items.ts';
import { byName } from './by-name.ts';
import type { Database } from './database.ts';
import { holdsOn } from './holds.ts';
import { MEETING } from './meeting-row.ts';
import { team } from './schema.ts';

const OPEN = `${ITEM} where i.school_id = :schoolId and i.team_id is :teamId and i.state = 'open' order by i.made_on, i.id`;
const OF_TEAM = `${MEETING} where m.team_id = :teamId order by m.day`;

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

    openItems: (schoolId, teamId) =>
      database.read(() => database.statement<object, AgendaItem>(OPEN).all({ schoolId, teamId })),
    meetings: (teamId) => database.read(() => database.statement<object, StoredMeeting>(OF_TEAM).all({ teamId })),
  } as Partial<AgendaStore> as AgendaStore;
}
