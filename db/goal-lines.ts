/** `/doel status`: goals as they stand, read in one statement. This is what people ask for most, so it must be fast. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import type {
  CheckIn,
  CheckInId,
  CheckInStatus,
  GoalId,
  GoalLine,
  GoalOwner,
  GoalTitle,
  Phase,
  Rhythm,
} from '../src/goals/goal.ts';
import type { GoalQuery } from '../src/goals/goals.store.ts';
import type { PersonId, TeamId } from '../src/people/person.ts';
import { compareNames } from './by-name.ts';
import type { Database } from './database.ts';

/** Not taken away and not replaced; for a check-in named `c`. */
export const CURRENT = 'c.withdrawn = 0 and not exists (select 1 from check_in r where r.replaces = c.id)';
/** A replacement stands where the first one stood. */
export const NEWEST_FIRST = 'c.day desc, coalesce(c.original_id, c.id) desc';

const SELECT = `
  select g.id, g.school_id as schoolId, g.number, g.title, g.team_id as teamId, g.person_id as personId, g.theme,
    g.ambition, g.criterion, g.indicator, g.unit, g.baseline, g.target, g.instrument, g.start_day as "start",
    g.end_day as "end", g.rhythm, g.phase, g.status, g.phase_sentences as phaseSentences, g.version,
    g.created_at as createdAt, s.name as schoolName, t.name as teamName, o.name as personName,
    (select json_group_array(value) from (
      select c.value from check_in c where c.goal_id = g.id and c.value is not null and ${CURRENT}
      order by ${NEWEST_FIRST} limit 12)) as trend,
    l.id as lastId, l.day as lastDay, l.at as lastAt, l.by_id as lastById, l.status as lastStatus,
    l.value as lastValue, l.sentence as lastSentence, l.success as lastSuccess, b.name as lastByName
  from goal g
  join school s on s.id = g.school_id
  left join team t on t.id = g.team_id
  left join person o on o.id = g.person_id
  left join check_in l on l.id = (
    select c.id from check_in c where c.goal_id = g.id and ${CURRENT} order by ${NEWEST_FIRST} limit 1)
  left join person b on b.id = l.by_id`;

const SELECT_TITLE = `
  select g.id, g.school_id as schoolId, g.number, g.title, g.team_id as teamId, g.person_id as personId, g.status,
    s.name as schoolName, t.name as teamName, o.name as personName
  from goal g
  join school s on s.id = g.school_id
  left join team t on t.id = g.team_id
  left join person o on o.id = g.person_id`;

const OF_SCHOOLS = 'g.school_id in (select value from json_each(:schoolIds))';
// SQLite takes an index for each side of the `or`; test/db/query-plans.test.ts sees to it that this stays so.
const OWNED = '(g.team_id in (select value from json_each(:teamIds)) or g.person_id = :personId)';

type TitleRow = Omit<GoalTitle, 'owner' | 'ownerName'> & {
  readonly teamId: TeamId | null;
  readonly personId: PersonId | null;
  readonly schoolName: string;
  readonly teamName: string | null;
  readonly personName: string | null;
};

type Row = TitleRow & {
  readonly theme: string;
  readonly ambition: string;
  readonly criterion: string;
  readonly indicator: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly instrument: string;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
  readonly rhythm: string;
  readonly phase: Phase;
  readonly phaseSentences: string;
  readonly version: number;
  readonly createdAt: number;
  readonly trend: string;
  readonly lastId: CheckInId | null;
  readonly lastDay: LocalDate;
  readonly lastAt: number;
  readonly lastById: PersonId | null;
  readonly lastStatus: CheckInStatus;
  readonly lastValue: number | null;
  readonly lastSentence: string;
  readonly lastSuccess: number;
  readonly lastByName: string | null;
};

/** The goals of the query in the order of GoalsStore.lines. */
export function linesOf(database: Database, query: GoalQuery): readonly GoalLine[] {
  const { condition, parameters } = conditionOf(query);
  return linesWhere(database, condition, parameters);
}

/** The same goals in the same order, as GoalsStore.titles gives them. */
export function titlesOf(database: Database, query: GoalQuery): readonly GoalTitle[] {
  const { condition, parameters } = conditionOf(query);
  const rows = database.statement<object, TitleRow>(`${SELECT_TITLE} where ${condition}`).all(parameters);
  return rows.sort(compareRows).map(({ id, schoolId, number, title, status, ...row }) => ({
    id,
    schoolId,
    number,
    title,
    status,
    owner: goalOwnerOf(row),
    ownerName: row.teamName ?? row.personName ?? '',
  }));
}

