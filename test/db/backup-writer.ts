/** A process that goes on changing a database, one act after the other, or that makes backups of it until it is killed. */
import { setTimeout as pause } from 'node:timers/promises';
import { backupTo } from '../../db/backup.ts';
import { openDatabase } from '../../db/database.ts';
import { restore } from '../../db/restore.ts';
import { createStore } from '../../db/store.ts';

/** `act`: writes a once key and an audit row together. `backup` and `restore`: to or from the files that are named. */
export type Order =
  | { readonly what: 'act'; readonly file: string }
  | { readonly what: 'backup' | 'restore'; readonly file: string; readonly backup: string };

const AT = new Date('2026-09-07T06:00:00Z');

async function actOn(file: string): Promise<never> {
  const store = createStore(openDatabase(file));
  for (let count = 1; ; count++) {
    await store.audit({ by: null, at: AT, act: 'test', once: `written ${count}` });
    if (count % 50 === 0) process.send!({ count });
    // Others may write, too.
    await pause(3);
  }
}

async function carryOut(order: Order): Promise<void> {
  if (order.what === 'act') return actOn(order.file);
  process.send!({ count: 0 });
  if (order.what === 'restore') {
    await restore(order.backup, order.file, AT);
  } else {
    const database = openDatabase(order.file);
    await backupTo(database, order.backup, AT);
    database.close();
  }
  process.disconnect();
}

process.once('message', (order: Order) => void carryOut(order));
process.send!({ count: 0 });
