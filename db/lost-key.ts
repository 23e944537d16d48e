/** `sleutel`: is the key of the removed addresses there? And a new one for who lost it, so that importing and removing can go on. */
import type { KeyState, NewKey } from '../src/privacy/address-key.ts';
import type { Stamp } from '../src/stamp.ts';
import { giveUpKey, keyCheckOf, knownAddressKey } from './address-key.ts';
import type { Database } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { keyFile, makeKey, putKeyAside } from './key-file.ts';
import { forgetRemoved } from './removed-addresses.ts';

const COUNT = 'select count(*) as count from removed_address';

export function keyState(database: Database): KeyState {
  const key = keyFile(database.sqlite.name);
  if (keyCheckOf(database) === null) return { outcome: 'none' };
  try {
    knownAddressKey(database);
    return { outcome: 'fits', key };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { outcome: 'gone', key, count: countIn(database) };
  }
}

/** Only when `keyState` says that it is gone. A stop halfway leaves it so, and it can be done again. */
export async function replaceLostKey(database: Database, stamp: Stamp): Promise<NewKey> {
  const lost = keyCheckOf(database);
  if (lost === null || keyState(database).outcome !== 'gone') throw new Error('the key is not lost');
  const file = database.sqlite.name;
  const aside = putKeyAside(file);
  const key = makeKey(file);
  return database.act(stamp, () => {
    const count = forgetRemoved(database);
    giveUpKey(database, lost, key);
    return { result: { key: keyFile(file), aside, count }, subject: 'setting:removal-key' };
  });
}

function countIn(database: Database): number {
  return database.statement<object, { count: number }>(COUNT).get({})!.count;
}
