/** After a removal: nothing old is left in the database file and its log, nor in the copies that the program made beside it. */
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './database.ts';
import { databaseError, isBusy } from './database-error.ts';

/** Others may read and write meanwhile; each of these steps needs a moment in which nobody does. */
const PATIENCE = 30_000;
const PAUSE = 50;

/**
 * Writes the whole file anew, empties its log and deletes the safety copies: gives how many files. The server may go on.
 * @throws DatabaseError when others keep the database busy: what was deleted is still in the file then.
 */
export async function cleanFile({ sqlite }: Pick<Database, 'sqlite'>, patience = PATIENCE): Promise<number> {
  const file = sqlite.name;
  const copies = file === ':memory:' ? 0 : deleteCopies(file);
  const giveUpAt = performance.now() + patience;
  const until = async (attempt: () => boolean) => {
    while (!attempted(attempt)) {
      if (performance.now() >= giveUpAt) throw databaseError('database.not-clean', {});
      await pause(PAUSE);
    }
  };
  // What was deleted is overwritten already (`secure_delete`); this also takes away what lies in half-filled pages and in old ones.
  await until(() => {
    sqlite.exec('vacuum');
    return true;
  });
  await until(() => {
    const [result] = sqlite.pragma('wal_checkpoint(truncate)') as readonly { readonly busy: number }[];
    return result?.busy === 0;
  });
  return copies;
}

function attempted(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** Those put aside before a migration or by `herstel`, and what a stop halfway left. A backup that somebody asked for is theirs. */
function deleteCopies(file: string): number {
  const own = basename(file);
  const copies = readdirSync(dirname(file)).filter(
    (name) =>
      name.startsWith(`${own}.`) && (name.startsWith(`${own}.voor-`) || /\.nieuw(-wal|-shm|-journal)?$/.test(name)),
  );
  for (const name of copies) rmSync(join(dirname(file), name), { force: true });
  return copies.length;
}
