/** The group whose POP steps the summary of a school counts in a year. It is settled here, at the moment somebody looks. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { SchoolYear } from '../src/calendar/school-days.ts';
import type { PersonId, SchoolId } from '../src/people/person.ts';
import { changesOfGroup, knownTo } from '../src/pop/counted-group.ts';
import type { CountedGroup, CountedPerson } from '../src/pop/counts.ts';
import type { PopStore } from '../src/pop/pop.store.ts';
import type { Talk } from '../src/pop/pop.ts';
import type { Database } from './database.ts';
import { HOLDS } from './holds.ts';

// `counted` holds the number of the batch, and below 0 of one that left: `counted-group.ts`.
const PEOPLE = `
  select p.id, p.removed_on is not null as isRemoved, coalesce(o.counted, 0) as batch, o.ready_on is not null as isReady,
    coalesce(e.pop = 1 and ${HOLDS('e')}, 0) as isPresent,
    case when exists (select 1 from employment l where l.person_id = e.lead_id and ${HOLDS('l')})
      then e.lead_id end as leadId,
    (select json_group_array(t.talk) from pop_talk t where t.pop_id = o.id and t.held_on is not null) as held
  from (
    select person_id as who from employment where school_id = :schoolId and pop = 1
    union select person_id from pop where school_id = :schoolId and year = :year and counted <> 0)
  join person p on p.id = who
  left join employment e on e.person_id = p.id and e.school_id = :schoolId
  left join pop o on o.person_id = p.id and o.school_id = :schoolId and o.year = :year
  order by p.id`;
const READERS = `
  select e.person_id as id, instr(e.roles, '"directeur"') > 0 as isDirector from employment e
  where e.school_id = :schoolId and (instr(e.roles, '"directeur"') > 0 or instr(e.roles, '"ib"') > 0) and ${HOLDS('e')}
  order by e.person_id`;
const PUT = `
  insert into pop (person_id, school_id, year, counted) values (:personId, :schoolId, :year, :batch)
  on conflict (person_id, school_id, year) do update set counted = :batch`;

type At = { readonly schoolId: SchoolId; readonly year: SchoolYear; readonly today: LocalDate };
type PersonRow = {
  readonly id: PersonId;
  readonly isRemoved: number;
  readonly batch: number;
  readonly isReady: number;
  readonly isPresent: number;
  readonly leadId: PersonId | null;
  readonly held: string;
};

export function popCountedQueries(database: Database): Pick<PopStore, 'counted'> {
  const read = (at: At): CountedGroup => {
    const rows = database.statement<At, PersonRow>(PEOPLE).all(at);
    const readers = database
      .statement<Omit<At, 'year'>, { readonly id: PersonId; readonly isDirector: number }>(READERS)
      .all({ schoolId: at.schoolId, today: at.today });
    return {
      people: rows.map(personOf),
      readers: readers.map(({ id }) => id),
      directors: readers.filter(({ isDirector }) => isDirector === 1).map(({ id }) => id),
      isWhole: rows.every(({ isRemoved, batch }) => isRemoved === 0 || batch === 0),
    };
  };

  const changes = ({ people, readers, directors }: CountedGroup) =>
    changesOfGroup(
      new Map(people.flatMap(({ id, batch }) => (batch === 0 ? [] : [[id, batch]]))),
      people.filter(({ isPresent }) => isPresent).map(({ id }) => id),
      readers.map((reader) => knownTo(reader, people, directors)),
    );

  return {
    counted: async (schoolId, year, today) => {
      const at = { schoolId, year, today };
      const now = await database.read(() => read(at));
      // Nearly always: a summary that is looked at again waits for nobody who writes.
      if (changes(now).size === 0) return inGroup(now);
      return database.change(() => {
        // What it was a moment ago may have changed meanwhile.
        for (const [personId, batch] of changes(read(at))) {
          database.statement(PUT).run({ personId, schoolId, year, batch });
        }
        return inGroup(read(at));
      });
    },
  };
}

/** Without those who wait for others to come into it with. */
function inGroup(group: CountedGroup): CountedGroup {
  return { ...group, people: group.people.filter(({ batch }) => batch !== 0) };
}

function personOf({ id, leadId, batch, isPresent, isReady, isRemoved, held }: PersonRow): CountedPerson {
  return {
    id,
    leadId,
    batch,
    isPresent: isPresent === 1 && isRemoved === 0,
    isReady: isReady === 1,
    held: JSON.parse(held) as readonly Talk[],
  };
}
