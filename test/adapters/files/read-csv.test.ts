import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSheets } from '../../../adapters/files/index.ts';
import { lines } from '../../import/sheets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

async function linesOf(content: string | Uint8Array) {
  await put('scholen.csv', content);
  const read = await readSheets(folder);
  expect(read.mistakes).toEqual([]);
  return read.sheets[0]!.lines.map(({ line, cells }) => [line, ...cells]);
}

async function refusalOf(content: string | Uint8Array) {
  await put('scholen.csv', content);
  const read = await readSheets(folder);
  expect(read.sheets).toEqual([]);
  return lines(read.mistakes);
}

describe('a CSV file', () => {
  test.each([
    ['commas', 'school,regio\nA,noord'],
    ['semicolons', 'school;regio\nA;noord'],
    ['semicolons and commas in a quoted header', '"school";"regio,plaats,straat"\nA;noord'],
    ['a byte order mark', '\ufeffschool;regio\nA;noord'],
    ['line ends of Windows', 'school;regio\r\nA;noord\r\n'],
    ['line ends of an old Mac', 'school;regio\rA;noord\r'],
  ])('with %s', async (_, content) => {
    const read = await linesOf(content);
    expect(read.map(([line, first]) => [line, first])).toEqual([
      [1, 'school'],
      [2, 'A'],
    ]);
    expect(read[1]).toEqual([2, 'A', 'noord']);
  });

  test('with line breaks in quotes keeps the line on which each row begins', async () => {
    const content = 'school;naam\r\nA;"een\r\ntwee\ndrie"\r\n\r\nB;"zo zei hij ""ja"""\r\nC;x';
    expect(await linesOf(content)).toEqual([
      [1, 'school', 'naam'],
      [2, 'A', 'een\ntwee\ndrie'],
      [5, ''],
      [6, 'B', 'zo zei hij "ja"'],
      [7, 'C', 'x'],
    ]);
  });

  test('with rows of different length is read as it is', async () => {
    expect(await linesOf('a;b\n1\n1;2;3')).toEqual([
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
    ]);
  });

  test.each<[string, string | Uint8Array, string]>([
    [
      'the letters of an old Windows',
      Buffer.from('school;regio\nCo\xf6rdinatie;noord', 'latin1'),
      'scholen: Dit bestand is geen UTF-8. Kies in Excel Opslaan als, CSV UTF-8.',
    ],
    [
      'two bytes per letter',
      Buffer.from('\ufeffschool;regio', 'utf16le'),
      'scholen: Dit bestand is geen UTF-8. Kies in Excel Opslaan als, CSV UTF-8.',
    ],
    [
      'a quotation mark that is not closed',
      'school;naam\nA;x\nB;"open\nC;x\nD;x',
      'scholen, rij 3: Ergens vanaf deze rij klopt een aanhalingsteken niet. Zet tekst met een aanhalingsteken helemaal tussen aanhalingstekens, en verdubbel het teken.',
    ],
    [
      'a quotation mark within a text',
      'school;naam\nA;zeg "ja"\nB;x',
      'scholen, rij 2: Ergens vanaf deze rij klopt een aanhalingsteken niet. Zet tekst met een aanhalingsteken helemaal tussen aanhalingstekens, en verdubbel het teken.',
    ],
    [
      'more than 10 MB',
      new Uint8Array(10 * 1024 * 1024 + 1).fill(97),
      'scholen: Dit bestand is te groot: hooguit 10 MB.',
    ],
  ])('with %s is refused', async (_, content, sentence) => {
    expect(await refusalOf(content)).toEqual([sentence]);
  });

  test('that is wrong does not hide the others', async () => {
    await put('doelen.csv', 'school;doel\nA;"open');
    await put('leden.csv', Buffer.from('\xf6', 'latin1'));
    await put('scholen.CSV', 'school;regio');
    const read = await readSheets(folder);
    expect(read.sheets.map(({ name }) => name)).toEqual(['scholen']);
    expect(read.mistakes.map(({ sheet }) => sheet)).toEqual(['doelen', 'leden']);
  });
});

test('what else is in the folder is told, except what systems leave there', async () => {
  await put('scholen.csv', 'school;regio');
  await put('leesmij.txt', 'x');
  await put('.DS_Store', 'x');
  await put('~$scholen.csv', 'x');
  await mkdir(join(folder, 'oud'));
  expect(lines((await readSheets(folder)).warnings)).toEqual([
    'leesmij.txt: Dit bestand hoort niet bij de import. Ik heb het niet gelezen.',
    'oud: Dit bestand hoort niet bij de import. Ik heb het niet gelezen.',
  ]);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
  await chmod(folder, 0);
  const read = await readSheets(folder);
  await chmod(folder, 0o700);
  expect(read.mistakes).toMatchObject([{ message: { key: 'import.no-access' } }]);
});
