/** Why the database cannot be used: one sentence that the command line shows as it is. */
import { type Params, say, type TextKey } from '../src/bot/text.ts';

type DatabaseText = Extract<TextKey, `database.${string}`>;

/** Its message says what is wrong and what to do. */
export class DatabaseError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseError';
  }
}

/** The error for a sentence of `prompts/`. */
export function databaseError<Key extends DatabaseText>(key: Key, params: Params<Key>, cause?: unknown): DatabaseError {
  const plain = say('nl').plain as (key: DatabaseText, params: Params<Key>) => string;
  return new DatabaseError(plain(key, params), cause);
}

/** The code of an error of the driver or the file system, as `SQLITE_BUSY` or `EACCES`; else empty. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Somebody else holds the database; later it may go well. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}

/** It comes from the database itself: the file is damaged, or is none. */
export function isOfDatabase(error: unknown): boolean {
  return error instanceof DatabaseError || codeOf(error).startsWith('SQLITE_');
}
