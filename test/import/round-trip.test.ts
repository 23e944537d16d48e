import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheets, writeSheets } from '../../adapters/files/index.ts';
import { openDatabase } from '../../db/database.ts';
import { importQueries } from '../../db/import.queries.ts';
import { plainText, say } from '../../src/bot/text.ts';
import type { Book } from '../../src/import/book.ts';
import { compare } from '../../src/import/compare.ts';
import type { ImportStore } from '../../src/import/import.store.ts';
import { exportSheets, importSheets } from '../../src/import/import-book.ts';
import { reportLines } from '../../src/import/report.ts';
import type { SheetFile } from '../../src/import/sheet-file.ts';
import { stamp } from '../support/store.ts';
import { anyBook, EMPTY_BOOK } from './book.arbitrary.ts';

const OPTIONS = { dryRun: false, overwrite: false, stamp: stamp() };

/** An empty database, closed afterwards. */
async function inStore<T>(use: (store: ImportStore) => Promise<T>): Promise<T> {
  const database = openDatabase(':memory:');
  try {
    return await use(importQueries(database));
  } finally {
    database.close();
  }
}

/** As it may stand in the database: straight into it, not through the reading of sheets. */
async function store(into: ImportStore, book: Book): Promise<void> {
  await into.apply(
    stamp(),
    compare(book, EMPTY_BOOK, { overwrite: false, given: new Set(), chat: [], columns: [] }).changes,
  );
}

async function importing(into: ImportStore, sheets: readonly SheetFile[]) {
  const report = await importSheets(into, { sheets, mistakes: [], warnings: [] }, OPTIONS);
  if (report.outcome === 'refused') throw new Error(reportLines(report, say('nl')).map(plainText).join('\n'));
  return report;
}

describe('what is exported', () => {
  test('is imported into an empty database and exported again as it was, and changes nothing where it came from', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, (book) =>
        inStore(async (origin) => {
          await store(origin, book);
          const first = await exportSheets(origin);
          const again = await inStore(async (empty) => {
            await importing(empty, first);
            const second = await importing(empty, first);
            expect(second).toMatchObject({ changes: [], differs: [], missing: [] });
            return exportSheets(empty);
          });
          expect(again).toEqual(first);
          expect(await importing(origin, first)).toMatchObject({ changes: [], differs: [], missing: [] });
        }),
      ),
      { numRuns: 25 },
    );
  });

  test('holds no cell that a spreadsheet takes for a formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, (book) =>
        inStore(async (origin) => {
          await store(origin, book);
          const cells = (await exportSheets(origin)).flatMap(({ lines }) => lines.flatMap((line) => line.cells));
          expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        }),
      ),
      { numRuns: 8 },
    );
  });

  test('does not depend on the order in which it was stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, (book) => {
        const turned = Object.fromEntries(
          Object.entries(book).map(([name, rows]) => [name, rows.toReversed()]),
        ) as unknown as Book;
        return inStore(async (one) =>
          inStore(async (other) => {
            await store(one, book);
            await store(other, turned);
            expect(await exportSheets(other)).toEqual(await exportSheets(one));
          }),
        );
      }),
      { numRuns: 8 },
    );
  });
});

describe('files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leerteam-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('a folder and a workbook hold the same, and are the same bytes the second time', async () => {
    const [book] = fc.sample(anyBook, { numRuns: 1, seed: 11 });
    await inStore(async (origin) => {
      await store(origin, book!);
      const sheets = await exportSheets(origin);
      const written = async (name: string) => {
        const path = join(folder, name);
        await writeSheets(path, sheets);
        return inStore(async (empty) => {
          const read = await readSheets(path);
          expect(read).toMatchObject({ mistakes: [], warnings: [] });
          await importing(empty, read.sheets);
          await writeSheets(join(folder, `again-${name}`), await exportSheets(empty));
          return exportSheets(empty);
        });
      };
      expect(await written('map')).toEqual(sheets);
      expect(await written('boek.xlsx')).toEqual(sheets);
    });
    for (const name of await readdir(join(folder, 'map'))) {
      expect(await readFile(join(folder, 'again-map', name))).toEqual(await readFile(join(folder, 'map', name)));
    }
    expect(await readFile(join(folder, 'again-boek.xlsx'))).toEqual(await readFile(join(folder, 'boek.xlsx')));
  });
});
