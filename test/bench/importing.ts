/** The import of the whole board and a second one that changes nothing, against inserting the same rows. */
import { join } from 'node:path';
import { type Database, openDatabase } from '../../db/database.ts';
import type { Core } from '../../src/core.ts';
import { importBoard } from './fill.ts';
import { timed } from './measure.ts';
import { inSeconds, type Line } from './table.ts';

const LONGEST = 30_000;
/** In an order in which everything a row names is there. */
const TABLES = [
  'school',
  'own_days',
  'person',
  'address',
  'employment',
  'team',
  'membership',
  'goal',
  'goal_event',
  'action',
];

/** `sheets` is a folder with the board, `scratch` one for a database of the floor. */
export async function importLines(core: Core, sheets: string, scratch: string): Promise<readonly Line[]> {
  const first = await timed(() => importBoard(core, sheets, showProgress));
  const second = await timed(() => importBoard(core, sheets, showProgress));
  if (second.result.changes.length > 0) throw new Error(`${second.result.changes.length} changes in a second import`);
  const floor = await insertBare(core.database, join(scratch, 'floor.db'));
  const rows = [...first.result.rows.values()].reduce((sum, count) => sum + count, 0);
  return [
    {
      what: `import of ${rows} rows`,
      measured: inSeconds(first.milliseconds),
      floor: inSeconds(floor),
      ratio: first.milliseconds / floor,
      target: inSeconds(LONGEST),
      isMet: first.milliseconds < LONGEST,
    },
    {
      what: 'the same again, nothing changes',
      measured: inSeconds(second.milliseconds),
      floor: inSeconds(floor),
      ratio: second.milliseconds / floor,
      target: inSeconds(LONGEST),
      isMet: second.milliseconds < LONGEST,
    },
  ];
}

function showProgress(done: number, total: number): void {
  process.stderr.write(`\r${done} of ${total} changes${done === total ? '\n' : ''}`);
}

/** Milliseconds for the rows of the board into an empty database, in one transaction. */
async function insertBare({ sqlite }: Database, file: string): Promise<number> {
  const tables = TABLES.map((name) => ({ name, rows: sqlite.prepare(`select * from ${name}`).raw().all() }));
  const empty = openDatabase(file);
  const { milliseconds } = await timed(
    empty.sqlite.transaction(() => {
      for (const { name, rows } of tables) {
        const first = rows[0] as readonly unknown[] | undefined;
        if (!first) continue;
        const add = empty.sqlite.prepare(`insert into ${name} values (${first.map(() => '?').join(', ')})`);
        for (const row of rows) add.run(...(row as unknown[]));
      }
    }),
  );
  empty.close();
  return milliseconds;
}
