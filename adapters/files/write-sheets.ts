/** `exporteer <folder or .xlsx>`: the sheets as CSV files that open well in a Dutch Excel, or as one workbook. */
import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { CannotWrite } from '../../src/import/cannot-write.ts';
import { message } from '../../src/import/finding.ts';
import type { SheetFile } from '../../src/import/sheet-file.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes all sheets; equal sheets give equal bytes. Files that are there already are replaced, each at once. Only their owner may read them.
 * @throws CannotWrite
 */
export async function writeSheets(path: string, sheets: readonly SheetFile[]): Promise<void> {
  const kind = extname(path).toLowerCase();
  if (['.csv', '.xls', '.xlsm', '.ods', '.numbers'].includes(kind))
    throw new CannotWrite(message('import.export-name', {}));
  try {
    if (kind === '.xlsx') await replaceFile(path, await workbookOf(sheets));
    else {
      await mkdir(path, { recursive: true });
      for (const sheet of sheets) await replaceFile(join(path, `${sheet.name}.csv`), csvOf(sheet));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CannotWrite(message('import.cannot-write', { code: String(error.code) }), error);
  }
}

/** The byte order mark tells Excel that it is UTF-8; semicolons are what it expects in the Netherlands. */
function csvOf({ lines }: SheetFile): string {
  return stringify(
    lines.map(({ cells }) => [...cells]),
    { bom: true, delimiter: ';' },
  );
}

const COLUMN_WIDTH = 20;
/** Of every part in the zip, so that equal sheets give equal bytes; the first day that a zip can hold. */
const NO_DATE = new Date(1980, 0, 1);

async function workbookOf(sheets: readonly SheetFile[]): Promise<Uint8Array> {
  const written = await writeExcelFile(
    sheets.map(({ name, lines }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: lines[0]?.cells.map(() => ({ width: COLUMN_WIDTH })) ?? [],
      data: lines.map(({ cells }, index) => cells.map((text) => textCell(text, index === 0))),
    })),
  ).toBuffer();
  return zipSync(unzipSync(written), { mtime: NO_DATE });
}

/** Typed as text, so that a spreadsheet works nothing out and keeps `1-2` as it is. `_x0041_` would be read as a letter. */
function textCell(text: string, isHeader: boolean): Cell {
  if (text === '') return null;
  const value = text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
  return isHeader ? { type: String, value, fontWeight: 'bold' } : { type: String, value };
}
