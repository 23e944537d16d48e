/** Who somebody is today: the person with the places where they work and the teams they are in. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { PeopleStore } from '../src/people/people.store.ts';
import type { Actor, Employment, Person, PersonId, Role, TeamRole, WorkingDay } from '../src/people/person.ts';
import type { Database } from './database.ts';
import { HOLDS } from './holds.ts';

const PERSON = 'p.id, p.name, p.email, p.language, p.digest_time as digestTime';

const BY_ID = `select ${PERSON} from person p where p.id = :id`;
const BY_EMAIL = `
  select ${PERSON} from person p where p.email = :email
  union all
  select ${PERSON} from address a join person p on p.id = a.person_id where a.email = :email
  limit 1`;
const BY_ACCOUNT = `
  select ${PERSON} from account a join person p on p.id = a.person_id
  where a.platform = :platform and a.tenant = :tenant and a.account = :account`;

const EMPLOYMENTS = `
  select school_id as schoolId, roles, working_days as workingDays, lead_id as leadId, pop,
    from_day as "from", until_day as until
  from employment
  where person_id = :id and ${HOLDS('employment')}
  order by id`;

// Whoever does not work at the school any more, or not yet, has no role in its teams.
// Who leads a team and is in its list of members too has one role there: the leading one.
const TEAMS = `
  select t.id as teamId, t.school_id as schoolId,
    case when t.chair_id = :id then 'chair' when t.deputy_id = :id then 'deputy' else 'member' end as role
  from team t
  where t.id in (
      select id from team where chair_id = :id
      union select id from team where deputy_id = :id
      union select team_id from membership
        where person_id = :id and ${HOLDS('membership')})
    and ${HOLDS('t')}
    and exists (
      select 1 from employment e
      where e.person_id = :id and e.school_id = t.school_id and ${HOLDS('e')})
  order by t.name`;

type On = { readonly id: PersonId; readonly today: LocalDate };
type EmploymentRow = Omit<Employment, 'roles' | 'workingDays' | 'pop'> & {
  readonly roles: string;
  readonly workingDays: string | null;
  readonly pop: number;
};

export function employmentOf(row: EmploymentRow): Employment {
  return {
    ...row,
    roles: JSON.parse(row.roles) as Role[],
    workingDays: row.workingDays === null ? null : (JSON.parse(row.workingDays) as WorkingDay[]),
    pop: row.pop === 1,
  };
}

export function actorQueries(
  database: Database,
): Pick<PeopleStore, 'actorByEmail' | 'actorById' | 'actorByAccount' | 'person'> {
  const find = <Key extends object>(text: string, key: Key): Person | null =>
    database.statement<Key, Person>(text).get(key) ?? null;

  const actor = (person: Person | null, today: LocalDate): Actor | null => {
    if (!person) return null;
    const on = { id: person.id, today };
    return {
      ...person,
      employments: database.statement<On, EmploymentRow>(EMPLOYMENTS).all(on).map(employmentOf),
      teams: database.statement<On, TeamRole>(TEAMS).all(on),
    };
  };

  return {
    actorByEmail: (email, today) =>
      database.read(() => actor(find(BY_EMAIL, { email: email.trim().toLowerCase() }), today)),
    actorById: (id, today) => database.read(() => actor(find(BY_ID, { id }), today)),
    actorByAccount: (account, today) => database.read(() => actor(find(BY_ACCOUNT, { ...account }), today)),
    person: (id) => database.read(() => find(BY_ID, { id })),
  };
}
