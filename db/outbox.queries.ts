/** Sending: one receiver and day is claimed at a time, so that two processes never send the same digest. */
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../src/calendar/local-date.ts';
import { instantAt, type LocalTime, localTime } from '../src/calendar/zone.ts';
import type {
  Claim,
  FailedMessages,
  OutboxCounts,
  OutboxRow,
  OutboxStore,
  Outcome,
} from '../src/delivery/outbox.store.ts';
import { ALWAYS_TOLD_KINDS } from '../src/people/optional-kinds.ts';
import type { Colleague } from '../src/people/people.store.ts';
import type { PersonId } from '../src/people/person.ts';
import type { Database } from './database.ts';
import { planningQueries } from './planning.queries.ts';

// In quiet days only what may not be switched off goes out.
const RECEIVERS_DUE = `
  select o.receiver_id as id from outbox o join person p on p.id = o.receiver_id
  where o.state = 'planned' and o.next_day <= :day
    and p.digest_time <= :time
    and (p.snoozed_until is null or p.snoozed_until < :day or o.kind in (${ALWAYS_TOLD_KINDS.map((kind) => `'${kind}'`)}))
    and not exists (
      select 1 from digest d
      where d.receiver_id = o.receiver_id and d.day = :day and (d.sent_at is not null or d.lease_until > :now))
  group by o.receiver_id order by min(o.next_day), p.digest_time, o.receiver_id limit :limit`;

const CLAIM = `
  insert into digest (receiver_id, day, token, lease_until) values (:receiver, :day, :token, :leaseUntil)
  on conflict (receiver_id, day) do update set token = excluded.token, lease_until = excluded.lease_until
    where sent_at is null and lease_until <= :now`;
const RELEASE = `
  update digest set lease_until = :retryAt
  where receiver_id = :receiver and day = :day and token = :token and sent_at is null`;
const HOLDS = 'select 1 from digest where receiver_id = :receiver and day = :day and token = :token';
const END_CLAIM =
  'delete from digest where receiver_id = :receiver and day = :day and token = :token and sent_at is null';
// Also when the claim is gone: what went out must be known, or it goes out again.
const DIGEST_SENT = `
  insert into digest (receiver_id, day, token, lease_until, sent_at, reference)
  select :receiver, :day, :token, :now, :now, :reference
  where exists (select 1 from person where id = :receiver and removed_on is null)
  on conflict (receiver_id, day) do update set sent_at = coalesce(sent_at, excluded.sent_at),
    reference = coalesce(reference, excluded.reference)`;
// The first digest says hello (`src/start/welcome.ts`).
const WELCOMED =
  'update person set welcomed_on = :day where id = :receiver and welcomed_on is null and removed_on is null';

const ROW = `
  select id, key, kind, receiver_id as receiver, school_id as schoolId, subject, step, from_day as "from",
    until_day as until, answered_from as answeredFrom, next_day as nextDay
  from outbox`;
const DUE = `
  ${ROW} where receiver_id = :receiver and state = 'planned' and next_day <= :day order by kind, subject, step, id`;
const SENT_ON = `
  ${ROW} where receiver_id = :receiver and sent_day = :day and state = 'sent' order by kind, subject, step, id`;
// What was put off keeps the day on which it went out, until it is sent again.
const IN_DIGEST = `
  ${ROW} where receiver_id = :receiver and sent_day = :day order by kind, subject, step, id`;

const SENT = "update outbox set state = 'sent', sent_day = :day, reason = '' where id = :id";
const LAPSED = "update outbox set state = 'lapsed', reason = '' where id = :id and state = 'planned'";
const MOVED = "update outbox set next_day = :nextDay where id = :id and state = 'planned'";
const FAILED = "update outbox set state = 'failed', reason = :reason where id = :id and state = 'planned'";
const SNOOZE = `
  update outbox set state = 'planned', next_day = :nextDay, snoozed_to = :nextDay,
    until_day = max(until_day, :nextDay)
  where receiver_id = :receiver and state = 'sent' and id in (select value from json_each(:rows))`;
const LAST_DIGEST = 'select max(day) as day from digest where receiver_id = :receiver and sent_at is not null';

const COUNTS = `
  select state, sum(count) as count from (
    select state, count(*) as count from outbox group by state
    union all select state, count(*) from post group by state)
  group by state`;
