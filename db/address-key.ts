/** The key with which addresses of removed people are hashed: in a file beside the database (`key-file.ts`), never in it. */
import { createHmac } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';
import { databaseError } from './database-error.ts';
import { keyFile, makeKey, newKey, readKey } from './key-file.ts';

/** 64 hexadecimal digits. */
export type AddressKey = string & { readonly __addressKey: true };

/** In `setting`: tells whether a key is the one that belongs to this database, without giving it away. */
const CHECK = 'removal.key-check';
/** In `setting`, a list: those of keys that were lost and given up. */
const GIVEN_UP = 'removal.keys-given-up';
const READ = 'select value from setting where name = :name';
const WRITE = `
  insert into setting (name, value) values (:name, :value) on conflict (name) do update set value = :value`;

const MEMORY = ':memory:';
const IN_MEMORY = new WeakMap<Sqlite.Database, AddressKey>();

/**
 * The key that belongs to this database; made when nobody was removed yet. `file` is where the database stands or will stand.
 * @throws DatabaseError when people were removed and their key is gone, or is that of another database.
 */
export function addressKey(database: Database, file: string = database.sqlite.name): AddressKey {
  const known = knownAddressKey(database, file);
  if (known !== null) return known;
  if (file !== MEMORY) return makeKey(file);
  const key = newKey();
  IN_MEMORY.set(database.sqlite, key);
  return key;
}

/** The same, but null when there is none yet. */
export function knownAddressKey(database: Database, file: string = database.sqlite.name): AddressKey | null {
  const key = file === MEMORY ? (IN_MEMORY.get(database.sqlite) ?? null) : readKey(file);
  const check = keyCheckOf(database);
  const isRight = check === null || (key !== null && checkOf(key) === check);
  if (!isRight) throw keyGone(file);
  return key;
}

/** From the first removal on this database goes with this key only. Call within a change. */
export function rememberKey(database: Database, key: AddressKey): void {
  const check = keyCheckOf(database);
  if (check === null) write(database, CHECK, checkOf(key));
  // Somebody else removed the first person meanwhile, with another key.
  else if (check !== checkOf(key)) throw keyGone(database.sqlite.name);
}

/** Another key from now on, as that of before is lost. Call within a change. */
export function giveUpKey(database: Database, lost: string, key: AddressKey): void {
  rememberGivenUp(database, [lost]);
  write(database, CHECK, checkOf(key));
}

export function rememberGivenUp(database: Database, checks: readonly string[]): void {
  if (checks.length > 0) write(database, GIVEN_UP, JSON.stringify([...new Set([...givenUpIn(database), ...checks])]));
}

/** Checks of the keys that were lost and given up. */
export function givenUpIn(database: Database): readonly string[] {
  return JSON.parse(read(database, GIVEN_UP) ?? '[]') as string[];
}

/** Null as long as nobody was removed. */
export function keyCheckOf(database: Database): string | null {
  return read(database, CHECK);
}

export function checkOf(key: AddressKey): string {
  return hashWith(key, 'leerteambot');
}

/** The same for the same address, however it is written; without the key nobody can try addresses on it. */
export function hashOf(key: AddressKey, address: string): string {
  return hashWith(key, `address:${address.trim().toLowerCase()}`);
}

function hashWith(key: AddressKey, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
}

function keyGone(file: string) {
  return databaseError('database.key-gone', { key: keyFile(file) });
}

function read(database: Database, name: string): string | null {
  return database.statement<object, { value: string }>(READ).get({ name })?.value ?? null;
}

function write(database: Database, name: string, value: string): void {
  database.statement<object, never>(WRITE).run({ name, value });
}
