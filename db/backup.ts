/** `backup <file>`: everything in one file, while the server goes on. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import { type Database, openAsItIs } from './database.ts';
import { codeOf, DatabaseError, databaseError } from './database-error.ts';
import { backup } from './schema.ts';
import { checkWhole, copyInto, putInPlace, removeDatabase } from './whole-file.ts';

/**
 * Writes the backup and remembers where, so that a removal can name it. Gives its whole path.
 * @throws DatabaseError when there is a file already, or when it cannot be written; then there is no file.
 */
export async function backupTo(database: Database, path: string, at: Date): Promise<string> {
  const file = resolve(path);
  if (existsSync(file)) throw databaseError('database.backup-exists', { file });
  const fresh = `${file}.${process.pid}.nieuw`;
  try {
    copyInto(database.sqlite, fresh);
    checkCopy(fresh);
    // Remembered first: of a backup that nobody knows of, a removal could not say that it still holds somebody.
    await remember(database, file, at);
    await putInPlaceOrForget(database, fresh, file);
  } catch (error) {
    throw failed(error, file, database.sqlite.name);
  } finally {
    removeDatabase(fresh);
  }
  return file;
}

/** A sentence for whoever typed the command. */
function failed(error: unknown, file: string, source: string): unknown {
  const code = codeOf(error);
  if (error instanceof DatabaseError || code === '') return error;
  // What is wrong with the copy is wrong with the database.
  if (code.startsWith('SQLITE_CORRUPT')) return databaseError('database.damaged', { file: source }, error);
  return databaseError('database.backup-failed', { file, code }, error);
}

function checkCopy(fresh: string): void {
  const copy = openAsItIs(fresh);
  try {
    checkWhole(copy.sqlite);
  } finally {
    copy.close();
  }
}

async function putInPlaceOrForget(database: Database, fresh: string, file: string): Promise<void> {
  try {
    putInPlace(fresh, file);
  } catch (error) {
    await database.change((orm) => orm.delete(backup).where(eq(backup.file, file)).run());
    throw error;
  }
}

async function remember(database: Database, file: string, at: Date): Promise<void> {
  const row = { file, at: at.getTime() };
  await database.change((orm) =>
    orm
      .insert(backup)
      .values(row)
      .onConflictDoUpdate({ target: backup.file, set: { at: row.at } })
      .run(),
  );
}
