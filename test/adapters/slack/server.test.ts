import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { trialClockQueries } from '../../../db/trial-clock.queries.ts';
import { type FakeMember, type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { httpLine, socketLine } from '../../support/slack/lines.ts';
import { slashCommand } from '../../support/slack/payloads.ts';
import { buildSchool, openStore, REGENBUI } from '../../support/store.ts';
import { soon } from './open-slack.ts';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../../..');

type Environment = Readonly<Record<string, string | undefined>>;

type Running = {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  out(): string;
  error(): string;
};

let folder: string;
let fake: FakeSlack;
let sanne: FakeMember;
let running: Running | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-server-'));
  const opened = await openStore(join(folder, 'bestuur.db'));
  await buildSchool(opened, REGENBUI);
  opened.close();
  await makeTrial(join(folder, 'proef.db'));
});
/** Only the trial school has a clock of its own. */
async function makeTrial(file: string): Promise<void> {
  const opened = await openStore(file);
  await trialClockQueries(opened.database).moveClock(new Date('2026-08-31T06:00:00Z'));
  opened.close();
}
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  fake = await startFakeSlack({ now: () => new Date() });
  sanne = fake.addMember({ name: 'Sanne', email: 'sanne@example.org' });
});
afterEach(async () => {
  running?.process.kill('SIGKILL');
  await running?.ended;
  running = null;
  await fake.stop();
});

/** `npm start` as whoever installs it runs it, with these tokens. */
function start(environment: Environment = {}): Running {
  const [out, error]: [string[], string[]] = [[], []];
  const child = spawn(process.execPath, [join(ROOT, 'src/leerteam.js'), 'start'], {
    cwd: folder,
    env: environmentWith(environment),
  });
  child.stdout.on('data', (text) => out.push(String(text)));
  child.stderr.on('data', (text) => error.push(String(text)));
  const ended = new Promise<number | null>((end) => child.on('exit', end));
  running = { process: child, ended, out: () => out.join(''), error: () => error.join('') };
  return running;
}

function environmentWith(more: Environment): Environment {
  return {
    PATH: process.env.PATH,
    PORT: '0',
    DATABASE_URL: 'file:./bestuur.db',
    SLACK_BOT_TOKEN: fake.botToken,
    SLACK_API_URL: fake.apiUrl,
    ...more,
  };
}

const byHttp = () => ({ SLACK_SIGNING_SECRET: fake.signingSecret });
const CONNECTED = 'Slack is verbonden.';
const bySocket = () => ({ SLACK_APP_TOKEN: fake.appToken });

/** Waits until it says that it is open; gives its address. */
async function opened(
  { out, error }: Running,
  sentence = 'Slack roept Leerteambot aan op /slack/events.',
): Promise<string> {
  await soon(() => out() || error().includes('fault')).toBeTruthy();
  const port = /^Leerteambot draait op poort (\d+)\. (.*)\n$/.exec(out());
  expect([out(), port?.[2]]).toEqual([out(), sentence]);
  return `http://127.0.0.1:${port![1]}`;
}

const command = () =>
  slashCommand(
    { fake, member: sanne, at: new Date() },
    { command: '/doel', text: 'status', channel: fake.dm(sanne.id) },
  );
const answers = () => JSON.stringify(fake.ephemerals(sanne.id, sanne.id));

