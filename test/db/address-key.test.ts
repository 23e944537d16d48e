import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressKey, hashOf, knownAddressKey } from '../../db/address-key.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { keyFile } from '../../db/key-file.ts';
import { rememberRemoved, removedAmong } from '../../db/removed-addresses.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TODAY = localDate('2026-11-24');

function opened(): { database: Database; file: string } {
  const file = join(temporaryFolder(), 'leerteam.db');
  const database = openDatabase(file);
  onTestFinished(() => database.close());
  return { database, file };
}

async function removed(database: Database, ...addresses: readonly string[]): Promise<void> {
  const key = addressKey(database);
  const rows = addresses.map((address) => ({ hash: hashOf(key, address), removedOn: TODAY }));
  await database.change(() => rememberRemoved(database, key, rows));
}

describe('the key of removed addresses', () => {
  it('is made when it is first needed, for its owner only, and stays the same', () => {
    const { database, file } = opened();
    expect(knownAddressKey(database)).toBeNull();
    expect(existsSync(keyFile(file))).toBe(false);
    const key = addressKey(database);
    expect(statSync(keyFile(file)).mode & 0o777).toBe(0o600);
    expect(addressKey(database)).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another one for each database, so that hashes cannot be compared', () => {
    const keys = [opened(), opened()].map(({ database }) => addressKey(database));
    expect(keys[0]).not.toBe(keys[1]);
    expect(hashOf(keys[0]!, 'noor@x.example')).not.toBe(hashOf(keys[1]!, 'noor@x.example'));
  });

  it('recognises an address however it is written', async () => {
    const { database } = opened();
    await removed(database, 'Noor@X.example');
    expect([...removedAmong(database, [' noor@x.EXAMPLE', 'noor@y.example'])]).toEqual([' noor@x.EXAMPLE']);
  });

  it('is never in the database', async () => {
    const { database, file } = opened();
    await removed(database, 'noor@x.example');
    const key = readFileSync(keyFile(file), 'utf8').trim();
    database.sqlite.pragma('wal_checkpoint(truncate)');
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).not.toContain(key);
    expect(bytes).not.toContain(Buffer.from(key, 'hex').toString('latin1'));
    expect(bytes).not.toContain('noor@x.example');
  });

  it('is not asked for as long as nobody was removed', () => {
    const { database, file } = opened();
    expect(removedAmong(database, ['noor@x.example']).size).toBe(0);
    expect(existsSync(keyFile(file))).toBe(false);
  });

  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['of another database', (file: string) => writeFileSync(file, `${'a'.repeat(64)}\n`)],
    ['damaged', (file: string) => writeFileSync(file, 'abc')],
  ])('that is %s is a clear error, and no new one is made', async (_what, spoil) => {
    const { database, file } = opened();
    await removed(database, 'noor@x.example');
    spoil(keyFile(file));
    const before = existsSync(keyFile(file)) && readFileSync(keyFile(file), 'utf8');
    const message = /leerteam\.db\.sleutel is weg, of hoort bij een andere database\. .*Er is niets veranderd\./;
    expect(() => addressKey(database)).toThrow(message);
    expect(() => removedAmong(database, ['bo@x.example'])).toThrow(message);
    expect(existsSync(keyFile(file)) && readFileSync(keyFile(file), 'utf8')).toBe(before);
  });

  it('that was half written before anybody was removed is made anew', () => {
    const { database, file } = opened();
    writeFileSync(keyFile(file), 'abc');
    expect(addressKey(database)).toMatch(/^[0-9a-f]{64}$/);
  });
});
