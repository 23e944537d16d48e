/** `<file>.sleutel`: the key with which addresses of removed people are hashed, beside the database and never in it. */
import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';
import { codeOf, databaseError } from './database-error.ts';

/** 64 hexadecimal digits. */
export type AddressKey = string & { readonly __addressKey: true };

/** In `setting`: tells whether a key is the one that belongs to this database, without giving it away. */
const CHECK = 'removal.key-check';
const READ_CHECK = 'select value from setting where name = :name';
const WRITE_CHECK = `
  insert into setting (name, value) values (:name, :value) on conflict (name) do update set value = :value`;

const IN_MEMORY = new WeakMap<Sqlite.Database, AddressKey>();

/**
 * The key that belongs to this database; made when nobody was removed yet. `file` is where the database stands or will stand.
 * @throws DatabaseError when people were removed and their key is gone, or is that of another database.
 */
export function addressKey(database: Database, file: string = database.sqlite.name): AddressKey {
  return knownAddressKey(database, file) ?? makeKey(database, file);
}

/** The same, but null when there is none yet. */
export function knownAddressKey(database: Database, file: string = database.sqlite.name): AddressKey | null {
  const key = readKey(database, file);
  const check = keyCheckOf(database);
  const isRight = check === null || (key !== null && checkOf(key) === check);
  if (!isRight) throw databaseError('database.key-gone', { key: keyFile(file) });
  return key;
}

export function keyFile(file: string): string {
  return `${file}.sleutel`;
}

/** From the first removal on this database goes with this key only. Call within a change. */
export function rememberKey(database: Database, key: AddressKey): void {
  database.statement<object, never>(WRITE_CHECK).run({ name: CHECK, value: checkOf(key) });
}

/** Null as long as nobody was removed. */
export function keyCheckOf(database: Database): string | null {
  return database.statement<object, { value: string }>(READ_CHECK).get({ name: CHECK })?.value ?? null;
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

function readKey({ sqlite }: Database, file: string): AddressKey | null {
  if (file === ':memory:') return IN_MEMORY.get(sqlite) ?? null;
  try {
    const text = readFileSync(keyFile(file), 'utf8').trim();
    return /^[0-9a-f]{64}$/.test(text) ? (text as AddressKey) : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw databaseError('database.closed', { file: keyFile(file), code: codeOf(error) }, error);
  }
}

function makeKey({ sqlite }: Database, file: string): AddressKey {
  const key = randomBytes(32).toString('hex') as AddressKey;
  if (file === ':memory:') {
    IN_MEMORY.set(sqlite, key);
    return key;
  }
  try {
    const open = openSync(keyFile(file), 'w', 0o600);
    writeSync(open, `${key}\n`);
    // On the disk before the first hash is: a hash without its key recognises nobody.
    fsyncSync(open);
    closeSync(open);
    return key;
  } catch (error) {
    throw databaseError('database.closed', { file: keyFile(file), code: codeOf(error) }, error);
  }
}