describe('npm start with tokens', { timeout: 180_000 }, () => {
  test('answers over HTTP, says how it is doing, and ends with 0 when it is asked to', async () => {
    const server = start({ ...byHttp(), NODE_ENV: 'production', HOST: '0.0.0.0' });
    const url = await opened(server);
    await httpLine(`${url}/slack/events`, fake.signingSecret).command(command());
    await soon(answers).toContain('1S rekenen');
    const health = await fetch(`${url}/healthz`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok', slack: 'on', teams: 'off' }]);
    expect((await fetch(url)).status).toBe(404);
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.out()).toMatch(/\nLeerteambot is gestopt\.\n$/);
    expect(existsSync(join(folder, 'bestuur.db.lock'))).toBe(false);
    expect(server.error()).not.toMatch(/sanne|rekenen|xoxb|"level":[456]0/i);
  });

  test('answers in Socket Mode', async () => {
    const server = start(bySocket());
    const url = await opened(server, CONNECTED);
    await socketLine(fake).command(command());
    await soon(answers).toContain('1S rekenen');
    expect((await fetch(`${url}/slack/events`, { method: 'POST' })).status).toBe(404);
    fake.sockets.drop();
    await soon(() => fake.sockets.connected).toBe(1);
    await socketLine(fake).command(command());
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  test('starts while Slack cannot be reached, and says so', async () => {
    fake.fail('auth.test', { how: { status: 503 }, times: 1 });
    const server = start(byHttp());
    const url = await opened(server, 'Slack is nog niet te bereiken, ik blijf het proberen.');
    const health = async () => (await fetch(`${url}/healthz`)).json();
    await soon(health).toMatchObject({ slack: 'on' });
  });

  test('with a token that Slack refuses is one clear line, and 1', async () => {
    fake.revokeTokens();
    const server = start({ ...byHttp(), LOG_LEVEL: 'silent' });
    expect(await server.ended).toBe(1);
    expect(server.error()).toMatch(
      /^Slack weigert SLACK_BOT_TOKEN \([a-z_]+\)\. Kopieer .* SLACK_BOT_TOKEN in \.env, en start opnieuw\. .*\n$/,
    );
  });

  test('whose token is revoked later on ends with one clear line, and 1', async () => {
    const server = start({ ...bySocket(), LOG_LEVEL: 'silent' });
    await opened(server, CONNECTED);
    fake.revokeTokens();
    fake.sockets.drop();
    expect(await server.ended).toBe(1);
    expect(server.error()).toMatch(
      /^Slack weigert SLACK_APP_TOKEN \([a-z_]+\)\. Maak .* SLACK_APP_TOKEN in \.env, en start opnieuw\. .*\n$/,
    );
    expect(existsSync(join(folder, 'bestuur.db.lock'))).toBe(false);
  });

  test('before the plans are read in says that there are no schools', async () => {
    const server = start({ ...byHttp(), DATABASE_URL: 'file:./leeg.db' });
    await soon(server.out).toMatch(
      /aan op \/slack\/events\.\nEr zijn nog geen scholen\. Lees de plannen in met: .*\n$/,
    );
  });

  test('reads them from .env as Notepad leaves it, and says when everybody can read it', async () => {
    const file = join(folder, '.env');
    await writeFile(file, `\uFEFFSLACK_BOT_TOKEN=${fake.botToken}\r\n`);
    await chmod(file, 0o644);
    try {
      const server = start({ ...byHttp(), SLACK_BOT_TOKEN: undefined });
      await soon(server.out).toMatch(/aan op \/slack\/events\.\nLet op: .* chmod 600 \.env\n$/);
      const { stdout } = await run(process.execPath, [join(ROOT, 'src/leerteam.js'), 'controleer'], {
        cwd: folder,
        env: environmentWith({ ...byHttp(), SLACK_BOT_TOKEN: undefined }),
      });
      expect(stdout).toMatch(/▲ Iedereen .* \.env .*chmod 600 \.env/);
      expect(stdout).toContain('✓ Het token voor Slack klopt.');
    } finally {
      await rm(file);
    }
  });

  test('without tokens opens the trial school, and says that there are schools of one’s own', async () => {
    await makeTrial(join(folder, 'data/proefschool.db'));
    const server = start({ SLACK_BOT_TOKEN: undefined });
    await soon(server.out).toMatch(
      /^De proefschool staat open op \S+\nLet op: in \.\/bestuur\.db staan je eigen scholen, .* SLACK_BOT_TOKEN .* in \.env .*\n$/,
    );
  });

  test('that meets a fault nobody caught ends with one line without words, and 1', async () => {
    const preload = join(folder, 'fault.mjs');
    await writeFile(preload, `process.once('SIGUSR2', () => Promise.reject(new Error('Bram huilt vaak')));`);
    const server = start({ ...byHttp(), NODE_OPTIONS: `--import=${preload}`, LOG_LEVEL: 'fatal' });
    await opened(server);
    server.process.kill('SIGUSR2');
    expect(await server.ended).toBe(1);
    expect(server.error()).toMatch(/^{"level":60,.*"msg":"an unexpected fault: the server stops"}\n$/);
    expect(server.error()).not.toContain('Bram');
  });

  test('does not start twice on one database', async () => {
    await opened(start(byHttp()));
    const first = running!;
    const second = start(byHttp());
    expect(await second.ended).toBe(1);
    expect(second.error()).toMatch(/^[^\n]+\n$/);
    first.process.kill('SIGKILL');
    await first.ended;
    await opened(start(byHttp()));
  });

  test.each([
    [{ MicrosoftAppId: 'x' }, /^MicrosoftAppId is een reeks/],
    [{ SLACK_API_URL: 'http://slack.example/api/' }, /^SLACK_API_URL/],
    [{ DATABASE_URL: 'file:./proef.db' }, /eigen bestand/],
  ])('with %j is one clear line, and 1', async (environment, line) => {
    const server = start({ ...byHttp(), ...environment });
    expect(await server.ended).toBe(1);
    expect(server.error()).toMatch(line);
    expect(server.error().trim().split('\n')).toHaveLength(1);
  });
});

test.each([[['tik']], [['tik', '--verstuur']]])(
  'leerteam %j works on the school’s own database',
  { timeout: 180_000 },
  async (words) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/leerteam.js'), ...words], {
      cwd: folder,
      env: environmentWith(byHttp()),
    });
    let out = '';
    child.stdout.on('data', (text) => {
      out += String(text);
    });
    expect(await new Promise((end) => child.on('exit', end))).toBe(0);
    expect(out).toMatch(words.length === 1 ? /niets te versturen|zou/ : /verstuurd/);
  },
);
