/** All that planning for one school needs, read in one go from one moment. */

import { eq, sql } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type {
  PlannedAction,
  PlannedAdvice,
  PlannedGoal,
  PlannedMember,
  PlannedPerson,
  SchoolState,
} from '../src/delivery/nudge.ts';
import type { GoalId, GoalStatus } from '../src/goals/goal.ts';
import type { StoredMeeting } from '../src/meetings/meeting.ts';
import type { Absence, PersonId, SchoolId } from '../src/people/person.ts';
import { dayOf, OFFERS, OWNER_SINCE } from './action-lines.ts';
import { employmentOf } from './actor.queries.ts';
import { leerteamOf } from './agenda.queries.ts';
import type { Database, Orm } from './database.ts';
import { goalOwnerOf, rhythmOf } from './goal-lines.ts';
import { MEETING } from './meeting-row.ts';
import { schoolById } from './people.queries.ts';
import { popTermsOf } from './pop-terms.ts';
import { team } from './schema.ts';

const PERSON = `
  select p.id, p.name, p.email, p.digest_time as digestTime, e.school_id as schoolId, e.roles, e.working_days as workingDays,
    e.lead_id as leadId, e.pop, e.from_day as "from", e.until_day as until
  from employment e join person p on p.id = e.person_id`;
const PEOPLE = `${PERSON} where e.school_id = :id order by p.id`;
const GOVERNORS = `${PERSON} where e.school_id is null order by p.id`;
const LEADS = 'select lead_id from employment where school_id = :id and pop = 1 and lead_id is not null';
const LEADS_ELSEWHERE = `${PERSON} where e.person_id in (${LEADS}) and e.school_id <> :id order by e.id`;
const ABSENCE = 'select a.person_id as personId, a.from_day as "from", a.until_day as until from absence a';
const ABSENCES = `
  ${ABSENCE} join employment e on e.person_id = a.person_id
  where e.school_id = :id or (:id is null and e.school_id is null) order by a.from_day`;
const ABSENCES_OF_LEADS = `${ABSENCE} where a.person_id in (${LEADS}) order by a.from_day`;
const GOALS = `
  select id, number, title, team_id as teamId, person_id as personId, start_day as "start", end_day as "end", rhythm, status,
    created_at as createdAt
  from goal where school_id = :id order by number`;

const MEMBERS = `
  select m.team_id as teamId, m.person_id as personId, m.from_day as "from", m.until_day as until
  from membership m join team t on t.id = m.team_id where t.school_id = :id order by m.id`;
const MEETINGS = `${MEETING} join team t on t.id = m.team_id where t.school_id = :id order by m.day`;
const ACTIONS = `
  select id, number, what, owner_id as ownerId, due, team_id as teamId, offered_to_id as offeredToId, offered_on as offeredOn,
    ${OFFERS('action')}, ${OWNER_SINCE('action')}, created_at as createdAt
  from action where school_id = :id and state = 'open' order by number`;
const ADVICE = `
  select id, number, team_id as teamId, sent_on as sentOn
  from advice where school_id = :id and state in ('ingediend', 'in behandeling') and sent_on is not null order by number`;

type Key = { readonly id: SchoolId };
type PersonRow = Pick<PlannedPerson, 'id' | 'name' | 'email' | 'digestTime'> & Parameters<typeof employmentOf>[0];
type ActionRow = Omit<PlannedAction, 'createdOn' | 'ownerSince'> & {
  readonly createdAt: number;
  readonly ownerSince: number | null;
};
type GoalRow = {
  readonly id: GoalId;
  readonly number: number;
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
    pop: popTermsOf(found.row),
    version: found.row.version,
    people: plannedPeople(database, PEOPLE, ABSENCES, id),
    governors: plannedPeople(database, GOVERNORS, ABSENCES, null),
    leadsElsewhere: plannedPeople(database, LEADS_ELSEWHERE, ABSENCES_OF_LEADS, id),
    teams: database.prepared(TEAMS).all({ id }).map(leerteamOf),
    members: database.statement<Key, PlannedMember>(MEMBERS).all({ id }),
    meetings: database.statement<Key, StoredMeeting>(MEETINGS).all({ id }),
    goals: database.statement<Key, GoalRow>(GOALS).all({ id }).map(plannedGoal),
    actions: database.statement<Key, ActionRow>(ACTIONS).all({ id }).map(plannedAction),
    advice: database.statement<Key, PlannedAdvice>(ADVICE).all({ id }),
  };
}

/** Of a school, or (null) of people without one: one for each row of `people`. */
function plannedPeople(
  database: Database,
  people: string,
  absent: string,
  id: SchoolId | null,
): readonly PlannedPerson[] {
  const absences = new Map<PersonId, Absence[]>();
  for (const { personId, from, until } of database
    .statement<{ id: SchoolId | null }, Absence & { readonly personId: PersonId }>(absent)
    .all({ id })) {
    absences.set(personId, [...(absences.get(personId) ?? []), { from, until }]);
  }
  return database
    .statement<{ id: SchoolId | null }, PersonRow>(people)
    .all({ id })
    .map(({ id: personId, name, email, digestTime, ...employment }) => ({
      id: personId,
      name,
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

function plannedAction({ createdAt, ownerSince, ...row }: ActionRow): PlannedAction {
  return { ...row, ownerSince: dayOf(ownerSince), createdOn: localDateOf(new Date(createdAt)) };
}
