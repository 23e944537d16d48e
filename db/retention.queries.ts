/** What is too old goes, once a day (PRODUCT 8). */
import { KEPT_DAYS } from '../src/bot/controls.store.ts';
import { addDays, type LocalDate, localDate } from '../src/calendar/local-date.ts';
import { instantAt, localTime } from '../src/calendar/zone.ts';
import type { Colleague } from '../src/people/people.store.ts';
import type { RetentionCounts, RetentionStore } from '../src/privacy/retention.store.ts';
import {
  type Bounds,
  boundsOn,
  RETENTION_KINDS,
  type RetentionKind,
  type RetentionTerms,
  USUAL_TERMS,
} from '../src/privacy/retention.ts';
import { byName } from './by-name.ts';
import type { Database } from './database.ts';
import { FORGET_CONTROLS, HAS_OLD_HISTORY, RETENTION_STEPS, SOMEBODY } from './retention-rules.ts';

const MIDNIGHT = localTime('00:00');

const SETTING = 'select value from setting where name = :name';
const SET = `
  insert into setting (name, value) values (:name, :value)
  on conflict (name) do update set value = excluded.value`;
const TERMS = 'retention.terms';
const DONE = 'retention.done';

const ADD_SOMEBODY = `
  insert into person (name, email, removed_on) values (:name, :email, :today) on conflict (email) do nothing`;

const GONE = `
  select p.id, p.name, p.email from person p
  where p.removed_on is null
    and exists (select 1 from employment e where e.person_id = p.id)
    and not exists (
      select 1 from employment e where e.person_id = p.id and (e.until_day is null or e.until_day >= :before))`;
const LAST_BACKUP = 'select max(at) as at from backup';

export function retentionQueries(database: Database): RetentionStore {
  const setting = (name: string): string | null =>
    database.statement<{ name: string }, { value: string }>(SETTING).get({ name })?.value ?? null;
  const set = (name: string, value: string) => database.statement(SET).run({ name, value });
  const terms = (): RetentionTerms => {
    const stored = setting(TERMS);
    return stored === null ? USUAL_TERMS : { ...USUAL_TERMS, ...(JSON.parse(stored) as Partial<RetentionTerms>) };
  };
  // Also when the clock of the trial school was set back.
  const isDone = (today: LocalDate): boolean => (setting(DONE) ?? '') >= today;

  const removeOld = (today: LocalDate): RetentionCounts | null => {
    if (isDone(today)) return null;
    const bounds = boundsOn(terms(), today);
    const [updates, audit] = [bounds.updates, bounds.audit].map(startOf);
    if (database.statement(HAS_OLD_HISTORY).get({ updates, audit }) !== undefined) {
      database.statement(ADD_SOMEBODY).run({ ...SOMEBODY, today });
    }
    const counts = RETENTION_KINDS.map((kind) => [kind, removeKind(database, kind, bounds)] as const);
    database.statement(FORGET_CONTROLS).run({ at: startOf(addDays(today, -KEPT_DAYS)) });
    set(DONE, today);
    return Object.fromEntries(counts) as RetentionCounts;
  };

  return {
    terms: () => database.read(terms),

    setTerms: (stamp, changed) =>
      database.act(stamp, () => {
        set(TERMS, JSON.stringify(changed));
        return { result: undefined, subject: 'setting:retention' };
      }),

    carryOut: async (today) =>
      // Asked every minute, and writing keeps others waiting.
      (await database.read(() => isDone(today))) ? null : database.change(() => removeOld(today)),

    gone: (before) =>
      database.read(() => byName(database.statement<{ before: LocalDate }, Colleague>(GONE).all({ before }))),

    lastBackup: () =>
      database.read(() => {
        const { at } = database.statement<object, { at: number | null }>(LAST_BACKUP).get({})!;
        return at === null ? null : new Date(at);
      }),
  };
}

/** How many records of this kind went or lost their names. */
function removeKind(database: Database, kind: RetentionKind, bounds: Bounds): number {
  const day = bounds[kind];
  const bound = kind === 'pop' ? { day } : { day, at: startOf(localDate(day)) };
  let count = 0;
  for (const { text, isPart } of RETENTION_STEPS[kind]) {
    const { changes } = database.statement(text).run(bound);
    if (!isPart) count += changes;
  }
  return count;
}

/** The first instant of that day, in milliseconds. */
function startOf(day: LocalDate): number {
  return instantAt(day, MIDNIGHT).getTime();
}
