/** Everything the sheets can hold, as it is stored now. */

import type { Book, StaffRow } from '../src/import/book.ts';
import { tidy } from '../src/import/cell-text.ts';
import type { Database } from './database.ts';
import { phaseSentencesOf, rhythmOf } from './goal-lines.ts';

const SCHOOLS = `
  select name as school, region, good_friday_free as goodFridayFree, liberation_day_free as liberationDayFree,
    blok_starts as blokStarts, pop_consent as popConsent from school`;
const CALENDAR = `
  select s.name as school, d.from_day as "from", d.until_day as "until", d.kind, d.name
  from own_days d join school s on s.id = d.school_id`;
const STAFF = `
  select p.id as personId, p.name, p.email, s.name as school, e.roles, e.working_days as workingDays, l.email as lead,
    p.language, e.pop, e.from_day as "from", e.until_day as "until"
  from employment e
  join person p on p.id = e.person_id
  left join school s on s.id = e.school_id
  left join person l on l.id = e.lead_id
  where p.removed_on is null`;
const ADDRESSES = 'select person_id as personId, email, kind from address order by email';
const TEAMS = `
  select s.name as school, t.name as team, t.kind, c.email as chair, d.email as deputy, t.day, t.time, t.duration, t.rhythm,
    t.first_date as firstDate, t.method, t.channel, t.from_day as "from", t.until_day as "until"
  from team t
  join school s on s.id = t.school_id
  join person c on c.id = t.chair_id
  left join person d on d.id = t.deputy_id`;
const MEMBERS = `
  select s.name as school, t.name as team, p.email, m.from_day as "from", m.until_day as "until"
  from membership m
  join team t on t.id = m.team_id
  join school s on s.id = t.school_id
  join person p on p.id = m.person_id`;
const GOALS = `
  select s.name as school, g.title, g.number, t.name as team,
    iif(o.removed_on is null, o.email, null) as owner, g.theme, g.ambition, g.criterion, g.indicator,
    g.unit, g.baseline, g.target, g.instrument, g.start_day as "start", g.end_day as "end", g.rhythm, g.phase, g.status,
    g.phase_sentences as phaseSentences
  from goal g
  join school s on s.id = g.school_id
  left join team t on t.id = g.team_id
  left join person o on o.id = g.person_id`;
const ACTIONS = `
  select s.name as school, a.what, a.number, o.email as owner, a.due, t.name as team, g.number as goal, a.state
  from action a
  join school s on s.id = a.school_id
  join person o on o.id = a.owner_id
  left join team t on t.id = a.team_id
  left join goal g on g.id = a.goal_id`;

/** The book's rows, with what SQLite keeps in its own way written out. */
type Stored<Row, Written extends Partial<Record<keyof Row, unknown>>> = Omit<Row, keyof Written> & Written;
type Flag = 0 | 1;

type SchoolStored = Stored<
  Book['scholen'][number],
  { goodFridayFree: Flag | null; liberationDayFree: Flag | null; blokStarts: string | null }
>;
type StaffStored = Stored<
  Omit<StaffRow, 'previousEmail' | 'otherEmails'>,
  { roles: string; workingDays: string | null; pop: Flag }
> & { personId: number };
type GoalStored = Stored<Book['doelen'][number], { rhythm: string; phaseSentences: string }>;
type ActionStored = Stored<Book['acties'][number], { goal: number | null }>;

/** The columns by which rows are matched and named. */
const NAMES = ['school', 'team', 'title', 'what'] as const;

/** Rows are matched by what the sheets can hold, so their names are as the sheets write them. */
export function snapshotOf(database: Database): Book {
  const all = <Row extends object>(text: string) =>
    database
      .statement<object, Row>(text)
      .all({})
      .map((row) => withTidyNames(row));
  const addresses = new Map<number, { previous: string | null; others: string[] }>();
  for (const { personId, email, kind } of all<{ personId: number; email: string; kind: string }>(ADDRESSES)) {
    const known = addresses.get(personId) ?? { previous: null, others: [] };
    if (kind === 'previous') known.previous = email;
    else known.others.push(email);
    addresses.set(personId, known);
  }
  return {
    scholen: all<SchoolStored>(SCHOOLS).map((row) => ({
      ...row,
      goodFridayFree: yesNo(row.goodFridayFree),
      liberationDayFree: yesNo(row.liberationDayFree),
      blokStarts: list(row.blokStarts),
    })),
    kalender: all(CALENDAR),
    medewerkers: all<StaffStored>(STAFF).map(({ personId, ...row }) => ({
      ...row,
      roles: list(row.roles) ?? [],
      workingDays: list(row.workingDays),
      pop: row.pop === 1,
      previousEmail: addresses.get(personId)?.previous ?? null,
      otherEmails: addresses.get(personId)?.others ?? [],
    })),
    leerteams: all(TEAMS),
    leden: all(MEMBERS),
    doelen: all<GoalStored>(GOALS).map((row) => ({
      ...row,
      rhythm: rhythmOf(row.rhythm),
      phaseSentences: phaseSentencesOf(row.phaseSentences),
    })),
    acties: all<ActionStored>(ACTIONS).map((row) => ({
      ...row,
      goal: row.goal === null ? null : { number: row.goal },
    })),
  };
}

function withTidyNames<Row extends { readonly [Name in (typeof NAMES)[number]]?: unknown }>(row: Row): Row {
  const tidied = NAMES.flatMap((name) => (typeof row[name] === 'string' ? [[name, tidy(row[name])] as const] : []));
  return { ...row, ...Object.fromEntries(tidied) };
}

function yesNo(flag: Flag | null): boolean | null {
  return flag === null ? null : flag === 1;
}

function list<Item>(json: string | null): readonly Item[] | null {
  return json === null ? null : (JSON.parse(json) as Item[]);
}
