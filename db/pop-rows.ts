/** The rows of one POP: whose steps they are, and its talks. */
import { and, eq } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { SchoolYear } from '../src/calendar/school-days.ts';
import type { LocalTime } from '../src/calendar/zone.ts';
import type { PersonId, Role, SchoolId } from '../src/people/person.ts';
import { type Pop, type PopKey, type PopPerson, type PopTalkId, TALKS, type Talk } from '../src/pop/pop.ts';
import { byName } from './by-name.ts';
import type { Database, Orm } from './database.ts';
import { HOLDS } from './holds.ts';
import { pop, popTalk } from './schema.ts';

// A lead who left every school is none: `leadOf` says who it is then.
const PEOPLE = `
  select p.id, p.name, p.email, e.school_id as schoolId, e.roles,
    case when exists (select 1 from employment l where l.person_id = e.lead_id and ${HOLDS('l')})
      then e.lead_id end as leadId,
    e.from_day as "from",
    o.id as popId, o.ready_on as readyOn, coalesce(o.link, '') as link
  from employment e
  join person p on p.id = e.person_id
  left join pop o on o.person_id = e.person_id and o.school_id = e.school_id and o.year = :year
  where e.school_id = :schoolId and e.pop = 1 and ${HOLDS('e')}`;
const TALKS_OF_YEAR = `
  select t.* from pop o join pop_talk t on t.pop_id = o.id where o.school_id = :schoolId and o.year = :year`;

type At = { readonly schoolId: SchoolId; readonly year: SchoolYear };
type PersonRow = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly schoolId: SchoolId;
  readonly roles: string;
  readonly leadId: PersonId | null;
  readonly from: LocalDate | null;
  readonly popId: number | null;
  readonly readyOn: LocalDate | null;
  readonly link: string;
};
type TalkRow = {
  readonly id: PopTalkId;
  readonly pop_id: number;
  readonly talk: Talk;
  readonly planned_day: LocalDate | null;
  readonly planned_time: LocalTime | null;
  readonly held_on: LocalDate | null;
  readonly version: number;
};

/** Everybody with a POP in service at the school on `today`, by name. Call within a read or an act. */
export function popPeople(database: Database, at: At, today: LocalDate): readonly PopPerson[] {
  const rows = database.statement<At & { today: LocalDate }, PersonRow>(PEOPLE).all({ ...at, today });
  const talks = database.statement<At, TalkRow>(TALKS_OF_YEAR).all(at);
  return byName(rows).map(({ id, name, email, schoolId, leadId, from, roles, ...stored }) => ({
    id,
    name,
    email,
    schoolId,
    roles: JSON.parse(roles) as Role[],
    leadId,
    from,
    pop: popOf(stored, talks),
  }));
}

function popOf({ popId, readyOn, link }: Pick<PersonRow, 'popId' | 'readyOn' | 'link'>, rows: readonly TalkRow[]): Pop {
  const talks = TALKS.map((talk) => {
    const row = rows.find((each) => each.pop_id === popId && each.talk === talk);
    if (!row) return { id: null, talk, planned: null, heldOn: null, version: 0 };
    const planned = row.planned_day === null ? null : { day: row.planned_day, time: row.planned_time };
    return { id: row.id, talk, planned, heldOn: row.held_on, version: row.version };
  });
  return { readyOn, link, talks };
}

/** The row of this POP, made when there is none. Call within an act. */
export function popRow(orm: Orm, key: PopKey): number {
  const { personId, schoolId, year } = key;
  const same = and(eq(pop.personId, personId), eq(pop.schoolId, schoolId), eq(pop.year, year));
  const row = orm.select({ id: pop.id }).from(pop).where(same).get();
  return row?.id ?? orm.insert(pop).values({ personId, schoolId, year }).returning({ id: pop.id }).get().id;
}

export type StoredTalk = typeof popTalk.$inferSelect & { readonly id: PopTalkId };

/** The row of this talk, made when there is none. Call within an act. */
export function talkRow(orm: Orm, key: PopKey, talk: Talk): StoredTalk {
  const popId = popRow(orm, key);
  const row = orm
    .select()
    .from(popTalk)
    .where(and(eq(popTalk.popId, popId), eq(popTalk.talk, talk)))
    .get();
  return (row ?? orm.insert(popTalk).values({ popId, talk }).returning().get()) as StoredTalk;
}
