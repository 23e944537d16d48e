/** A store of its own for each test, and what the tests of an import ask of it. */
import { afterEach, beforeEach } from 'vitest';
import { type ImportOptions, type ImportReport, importSheets } from '../../src/import/import-book.ts';
import type { Store } from '../../src/store.ts';
import { type OpenStore, openStore, stamp } from '../support/store.ts';
import { type Sheets, sheetsRead } from './sheets.ts';

export const OPENED = stamp(null, '2026-08-10T07:00:00Z');

let opened: OpenStore;

/** Call it once at the top of a test file. */
export function useImport(): void {
  beforeEach(async () => {
    opened = await openStore();
  });
  afterEach(() => opened.close());
}

export function theStore(): Store {
  return opened.store;
}

export function importing(sheets: Sheets, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const all = { dryRun: false, overwrite: false, stamp: OPENED, ...options };
  return importSheets(opened.store.import, sheetsRead(sheets), all);
}

export function snapshot() {
  return opened.store.import.snapshot();
}

/** Rows of the database, for what no port shows. */
export function select<Row>(text: string): readonly Row[] {
  return opened.database.sqlite.prepare(text).all() as Row[];
}

/** Puts rows into the database that no port can put there yet. */
export function put(text: string, ...values: readonly unknown[]): void {
  opened.database.sqlite.prepare(text).run(...values);
}

export async function goalNamed(title: string) {
  const [school] = await opened.store.people.schools();
  const goals = await opened.store.goals.lines({ schoolIds: [school!.id] });
  return goals.find((goal) => goal.title === title)!;
}
