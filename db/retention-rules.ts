/** What retention does to each kind of record that is too old. What it leaves stays readable: facts without people's words and names. */
import type { RetentionKind } from '../src/privacy/retention.ts';
import { CURRENT, NEWEST_FIRST } from './goal-lines.ts';

/** Stands for whoever did something too long ago to tell. Not null, which says that an import did it: the next one would take back what people changed in chat. */
export const SOMEBODY = { email: 'collega@gewist.invalid', name: 'een collega' } as const;
const SOMEBODY_ID = `(select id from person where email = '${SOMEBODY.email}')`;

/** One statement over `:day` (records of before that day go; of `pop` a school year) and `:at`, its first instant. */
export type Step = {
  readonly text: string;
  /** Goes along with records that are counted themselves. */
  readonly isPart?: true;
};

const part = (text: string): Step => ({ text, isPart: true });
const whole = (text: string): Step => ({ text });

const OLD_ITEMS = "select id from agenda_item where state <> 'open' and closed_at < :at";
// Settled, nothing happened to it since, and on no agenda.
const OLD_ADVICE = `
  select a.id from advice a
  where a.state in ('overgenomen', 'niet overgenomen', 'later', 'ingetrokken')
    and not exists (select 1 from agenda_item i where i.advice_id = a.id)
    and coalesce((select max(at) from advice_event e where e.advice_id = a.id), a.created_at) < :at`;

// How a goal went is told as long as the goal is there: also at the beginning of what is kept, for the summary's "since last month" and for
// who takes a later update back.
const NEWEST = `
  select (
    select c.id from check_in c
    where c.goal_id = g.id and c.at < :at and ${CURRENT} and not exists (
      select 1 from check_in r where r.original_id = coalesce(c.original_id, c.id) and r.id > c.id)
    order by ${NEWEST_FIRST} limit 1) as id
  from goal g`;
const OLD_UPDATES = `select id from check_in where at < :at and id not in (select id from (${NEWEST}) where id is not null)`;

// Which columns of the import sheets people changed in chat (`column-marks.ts`); of each the newest says it.
const MARKS = `
  select max(id) from audit where subject glob 'school:*:*' or subject glob 'employment:*:*' group by subject`;

/** Of a column that refers to a person, or not at all. */
const unnamed = (column: string) => `${column} = iif(${column} is null, null, ${SOMEBODY_ID})`;
const isNamed = (columns: readonly string[]) =>
  columns.map((column) => `coalesce(${column}, ${SOMEBODY_ID}) is not ${SOMEBODY_ID}`).join(' or ');
/** Takes the persons out of old rows of a history, and whatever else `clears` says; only rows that still have any of it. */
const forget = (table: string, persons: readonly string[], clears = '', has = '0') => `
  update ${table} set ${persons.map(unnamed).join(', ')}${clears} where at < :at and (${isNamed(persons)} or ${has})`;

/** In this order: a row goes before the one that it refers to. */
export const RETENTION_STEPS: Readonly<Record<RetentionKind, readonly Step[]>> = {
  pop: [
    part('delete from pop_talk where pop_id in (select id from pop where year < :day)'),
    whole('delete from pop where year < :day'),
  ],
  absence: [whole('delete from absence where until_day < :day')],
  minutes: [
    whole('delete from minutes where at < :at'),
    whole('delete from decision where at < :at'),
    part(`delete from agenda_item_event where item_id in (${OLD_ITEMS})`),
    whole(`delete from agenda_item where id in (${OLD_ITEMS})`),
    part(`delete from advice_event where advice_id in (${OLD_ADVICE})`),
    whole(`delete from advice where id in (${OLD_ADVICE})`),
    whole("update meeting set reason = '' where day < :day and reason <> ''"),
  ],
  updates: [
    part(`update check_in set replaces = null where replaces in (${OLD_UPDATES}) and id not in (${OLD_UPDATES})`),
    whole(`delete from check_in where id in (${OLD_UPDATES})`),
    whole("update check_in set sentence = '', by_id = null where at < :at and (sentence <> '' or by_id is not null)"),
    whole(
      forget(
        'goal_event',
        ['by_id'],
        ", reason = '', from_text = iif(what = 'eigenaar', '', from_text), to_text = iif(what = 'eigenaar', '', to_text)",
        "reason <> '' or (what = 'eigenaar' and (from_text <> '' or to_text <> ''))",
      ),
    ),
    whole(forget('action_event', ['by_id', 'from_person_id', 'to_person_id'], ", reason = ''", "reason <> ''")),
    whole(forget('team_event', ['by_id', 'from_person_id', 'to_person_id'])),
  ],
  audit: [whole(`delete from audit where at < :at and id not in (${MARKS})`), whole(forget('audit', ['by_id']))],
  messages: [
    whole("delete from outbox where state <> 'planned' and until_day < :day and coalesce(sent_day, '') < :day"),
    whole("delete from post where state <> 'planned' and until_at < :at"),
    // The newest tells which message somebody got last.
    whole(`
      delete from digest
      where day < :day and day < (select max(d.day) from digest d where d.receiver_id = digest.receiver_id)`),
    whole('delete from once where at < :at'),
    whole('delete from refused_account where at < :at'),
    // Who has an account gets messages without ever writing back, and a channel of a leerteam likewise.
    whole(`
      delete from conversation as c where c.at < :at and iif(c.kind = 'person',
        not exists (select 1 from account a where a.platform = 'teams' and a.tenant = c.tenant and a.account = c.place),
        not exists (
          select 1 from team t where t.channel = c.place or lower(ltrim(t.channel, '#')) = lower(ltrim(c.name, '#'))))`),
  ],
};

/** Before `:at`; whatever the terms are. */
export const FORGET_CONTROLS = 'delete from kept_control where at < :at';

/** Is there a history of before `:at` with somebody in it? Then SOMEBODY must be there. */
export const HAS_OLD_HISTORY = `
  select 1 from goal_event where at < :updates union all select 1 from action_event where at < :updates
  union all select 1 from team_event where at < :updates union all select 1 from audit where at < :audit limit 1`;
