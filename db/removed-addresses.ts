/** Addresses of people who were removed, as keyed hashes: an import or an old backup must not bring them back. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import { isRemovedEmail } from '../src/privacy/removed.ts';
import { type AddressKey, addressKey, hashOf, keyCheckOf, rememberKey } from './address-key.ts';
import type { Database } from './database.ts';

export type RemovedHash = { readonly hash: string; readonly removedOn: LocalDate };

const ALL = 'select hash, removed_on as removedOn from removed_address order by hash';
const KNOWN = 'select removed_on as removedOn from removed_address where hash = :hash';
const ADD = `
  insert into removed_address (hash, removed_on) values (:hash, :removedOn) on conflict (hash) do nothing`;

/**
 * Those of the addresses that belonged to somebody who was removed, as they were given.
 * @throws DatabaseError when people were removed and the key is gone.
 */
export function removedAmong(database: Database, addresses: Iterable<string>): ReadonlySet<string> {
  const given = [...addresses];
  const standIns = given.filter(isRemovedEmail);
  if (given.length === 0 || keyCheckOf(database) === null) return new Set(standIns);
  const key = addressKey(database);
  return new Set([...standIns, ...given.filter((address) => removedOn(database, key, address) !== null)]);
}

/** The day on which the person with this address was removed; null: nobody with it was. */
export function removedOn(database: Database, key: AddressKey, address: string): LocalDate | null {
  const hash = hashOf(key, address);
  return database.statement<object, RemovedHash>(KNOWN).get({ hash })?.removedOn ?? null;
}

export function removedHashes(database: Database): readonly RemovedHash[] {
  return database.statement<object, RemovedHash>(ALL).all({});
}

/** Those whose key is lost: nobody can be recognised by them. Call within a change; gives how many. */
export function forgetRemoved(database: Database): number {
  return database.statement<object, never>('delete from removed_address').run({}).changes;
}

/** Call within a change. */
export function rememberRemoved(database: Database, key: AddressKey, removed: readonly RemovedHash[]): void {
  rememberKey(database, key);
  for (const one of removed) database.statement<RemovedHash, never>(ADD).run(one);
}
