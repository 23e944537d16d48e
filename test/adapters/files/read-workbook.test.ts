import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheets } from '../../../adapters/files/index.ts';
import { parseWorkbook } from '../../../adapters/files/parse-workbook.ts';
import { readWorkbook } from '../../../adapters/files/read-workbook.ts';
import { plainText, say } from '../../../src/bot/text.ts';
import { sayMessage } from '../../../src/import/finding.ts';
import { importSheets } from '../../../src/import/import-book.ts';
import { lines } from '../../import/sheets.ts';
import { openStore, stamp } from '../../support/store.ts';
import { textCell, workbook, workbookParts, zip } from './workbook.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array | string, name = 'boek.xlsx'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** The one mistake about the whole file. */
async function refusalOf(bytes: Uint8Array | string, name?: string) {
  const read = await readSheets(await fileOf(bytes, name));
  expect(read.sheets).toEqual([]);
  return lines(read.mistakes);
}

/** What a workbook gives, without the worker around it, which takes a second to start. */
async function read(bytes: Uint8Array) {
  const read = await parseWorkbook(bytes);
  return 'sheets' in read ? read.sheets : plainText(sayMessage(say('nl'), read.refused));
}

describe('cells of a workbook become text', () => {
  test.each([
    ['a text', textCell('A1', 'Rekenen &amp; taal'), 'Rekenen & taal'],
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'gedeeld'],
    ['a number', '<c r="A1"><v>12.5</v></c>', '12,5'],
    ['a whole number', '<c r="A1"><v>3</v></c>', '3'],
    ['a day', '<c r="A1" s="1"><v>46340</v></c>', '2026-11-14'],
    ['a day in a year without a leap day', '<c r="A1" s="1"><v>46447</v></c>', '2027-03-01'],
    ['a time', '<c r="A1" s="4"><v>0.625</v></c>', '15:00'],
    ['a time that is no round fraction', '<c r="A1" s="4"><v>0.61458333333333337</v></c>', '14:45'],
    ['a day with a time', '<c r="A1" s="5"><v>46340.5</v></c>', '2026-11-14 12:00'],
    ['13% typed in Excel', '<c r="A1" s="2"><v>0.13</v></c>', '13%'],
    ['7%, which is no round number to a computer', '<c r="A1" s="2"><v>7.0000000000000007E-2</v></c>', '7%'],
    ['12.5% with a format of its own', '<c r="A1" s="3"><v>0.125</v></c>', '12,5%'],
    ['a text with the format of a percentage', '<c r="A1" s="2" t="s"><v>0</v></c>', 'gedeeld'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'ja'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'nee'],
    ['a formula with a result', '<c r="A1"><f>1+1</f><v>2</v></c>', '='],
    ['a formula that gives text', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>x</v></c>', '='],
    ['a formula without a result', '<c r="A1" t="str"><f>A2</f></c>', '='],
    ['a formula shared with other cells', '<c r="A1"><f t="shared" si="0"/><v>2</v></c>', '='],
    ['a formula that is wrong', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '='],
  ])('%s', async (_, cell, text) => {
    const book = workbook([{ name: 'doelen', rows: `<row r="1">${cell}</row>` }], ['gedeeld']);
    expect(await read(book)).toEqual([{ name: 'doelen', lines: [{ line: 1, cells: [text] }] }]);
  });

  test('with the lines they have in the sheet, also after empty ones', async () => {
    const rows = `<row r="1">${textCell('A1', 'school')}${textCell('C1', 'doel')}</row><row r="4">${textCell('C4', 'x')}</row>`;
    expect(await read(workbook([{ name: 'doelen', rows }]))).toEqual([
      {
        name: 'doelen',
        lines: [
          { line: 1, cells: ['school', '', 'doel'] },
          { line: 2, cells: ['', '', ''] },
          { line: 3, cells: ['', '', ''] },
          { line: 4, cells: ['', '', 'x'] },
        ],
      },
    ]);
  });
});

