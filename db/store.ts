/** The store on a SQLite database: all that the product keeps. */
import type { Store } from '../src/store.ts';
import { agendaQueries } from './agenda.queries.ts';
import type { Database } from './database.ts';
import { goalsQueries } from './goals.queries.ts';
import { importQueries } from './import.queries.ts';
import { outboxQueries } from './outbox.queries.ts';
import { peopleQueries } from './people.queries.ts';
import { summaryQueries } from './summary.queries.ts';

const LATEST = `
  select max(at) as at from (
    select max(at) as at from audit union all select max(at) from check_in union all select max(at) from goal_event)`;

export function createStore(database: Database): Store {
  return {
    people: peopleQueries(database),
    goals: goalsQueries(database),
    agenda: agendaQueries(database),
    summary: summaryQueries(database),
    outbox: outboxQueries(database),
    import: importQueries(database),
    audit: (stamp) => database.act(stamp, () => ({ result: undefined, subject: '' })),
    latestRecord: () =>
      database.read(() => {
        const { at } = database.statement<object, { at: number | null }>(LATEST).get({})!;
        return at === null ? null : new Date(at);
      }),
    close: () => database.close(),
  };
}
