/** What people changed in chat, since an import last wrote it. */
import { tidy } from '../src/import/cell-text.ts';
import type { ChatChange, ChatColumn } from '../src/import/chat-changes.ts';
import type { Database } from './database.ts';

/** Events are only appended, so the one with the higher id is the later one, also when a clock was set back. */
const CHANGES = `
  select s.name as school, g.number, e.what as "column", e.from_text as "from"
  from goal_event e
  join goal g on g.id = e.goal_id
  join school s on s.id = g.school_id
  where e.by_id is not null and not exists (
    select 1 from goal_event i where i.goal_id = e.goal_id and i.what = e.what and i.by_id is null and i.id > e.id
  )
  order by e.id`;

export function chatChangesOf(database: Database): readonly ChatChange[] {
  return database
    .statement<object, ChatChange>(CHANGES)
    .all({})
    .map((change) => ({ ...change, school: tidy(change.school), from: tidy(change.from) }));
}

const TEAM_COLUMNS = `
  select 'leerteams' as sheet, s.name as school, t.name, e.what as "column", e.from_text as "from"
  from team_event e
  join team t on t.id = e.team_id
  join school s on s.id = t.school_id
  where e.by_id is not null and not exists (
    select 1 from team_event i where i.team_id = e.team_id and i.what = e.what and i.by_id is null and i.id > e.id
  )
  order by e.id`;
/** The marks of `column-marks.ts` of which the newest is a person's. */
const MARKS = `
  select subject from audit where subject glob 'school:*:*' or subject glob 'employment:*:*'
  group by subject having max(id) = max(case when by_id is not null then id end)`;
const SCHOOLS = "select 'school:' || id as row, 'scholen' as sheet, name as school, '' as name from school";
const STAFF = `
  select 'employment:' || e.id as row, 'medewerkers' as sheet, coalesce(s.name, '') as school, p.email as name
  from employment e join person p on p.id = e.person_id left join school s on s.id = e.school_id`;

export function chatColumnsOf(database: Database): readonly ChatColumn[] {
  const all = <Row>(text: string) => database.statement<object, Row>(text).all({});
  type Row = Omit<ChatColumn, 'column' | 'from'> & { readonly row: string };
  const rows = new Map([...all<Row>(SCHOOLS), ...all<Row>(STAFF)].map(({ row, ...named }) => [row, named]));
  const marked = all<{ subject: string }>(MARKS).flatMap(({ subject }): ChatColumn[] => {
    const [table, id, column] = subject.split(':');
    const named = rows.get(`${table}:${id}`);
    return named ? [{ ...named, column: column!, from: '' }] : [];
  });
  return [...all<ChatColumn>(TEAM_COLUMNS), ...marked].map((change) => ({
    ...change,
    school: tidy(change.school),
    name: tidy(change.name),
    from: tidy(change.from),
  }));
}
