import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSheets, writeSheets } from '../../../adapters/files/index.ts';
import { CannotWrite } from '../../../src/import/cannot-write.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing', () => {
  const SHEETS = [
    {
      name: 'scholen',
      lines: [
        { line: 1, cells: ['school', 'regio'] },
        { line: 2, cells: ['A;"B"\nC', "'=1"] },
      ],
    },
  ];

  test('a folder: UTF-8 with a mark and semicolons, for its owner only, with nothing left behind', async () => {
    const path = join(folder, 'uit', 'map');
    await writeSheets(path, SHEETS);
    expect(await readFile(join(path, 'scholen.csv'), 'utf8')).toBe('\ufeffschool;regio\n"A;""B""\nC";\'=1\n');
    expect((await stat(join(path, 'scholen.csv'))).mode & 0o777).toBe(0o600);
    await writeSheets(path, SHEETS);
    expect(await readdir(path)).toEqual(['scholen.csv']);
  });

  test('a workbook: every cell is text, also what looks like a letter in code', async () => {
    const path = join(folder, 'boek.xlsx');
    const cells = ['_x0041_', '1-2', '007', 'Rekenen & <b>taal</b> 😀'];
    await writeSheets(path, [{ name: 'scholen', lines: [{ line: 1, cells }] }]);
    expect((await readSheets(path)).sheets).toEqual([{ name: 'scholen', lines: [{ line: 1, cells }] }]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('over a file where a folder should be is refused with a sentence', async () => {
    await writeFile(join(folder, 'uit'), 'x');
    const writing = writeSheets(join(folder, 'uit'), SHEETS);
    await expect(writing).rejects.toBeInstanceOf(CannotWrite);
    await expect(writing).rejects.toThrow(
      'Ik kan hier niet schrijven (EEXIST). Er is niets veranderd aan de database.',
    );
    expect(await readFile(join(folder, 'uit'), 'utf8')).toBe('x');
  });

  test('another kind of file is refused', async () => {
    await expect(writeSheets(join(folder, 'uit.csv'), SHEETS)).rejects.toThrow(
      'Geef een map, of een bestand dat eindigt op .xlsx.',
    );
  });
});
