/** From the bytes of a workbook to its sheets with text cells. Runs in a worker, because the bytes may be made to take long. */
import { zipSync } from 'fflate';
import readExcelFile, { type CellValue } from 'read-excel-file/node';
import { message } from '../../src/import/finding.ts';
import { decimalComma } from '../../src/import/kinds.ts';
import type { SheetFile } from '../../src/import/sheet-file.ts';
import { MEGABYTE, MOST_UNPACKED_MEGABYTES } from './limits.ts';
import { percentStyles, withPlainCells } from './plain-cells.ts';
import type { WorkbookRead } from './read-workbook.ts';
import { type Parts, unpackWorkbook } from './unpack-workbook.ts';

export async function parseWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  const unpacked = await unpackWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if ('refused' in unpacked) return unpacked;
  const sheets = await sheetsOf(unpacked);
  if (sheets === null) return { refused: message('import.not-a-workbook', {}) };
  // One long text may be used in every cell; it must not be copied to the other side for each of them.
  const size = sheets.reduce(
    (sum, { lines }) => sum + lines.reduce((all, line) => all + line.cells.join('').length, 0),
    0,
  );
  if (size > MOST_UNPACKED_MEGABYTES * MEGABYTE) {
    return { refused: message('import.workbook-unpacks', { max: MOST_UNPACKED_MEGABYTES }) };
  }
  return { sheets };
}

/** Null when it is a zip and no workbook. */
async function sheetsOf(parts: Parts): Promise<readonly SheetFile[] | null> {
  try {
    const sheets = await readExcelFile(Buffer.from(cleanZip(parts)), { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      lines: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
    }));
  } catch {
    // The library refuses damaged parts with errors of many kinds; none of them says more to whoever made the file.
    return null;
  }
}

/**
 * The library reads a zip from front to back and does not look at its directory, so it could find other parts than those whose size was
 * checked. It gets a new zip of the checked parts, which is not compressed, as nobody keeps it.
 */
function cleanZip(parts: Parts): Uint8Array {
  const styles = [...parts].find(([path]) => path.endsWith('styles.xml'))?.[1].toString() ?? '';
  const percents = percentStyles(styles);
  const entries = [...parts].map(([path, bytes]) => {
    const isSheet = bytes.includes('sheetData>');
    return [path, isSheet ? Buffer.from(withPlainCells(bytes.toString(), percents)) : bytes] as const;
  });
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

function textOf(value: CellValue | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimalComma(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return dateText(value as unknown as Date);
}

/** A day, a time, or both when they belong together. A workbook keeps days and times without a zone; the library gives them as if in UTC. */
function dateText(value: Date): string {
  // Days are counted from 1900, so what lies before is only a time. Times are fractions of a day, so they are a little off.
  const [day, time] = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).split('T');
  if (day! < '1900-01-01') return time!;
  return time === '00:00' ? day! : `${day} ${time}`;
}
