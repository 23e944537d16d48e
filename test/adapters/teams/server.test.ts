import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/core.ts';
import type { RunningServer } from '../../../src/main.ts';
import { startSchoolServer } from '../../../src/school-server.ts';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { buildSchool, openStore, REGENBUI } from '../../support/store.ts';
import { activitiesOf } from '../../support/teams/activities.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';
import type { FakePerson, FakeTeams } from '../../support/teams/fake-types.ts';
import { sendActivity } from '../../support/teams/signed.ts';
import { soon } from './open-teams.ts';

const PROGRAM = resolve(import.meta.dirname, '../../../src/leerteam.js');

type Environment = Readonly<Record<string, string>>;

let folder: string;
let fake: FakeTeams;
let sanne: FakePerson;
let child: ChildProcess | null = null;
let server: RunningServer | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leerteam-teams-'));
  const opened = await openStore(join(folder, 'nieuw.db'));
  await buildSchool(opened, REGENBUI);
  opened.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A school that nobody has used yet. */
beforeEach(async () => {
  await copyFile(join(folder, 'nieuw.db'), join(folder, 'bestuur.db'));
  await openFake(false);
});
afterEach(async () => {
  child?.kill('SIGKILL');
  child = null;
  await server?.stop();
  server = null;
  await fake.stop();
  for (const more of ['', '-wal', '-shm']) await rm(join(folder, `bestuur.db${more}`), { force: true });
});

async function openFake(anonymous: boolean): Promise<void> {
  fake = await startFakeTeams({ now: () => new Date(), anonymous });
  sanne = fake.addMember({ name: 'Sanne', email: 'sanne@example.org' });
}

/** As whoever installs it runs it. */
function run(words: readonly string[], environment: Environment) {
  const [out, error]: [string[], string[]] = [[], []];
  const started = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: 'file:./bestuur.db', ...environment },
  });
  started.stdout.on('data', (text) => out.push(String(text)));
  started.stderr.on('data', (text) => error.push(String(text)));
  child = started;
  const ended = new Promise<number | null>((end) => started.on('exit', end));
  return { process: started, ended, out: () => out.join(''), error: () => error.join('') };
}

const answers = () => JSON.stringify(fake.messages(sanne.aadId).filter(({ from }) => from === fake.app.bot));
const question = () => activitiesOf(fake).message(sanne.aadId, 'doel status');
const healthOf = async (address: string) => (await fetch(`${address}/healthz`)).json();

const secret = () => ({
  MicrosoftAppId: fake.app.id,
  MicrosoftAppPassword: fake.app.password,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: fake.app.tenant,
});

/** In this process, as there is no setting that says where Microsoft is. */
async function open(environment: Environment): Promise<string> {
  const config: Config = readConfig({ PORT: '0', DATABASE_URL: `file:${join(folder, 'bestuur.db')}`, ...environment });
  server = await startSchoolServer({ config, log: createLog('silent'), onFatal: () => {}, microsoft: fake.microsoft });
  return `http://127.0.0.1:${server.port}`;
}

