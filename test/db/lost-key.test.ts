/** `sleutel`: who lost the key of the removed addresses can go on, and is told what is not recognised any more. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../db/address-key.ts';
import { backupTo } from '../../db/backup.ts';
import { erase } from '../../db/erase.ts';
import { keyFile } from '../../db/key-file.ts';
import { keyState, replaceLostKey } from '../../db/lost-key.ts';
import { removedAmong } from '../../db/removed-addresses.ts';
import { restore } from '../../db/restore.ts';
import { buildSchool, type OpenStore, openStore, stamp } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { filesBeside } from './file-rows.ts';

const AT = '2026-11-24T08:00:00Z';
const WIS = { ...stamp(null, AT), act: 'wis' };
const SLEUTEL = { ...stamp(null, AT), act: 'sleutel' };

async function school(file = join(temporaryFolder(), 'leerteam.db')): Promise<OpenStore & { file: string }> {
  const opened = await openStore(file);
  await buildSchool(opened);
  return { ...opened, file };
}

/** A school from which Sanne was removed, and that lost its key. */
async function withoutKey() {
  const opened = await school();
  await erase(opened.database, WIS, 'sanne@example.org');
  rmSync(keyFile(opened.file));
  return opened;
}

describe('the key', () => {
  it('is not needed as long as nobody was removed, and is right after it', async () => {
    const { database, file, close } = await school();
    expect(keyState(database)).toEqual({ outcome: 'none' });
    await erase(database, WIS, 'sanne@example.org');
    expect(keyState(database)).toEqual({ outcome: 'fits', key: keyFile(file) });
    await expect(replaceLostKey(database, SLEUTEL)).rejects.toThrow('the key is not lost');
    expect(removedAmong(database, ['sanne@example.org']).size).toBe(1);
    close();
  });

  it('that is lost keeps everybody from removing and importing until there is a new one', async () => {
    const { database, file, store, close } = await withoutKey();
    expect(keyState(database)).toEqual({ outcome: 'gone', key: keyFile(file), count: 1 });
    await expect(erase(database, WIS, 'nico@example.org')).rejects.toThrow(/Is het kwijt\? Typ leerteam sleutel/);
    expect(await replaceLostKey(database, SLEUTEL)).toEqual({ key: keyFile(file), aside: null, count: 1 });
    expect(keyState(database).outcome).toBe('fits');
    expect(await store.privacy.isKeyGone()).toBe(false);
    expect(await erase(database, WIS, 'nico@example.org')).toMatchObject({ outcome: 'now' });
    expect([...removedAmong(database, ['sanne@example.org', 'nico@example.org'])]).toEqual(['nico@example.org']);
    expect(database.sqlite.prepare("select subject from audit where act = 'sleutel'").pluck().all()).toEqual([
      'setting:removal-key',
    ]);
    close();
  });

  it('of another database is put aside and not thrown away', async () => {
    const { database, file, close } = await withoutKey();
    const others = `${'a'.repeat(64)}\n`;
    for (const aside of [`${keyFile(file)}.oud`, `${keyFile(file)}.oud-2`]) {
      writeFileSync(keyFile(file), others);
      expect(await replaceLostKey(database, SLEUTEL)).toMatchObject({ aside });
      expect(readFileSync(aside, 'utf8')).toBe(others);
    }
    close();
  });

  it('may be made anew after a stop halfway', async () => {
    const { database, file, close } = await withoutKey();
    // The file is there, and the database does not know it yet.
    writeFileSync(keyFile(file), `${'b'.repeat(64)}\n`);
    expect(keyState(database).outcome).toBe('gone');
    await replaceLostKey(database, SLEUTEL);
    expect(keyState(database).outcome).toBe('fits');
    close();
  });
});

describe('a backup of before the key was lost', () => {
  it('can be put back: who was removed since is removed again', async () => {
    const { database, file, close } = await school();
    const backup = join(temporaryFolder(), 'back-up.db');
    await erase(database, WIS, 'sanne@example.org');
    await backupTo(database, backup, new Date(AT));
    rmSync(keyFile(file));
    await replaceLostKey(database, SLEUTEL);
    await erase(database, WIS, 'nico@example.org');
    close();
    expect(await restore(backup, file, new Date(AT))).toMatchObject({ removed: 1, missingKey: null });
    const after = await openStore(file);
    expect(removedAmong(after.database, ['nico@example.org']).size).toBe(1);
    after.close();
    // And once more: what was given up is not forgotten.
    expect(await restore(backup, file, new Date(AT))).toMatchObject({ removed: 1, missingKey: null });
  });

  it('can be put back when nobody was removed since', async () => {
    const { database, file, close } = await school();
    const backup = join(temporaryFolder(), 'back-up.db');
    await erase(database, WIS, 'sanne@example.org');
    await backupTo(database, backup, new Date(AT));
    rmSync(keyFile(file));
    await replaceLostKey(database, SLEUTEL);
    close();
    expect(await restore(backup, file, new Date(AT))).toMatchObject({ removed: 0, missingKey: null });
  });
});

it('two who remove the first people at once have the same key', async () => {
  const { database, file, close } = await school();
  const second = await openStore(file);
  const [one, other] = [addressKey(database), addressKey(second.database)];
  expect(one).toBe(other);
  // Whoever found another key after all does not store a hash that nobody can recognise.
  rmSync(keyFile(file));
  const late = addressKey(second.database);
  expect(late).not.toBe(one);
  await erase(database, WIS, 'sanne@example.org');
  writeFileSync(keyFile(file), `${one}\n`);
  await expect(erase(second.database, WIS, 'nico@example.org')).rejects.toThrow('sleutelbestand');
  expect(await second.store.people.actorByEmail('nico@example.org', '2026-11-24' as never)).not.toBeNull();
  expect(filesBeside(file).filter((name) => name.endsWith('.nieuw'))).toEqual([]);
  expect(existsSync(keyFile(file))).toBe(true);
  second.close();
  close();
});
