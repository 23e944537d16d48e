/** What people changed in goals in chat, since an import last wrote it. */
import { tidy } from '../src/import/cell-text.ts';
import type { ChatChange } from '../src/import/chat-changes.ts';
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
