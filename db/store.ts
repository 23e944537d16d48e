/** The store on a SQLite database: all that the product keeps. */
import type { Store } from '../src/store.ts';
import { actionQueries } from './actions.queries.ts';
import { adviceQueries } from './advice.queries.ts';
import { agendaQueries } from './agenda.queries.ts';
import { controlQueries } from './controls.queries.ts';
import { conversationQueries } from './conversations.queries.ts';
import type { Database } from './database.ts';
import { goalsQueries } from './goals.queries.ts';
import { handoverQueries } from './handover.queries.ts';
import { importQueries } from './import.queries.ts';
import { minutesQueries } from './minutes.queries.ts';
import { outboxQueries } from './outbox.queries.ts';
import { peopleQueries } from './people.queries.ts';
import { popQueries } from './pop.queries.ts';
import { popCountedQueries } from './pop-counted.queries.ts';
import { postQueries } from './posts.queries.ts';
import { privacyQueries } from './privacy.queries.ts';
import { retentionQueries } from './retention.queries.ts';
import { schoolQueries } from './school-changes.queries.ts';
import { summaryQueries } from './summary.queries.ts';
import { teamQueries } from './team-changes.queries.ts';

/** Every change of a person is on record in audit; an import holds plans for any time, so it is not part of what happened. */
const LATEST = `select at from audit where act <> 'importeer' order by at desc limit 1`;

const DONE = 'select subject from once where key = :key';

export function createStore(database: Database): Store {
  return {
    people: peopleQueries(database),
    school: schoolQueries(database),
    goals: goalsQueries(database),
    teams: teamQueries(database),
    agenda: agendaQueries(database),
    minutes: minutesQueries(database),
    actions: actionQueries(database),
    advice: adviceQueries(database),
    handover: handoverQueries(database),
    pop: { ...popQueries(database), ...popCountedQueries(database) },
    summary: summaryQueries(database),
    privacy: privacyQueries(database),
    retention: retentionQueries(database),
    outbox: outboxQueries(database),
    posts: postQueries(database),
    controls: controlQueries(database),
    conversations: conversationQueries(database),
    import: importQueries(database),
    done: (key) =>
      database.read(() => database.statement<{ key: string }, { subject: string }>(DONE).get({ key })?.subject ?? null),
    audit: (stamp) => database.act(stamp, () => ({ result: undefined, subject: '' })),
    latestRecord: () =>
      database.read(() => {
        const latest = database.statement<object, { at: number }>(LATEST).get({});
        return latest ? new Date(latest.at) : null;
      }),
    close: () => database.close(),
  };
}
