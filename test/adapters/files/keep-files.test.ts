import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotKeep, keepFiles } from '../../../adapters/files/index.ts';
import type { File } from '../../../src/bot/reply.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-keep-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string, content = 'inhoud\r\n'): File => ({ name, type: 'text/plain', content });

describe('keepFiles', () => {
  test('makes the folder and writes each file as it is, for the owner alone', async () => {
    const into = join(folder, 'nieuw', 'diep');
    const paths = await keepFiles(into, [file('a.ics', 'één 👩🏽‍🏫\r\n'), file('b.txt')]);
    expect(paths).toEqual([join(into, 'a.ics'), join(into, 'b.txt')]);
    expect(await readFile(paths[0]!, 'utf8')).toBe('één 👩🏽‍🏫\r\n');
    expect((await stat(paths[0]!)).mode & 0o777).toBe(0o600);
    expect((await readdir(into)).sort()).toEqual(['a.ics', 'b.txt']);
  });

  test('replaces a file of the same name', async () => {
    const into = join(folder, 'weer');
    await keepFiles(into, [file('a.ics', 'oud')]);
    const [path] = await keepFiles(into, [file('a.ics', 'nieuw')]);
    expect(await readFile(path!, 'utf8')).toBe('nieuw');
  });

  test.each([
    ['../buiten.txt', '--buiten.txt'],
    ['..', '-'],
    ['.bashrc', '-bashrc'],
    ['map/naam.txt', 'map-naam.txt'],
    ['C:\\naam.txt', 'C--naam.txt'],
    ['één.ics', 'één.ics'],
  ])('%s never leads out of the folder', async (name, kept) => {
    const into = join(folder, 'binnen');
    await rm(into, { recursive: true, force: true });
    const before = await readdir(folder);
    await keepFiles(into, [file(name)]);
    expect(await readdir(into)).toEqual([kept]);
    expect((await readdir(folder)).filter((each) => each !== 'binnen').sort()).toEqual(
      before.filter((each) => each !== 'binnen').sort(),
    );
  });

  test('says it in a sentence when it cannot', async () => {
    const taken = join(folder, 'bestand');
    await writeFile(taken, '');
    await expect(keepFiles(taken, [file('a.ics')])).rejects.toThrow(CannotKeep);
    await expect(keepFiles(taken, [file('a.ics')])).rejects.toThrow(
      /^Ik kan de bestanden daar niet bewaren \(EEXIST\)/,
    );
    const into = join(folder, 'vol');
    await mkdir(join(into, 'a.ics'), { recursive: true });
    await expect(keepFiles(into, [file('a.ics')])).rejects.toThrow(CannotKeep);
    expect(await readdir(into)).toEqual(['a.ics']);
  });
});
