/** One act is one transaction with its key and its audit row: all of it is stored, or nothing. */
import { expect, it } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { setting } from '../../db/schema.ts';
import { AlreadyDone } from '../../src/bot/errors.ts';
import { stamp } from '../support/store.ts';

function open() {
  const database = openDatabase(':memory:');
  const put = (name: string, once: string | null, fail = false) =>
    database.act(stamp(null, '2026-09-01T08:00:00Z', once), (orm) => {
      orm.insert(setting).values({ name, value: '' }).run();
      if (fail) throw new Error('halfway');
      return { result: name, subject: `setting:${name}` };
    });
  const stored = () => ({
    settings: database.sqlite.prepare('select name from setting').pluck().all(),
    once: database.sqlite.prepare('select key, at, subject from once').all(),
    audit: database.sqlite.prepare('select at, by_id, act, subject from audit').all(),
  });
  return { database, put, stored };
}

const AT = Date.parse('2026-09-01T08:00:00Z');

it('stores the change, the key and the audit row together', async () => {
  const { database, put, stored } = open();
  expect(await put('a', 'key-1')).toBe('a');
  expect(await put('b', null)).toBe('b');
  expect(stored()).toEqual({
    settings: ['a', 'b'],
    once: [{ key: 'key-1', at: AT, subject: 'setting:a' }],
    audit: [
      { at: AT, by_id: null, act: 'test', subject: 'setting:a' },
      { at: AT, by_id: null, act: 'test', subject: 'setting:b' },
    ],
  });
  database.close();
});

it('leaves nothing of an act that fails halfway', async () => {
  const { database, put, stored } = open();
  await expect(put('a', 'key-1', true)).rejects.toThrow('halfway');
  expect(stored()).toEqual({ settings: [], once: [], audit: [] });
  await put('a', 'key-1');
  expect(stored().settings).toEqual(['a']);
  database.close();
});

it('changes nothing the second time, and tells what the first one did', async () => {
  const { database, put, stored } = open();
  await put('a', 'key-1');
  const before = stored();
  const again = put('b', 'key-1');
  await expect(again).rejects.toBeInstanceOf(AlreadyDone);
  await expect(again).rejects.toMatchObject({ subject: 'setting:a' });
  expect(stored()).toEqual(before);
  database.close();
});

it('puts nothing on record when nothing changed', async () => {
  const { database, stored } = open();
  const act = database.act(stamp(null, '2026-09-01T08:00:00Z', 'key-1'), () => ({ result: false, subject: null }));
  expect(await act).toBe(false);
  expect(stored()).toEqual({ settings: [], once: [], audit: [] });
  database.close();
});

it('reads from one moment', async () => {
  const { database } = open();
  await database.read(() => expect(database.sqlite.inTransaction).toBe(true));
  expect(database.sqlite.inTransaction).toBe(false);
  database.close();
});