test('a formula is a mistake with sheet, row and column; one in a sheet that is not ours does not matter', async () => {
  const header = `<row r="1">${textCell('A1', 'school')}${textCell('B1', 'regio')}</row>`;
  const formula = '<c r="B3"><f>"mid"&amp;"den"</f><v>midden</v></c>';
  const read = await readSheets(
    await fileOf(
      workbook([
        { name: 'scholen', rows: `${header}<row r="3">${textCell('A3', 'De Regenbui')}${formula}</row>` },
        { name: 'rekenblad', rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' },
      ]),
    ),
  );
  const { store, close } = await openStore();
  const report = await importSheets(store.import, read, { dryRun: false, overwrite: false, stamp: stamp() });
  close();
  expect(lines(report.mistakes)).toEqual([
    'scholen, rij 3, kolom regio: Hier staat een formule. Ik lees alleen tekst en getallen. Plak de waarde in plaats van de formule. Is het tekst? Zet er dan een ’ voor (een recht aanhalingsteken).',
  ]);
  expect(lines(report.warnings)).toEqual(['rekenblad: Dit blad ken ik niet. Ik heb het niet gelezen.']);
});

describe('what is no workbook, or one that does harm', () => {
  const NOT = 'Dit is geen werkboek dat ik kan lezen. Sla het opnieuw op als .xlsx, of als csv-bestanden.';
  const TOO_BIG = 'Dit werkboek wordt uitgepakt te groot: hooguit 50 MB.';

  test.each<[string, Uint8Array | string, string]>([
    ['a text', 'school;regio', NOT],
    ['nothing', '', NOT],
    ['a zip with something else in it', zip({ 'a.txt': Buffer.from('a') }), NOT],
    ['half a workbook', workbook([{ name: 'a', rows: '' }]).subarray(0, 900), NOT],
    [
      'a workbook whose sheet is no XML',
      zip({ ...workbookParts([{ name: 'a', rows: '' }]), 'xl/worksheets/sheet1.xml': Buffer.from('<sheetData><row') }),
      NOT,
    ],
    [
      'one of more than 200 parts',
      zip(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}.xml`, Buffer.from('x')]))),
      'Dit werkboek heeft te veel onderdelen: hooguit 200.',
    ],
    [
      'one that unpacks to 60 MB of nothing',
      zip({ ...workbookParts([{ name: 'a', rows: '' }]), 'xl/media.xml': new Uint8Array(60 * 1024 * 1024) }),
      TOO_BIG,
    ],
  ])('%s', async (_, bytes, sentence) => {
    expect(await read(Buffer.from(bytes))).toBe(sentence);
  });

  test('is told as a mistake about the file', async () => {
    expect(await refusalOf('school;regio')).toEqual([`boek.xlsx: ${NOT}`]);
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).toEqual([
      'boek.xlsx: Dit werkboek is beveiligd met een wachtwoord, of het is een oud .xls. Sla het zonder wachtwoord op als .xlsx.',
    ]);
    expect(await refusalOf(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual([
      'boek.xlsx: Dit werkboek is te groot: hooguit 10 MB.',
    ]);
  });

  test('one that unpacks to gigabytes and says it does not', async () => {
    const zeros = new Uint8Array(100 * 1024 * 1024);
    const paths = Array.from({ length: 30 }, (_, n) => `xl/${n}.xml`);
    const lying = zip(
      { ...Object.fromEntries(paths.map((path) => [path, zeros])), ...workbookParts([{ name: 'a', rows: '' }]) },
      { claims: Object.fromEntries(paths.map((path) => [path, 10])) },
    );
    expect(lying.length).toBeLessThan(10 * 1024 * 1024);
    expect(await refusalOf(lying)).toEqual([`boek.xlsx: ${NOT}`]);
  });

  test('a part that only those find who do not read the directory is not read', async () => {
    const hidden = (rows: string) => workbookParts([{ name: 'doelen', rows }]);
    const bytes = zip(hidden(`<row r="1">${textCell('A1', 'school')}</row>`), {
      hidden: hidden(`<row r="1">${textCell('A1', 'verborgen')}</row>`),
    });
    const read = await readSheets(await fileOf(bytes));
    expect(read).toMatchObject({ mistakes: [], sheets: [{ name: 'doelen', lines: [{ cells: ['school'] }] }] });
  });

  test('one long text in very many cells', async () => {
    const cells = Array.from(
      { length: 5_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c></row>`,
    );
    expect(await read(workbook([{ name: 'doelen', rows: cells.join('') }], ['x'.repeat(20_000)]))).toBe(TOO_BIG);
  });

  test('one cell that is very far down', async () => {
    const far = `<row r="1">${textCell('A1', 'school')}</row><row r="900000000">${textCell('A900000000', 'x')}</row>`;
    const path = await fileOf(workbook([{ name: 'doelen', rows: far }]));
    const read = await readWorkbook(path, { seconds: 20, heapMegabytes: 48 });
    expect(read).toEqual({ refused: { key: 'import.workbook-too-heavy', params: {} } });
  });

  test('one that takes too long', async () => {
    const path = await fileOf(workbook([{ name: 'doelen', rows: '' }]));
    expect(await readWorkbook(path, { seconds: 0, heapMegabytes: 512 })).toMatchObject({
      refused: { key: 'import.workbook-too-heavy' },
    });
  });

  test.each([
    ['boek.xls', 'Dit is geen .xlsx-werkboek. Open het en kies Opslaan als, Excel-werkmap (.xlsx).'],
    ['boek.ods', 'Dit is geen .xlsx-werkboek. Open het en kies Opslaan als, Excel-werkmap (.xlsx).'],
    ['scholen.csv', 'Dit is één csv-bestand. Geef de map waar het in staat.'],
    ['boek.pdf', 'Dit kan ik niet lezen. Geef een map met csv-bestanden, of een werkboek (.xlsx).'],
  ])('%s', async (name, sentence) => {
    expect(await refusalOf('x', name)).toEqual([`${name}: ${sentence}`]);
  });

  test('nothing at all', async () => {
    const read = await readSheets(join(folder, 'weg.xlsx'));
    expect(lines(read.mistakes)).toEqual(['weg.xlsx: Deze map of dit bestand bestaat niet.']);
  });
});

test('the worker finds its TypeScript when the program is started as it really is', async () => {
  const path = await fileOf(workbook([{ name: 'scholen', rows: `<row r="1">${textCell('A1', 'school')}</row>` }]));
  const program = `
    import { createRequire } from 'node:module';
    import { register } from 'tsx/cjs/api';
    register();
    const { readSheets } = createRequire(process.cwd() + '/src/leerteam.js')('../adapters/files/index.ts');
    readSheets(process.argv[1]).then((read) => console.log(JSON.stringify(read.sheets)));`;
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([{ name: 'scholen', lines: [{ line: 1, cells: ['school'] }] }]);
});
