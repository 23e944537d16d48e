import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NUDGE_KINDS } from '../src/delivery/nudge.ts';
import { readCalendar } from './support/calendar-app.ts';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '..');

type Result = { readonly code: number; readonly out: string; readonly error: string };

let folder: string;
let plans: string;
let database: string;

/** The command line as a person starts it, in an empty folder. */
async function leerteam(...words: string[]): Promise<Result> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(ROOT, 'src/leerteam.js'), ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...(process.env.TZ ? { TZ: process.env.TZ } : {}) },
      maxBuffer: 32 * 1024 * 1024,
    });
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, error: stderr };
  }
}

const on = (...words: string[]) => leerteam(...words, '--db', database);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-cli-'));
  plans = join(folder, 'plannen');
  database = join(folder, 'bestuur.db');
  await cp(join(ROOT, 'db/trial'), plans, { recursive: true });
  await rm(join(plans, 'verloop.csv'));
  const imported = await on('importeer', plans);
  expect(imported).toMatchObject({ code: 0, error: '' });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('importeer', () => {
  test('a second time changes nothing', async () => {
    const { code, out } = await on('importeer', plans);
    expect(code).toBe(0);
    expect(out).toMatch(/Er was niets te veranderen\.\n$/);
  });

  test('a mistake is named with sheet, row and column, ends with 1, and changes nothing', async () => {
    const wrong = join(folder, 'fout');
    await cp(plans, wrong, { recursive: true });
    const lines = (await readFile(join(wrong, 'scholen.csv'), 'utf8')).split('\n');
    await writeFile(
      join(wrong, 'scholen.csv'),
      [lines[0], lines[1]!.replace(/noord|midden|zuid/, 'oost'), ...lines.slice(2)].join('\n'),
    );
    const { code, out, error } = await on('importeer', wrong);
    expect(code).toBe(1);
    expect(out).toMatch(/scholen, rij 2, kolom regio: /);
    expect(error.trim().split('\n')).toHaveLength(1);
  });
});

describe('exporteer', () => {
  test('gives files that import into an empty database and come out the same', async () => {
    const [first, second, other] = [join(folder, 'een'), join(folder, 'twee'), join(folder, 'ander.db')];
    expect((await on('exporteer', first)).code).toBe(0);
    expect((await leerteam('importeer', first, '--db', other)).code).toBe(0);
    expect((await leerteam('exporteer', second, '--db', other)).code).toBe(0);
    for (const name of await readdir(first)) {
      expect(await readFile(join(second, name), 'utf8'), name).toBe(await readFile(join(first, name), 'utf8'));
    }
  });
});

