/** Planning a day for 50, 100 and 200 schools, against the bare SQL for it; and `vooruitblik` of a school year for one school. */
import type Sqlite from 'better-sqlite3';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import type { Core } from '../../src/core.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { SchoolId } from '../../src/people/person.ts';
import { timed, timesFrom } from './measure.ts';
import { inMilliseconds, type Line } from './table.ts';

/** An ordinary Tuesday: in the vacation of no region. */
const DAY = localDate('2027-01-19');
/** Before the digests go out, so that a tick only plans. */
const BEFORE_DIGESTS = localTime('07:00');

const SIZES = [50, 100, 200] as const;
const ROUNDS = 5;
const LONGEST = 1_000;
const PREVIEWED_SCHOOLS = 20;

const STATE = [
  'select * from school where id = :school',
  'select * from own_days where school_id = :school',
  'select * from team where school_id = :school',
  'select * from goal where school_id = :school',
  'select e.*, p.email, p.digest_time from employment e join person p on p.id = e.person_id where e.school_id = :school',
  'select a.* from employment e join absence a on a.person_id = e.person_id where e.school_id = :school',
  'select m.* from membership m join team t on t.id = m.team_id where t.school_id = :school',
  'select m.* from meeting m join team t on t.id = m.team_id where t.school_id = :school',
  "select * from action where school_id = :school and state = 'open'",
  "select * from advice where school_id = :school and state in ('ingediend', 'in behandeling')",
];

/** The first round is that of a server that has just started; the others are of one that runs. */
export async function planningLines(core: Core): Promise<readonly Line[]> {
  const { sqlite } = core.database;
  const schools = sqlite.prepare<[], number>('select id from school order by id').pluck().all();
  const onlyPlans = () => Promise.reject(new Error('this only plans'));
  const tick = core.tickThrough({ name: 'trial', send: onlyPlans, edit: onlyPlans });
  const plan = async (size: number) => {
    leaveToPlan(sqlite, size);
    const { milliseconds, result } = await timed(() => tick.tick(instantAt(DAY, BEFORE_DIGESTS)));
    if (result.planned < size) throw new Error(`only ${result.planned} nudges for ${size} schools`);
    return milliseconds;
  };

  const cold = await plan(schools.length);
  const lines: Line[] = [];
  for (const size of SIZES) {
    const [times, floors]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await plan(size));
      floors.push((await timed(() => planBare(sqlite, schools.slice(0, size)))).milliseconds);
    }
    const [time, floor] = [timesFrom(times).median, timesFrom(floors).median];
    lines.push({
      what: `planning a day, ${size} schools (${inMilliseconds(time / size)} each)`,
      measured: inMilliseconds(time),
      floor: inMilliseconds(floor),
      ratio: time / floor,
      target: size === schools.length ? inMilliseconds(LONGEST) : null,
      isMet: size === schools.length ? time < LONGEST : null,
    });
  }
  return [
    ...lines,
    {
      ...lines.at(-1)!,
      what: 'the same, just started',
      measured: inMilliseconds(cold),
      floor: null,
      ratio: null,
      isMet: cold < LONGEST,
    },
  ];
}

/** Nothing is planned yet, and only the first `size` schools have no mark for the day. */
function leaveToPlan(sqlite: Sqlite.Database, size: number): void {
  sqlite.exec('delete from outbox; delete from agenda_item; delete from post');
  sqlite
    .prepare<[number, LocalDate]>(
      `update school set planned_version = version,
        planned_day = case when id in (select id from school order by id limit ?) then null else ? end`,
    )
    .run(size, DAY);
}

/** Reads the same and writes what the planning before this wrote, a transaction per school. */
function planBare(sqlite: Sqlite.Database, schools: readonly number[]): void {
  const rowsOf = sqlite.prepare<[object], Record<string, unknown>>('select * from outbox where school_id = :school');
  const written = schools.map((school) => rowsOf.all({ school }));
  const columns = Object.keys(written.find((rows) => rows.length > 0)![0]!);
  leaveToPlan(sqlite, schools.length);

  const reads = STATE.map((text) => sqlite.prepare(text));
  const add = sqlite.prepare(`insert into outbox (${columns}) values (${columns.map((column) => `:${column}`)})`);
  const mark = sqlite.prepare('update school set planned_day = :day where id = :school');
  const planOne = sqlite.transaction((school: number, rows: readonly object[]) => {
    for (const read of reads) read.all({ school });
    for (const row of rows) add.run(row);
    mark.run({ day: DAY, school });
  });
  for (const [index, school] of schools.entries()) planOne.immediate(school, written[index]!);
}

export async function previewLines(core: Core): Promise<readonly Line[]> {
  const schools = await core.store.people.schools();
  const times: number[] = [];
  for (const { id } of schools.slice(0, PREVIEWED_SCHOOLS)) {
    const { milliseconds, result } = await timed(() => yearOf(core, id));
    if (result < 100) throw new Error(`only ${result} nudges in a year`);
    times.push(milliseconds);
  }
  const { longest } = timesFrom(times);
  return [
    {
      what: `vooruitblik of a school year, slowest of ${PREVIEWED_SCHOOLS} schools`,
      measured: inMilliseconds(longest),
      floor: null,
      ratio: null,
      target: inMilliseconds(LONGEST),
      isMet: longest < LONGEST,
    },
  ];
}

async function yearOf(core: Core, school: SchoolId): Promise<number> {
  const state = await core.store.outbox.schoolState(school);
  return preview([state!], localDate('2026-08-01'), localDate('2027-07-31')).length;
}
