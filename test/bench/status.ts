/** `/doel status` of a teacher, from the typed line to plain text, against the bare SQL for what it shows. */
import type Sqlite from 'better-sqlite3';
import { plain } from '../../src/bot/plain.ts';
import { localDateOf } from '../../src/calendar/zone.ts';
import type { Core } from '../../src/core.ts';
import { ASKED } from './fill.ts';
import { type Times, timed, timesFrom } from './measure.ts';
import { inMilliseconds, type Line } from './table.ts';

/** Everybody with a team, in an order in which neighbours are of different schools. */
const TEACHERS = `
  select email from person
  where id in (select chair_id from team union select person_id from membership)
  order by (id * 7919) % 10007, id`;

const PERSON = `
  select id, name, language from person where email = :email
  union all
  select p.id, p.name, p.language from address a join person p on p.id = a.person_id where a.email = :email
  limit 1`;
const PLACES = `
  select school_id, roles from employment
  where person_id = :id and (from_day is null or from_day <= :today) and (until_day is null or :today <= until_day)`;
const TEAMS = `
  select t.id, t.name, t.chair_id from team t
  where t.id in (
    select id from team where chair_id = :id
    union select id from team where deputy_id = :id
    union select team_id from membership
      where person_id = :id and (from_day is null or from_day <= :today) and (until_day is null or :today <= until_day))
  and (t.from_day is null or t.from_day <= :today) and (t.until_day is null or :today <= t.until_day)`;
const CURRENT = 'c.withdrawn = 0 and not exists (select 1 from check_in r where r.replaces = c.id)';
const NEWEST_FIRST = 'c.day desc, coalesce(c.original_id, c.id) desc';
const GOALS = `
  select g.id, g.number, g.title, g.team_id, g.status, g.phase, g.unit, g.baseline, g.target, g.end_day,
    l.day, l.sentence, b.name,
    (select json_group_array(value) from (
      select c.value from check_in c where c.goal_id = g.id and c.value is not null and ${CURRENT}
      order by ${NEWEST_FIRST} limit 12)) as trend
  from goal g
  left join check_in l on l.id = (
    select c.id from check_in c where c.goal_id = g.id and ${CURRENT} order by ${NEWEST_FIRST} limit 1)
  left join person b on b.id = l.by_id
  where g.team_id in (select value from json_each(:teams)) or g.person_id = :id`;

const MOST_TIMES_FLOOR = 5;
const LONGEST_P99 = 10;

/** Addresses of everybody with a team. */
export function teachers(sqlite: Sqlite.Database): readonly string[] {
  return sqlite.prepare<[], string>(TEACHERS).pluck().all();
}

/** Both in turns, so that what else the machine does hits both. The first half of the teachers warms up and is not counted. */
export async function statusLines(core: Core): Promise<readonly Line[]> {
  const { sqlite } = core.database;
  const addresses = teachers(sqlite);
  const [ask, read] = [asking(core), bareSql(sqlite)];
  const half = Math.floor(addresses.length / 2);
  await inTurns(addresses.slice(0, half), [read, ask]);
  const counted = addresses.slice(half);
  const [floor, answer] = (await inTurns(counted, [read, ask])) as [Times, Times];
  const ratio = answer.median / floor.median;
  return [
    {
      what: `/doel status, ${counted.length} teachers: median`,
      measured: inMilliseconds(answer.median),
      floor: inMilliseconds(floor.median),
      ratio,
      target: `${MOST_TIMES_FLOOR}x`,
      isMet: ratio <= MOST_TIMES_FLOOR,
    },
    {
      what: '/doel status: p99',
      measured: inMilliseconds(answer.p99),
      floor: inMilliseconds(floor.p99),
      ratio: answer.p99 / floor.p99,
      target: inMilliseconds(LONGEST_P99),
      isMet: answer.p99 < LONGEST_P99,
    },
  ];
}

async function inTurns(
  addresses: readonly string[],
  acts: readonly ((email: string) => unknown)[],
): Promise<readonly Times[]> {
  const times: number[][] = acts.map(() => []);
  for (let turn = 0; turn < addresses.length; turn++) {
    for (const [index, act] of acts.entries()) {
      // Never the same person at once: what the first act read would lie ready for the second.
      const email = addresses[(turn + Math.floor((index * addresses.length) / acts.length)) % addresses.length]!;
      times[index]!.push((await timed(() => act(email))).milliseconds);
    }
  }
  return times.map(timesFrom);
}

/** Throws when the answer shows no goals: then something else was measured. */
function asking(core: Core): (email: string) => Promise<void> {
  return async (email) => {
    const reply = await core.bot.handle(
      {
        sender: { kind: 'machine', email },
        said: { kind: 'text', text: '/doel status' },
        once: null,
        place: { kind: 'personal' },
      },
      ASKED,
    );
    const text = plain(reply);
    if (!text.includes(' → ')) throw new Error(`${email} got no goals: ${text}`);
  };
}

/** Throws when there are no goals. */
function bareSql(sqlite: Sqlite.Database): (email: string) => void {
  const person = sqlite.prepare<[object], { id: number }>(PERSON);
  const places = sqlite.prepare(PLACES);
  const teams = sqlite.prepare<[object], { id: number }>(TEAMS);
  const goals = sqlite.prepare(GOALS);
  const today = localDateOf(ASKED);
  return (email) => {
    const { id } = person.get({ email })!;
    places.all({ id, today });
    const own = teams.all({ id, today });
    const shown = goals.all({ id, teams: JSON.stringify(own.map((team) => team.id)) });
    if (shown.length === 0) throw new Error(`${email} has no goals`);
  };
}