describe('zeg', () => {
  test('gives plain text, or the neutral reply as JSON', async () => {
    const text = await on('zeg', '--als', 'sanne@proefschool.example', '/doel status');
    expect(text).toMatchObject({ code: 0, error: '' });
    expect(text.out).toMatch(/1 Meer leerlingen op 1S rekenen · ○ nog geen meting\n.*13% → nog geen meting → 40%/);
    const json = await on('zeg', '--als', 'sanne@proefschool.example', '/doel status', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ kind: 'notice', visibility: 'caller' });
  });

  test('does a button or a form', async () => {
    const { out } = await on(
      'zeg',
      '--als',
      'sanne@proefschool.example',
      '--doe',
      'doel.update',
      '--met',
      '{"doel":"1","status":"op koers","waarde":20}',
    );
    expect(out).toMatch(/^Opgeslagen: doel 1 is op koers, 20%/);
  });

  test('keeps the files of the answer in a folder, and says where beside the answer', async () => {
    const kept = join(folder, 'bewaard');
    const words = ['zeg', '--als', 'sanne@proefschool.example', '/agenda kalender bovenbouw', '--bewaar', kept];
    const text = await on(...words);
    const [name, ...more] = await readdir(kept);
    expect(more).toEqual([]);
    expect(name).toMatch(/^bovenbouw-\d{4}-\d{4}\.ics$/);
    expect(text).toMatchObject({ code: 0, error: `Bewaard: ${join(kept, name!)}\n` });
    expect(text.out).toContain(`(${name})`);
    expect(readCalendar(await readFile(join(kept, name!), 'utf8')).length).toBeGreaterThan(30);
    const json = await on(...words, '--json');
    const { parts } = JSON.parse(json.out);
    expect(parts.find(({ kind }: { kind: string }) => kind === 'file').file.name).toBe(name);
  }, 60_000);

  test('says when there is nothing to keep, and when it cannot be kept', async () => {
    const sanne = ['zeg', '--als', 'sanne@proefschool.example'];
    const none = await on(...sanne, '/doel status', '--bewaar', join(folder, 'leeg'));
    expect(none).toMatchObject({ code: 0, error: 'Bij dit antwoord zit geen bestand.\n' });
    const cannot = await on(...sanne, '/agenda kalender bovenbouw', '--bewaar', database);
    expect(cannot.code).toBe(1);
    expect(cannot.error).toMatch(/^Ik kan de bestanden daar niet bewaren \(EEXIST\)\. Kies een andere map\.\n$/);
  }, 60_000);

  test.each([
    [['zeg', '--als', 'sanne@proefschool.example'], /Geef een tekst, of --doe/],
    [['zeg', '--als', 'sanne@proefschool.example', '--doe', 'hulp', '--met', '{'], /geen JSON met velden/],
    [['zeg', '--als', 'sanne@proefschool.example', '/doel', '--op', 'gisteren'], /begrijp de tijd gisteren niet/],
    [['vooruitblik', '--van', '2027-01-01', '--tot', '2026-01-01'], /--tot ligt voor --van/],
    [
      ['vooruitblik', '--van', '2026-08-01', '--tot', '2027-07-31', '--school', 'Nergens'],
      /ken de school Nergens niet/,
    ],
    [['vliegen'], /Typ leerteam --help/],
  ])('%j ends with 1 and one clear line', async (words, line) => {
    const { code, error } = await on(...words);
    expect(code).toBe(1);
    expect(error).toMatch(line);
    expect(error.trim().split('\n')).toHaveLength(1);
  });
});

describe('vooruitblik', () => {
  test('prints JSON lines with the fixed fields and nothing else', async () => {
    const { code, out, error } = await on('vooruitblik', '--van', '2026-08-01', '--tot', '2027-07-31', '--json');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['op', 'aan', 'soort', 'onderwerp']);
      expect(NUDGE_KINDS).toContain(line.soort);
      expect(line.op).toMatch(/^202[67]-\d\d-\d\dT\d\d:\d\d:00\+0[12]:00$/);
    }
  });
});

describe('tik', () => {
  test('shows what would go out and changes nothing; with --verstuur it goes out once', async () => {
    const moment = ['--op', '2027-01-12T08:00:00+01:00'];
    const shown = await on('tik', ...moment);
    expect(shown.out).toMatch(/Goedemorgen/);
    expect((await on('tik', ...moment)).out).toBe(shown.out);
    expect((await on('tik', ...moment, '--verstuur')).out).toMatch(/^Er zijn \d+ berichten verstuurd\.\n$/);
    expect((await on('tik', ...moment, '--verstuur')).out).toBe('Er is niets verstuurd.\n');
  });
});

describe('a database that cannot be used', () => {
  test('stops with a line that says what to do', async () => {
    const text = join(folder, 'geen.db');
    await writeFile(text, 'dit is geen database, maar een lange tekst die er ook niet op lijkt');
    const { code, error } = await leerteam('controleer', '--db', text);
    expect(code).toBe(1);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(await readFile(text, 'utf8')).toMatch(/^dit is geen database/);
  });
});

describe('controleer', () => {
  test('says how to mend what is not well', async () => {
    const { code, out } = await on('controleer');
    expect(code).toBe(0);
    expect(out).toMatch(/✓ De database is in orde\./);
    expect(out).toMatch(/▲ .* Zo los je het op: /);
    expect(out).toMatch(
      /▲ Er zijn eigen scholen, maar Teams en Slack zijn allebei niet ingesteld: .* \.env.*\.env\.txt/,
    );
  });
});
