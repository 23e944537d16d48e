/** A database that somebody else keeps busy: the act waits, the rest of the program goes on. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { DatabaseError } from '../../db/database-error.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { buildSchool, openStore, stamp } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TODAY = localDate('2026-09-07');

/** Another process, for SQLite: a connection of its own that writes. */
function writer(file: string): Sqlite.Database {
  const other = new Sqlite(file);
  other.exec('begin immediate');
  return other;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function turns(count: number): Promise<void> {
  for (let done = 0; done < count; done++) await turn();
}

it('lets the event loop turn while an act waits, and stores it when the lock is gone', async () => {
  const file = join(temporaryFolder(), 'leerteam.db');
  const opened = await openStore(file);
  const school = await buildSchool(opened);
  const other = writer(file);

  let stored = false;
  const act = opened.store.people.mute(stamp(), school.person('Sanne'), 'goal:1').then(() => {
    stored = true;
  });
  const started = performance.now();
  const second = opened.store.people.mute(stamp(), school.person('Sanne'), 'goal:2');
  // Only the first one may make the driver wait.
  expect(performance.now() - started).toBeLessThan(200);
  await turns(500);
  expect(stored).toBe(false);
  // Reading goes on meanwhile.
  expect((await opened.store.people.settings(school.person('Sanne'))).mutedSubjects).toEqual([]);

  other.exec('commit');
  await Promise.all([act, second]);
  expect((await opened.store.people.settings(school.person('Sanne'))).mutedSubjects).toEqual(['goal:1', 'goal:2']);
  other.close();
  opened.close();
});

it('gives up with a sentence when the lock stays, and nothing has changed', async () => {
  const file = join(temporaryFolder(), 'leerteam.db');
  openDatabase(file).close();
  const database = openDatabase(file, { patience: 100 });
  const other = writer(file);
  const add = () => database.change(() => database.sqlite.exec("insert into setting values ('a', 'b')"));
  await expect(add()).rejects.toThrow(DatabaseError);
  await expect(add()).rejects.toThrow(
    'De database is bezet door een ander programma. Er is niets veranderd. Probeer het straks opnieuw.',
  );
  other.exec('rollback');
  expect(database.sqlite.prepare('select * from setting').all()).toEqual([]);
  await add();
  expect(database.sqlite.prepare('select * from setting').all()).toHaveLength(1);
  other.close();
  database.close();
});

it('holds the database from the first line of a change, so that what it read stays true', async () => {
  const file = join(temporaryFolder(), 'leerteam.db');
  const database = openDatabase(file);
  const other = new Sqlite(file, { timeout: 0 });
  await database.change(() => expect(() => other.exec('begin immediate')).toThrow('database is locked'));
  other.exec('begin immediate; rollback');
  other.close();
  database.close();
});

it('lets one of many win a claim, whichever connection asks', async () => {
  const file = join(temporaryFolder(), 'leerteam.db');
  const [one, two] = [await openStore(file), await openStore(file)];
  const school = await buildSchool(one);
  const now = new Date('2026-09-07T06:00:00Z');
  for (const name of ['Nadia', 'Nico', 'Sanne']) {
    const claim = ({ store }: typeof one) =>
      store.outbox.claim(school.person(name), TODAY, now, new Date(now.getTime() + 120_000));
    const claims = await Promise.all([one, two, one, two, two, one].map(claim));
    expect(claims.filter((won) => won !== null)).toHaveLength(1);
  }
  one.close();
  two.close();
});

it('numbers goals without a gap when two processes add them', async () => {
  const file = join(temporaryFolder(), 'leerteam.db');
  const [one, two] = [await openStore(file), await openStore(file)];
  const school = await buildSchool(one);
  const fields = (await one.store.goals.lines({}))[0]!;
  const added = await Promise.all(
    [one, two, two, one, two].map(({ store }) => store.goals.add(stamp(), school.id, fields, 'concept')),
  );
  expect(added.map((goal) => goal.number).sort()).toEqual([3, 4, 5, 6, 7]);
  one.close();
  two.close();
});
