/** All that planning for one school needs, read in one go from one moment. */

import { eq, sql } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { type LocalTime, localDateOf } from '../src/calendar/zone.ts';
import type { PlannedGoal, PlannedPerson, SchoolState } from '../src/delivery/nudge.ts';
import type { GoalId, GoalStatus } from '../src/goals/goal.ts';
import type { Absence, PersonId, SchoolId } from '../src/people/person.ts';
import { employmentOf } from './actor.queries.ts';
import { leerteamOf } from './agenda.queries.ts';
import type { Database, Orm } from './database.ts';
import { goalOwnerOf, rhythmOf } from './goal-lines.ts';
import { schoolById } from './people.queries.ts';
import { team } from './schema.ts';

const PEOPLE = `
  select p.id, p.email, p.digest_time as digestTime, e.school_id as schoolId, e.roles, e.working_days as workingDays,
    e.lead_id as leadId, e.pop, e.from_day as "from", e.until_day as until
  from employment e join person p on p.id = e.person_id
  where e.school_id = :id order by p.id`;
const ABSENCES = `
  select a.person_id as personId, a.from_day as "from", a.until_day as until
  from employment e join absence a on a.person_id = e.person_id
  where e.school_id = :id order by a.from_day`;
const GOALS = `
  select id, title, team_id as teamId, person_id as personId, start_day as "start", end_day as "end", rhythm, status,
    created_at as createdAt
  from goal where school_id = :id order by number`;

type Key = { readonly id: SchoolId };
type PersonRow = { readonly id: PersonId; readonly email: string; readonly digestTime: LocalTime } & Parameters<
  typeof employmentOf
>[0];
type GoalRow = {
  readonly id: GoalId;
  readonly title: string;
  readonly teamId: number | null;
  readonly personId: number | null;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
  readonly rhythm: string;
  readonly status: GoalStatus;
  readonly createdAt: number;
};

const TEAMS = (orm: Orm) =>
  orm
    .select()
    .from(team)
    .where(eq(team.schoolId, sql.placeholder('id')))
    .orderBy(team.id)
    .prepare();

export function schoolState(database: Database, id: SchoolId): SchoolState | null {
  const found = schoolById(database, id);
  if (!found) return null;
  return {
    school: found.school,
    createdOn: found.row.createdOn as LocalDate,
    version: found.row.version,
    people: plannedPeople(database, id),
    teams: database.prepared(TEAMS).all({ id }).map(leerteamOf),
    goals: database.statement<Key, GoalRow>(GOALS).all({ id }).map(plannedGoal),
  };
}

function plannedPeople(database: Database, id: SchoolId): readonly PlannedPerson[] {
  const absences = new Map<PersonId, Absence[]>();
  for (const { personId, from, until } of database
    .statement<Key, Absence & { readonly personId: PersonId }>(ABSENCES)
    .all({ id })) {
    absences.set(personId, [...(absences.get(personId) ?? []), { from, until }]);
  }
  return database
    .statement<Key, PersonRow>(PEOPLE)
    .all({ id })
    .map(({ id: personId, email, digestTime, ...employment }) => ({
      id: personId,
      email,
      digestTime,
      employment: employmentOf(employment),
      absences: absences.get(personId) ?? [],
    }));
}

function plannedGoal({ teamId, personId, rhythm, createdAt, ...row }: GoalRow): PlannedGoal {
  return {
    ...row,
    owner: goalOwnerOf({ teamId, personId }),
    rhythm: rhythmOf(rhythm),
    createdOn: localDateOf(new Date(createdAt)),
  };
}
