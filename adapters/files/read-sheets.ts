/** `importeer <folder or .xlsx>`: the sheets in it, as text cells with their lines. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Finding, type Message, message, problem } from '../../src/import/finding.ts';
import type { SheetsRead } from '../../src/import/sheet-file.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

/** What cannot be read is a mistake in what comes back; nothing is thrown for it. */
export async function readSheets(path: string): Promise<SheetsRead> {
  try {
    return (await stat(path)).isDirectory() ? await readFolder(path) : await readFile(path);
  } catch (error) {
    const what = unreadable(error);
    if (!what) throw error;
    return refused(path, what);
  }
}

async function readFile(path: string): Promise<SheetsRead> {
  switch (extname(path).toLowerCase()) {
    case '.xlsx':
    case '.xlsm': {
      const read = await readWorkbook(path);
      return 'sheets' in read ? { ...read, mistakes: [], warnings: [] } : refused(path, read.refused);
    }
    case '.csv':
      return refused(path, message('import.one-csv', {}));
    case '.xls':
    case '.ods':
    case '.numbers':
      return refused(path, message('import.old-workbook', {}));
    default:
      return refused(path, message('import.not-a-source', {}));
  }
}

async function readFolder(folder: string): Promise<SheetsRead> {
  const names = (await readdir(folder)).filter((name) => !isHidden(name)).sort();
  const csv = names.filter((name) => extname(name).toLowerCase() === '.csv');
  const read = await Promise.all(csv.map((name) => readCsv(join(folder, name))));
  return {
    sheets: read.flatMap(({ sheet }) => (sheet ? [sheet] : [])),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
    warnings: names.filter((name) => !csv.includes(name)).map((name) => whole(name, message('import.other-file', {}))),
  };
}

/** What systems and open spreadsheets leave in a folder. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

function unreadable(error: unknown): Message | null {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'ENOENT':
    case 'ENOTDIR':
      return message('import.no-such-file', {});
    case 'EACCES':
    case 'EPERM':
      return message('import.no-access', {});
    default:
      return null;
  }
}

function refused(path: string, what: Message): SheetsRead {
  return { sheets: [], mistakes: [whole(basename(path), what)], warnings: [] };
}

function whole(name: string, what: Message): Finding {
  return { sheet: name, row: null, column: null, ...problem(what) };
}
