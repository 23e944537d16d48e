/** Actions as they stand in a list, and what happened to them. */
import type { ActionId } from '../src/actions/action.ts';
import type { ActionEvent, ActionLine, ActionQuery } from '../src/actions/actions.store.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type { Database } from './database.ts';

/** How often an action of this table name or alias was offered, up to the present offer. */
export function OFFERS(table: string): string {
  return `iif(${table}.offered_to_id is null, 0,
    (select count(*) from action_event where action_id = ${table}.id and what = 'aangeboden')) as offers`;
}

/** When the present owner of an action of this table name or alias got it from somebody else; null when it was theirs from the start. */
export function OWNER_SINCE(table: string): string {
  return `(select max(at) from action_event where action_id = ${table}.id and from_person_id is not null
    and to_person_id is not null and what not in ('aangeboden', 'teruggegeven')) as ownerSince`;
}

/** Starts a query over actions `a`, whose rows `lineOf` reads. */
const LINE = `
  select a.id, a.school_id as schoolId, a.number, a.what, a.owner_id as ownerId, a.due, a.team_id as teamId,
    a.goal_id as goalId, a.state, o.name as ownerName, a.giver_id as giverId, coalesce(g.name, '') as giverName,
    a.offered_to_id as offeredToId, coalesce(n.name, '') as offeredToName, a.offered_on as offeredOn, ${OFFERS('a')}, a.agreed,
    ${OWNER_SINCE('a')},
    a.meeting_id as meetingId, coalesce(t.name, '') as teamName, a.version, a.created_at as createdAt
  from action a join person o on o.id = a.owner_id
    left join person g on g.id = a.giver_id
    left join person n on n.id = a.offered_to_id
    left join team t on t.id = a.team_id`;
const BY_ID = `${LINE} where a.id = :id`;

const EVENTS = `
  select e.at, e.by_id as byId, coalesce(b.name, '') as byName, e.what, e.from_text as "from", e.to_text as "to",
    coalesce(f.name, '') as fromName, coalesce(n.name, '') as toName, e.reason
  from action_event e
    left join person b on b.id = e.by_id
    left join person f on f.id = e.from_person_id
    left join person n on n.id = e.to_person_id
  where e.action_id = :id order by e.at desc, e.id desc`;

/** What each condition says in SQL. An action that was agreed in a meeting is of the team that met, which finds it by its index. */
const CONDITIONS = {
  schoolIds: 'a.school_id in (select value from json_each(:schoolIds))',
  teamId: 'a.team_id = :teamId',
  ownerId: 'a.owner_id = :ownerId',
  offeredToId: 'a.offered_to_id = :offeredToId',
  concerns: '(a.owner_id = :concerns or a.offered_to_id = :concerns)',
  meetingId: 'a.team_id = (select team_id from meeting where id = :meetingId) and a.meeting_id = :meetingId',
  number: 'a.number = :number',
  states: 'a.state in (select value from json_each(:states))',
} as const satisfies Record<keyof ActionQuery, string>;
/** Written out, so that the index of open actions is used. */
const OPEN = "a.state = 'open'";

type LineRow = Omit<ActionLine, 'agreed' | 'createdAt' | 'ownerSince'> & {
  readonly agreed: number;
  readonly createdAt: number;
  readonly ownerSince: number | null;
};
type EventRow = Omit<ActionEvent, 'at'> & { readonly at: number };

function lineOf({ agreed, createdAt, ownerSince, ...row }: LineRow): ActionLine {
  return { ...row, agreed: agreed === 1, createdAt: new Date(createdAt), ownerSince: dayOf(ownerSince) };
}

export function dayOf(at: number | null): LocalDate | null {
  return at === null ? null : localDateOf(new Date(at));
}

export function actionLines(database: Database, query: ActionQuery): readonly ActionLine[] {
  const given = (Object.keys(CONDITIONS) as (keyof ActionQuery)[]).filter((name) => query[name] !== undefined);
  const onlyOpen = query.states?.length === 1 && query.states[0] === 'open';
  const where = given.map((name) => (name === 'states' && onlyOpen ? OPEN : CONDITIONS[name]));
  const text = `${LINE} ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by a.due, a.number, a.id`;
  const { schoolIds, states, ...rest } = query;
  return database
    .statement<object, LineRow>(text)
    .all({ ...rest, schoolIds: JSON.stringify(schoolIds), states: JSON.stringify(states) })
    .map(lineOf);
}

export function actionLine(database: Database, id: ActionId): ActionLine | null {
  const row = database.statement<{ id: ActionId }, LineRow>(BY_ID).get({ id });
  return row ? lineOf(row) : null;
}

/** Newest first. */
export function actionEvents(database: Database, id: ActionId): readonly ActionEvent[] {
  return database
    .statement<{ id: ActionId }, EventRow>(EVENTS)
    .all({ id })
    .map(({ at, ...event }) => ({ ...event, at: new Date(at) }));
}
