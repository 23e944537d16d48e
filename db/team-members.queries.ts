/** `/leerteam lid erbij` and `lid eraf`: who is in a leerteam from when until when. Rows that were are kept. */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type { PersonId, TeamId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import type { Membership, TeamsStore } from '../src/teams/teams.store.ts';
import { byName } from './by-name.ts';
import type { Database, Orm } from './database.ts';
import { holdsOn } from './holds.ts';
import { planAgain } from './planning-mark.ts';
import { employment, membership, team } from './schema.ts';
import { addTeamEvent } from './team-events.ts';

const MEMBERSHIPS = `
  select m.person_id as personId, p.name, m.from_day as "from", m.until_day as until
  from membership m join person p on p.id = m.person_id
  where m.team_id = :teamId and (m.until_day is null or m.until_day >= :from)
  order by m.from_day`;

/** Rows that hold on `from` or later, by first day. */
function rowsFrom(orm: Orm, teamId: TeamId, personId: PersonId, from: LocalDate) {
  return orm
    .select()
    .from(membership)
    .where(
      and(
        eq(membership.teamId, teamId),
        eq(membership.personId, personId),
        or(isNull(membership.untilDay), gte(membership.untilDay, from)),
      ),
    )
    .orderBy(membership.fromDay)
    .all();
}

/** Call within an act. A membership that ends or begins later becomes one without an end from `from` on. False: nothing to change. */
export function addMember(orm: Orm, stamp: Stamp, teamId: TeamId, personId: PersonId, from: LocalDate): boolean {
  const [first, ...later] = rowsFrom(orm, teamId, personId, from);
  const holds = first !== undefined && (first.fromDay === null || first.fromDay <= from);
  if (holds && first.untilDay === null) return false;
  for (const { id } of later) orm.delete(membership).where(eq(membership.id, id)).run();
  if (!first) orm.insert(membership).values({ teamId, personId, fromDay: from }).run();
  else {
    const fromDay = holds ? first.fromDay : from;
    orm.update(membership).set({ fromDay, untilDay: null }).where(eq(membership.id, first.id)).run();
  }
  addTeamEvent(orm, stamp, teamId, { what: 'lid erbij', toPerson: personId, from });
  return true;
}

/** Call within an act. Who leads no more is still in the team, as long as they work at its school. */
export function staysMember(orm: Orm, stamp: Stamp, teamId: TeamId, personId: PersonId): void {
  const today = localDateOf(stamp.at);
  const works = orm
    .select({ id: employment.id })
    .from(employment)
    .innerJoin(team, eq(team.schoolId, employment.schoolId))
    .where(and(eq(team.id, teamId), eq(employment.personId, personId), holdsOn(employment, today)))
    .get();
  if (works) addMember(orm, stamp, teamId, personId, today);
}

export function teamMembers(database: Database): Pick<TeamsStore, 'memberships' | 'addMember' | 'removeMember'> {
  const planTeamAgain = (orm: Orm, id: TeamId): void => {
    const row = orm.select({ schoolId: team.schoolId }).from(team).where(eq(team.id, id)).get();
    if (row) planAgain(orm, row.schoolId as Parameters<typeof planAgain>[1]);
  };

  return {
    memberships: (teamId, from) =>
      database.read(() => byName(database.statement<object, Membership>(MEMBERSHIPS).all({ teamId, from }))),

    addMember: (stamp, id, personId, from) =>
      database.act(stamp, (orm) => {
        if (!addMember(orm, stamp, id, personId, from)) return { result: false, subject: null };
        planTeamAgain(orm, id);
        return { result: true, subject: `team:${id}` };
      }),

    removeMember: (stamp, id, personId, last) =>
      database.act(stamp, (orm) => {
        const rows = rowsFrom(orm, id, personId, last).filter((row) => row.untilDay !== last);
        if (rows.length === 0) return { result: false, subject: null };
        for (const row of rows) {
          const itself = eq(membership.id, row.id);
          if (row.fromDay !== null && row.fromDay > last) orm.delete(membership).where(itself).run();
          else orm.update(membership).set({ untilDay: last }).where(itself).run();
        }
        addTeamEvent(orm, stamp, id, { what: 'lid eraf', fromPerson: personId, to: last });
        planTeamAgain(orm, id);
        return { result: true, subject: `team:${id}` };
      }),
  };
}
