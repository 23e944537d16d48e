/** `wis`: what the team must keep leads to "oud-collega" from now on, the rest goes (PRODUCT 8). */
import type { LocalDate } from '../src/calendar/local-date.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type { PersonId } from '../src/people/person.ts';
import { mayName, soughtFor, withoutNamesakes } from '../src/privacy/name-search.ts';
import { REMOVED_NAME, removedEmail } from '../src/privacy/removed.ts';
import type { Stamp } from '../src/stamp.ts';
import { type AddressKey, checkOf, givenUpIn, giveUpKey, hashOf, keyCheckOf, rememberGivenUp } from './address-key.ts';
import type { Database, Orm } from './database.ts';
import { databaseError } from './database-error.ts';
import { withoutEscapes } from './free-texts.ts';
import { PERSON_COLUMNS, PERSON_SUBJECT, TALK_SUBJECTS } from './person-columns.ts';
import { planSchoolsOfAgain } from './planning-mark.ts';
import { forgetRemoved, type RemovedHash, rememberRemoved, removedHashes } from './removed-addresses.ts';

/** Who it was: to look for in texts, and not to keep. */
export type Removed = { readonly name: string; readonly addresses: readonly string[] };

/** What a database knows of removed people, to be carried over into another. */
export type Removals = {
  readonly hashes: readonly RemovedHash[];
  /** Checks of keys that were lost and given up (`sleutel`). */
  readonly givenUp: readonly string[];
};

type Person = { readonly id: PersonId; readonly today: LocalDate };

const WHO = 'select name, email from person where id = :id and removed_on is null';
const OTHERS = 'select name from person where id <> :id and removed_on is null';
const ADDRESSES = 'select email from address where person_id = :id';
const ALL_ADDRESSES = `
  select p.id, p.email from person p where p.removed_on is null
  union all select a.person_id, a.email from address a`;

/** Columns that hold a subject such as `person:12`. What others get or switched off about this person goes; `once` and `audit` hold numbers only. */
export const SUBJECT_COLUMNS = ['mute.subject', 'outbox.subject', 'post.subject', 'once.subject', 'audit.subject'];

const ABOUT_THEM = [
  `delete from mute where subject = ${PERSON_SUBJECT} or subject in (${TALK_SUBJECTS})`,
  // That their work needs another owner is about the work.
  `delete from outbox where (subject = ${PERSON_SUBJECT} and kind <> 'overdracht') or subject in (${TALK_SUBJECTS})`,
  `delete from post where subject = ${PERSON_SUBJECT} or subject in (${TALK_SUBJECTS})`,
];

/** The history of a goal names its owners. */
const OWNERS_NAMED = ['from_text', 'to_text'].map(
  (column) => `update goal_event set ${column} = :removed where what = 'eigenaar' and ${column} = :name`,
);

const ANONYMOUS = `
  update person set name = :name, email = :email, language = 'nl', digest_time = '08:00', snoozed_until = null,
    muted_kinds = '[]', welcomed_on = null, removed_on = :today
  where id = :id`;

/** In the trial school what the bot and others said is stored; of a real platform nothing is. */
const CHATS = ['trial_message', 'trial_channel_message'];

/** A group may be called after its people. By a name that is in the plans a leerteam finds its channel: that one is told to a human, with the other texts. */
const CHANNEL_NAMES = `
  select rowid as id, name from conversation c where kind = 'channel' and name is not null and not exists (
    select 1 from team t where lower(ltrim(t.channel, '#')) = lower(ltrim(c.name, '#')))`;
const FORGET_CHANNEL_NAME = 'update conversation set name = null, name_key = null where rowid = :id';

/** Anybody's control may carry the name; at worst somebody has to ask for a list or a form again. */
const EMPTY_CONTROLS = 'delete from kept_control';

/**
 * Removes one person. Call within an act or a change; the file still holds old pages after it (`cleanFile`). `key` comes from `addressKey`,
 * asked before the change. Null: is not there, or was removed before.
 */
