import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const PROGRAM = resolve(import.meta.dirname, '../../src/leerteam.js');
const HUGO = 'hugo@proefschool.example';

let folder: string;
let database: string;
let server: ChildProcess;
let log = '';
let port: string;

const environment = () => ({
  PATH: process.env.PATH,
  PORT: '0',
  LOG_LEVEL: 'debug',
  ...(process.env.TZ ? { TZ: process.env.TZ } : {}),
});

async function leerteam(...words: string[]): Promise<{ code: number; out: string; error: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [PROGRAM, ...words], { cwd: folder, env: environment() });
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, error: stderr };
  }
}

/** All bytes of all files of the folder, by name. */
function filesHolding(pattern: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && pattern.test(readFileSync(path, 'latin1'));
  });
}

/** The trial school on a server that runs all the time, as in a school. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leerteam-wis-'));
  database = join(folder, 'data/proefschool.db');
  server = spawn(process.execPath, [PROGRAM, 'start'], { cwd: folder, env: environment() });
  server.stderr!.on('data', (data) => (log += data));
  port = await new Promise((done, failed) => {
    server.stdout!.on('data', (data) => {
      const opened = /localhost:(\d+)/.exec(String(data));
      if (opened) done(opened[1]!);
    });
    server.once('exit', () => failed(new Error(log)));
  });
}, 240_000);

afterAll(() => {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

describe('wis, while the server runs', () => {
  test('an address that nobody has changes nothing', async () => {
    const { code, error } = await leerteam('wis', 'niemand@proefschool.example');
    expect([code, error]).toEqual([1, 'Ik ken niemand met dit adres. Er is niets veranderd.\n']);
    expect(existsSync(`${database}.sleutel`)).toBe(false);
  }, 180_000);

  test('leaves name and address nowhere, and lists what a human must look at', async () => {
    expect((await leerteam('zeg', '--als', HUGO, '/afwezig 12 t/m 16 januari')).code).toBe(0);
    expect(
      (await leerteam('zeg', '--als', 'carla@proefschool.example', '/actie Laptops tellen @Hugo 18-12')).code,
    ).toBe(0);
    const backup = join(folder, 'oud.db');
    expect((await leerteam('backup', backup)).code).toBe(0);
    copyFileSync(database, `${database}.voor-0001_leerteam_week`);
    writeFileSync(`${database}.1.nieuw-wal`, HUGO);
    expect(filesHolding(/hugo/i).length).toBeGreaterThanOrEqual(4);

    const { code, out, error } = await leerteam('wis', ' Hugo.V@proefschool.example ');
    expect(code).toBe(0);
    expect(out.replaceAll(folder, '<map>')).toMatchInlineSnapshot(`
      "Gewist. Wat het team nodig heeft staat op naam van "oud-collega".
      Regel hiervoor iemand anders. Deze persoon was:
      - voorzitter van Middenbouw (De Mistbank)
      Let op: bij De Mistbank staat nog werk open zonder nieuwe eigenaar. Typ daar /overdracht.
      Deze oudere back-up kan de persoon nog bevatten. Maak een nieuwe en verwijder de oude:
      - <map>/oud.db (24 november)
      Het databasebestand is schoongemaakt en 2 eigen kopieën zijn verwijderd.
      "
    `);
    expect(error).not.toMatch(/hugo/i);
    // The backup is whoever made it to delete.
    rmSync(backup);
    expect(filesHolding(/hugo/i)).toEqual([]);
    expect(log).toContain('the trial school is open');
    expect(log).not.toMatch(/hugo/i);
    expect(statSync(`${database}.sleutel`).mode & 0o777).toBe(0o600);
    expect(filesHolding(new RegExp(readFileSync(`${database}.sleutel`, 'utf8').trim()))).toEqual([
      'data/proefschool.db.sleutel',
    ]);
  }, 180_000);

  test('the server goes on, and does not know the person any more', async () => {
    const health = await fetch(`http://localhost:${port}/healthz`);
    expect([health.status, await health.json()]).toMatchObject([200, { database: 'ok' }]);
    const hugo = await leerteam('zeg', '--als', HUGO, '/doel');
    expect(hugo.out).toContain('Axel Beheer');
    expect(log).not.toContain('a fault');
  }, 180_000);

  test('can be done again, when the file could not be cleaned the first time', async () => {
    writeFileSync(`${database}.voor-herstel`, HUGO);
    const { code, out } = await leerteam('wis', HUGO);
    expect([code, out.replaceAll(folder, '<map>')]).toMatchInlineSnapshot(`
      [
        0,
        "Deze persoon was al gewist.
      Deze oudere back-up kan de persoon nog bevatten. Maak een nieuwe en verwijder de oude:
      - <map>/oud.db (24 november), staat daar niet meer: is er elders een kopie?
      Het databasebestand is schoongemaakt en 1 eigen kopie is verwijderd.
      ",
      ]
    `);
    expect(existsSync(`${database}.voor-herstel`)).toBe(false);
  }, 180_000);
});
