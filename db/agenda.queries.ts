/** Leerteams and the points that wait for their agendas. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { AgendaPoint, AgendaStore } from '../src/agenda/agenda.store.ts';
import type { Leerteam } from '../src/agenda/leerteam.ts';
import { byName } from './by-name.ts';
import type { Database } from './database.ts';
import { holdsOn } from './holds.ts';
import { agendaPoint, team } from './schema.ts';

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

    openPoints: (schoolId, teamId) =>
      database.read(
        (orm) =>
          orm
            .select({
              id: agendaPoint.id,
              schoolId: agendaPoint.schoolId,
              teamId: agendaPoint.teamId,
              kind: agendaPoint.kind,
              goalId: agendaPoint.goalId,
              madeOn: agendaPoint.madeOn,
            })
            .from(agendaPoint)
            .where(
              and(
                eq(agendaPoint.schoolId, schoolId),
                teamId === null ? isNull(agendaPoint.teamId) : eq(agendaPoint.teamId, teamId),
                isNull(agendaPoint.closedAt),
              ),
            )
            .orderBy(asc(agendaPoint.madeOn), asc(agendaPoint.id))
            .all() as AgendaPoint[],
      ),
  };
}
