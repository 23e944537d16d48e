/** Import and export: everything at once, in one act. */
import type { ImportStore } from '../src/import/import.store.ts';
import type { Database } from './database.ts';
import { applyChanges } from './import-apply.ts';
import { chatChangesOf, chatColumnsOf } from './import-chat.ts';
import { snapshotOf } from './import-snapshot.ts';
import { removedAmong } from './removed-addresses.ts';

export function importQueries(database: Database): ImportStore {
  return {
    snapshot: () => database.read(() => snapshotOf(database)),
    chatChanges: () => database.read(() => chatChangesOf(database)),
    chatColumns: () => database.read(() => chatColumnsOf(database)),
    removedAmong: (addresses) => database.read(() => removedAmong(database, addresses)),
    apply: (stamp, changes, progress) =>
      database.act(stamp, (orm) => {
        applyChanges({ database, orm, stamp }, changes, progress);
        return { result: undefined, subject: 'import' };
      }),
  };
}
