/** What a database file holds, row by row, read by the driver alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';

const OWN_TABLES =
  "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by name";

export type Rows = Readonly<Record<string, readonly unknown[]>>;

export function rowsIn(file: string): Rows {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error(`${file} is damaged`);
    const names = sqlite.prepare<[], string>(OWN_TABLES).pluck().all();
    return Object.fromEntries(names.map((name) => [name, sqlite.prepare(`select * from ${name}`).all()]));
  } finally {
    sqlite.close();
  }
}

/** Names of the files beside this one, and of itself, that begin with its name. */
export function filesBeside(file: string): readonly string[] {
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(basename(file)))
    .sort();
}

/** Those of the files beside it in whose bytes one of these words stands. */
export function filesNaming(file: string, words: readonly string[]): readonly string[] {
  return filesBeside(file).filter((name) => {
    const bytes = readFileSync(join(dirname(file), name));
    return words.some((word) => bytes.includes(word));
  });
}
