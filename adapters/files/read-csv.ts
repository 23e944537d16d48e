/** One sheet from `<sheet>.csv`: UTF-8, with commas or semicolons. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { type Finding, type Message, message, problem } from '../../src/import/finding.ts';
import type { SheetFile, SheetLine } from '../../src/import/sheet-file.ts';
import { MEGABYTE } from './limits.ts';

const MOST_MEGABYTES = 10;

export type CsvRead = { readonly sheet: SheetFile | null; readonly mistakes: readonly Finding[] };

export async function readCsv(path: string): Promise<CsvRead> {
  const name = basename(path).replace(/\.csv$/i, '');
  const refuse = (row: number | null, what: Message, hint: Message | null = null): CsvRead => ({
    sheet: null,
    mistakes: [{ sheet: name, row, column: null, ...problem(what, hint) }],
  });
  if ((await stat(path)).size > MOST_MEGABYTES * MEGABYTE) {
    return refuse(null, message('import.csv-too-big', { max: MOST_MEGABYTES }));
  }
  const text = decode(await readFile(path));
  if (text === null) return refuse(null, message('import.not-utf-8', {}), message('import.hint-not-utf-8', {}));

  const lines: SheetLine[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // The count of lines is that of the end of the row, and quoted text may hold line breaks: a row begins where the one before it ended.
      on_record: (cells: string[], { lines: end }) => {
        lines.push({ line, cells });
        line = end + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(line, message('import.csv-quote', {}), message('import.hint-csv-quote', {}));
  }
  return { sheet: { name, lines }, mistakes: [] };
}

/**
 * Without its byte order mark; null when it is no UTF-8. Every line ends in the same way, because the parser counts the two characters of
 * Windows within quotes as two lines.
 */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

/** What the header has most of, outside quotes. */
function delimiterOf(text: string): ',' | ';' {
  const header = text.slice(0, text.search(/\n|$/)).replace(/"[^"]*"/g, '');
  return header.split(';').length > header.split(',').length ? ';' : ',';
}
