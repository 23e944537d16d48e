/** What would be without somebody if `wis` removed them. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { PersonId } from '../src/people/person.ts';
import type { AtStake } from '../src/privacy/at-stake.ts';
import type { Database } from './database.ts';
import { HOLDS } from './holds.ts';

const ROLE = (alias: string, role: string) => `instr(${alias}.roles, '"${role}"') > 0 and ${HOLDS(alias)}`;

const ONLY_DIRECTOR = `
  select s.id, s.name from employment e join school s on s.id = e.school_id
  where e.person_id = :id and ${ROLE('e', 'directeur')} and not exists (
    select 1 from employment o where o.school_id = e.school_id and o.person_id <> :id and ${ROLE('o', 'directeur')})
  order by s.name`;
const ONLY_ADMIN = `
  select exists (select 1 from employment e where e.person_id = :id and ${ROLE('e', 'beheerder')}) and not exists (
    select 1 from employment o where o.person_id <> :id and ${ROLE('o', 'beheerder')})`;
// Who has nobody on record as lead, or somebody who left, has the only director (`leadOf`).
const LEADS = `
  select count(distinct e.person_id) from employment e
  where e.person_id <> :id and e.pop = 1 and ${HOLDS('e')} and (e.lead_id = :id or (
    not exists (select 1 from employment l where l.person_id = e.lead_id and ${HOLDS('l')})
    and e.school_id in (select id from (${ONLY_DIRECTOR}))))`;
const CHAIRS = `
  select t.name || ' (' || s.name || ')' from team t join school s on s.id = t.school_id
  where t.chair_id = :id and ${HOLDS('t')} order by s.name, t.name`;
const OPEN_ACTIONS = "select count(*) from action where owner_id = :id and state = 'open'";

export function atStake(database: Database, id: PersonId, today: LocalDate): AtStake {
  const all = <Value>(text: string) => database.sqlite.prepare(text).pluck().all({ id, today }) as Value[];
  return {
    onlyDirectorOf: all<string>(`select name from (${ONLY_DIRECTOR})`),
    isOnlyAdmin: all<number>(ONLY_ADMIN)[0] === 1,
    leads: all<number>(LEADS)[0]!,
    chairs: all<string>(CHAIRS),
    openActions: all<number>(OPEN_ACTIONS)[0]!,
  };
}
