/** `wis <email>`: removes somebody, and tells what only a human can do (PRODUCT 8). */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { localDateOf } from '../src/calendar/zone.ts';
import type { PersonId } from '../src/people/person.ts';
import type { ToErase } from '../src/privacy/at-stake.ts';
import type { Erased, TextPlace } from '../src/privacy/erased.ts';
import { soughtFor } from '../src/privacy/name-search.ts';
import type { Stamp } from '../src/stamp.ts';
import { addressKey, knownAddressKey } from './address-key.ts';
import { atStake } from './at-stake.ts';
import type { Database } from './database.ts';
import { placesThatMayName } from './free-texts.ts';
import { removePerson } from './removal.ts';
import { removedOn } from './removed-addresses.ts';

const BY_ADDRESS = `
  select id from person where email = :email and removed_on is null
  union all select person_id from address where email = :email
  limit 1`;
const WHO = 'select name, email from person where id = :id';
const BACKUPS = 'select file, at from backup order by at, file';
const LEFT = `
  select s.name from employment e join school s on s.id = e.school_id where e.person_id = :id order by s.name`;

/** By any of their addresses; null: nobody has this one. */
export function toErase(database: Database, now: Date, typed: string): ToErase | null {
  const found = byAddress(database, addressOf(typed));
  if (!found) return null;
  const { name, email } = database.statement<object, { name: string; email: string }>(WHO).get({ id: found.id })!;
  return { name, email, stake: atStake(database, found.id, localDateOf(now)) };
}

function addressOf(typed: string): string {
  return typed.trim().toLowerCase();
}

function byAddress(database: Database, email: string): { readonly id: PersonId } | undefined {
  return database.statement<object, { id: PersonId }>(BY_ADDRESS).get({ email });
}

/**
 * By any of their addresses; `cleanFile` must follow, also for who was removed before. Null: nobody has this address, and nothing changed. A
 * server may run on the file.
 * @throws DatabaseError when the key is gone.
 */
export async function erase(database: Database, stamp: Stamp, typed: string): Promise<Erased | null> {
  const email = addressOf(typed);
  const found = byAddress(database, email);
  if (!found && !wasRemoved(database, email)) return null;
  const stake = found ? atStake(database, found.id, localDateOf(stamp.at)) : null;
  const removed = found ? await remove(database, stamp, found.id) : null;
  const places = removed ?? (await database.read(() => placesThatMayName(database, soughtFor(null, [email]))));
  const handOver = found ? database.statement<object, { name: string }>(LEFT).all({ id: found.id }) : [];
  const known = database.statement<object, { file: string; at: number }>(BACKUPS).all({});
  const backups = [...known, ...unfinishedBeside(known.map(({ file }) => file))];
  return {
    outcome: removed ? 'now' : 'before',
    stake,
    handOver: handOver.map(({ name }) => name),
    backups: backups.map(({ file, at }) => ({ file, at: new Date(at), isThere: existsSync(file) })),
    places,
  };
}

/** What a backup that was stopped halfway left in the folders of the others. */
function unfinishedBeside(files: readonly string[]): readonly { readonly file: string; readonly at: number }[] {
  return [...new Set(files.map((file) => dirname(file)))].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.\d+\.nieuw$/.test(name))
      .map((name) => join(folder, name))
      .map((file) => ({ file, at: Math.trunc(statSync(file).mtimeMs) })),
  );
}

/** Gives the places by name, which can be told this once only. Null: somebody else was first. */
async function remove(database: Database, stamp: Stamp, id: PersonId): Promise<readonly TextPlace[] | null> {
  const key = addressKey(database);
  return database.act(stamp, (orm) => {
    const removed = removePerson(database, orm, stamp, id, key);
    if (!removed) return { result: null, subject: null };
    const places = placesThatMayName(database, soughtFor(removed.name, removed.addresses));
    return { result: places, subject: `person:${id}` };
  });
}

function wasRemoved(database: Database, email: string): boolean {
  const key = knownAddressKey(database);
  return key !== null && removedOn(database, key, email) !== null;
}
