/** Which row a name of the sheets stands for, also for rows that this import adds. */
import { tidy } from '../src/import/cell-text.ts';
import { keyOf } from '../src/import/stored-index.ts';
import type { Stamp } from '../src/stamp.ts';
import type { Database, Orm } from './database.ts';

const SCHOOLS = 'select id, name, next_goal_number as nextGoal, next_action_number as nextAction from school';
const PEOPLE = 'select id, name, email from person';
const ADDRESSES = 'select person_id as id, email from address';
const EMPLOYMENTS = 'select id, person_id as personId, school_id as schoolId from employment';
const TEAMS = 'select t.id, s.name as school, t.name from team t join school s on s.id = t.school_id';
const GOALS = 'select g.id, s.name as school, g.number, g.title from goal g join school s on s.id = g.school_id';
const ACTIONS = 'select a.id, s.name as school, a.number from action a join school s on s.id = a.school_id';

export type KnownSchool = { readonly id: number; nextGoal: number; nextAction: number; touched: boolean };

type Numbered = { readonly id: number; readonly school: string; readonly number: number };

export type Ids = {
  readonly schools: Map<string, KnownSchool>;
  /** By any address, the present one first. */
  readonly people: Map<string, number>;
  readonly names: Map<number, string>;
  /** By person and school, both ids. */
  readonly employments: Map<string, number>;
  /** By school and name. */
  readonly teams: Map<string, number>;
  /** By school and number. */
  readonly goals: Map<string, number>;
  /** By school and title: for actions of goals that had no number in the sheets. */
  readonly goalTitles: Map<string, number>;
  readonly actions: Map<string, number>;
};

export type RunningImport = {
  readonly database: Database;
  readonly orm: Orm;
  readonly stamp: Stamp;
  readonly ids: Ids;
};

/** Names are as the sheets write them. */
export function loadIds(database: Database): Ids {
  const all = <Row>(text: string) => database.statement<object, Row>(text).all({});
  const people = all<{ id: number; name: string; email: string }>(PEOPLE);
  const goals = all<Numbered & { readonly title: string }>(GOALS);
  return {
    schools: new Map(
      all<{ id: number; name: string; nextGoal: number; nextAction: number }>(SCHOOLS).map(({ name, ...school }) => [
        tidy(name),
        { ...school, touched: false },
      ]),
    ),
    people: new Map([...all<{ id: number; email: string }>(ADDRESSES), ...people].map(({ email, id }) => [email, id])),
    names: new Map(people.map(({ id, name }) => [id, name])),
    employments: new Map(
      all<{ id: number; personId: number; schoolId: number | null }>(EMPLOYMENTS).map((row) => [
        keyOf(row.personId, row.schoolId),
        row.id,
      ]),
    ),
    teams: new Map(
      all<{ id: number; school: string; name: string }>(TEAMS).map((row) => [
        keyOf(tidy(row.school), tidy(row.name)),
        row.id,
      ]),
    ),
    goals: byNumber(goals),
    goalTitles: new Map(goals.map((row) => [keyOf(tidy(row.school), tidy(row.title)), row.id])),
    actions: byNumber(all<Numbered>(ACTIONS)),
  };
}

function byNumber(rows: readonly Numbered[]): Map<string, number> {
  return new Map(rows.map((row) => [keyOf(tidy(row.school), row.number), row.id]));
}

/** The check before the import saw to it that everything named is there; then it went away meanwhile. */
export function idOf<T>(ids: ReadonlyMap<string, T>, ...key: readonly (string | number | null)[]): T {
  const id = ids.get(keyOf(...key));
  if (id === undefined) throw new Error('an import names what is not there any more');
  return id;
}

/** The id of the school, which is planned again after the import. */
export function touch(ids: Ids, name: string): number {
  const school = idOf(ids.schools, name);
  school.touched = true;
  return school.id;
}