const FAILURES = `
  select reason, channel, p.id, p.name, p.email, count(*) as count from (
    select reason, null as channel, receiver_id as person_id from outbox where state = 'failed' and next_day >= :from
    union all select reason, channel, person_id from post where state = 'failed' and due_at >= :instant)
  left join person p on p.id = person_id
  group by reason, channel, p.id order by reason, channel, p.name, p.id`;
const LAST_TICK = "select value from setting where name = 'last-tick'";
const TICKED = `
  insert into setting (name, value) values ('last-tick', :at)
  on conflict (name) do update set value = excluded.value`;

type FailedRow = Colleague & { readonly reason: string; readonly channel: string | null; readonly count: number };

function failedMessages({ reason, channel, count, ...person }: FailedRow): FailedMessages {
  return { reason, count, to: channel === null ? { kind: 'person', person } : { kind: 'channel', channel } };
}

type Due = { readonly day: LocalDate; readonly time: LocalTime; readonly now: number; readonly limit: number };
type OfDay = { readonly receiver: PersonId; readonly day: LocalDate };

export function outboxQueries(database: Database): OutboxStore {
  const run = (text: string, parameters: object): number => database.statement(text).run(parameters).changes;
  const rows = (text: string, of: OfDay) => database.read(() => database.statement<OfDay, OutboxRow>(text).all(of));

  const storeSent = (claim: Claim, outcome: Outcome, now: Date): void => {
    for (const id of outcome.sent) run(SENT, { id, day: claim.day });
    if (!outcome.digest) return;
    run(DIGEST_SENT, { ...claim, now: now.getTime(), reference: outcome.reference });
    run(WELCOMED, claim);
  };

  return {
    ...planningQueries(database),

    receiversDue: (day, time, now, limit) =>
      database.read(() =>
        database
          .statement<Due, { id: PersonId }>(RECEIVERS_DUE)
          .all({ day, time, now: now.getTime(), limit })
          .map((row) => row.id),
      ),

    claim: (receiver, day, now, leaseUntil) =>
      database.change(() => {
        const claim: Claim = { receiver, day, token: randomUUID() };
        const times = { now: now.getTime(), leaseUntil: leaseUntil.getTime() };
        return run(CLAIM, { ...claim, ...times }) === 1 ? claim : null;
      }),

    rows: (receiver, day) => rows(DUE, { receiver, day }),
    sentOn: (receiver, day) => rows(SENT_ON, { receiver, day }),
    inDigest: (receiver, day) => rows(IN_DIGEST, { receiver, day }),

    settle: (claim, outcome, now) =>
      database.change(() => {
        const holds = database.statement(HOLDS).get(claim) !== undefined;
        storeSent(claim, outcome, now);
        if (!holds) return false;
        for (const id of outcome.lapsed) run(LAPSED, { id });
        for (const { id, nextDay } of outcome.moved) run(MOVED, { id, nextDay });
        for (const { id, reason } of outcome.failed) run(FAILED, { id, reason });
        run(END_CLAIM, claim);
        return true;
      }),

    release: (claim, retryAt) =>
      database.change(() => {
        run(RELEASE, { ...claim, retryAt: retryAt.getTime() });
      }),

    snooze: (stamp, receiver, rows, nextDay) =>
      database.act(stamp, () => {
        const count = run(SNOOZE, { receiver, rows: JSON.stringify(rows), nextDay });
        return { result: count, subject: count > 0 ? `person:${receiver}` : null };
      }),

    lastDigest: (receiver) =>
      database.read(
        () =>
          database.statement<{ receiver: PersonId }, { day: LocalDate | null }>(LAST_DIGEST).get({ receiver })?.day ??
          null,
      ),

    counts: () =>
      database.read((): OutboxCounts => {
        const counted = database.statement<object, { state: keyof OutboxCounts; count: number }>(COUNTS).all({});
        const none = { planned: 0, sent: 0, lapsed: 0, failed: 0 };
        return { ...none, ...Object.fromEntries(counted.map((row) => [row.state, row.count])) };
      }),

    failures: (from) =>
      database.read(() =>
        database
          .statement<object, FailedRow>(FAILURES)
          .all({ from, instant: instantAt(from, localTime('00:00')).getTime() })
          .map(failedMessages),
      ),

    lastTick: () =>
      database.read(() => {
        const row = database.statement<object, { value: string }>(LAST_TICK).get({});
        return row ? new Date(Number(row.value)) : null;
      }),
    ticked: (at) =>
      database.change(() => {
        run(TICKED, { at: String(at.getTime()) });
      }),
  };
}