function conditionOf(query: GoalQuery): { readonly condition: string; readonly parameters: object } {
  const wanted = [...(query.schoolIds ? [OF_SCHOOLS] : []), ...(query.ownedBy ? [OWNED] : [])];
  return {
    condition: wanted.length > 0 ? wanted.join(' and ') : 'true',
    parameters: {
      ...(query.schoolIds && { schoolIds: JSON.stringify(query.schoolIds) }),
      ...(query.ownedBy && { teamIds: JSON.stringify(query.ownedBy.teamIds), personId: query.ownedBy.personId }),
    },
  };
}

/** The goals for which `condition` holds, a text of this program over goal `g` with named parameters. */
export function linesWhere(database: Database, condition: string, parameters: object): readonly GoalLine[] {
  const rows = database.statement<object, Row>(`${SELECT} where ${condition}`).all(parameters);
  return rows.sort(compareRows).map(lineOf);
}

export function lineById(database: Database, id: GoalId): GoalLine | null {
  return linesWhere(database, 'g.id = :id', { id })[0] ?? null;
}

/** By school; goals of teams, then of persons, then of nobody; what is over comes last within its owner; then by number. */
function compareRows(a: TitleRow, b: TitleRow): number {
  if (a.schoolId !== b.schoolId) return compareNames(a.schoolName, b.schoolName) || a.schoolId - b.schoolId;
  if (a.teamId !== b.teamId || a.personId !== b.personId) {
    const owners = ownerRank(a) - ownerRank(b) || compareNames(ownerName(a), ownerName(b));
    if (owners !== 0) return owners;
    return (a.teamId ?? a.personId ?? 0) - (b.teamId ?? b.personId ?? 0);
  }
  return Number(isOver(a)) - Number(isOver(b)) || a.number - b.number;
}

function ownerRank(row: TitleRow): number {
  if (row.teamId !== null) return 0;
  return row.personId !== null ? 1 : 2;
}

function ownerName(row: TitleRow): string {
  return row.teamName ?? row.personName ?? '';
}

function isOver(row: TitleRow): boolean {
  return row.status === 'behaald' || row.status === 'gestopt';
}

export function goalOwnerOf(row: {
  readonly teamId: number | null;
  readonly personId: number | null;
}): GoalOwner | null {
  if (row.teamId !== null) return { kind: 'team', teamId: row.teamId as TeamId };
  return row.personId === null ? null : { kind: 'person', personId: row.personId as PersonId };
}

export function rhythmOf(text: string): Rhythm {
  return text === 'blok' ? 'blok' : (Number(text) as Rhythm);
}

function lineOf(row: Row): GoalLine {
  const trend = (JSON.parse(row.trend) as number[]).reverse();
  return {
    id: row.id,
    schoolId: row.schoolId,
    number: row.number,
    title: row.title,
    owner: goalOwnerOf(row),
    theme: row.theme,
    ambition: row.ambition,
    criterion: row.criterion,
    indicator: row.indicator,
    unit: row.unit,
    baseline: row.baseline,
    target: row.target,
    instrument: row.instrument,
    start: row.start,
    end: row.end,
    rhythm: rhythmOf(row.rhythm),
    phase: row.phase,
    phaseSentences: phaseSentencesOf(row.phaseSentences),
    status: row.status,
    version: row.version,
    createdAt: new Date(row.createdAt),
    ownerName: ownerName(row),
    trend,
    last: lastOf(row),
    now: trend.at(-1) ?? null,
  };
}

export function phaseSentencesOf(text: string): Record<Phase, string> {
  return { aanloop: '', 'op pad': '', onderweg: '', 'op stoom': '', ...(JSON.parse(text) as object) };
}

function lastOf(row: Row): CheckIn | null {
  if (row.lastId === null) return null;
  return {
    id: row.lastId,
    goalId: row.id,
    date: row.lastDay,
    at: new Date(row.lastAt),
    byId: row.lastById,
    byName: row.lastByName ?? '',
    status: row.lastStatus,
    value: row.lastValue,
    sentence: row.lastSentence,
    success: row.lastSuccess === 1,
  };
}