describe('npm start with an id and a secret', { timeout: 180_000 }, () => {
  test('answers what Teams signed, and nothing else', async () => {
    const address = await open({ ...secret(), NODE_ENV: 'production', HOST: '0.0.0.0' });
    expect(server!.opened).toBe(
      `Leerteambot draait op poort ${server!.port}. Teams roept Leerteambot aan op /api/messages.`,
    );
    const headers = { 'Content-Type': 'application/json' };
    const unsigned = { method: 'POST', headers, body: JSON.stringify(question()) };
    expect((await fetch(`${address}/api/messages`, unsigned)).status).toBe(401);
    expect((await sendActivity(`${address}/api/messages`, fake, question())).status).toBe(200);
    await soon(answers).toContain('1S rekenen');
    expect(await healthOf(address)).toMatchObject({ status: 'ok', slack: 'off', teams: 'on' });
  });

  test('says so when Microsoft cannot be reached', async () => {
    fake.fail('token', { how: { status: 503 } });
    const address = await open(secret());
    expect(server!.opened).toMatch(/\. Microsoft is nog niet te bereiken, ik blijf het proberen\.$/);
    await soon(() => healthOf(address)).toMatchObject({ teams: 'on' });
  });

  test('that Microsoft refuses is one clear line, and the database is free again', async () => {
    const given = secret();
    fake.changePassword();
    await expect(open(given)).rejects.toThrow(/^Microsoft weigert .*MicrosoftAppPassword/);
    await expect(open(given)).rejects.toThrow(/^Microsoft weigert .*MicrosoftAppPassword/);
  });

  test('does Slack and Teams at once', async () => {
    const slack = await startFakeSlack({ now: () => new Date() });
    try {
      const address = await open({
        ...secret(),
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.apiUrl,
      });
      expect(server!.opened).toMatch(/ Slack roept .* op \/slack\/events\. Teams roept .* op \/api\/messages\.$/);
      expect(await healthOf(address)).toMatchObject({ slack: 'on', teams: 'on' });
      const post = (path: string) => fetch(address + path, { method: 'POST' });
      expect([(await post('/slack/events')).status, (await post('/api/messages')).status]).toEqual([401, 400]);
      expect((await sendActivity(`${address}/api/messages`, fake, question())).status).toBe(200);
      await soon(answers).toContain('1S rekenen');
    } finally {
      await server?.stop();
      server = null;
      await slack.stop();
    }
  });

  test('without them there is no such address', async () => {
    const slack = await startFakeSlack({ now: () => new Date() });
    try {
      const address = await open({
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.apiUrl,
      });
      expect((await sendActivity(`${address}/api/messages`, fake, question())).status).toBe(404);
      expect(await healthOf(address)).toMatchObject({ slack: 'on', teams: 'off' });
    } finally {
      await server?.stop();
      server = null;
      await slack.stop();
    }
  });
});

describe('npm start with TEAMS_ANONYMOUS', { timeout: 180_000 }, () => {
  beforeEach(async () => {
    await fake.stop();
    await openFake(true);
  });

  test('answers, says that anybody here may speak, and ends with 0 when it is asked to', async () => {
    const running = run(['start'], { TEAMS_ANONYMOUS: '1' });
    await soon(running.out).toMatch(/^Leerteambot draait op poort \d+\. Teams is hier om te proberen: .*\n$/);
    const address = `http://127.0.0.1:${/poort (\d+)/.exec(running.out())![1]}`;
    expect((await sendActivity(`${address}/api/messages`, fake, question())).status).toBe(200);
    await soon(answers).toContain('1S rekenen');
    expect(await healthOf(address)).toMatchObject({ slack: 'off', teams: 'on' });
    running.process.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.error()).not.toMatch(/sanne|rekenen|"level":[456]0/i);
  });

  test('and an id is one clear line, and 1', async () => {
    const running = run(['start'], { ...secret(), TEAMS_ANONYMOUS: '1' });
    expect(await running.ended).toBe(1);
    expect(running.error()).toMatch(/^TEAMS_ANONYMOUS=1 kan niet samen met MicrosoftAppId: .*\n$/);
  });
});

describe('the command line', { timeout: 180_000 }, () => {
  test('tik --verstuur sends through Teams', async () => {
    const running = run(['tik', '--verstuur'], { TEAMS_ANONYMOUS: '1' });
    expect(await running.ended).toBe(0);
    expect(running.out()).toMatch(/verstuurd/);
  });

  test('loads botbuilder for Teams only', async () => {
    const preload = join(folder, 'loaded.cjs');
    const looks = `Object.keys(require('node:module')._cache).some((file) => /node_modules.bot(builder|framework)/.test(file))`;
    await writeFile(preload, `process.on('exit', () => process.stderr.write('botbuilder: ' + ${looks}));`);
    const running = run(['controleer'], { NODE_OPTIONS: `--require=${preload}` });
    await running.ended;
    expect(running.error()).toContain('botbuilder: false');
  });
});
