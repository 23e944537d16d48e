import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOpenToAll, loadEnvironment } from '../src/environment.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-env-'));
  file = join(folder, '.env');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NAMES = 'SLACK_BOT_TOKEN=xoxb-1\r\nSLACK_APP_TOKEN="xapp-1"\r\n';

test.each([
  ['as most editors write it', NAMES],
  ['with a byte order mark, as Notepad may write it', `\uFEFF${NAMES}`],
  ['with a remark behind that mark', `\uFEFF# de tokens = geheim\r\n${NAMES}`],
  ['with an empty line behind that mark', `\uFEFF\r\n${NAMES}`],
])('.env %s', async (_, text) => {
  await writeFile(file, text);
  const environment: NodeJS.ProcessEnv = {};
  loadEnvironment(environment, file);
  expect(environment).toEqual({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
});

test('what is set on the machine goes before .env, also when it is empty', async () => {
  await writeFile(file, `\uFEFF${NAMES}`);
  const environment: NodeJS.ProcessEnv = { SLACK_BOT_TOKEN: '' };
  loadEnvironment(environment, file);
  expect(environment).toEqual({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: 'xapp-1' });
});

test('no .env is nothing', () => {
  const environment: NodeJS.ProcessEnv = {};
  loadEnvironment(environment, file);
  expect(environment).toEqual({});
  expect(isOpenToAll(file)).toBe(false);
});

test.runIf(process.platform !== 'win32').each([
  [0o600, false],
  [0o640, false],
  [0o644, true],
  [0o602, true],
])('.env with mode %o is open to everybody: %s', async (mode, expected) => {
  await writeFile(file, NAMES);
  await chmod(file, mode);
  expect(isOpenToAll(file)).toBe(expected);
});