export function removePerson(
  database: Database,
  orm: Orm,
  { at }: Pick<Stamp, 'at'>,
  id: PersonId,
  key: AddressKey,
): Removed | null {
  const who = database.statement<object, { name: string; email: string }>(WHO).get({ id });
  if (!who) return null;
  const { name, email } = who;
  const others = database.statement<object, { email: string }>(ADDRESSES).all({ id });
  const addresses = [email, ...others.map((other) => other.email)];
  const person: Person = { id, today: localDateOf(at) };

  rememberRemoved(
    database,
    key,
    addresses.map((address) => ({ hash: hashOf(key, address), removedOn: person.today })),
  );
  planSchoolsOfAgain(orm, id);
  for (const text of ABOUT_THEM) run(database, text, person);
  for (const { removal } of PERSON_COLUMNS) {
    if (removal !== 'stays') for (const text of removal) run(database, text, person);
  }
  for (const text of OWNERS_NAMED) database.statement(text).run({ name, removed: REMOVED_NAME });
  deleteChatsNaming(database, id, { name, addresses });
  forgetChannelNames(database, { name, addresses });
  database.statement(EMPTY_CONTROLS).run({});
  database.statement(ANONYMOUS).run({ ...person, name: REMOVED_NAME, email: removedEmail(id) });
  return { name, addresses };
}

/** A statement of the table takes as many of the parameters as it names. */
function run(database: Database, text: string, { id, today }: Person): void {
  database.statement(text).run(text.includes(':today') ? { id, today } : { id });
}

function deleteChatsNaming(database: Database, id: PersonId, { name, addresses }: Removed): void {
  const others = database.statement<object, string>(OTHERS).pluck().all({ id });
  const sought = withoutNamesakes(soughtFor(name, addresses), others as readonly string[]);
  for (const table of CHATS) {
    const rows = database
      .statement<object, { id: number; content: string }>(`select id, content from ${table}`)
      .all({});
    const named = rows.filter(({ content }) => mayName(withoutEscapes(content), sought));
    for (const row of named) database.statement(`delete from ${table} where id = :id`).run({ id: row.id });
  }
}

function forgetChannelNames(database: Database, { name, addresses }: Removed): void {
  const sought = soughtFor(name, addresses);
  const channels = database.statement<object, { id: number; name: string }>(CHANNEL_NAMES).all({});
  for (const { id } of channels.filter((channel) => mayName(channel.name, sought))) {
    database.statement(FORGET_CHANNEL_NAME).run({ id });
  }
}

/** For `herstel`: of the present database, before it is put aside. */
export function removalsIn(database: Database): Removals {
  return { hashes: removedHashes(database), givenUp: givenUpIn(database) };
}

/**
 * For `herstel`: remembers them in this restored database, and removes everybody who has one of these addresses: gives who. Call within a
 * change. `key` is that of the database they come from (`addressKey(present)`).
 * @throws DatabaseError when the restored database knows removed people by another key, unless that was given up.
 */
export function removeAgain(
  database: Database,
  orm: Orm,
  stamp: Pick<Stamp, 'at'>,
  { hashes, givenUp }: Removals,
  key: AddressKey,
): readonly Removed[] {
  if (hashes.length === 0 && givenUp.length === 0) return [];
  const check = keyCheckOf(database);
  if (check !== null && check !== checkOf(key)) {
    if (!givenUp.includes(check)) throw databaseError('database.other-key', {});
    forgetRemoved(database);
    giveUpKey(database, check, key);
  }
  rememberGivenUp(database, givenUp);
  rememberRemoved(database, key, hashes);
  const removed = new Set(hashes.map(({ hash }) => hash));
  const people = database
    .statement<object, { id: PersonId; email: string }>(ALL_ADDRESSES)
    .all({})
    .filter(({ email }) => removed.has(hashOf(key, email)));
  return [...new Set(people.map(({ id }) => id))].flatMap((id) => removePerson(database, orm, stamp, id, key) ?? []);
}
