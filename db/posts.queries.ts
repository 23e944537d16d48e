/** Messages of their own, beside the digest: one is claimed at a time, so that two processes never send the same. */
import { randomUUID } from 'node:crypto';
import { localDateOf, localTimeOf } from '../src/calendar/zone.ts';
import type { NudgeKind } from '../src/delivery/nudge.ts';
import type { PostClaim, PostId, PostOutcome, PostState, PostsStore } from '../src/delivery/posts.store.ts';
import type { PersonId, SchoolId } from '../src/people/person.ts';
import { announce } from './announce.ts';
import type { Database } from './database.ts';

const WAITS = "(state = 'planned' or stale) and due_at <= :now and (lease_until is null or lease_until <= :now)";
const DUE = `select id from post where ${WAITS} order by due_at, id limit :limit`;
const PRINT = 'select print from post where id = :id';
// `stale` is 2 when it changed while somebody had it (`announce.ts`). A planned post is composed after this, so nothing of it is stale.
// Whoever stops halfway leaves it unknown what stands there: `print` is null until it is settled.
const CLAIM = `
  update post set token = :token, print = null, lease_until = :leaseUntil, stale = iif(state = 'planned', 0, 1)
  where id = :id and ${WAITS}
  returning key, kind, school_id as schoolId, person_id as personId, channel, subject, due_at as dueAt, until_at as untilAt,
    state, reference`;

const END = 'token = null, lease_until = null, stale = iif(stale = 2, 1, 0)';
// Also when the claim is gone: what went out must be known, or it goes out again.
const SENT = `
  update post set state = 'sent', reason = '', reference = coalesce(reference, :reference), sent_at = coalesce(sent_at, :now),
    print = :print, ${END}
  where id = :id and token = :token`;
const SENT_AFTER_ALL = `
  update post set state = 'sent', reference = coalesce(reference, :reference), sent_at = coalesce(sent_at, :now)
  where id = :id and token is not :token`;
// Without a reference it cannot be edited.
const NOTHING_TO_EDIT = 'update post set stale = 0 where id = :id and reference is null';
const EDITED = `update post set reason = '', print = :print, ${END} where id = :id and token = :token`;
// What went out stays as it is; `reason` says that the last edit was refused (`PostState`).
const OVER = `
  update post set state = iif(state = 'planned', :state, state), reason = iif(state = 'planned' or :state = 'failed', :reason, reason),
    stale = 0, token = null, lease_until = null
  where id = :id and token = :token`;
const STATE = 'select state, reason from post where key = :key';
const RELEASE = 'update post set token = null, lease_until = :retryAt where id = :id and token = :token';

type Row = {
  readonly key: string;
  readonly kind: NudgeKind;
  readonly schoolId: SchoolId;
  readonly personId: PersonId | null;
  readonly channel: string | null;
  readonly subject: string;
  readonly dueAt: number;
  readonly untilAt: number;
  readonly state: string;
  readonly reference: string | null;
};

export function postQueries(database: Database): PostsStore {
  const run = (text: string, parameters: object): number => database.statement(text).run(parameters).changes;

  const store = ({ id, token }: PostClaim, outcome: PostOutcome, now: Date): void => {
    const claim = { id, token };
    switch (outcome.kind) {
      case 'sent': {
        const sent = { ...claim, reference: outcome.reference, now: now.getTime() };
        if (run(SENT, { ...sent, print: outcome.print ?? null }) === 0) run(SENT_AFTER_ALL, sent);
        run(NOTHING_TO_EDIT, { id });
        return;
      }
      case 'edited':
        run(EDITED, { ...claim, print: outcome.print ?? null });
        return;
      case 'lapsed':
        if (run(OVER, { ...claim, state: 'lapsed', reason: '' }) === 1 && outcome.instead)
          announce(database, { tells: [outcome.instead], posts: [], changed: [] });
        return;
      case 'failed':
        if (run(OVER, { ...claim, state: 'failed', reason: outcome.reason }) === 1 && outcome.instead)
          announce(database, { tells: outcome.instead, posts: [], changed: [] });
    }
  };

  return {
    due: (now, limit) =>
      database.read(() =>
        database
          .statement<object, { id: PostId }>(DUE)
          .all({ now: now.getTime(), limit })
          .map(({ id }) => id),
      ),

    claim: (id, now, leaseUntil) =>
      database.change(() => {
        const token = randomUUID();
        const times = { now: now.getTime(), leaseUntil: leaseUntil.getTime() };
        const before = database.statement<object, { print: string | null }>(PRINT).get({ id });
        const row = database.statement<object, Row>(CLAIM).get({ id, token, ...times });
        return row ? claimOf(id, token, row, before?.print ?? null) : null;
      }),

    state: (key) => database.read(() => database.statement<object, PostState>(STATE).get({ key }) ?? null),

    settle: (claim, outcome, now) => database.change(() => store(claim, outcome, now)),

    release: ({ id, token }, retryAt) =>
      database.change(() => {
        run(RELEASE, { id, token, retryAt: retryAt.getTime() });
      }),
  };
}

function claimOf(id: PostId, token: string, row: Row, print: string | null): PostClaim {
  const { key, kind, schoolId, personId, channel, subject } = row;
  const [dueAt, untilAt] = [new Date(row.dueAt), new Date(row.untilAt)];
  return {
    id,
    token,
    post: {
      key,
      kind,
      schoolId,
      to: personId === null ? { kind: 'channel', schoolId, channel: channel! } : { kind: 'person', personId },
      subject,
      day: localDateOf(dueAt),
      time: localTimeOf(dueAt),
      untilDay: localDateOf(untilAt),
      until: localTimeOf(untilAt),
    },
    reference: row.state === 'sent' ? row.reference : null,
    print,
  };
}
