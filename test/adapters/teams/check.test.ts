/** `controleer` with Teams, against the fake of Teams: what it says about id, secret, tenant, what comes in, and the people. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkTeams } from '../../../adapters/teams/check/check.ts';
import { say } from '../../../src/bot/text.ts';
import { localDate } from '../../../src/calendar/local-date.ts';
import { checkup } from '../../../src/checkup/checkup.ts';
import type { TeamsConfig } from '../../../src/config.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../../support/store.ts';
import { type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';

const LEERTEAM = join(import.meta.dirname, '../../../src/leerteam.js');
const TODAY = localDate('2026-11-24');
const STAFF = REGENBUI.staff.map(({ name }) => name);
const OTHER = '7d1f1b0e-3b1f-4a6e-9f0e-0d2f4a7c9b11';

type App = NonNullable<TeamsConfig['app']>;

let opened: OpenStore;
let school: BuiltSchool;
let teams: FakeTeams;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-24T08:00:00Z');
  opened = await openStore();
  school = await buildSchool(opened);
  teams = await startFakeTeams({ now: () => now });
});
afterEach(async () => {
  await teams.stop();
  opened.close();
});

/** The app is put there for them and Teams tells so, as of `at`; their account is tied. */
async function reach(names: readonly string[], { tenant = teams.app.tenant, at = now } = {}): Promise<void> {
  for (const name of names) {
    const account = `0a0a0a0a-0000-4000-8000-${String(STAFF.indexOf(name) + 1).padStart(12, '0')}`;
    await opened.store.people.linkAccount(stamp(), { platform: 'teams', tenant, account }, school.person(name));
    await opened.store.conversations.remember(
      {
        tenant,
        of: { kind: 'person', account },
        name: null,
        conversation: `a:${account}`,
        member: `29:${account}`,
        team: null,
        serviceUrl: teams.serviceUrl,
        bot: teams.app.bot,
      },
      at,
    );
  }
}

type Given = {
  readonly app?: Partial<App> | null;
  readonly tenants?: readonly string[];
  readonly login?: string;
  readonly onlyWay?: boolean;
};

/** The lines that are printed, and nothing of Teams beside it. */
async function check({ app = {}, tenants = [teams.app.tenant], login, onlyWay = true }: Given = {}) {
  const { id, tenant, password } = teams.app;
  const looked = await checkTeams({
    config: { app: app && { id, tenant, password, type: 'SingleTenant', ...app }, tenants },
    microsoft: { login: login ?? teams.microsoft.login },
    people: opened.store.people,
    conversations: opened.store.conversations,
    today: TODAY,
    say: say('nl'),
    clock: { now: () => now },
    wait: async () => {},
    onlyWay,
  });
  const all = await checkup(opened.store, TODAY, say('nl'), looked);
  return all.slice(-looked.length);
}

/** A port at which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}

const SEEN = '✓ Het laatste dat uit Teams binnenkwam, is van dinsdag 24 november.';
const EVERYBODY = '✓ Alle 5 medewerkers zijn in Teams te bereiken.';

test('all is well, and nothing is sent to anybody', async () => {
  await reach(STAFF);
  expect(await check()).toEqual([
    `✓ Het id en het geheim van de bot voor Teams kloppen. De bot hoort bij tenant ${teams.app.tenant}.`,
    SEEN,
    EVERYBODY,
  ]);
  expect(teams.calls.map(({ call }) => call)).toEqual(['token']);
});

describe('the id, the secret and the tenant', () => {
  beforeEach(() => reach(STAFF));

  test.each([
    [
      'a secret that is wrong',
      { password: 'old' },
      /^▲ Microsoft weigert MicrosoftAppPassword \(invalid_client\)\..* de Value /,
    ],
    [
      'an id that nobody knows',
      { id: OTHER },
      /^▲ Microsoft kent MicrosoftAppId 7d1f1b0e-.* niet .*\(unauthorized_client\)\./,
    ],
    [
      'a tenant that does not exist',
      { tenant: OTHER },
      /^▲ Microsoft kent MicrosoftAppTenantId 7d1f1b0e-.*\(invalid_request\)\./,
    ],
  ])('%s', async (_, app, line) => {
    const [token, ...rest] = await check({ app, tenants: [teams.app.tenant, OTHER] });
    expect(token).toMatch(line);
    expect(token).toMatch(/ Zo los je het op: .*\.env/);
    expect(rest.slice(-2)).toEqual([SEEN, EVERYBODY]);
  });

  test('a secret that was taken back', async () => {
    const { password } = teams.app;
    teams.changePassword();
    const lines = await check({ app: { password } });
    expect(lines[0]).toMatch(/^▲ Microsoft weigert MicrosoftAppPassword/);
    expect(lines.join('\n')).not.toContain(password);
  });

  test.each([
    ['breaks', 'drop', /\((UND_ERR_SOCKET|ECONNRESET)\)/],
    ['answers 503', { status: 503 }, /\(http_503\)/],
    ['answers with a page of somebody else', 'garbage', /\(http_200\)/],
  ] as const)('Microsoft %s: not reachable', async (_, how, reason) => {
    teams.fail('token', { how, times: 10 });
    const [line] = await check();
    expect(line).toMatch(/^▲ Microsoft is niet te bereiken \(\w+\)\. .* login\.microsoftonline\.com /);
    expect(line).toMatch(reason);
  });

  test('Microsoft is not there at all', async () => {
    const [line] = await check({ login: `http://127.0.0.1:${await freePort()}` });
    expect(line).toMatch(/^▲ Microsoft is niet te bereiken \(ECONNREFUSED\)\./);
  });

  test('other tenants are helped as well', async () => {
    const [, line] = await check({ tenants: [teams.app.tenant, OTHER] });
    expect(line).toBe(`✓ Leerteambot helpt in Teams de mensen van 2 tenants: ${teams.app.tenant} en ${OTHER}.`);
  });

  test('the own tenant is left out of those that are helped', async () => {
    const [, line] = await check({ tenants: [OTHER] });
    expect(line).toMatch(/^▲ Tenant .* staat niet in TEAMS_ALLOWED_TENANTS: .* haal TEAMS_ALLOWED_TENANTS weg\.$/);
  });
});

test('without an app only a trial program on this machine can talk to it', async () => {
  expect(await check({ app: null, tenants: [] })).toEqual([
    expect.stringMatching(/^▲ TEAMS_ANONYMOUS staat aan: .* MicrosoftAppId, /),
  ]);
  expect(teams.calls).toEqual([]);
});

describe('the address', () => {
  const address = async () => (await check())[1];

  test('is wrong, or nobody wrote yet', async () => {
    expect(await address()).toMatch(
      /^▲ Er kwam nog nooit iets binnen uit Teams\. .* Messaging endpoint .* \/api\/messages /,
    );
  });

  test.each([
    ['yesterday', '2026-11-23T12:00:00Z', /^✓ Het laatste dat uit Teams binnenkwam, is van maandag 23 november\.$/],
    ['eight weeks ago', '2026-09-29T12:00:00Z', /^✓ .* van dinsdag 29 september\.$/],
    [
      'longer than a summer ago',
      '2026-09-28T12:00:00Z',
      /^▲ Sinds maandag 28 september kwam er niets meer binnen uit Teams\. .* Messaging endpoint /,
    ],
  ])('works if somebody wrote %s', async (_, at, line) => {
    await reach(['Sanne'], { at: new Date(at) });
    expect(await address()).toMatch(line);
  });
});

describe('people', () => {
  const people = async (given: Given = {}) => (await check(given)).slice(2);

  test('without the app', async () => {
    await reach(STAFF.filter((name) => name !== 'Sanne' && name !== 'Nico'));
    expect(await people()).toEqual([
      '✓ In Teams zijn 3 medewerkers van de 5 te bereiken.',
      expect.stringMatching(
        /^▲ 2 medewerkers zijn in Teams nog niet te bereiken: Nico \(nico@example\.org\) en Sanne \(sanne@example\.org\)\. Zo los .* docs\/teams\.md/,
      ),
    ]);
  });

  test('nobody has it yet', async () => {
    expect(await people()).toEqual([expect.stringMatching(/^▲ 5 medewerkers zijn in Teams nog niet te bereiken: /)]);
  });

  test('who is reached in Slack needs no app', async () => {
    await reach(['Sanne']);
    expect(await people({ onlyWay: false })).toEqual(['✓ In Teams is 1 medewerker van de 5 te bereiken.']);
  });

  test('an app that was taken away', async () => {
    await reach(STAFF);
    const { tenant, account } = (await opened.store.people.accountOf(school.person('Sanne'), 'teams'))!;
    await opened.store.conversations.forget(tenant, { kind: 'person', account });
    expect((await people())[1]).toMatch(/^▲ 1 medewerker is in Teams nog niet te bereiken: Sanne /);
  });

  test('an account of another organisation, with or without Slack', async () => {
    await reach(STAFF.filter((name) => name !== 'Sanne'));
    await reach(['Sanne'], { tenant: OTHER });
    for (const onlyWay of [true, false])
      expect(await people({ onlyWay })).toEqual([
        '✓ In Teams zijn 4 medewerkers van de 5 te bereiken.',
        expect.stringMatching(/^▲ 1 medewerker .* andere organisatie in Teams: Sanne .* \/school account los /),
      ]);
  });

  test('who does not work there today is not asked for', async () => {
    await reach(STAFF);
    await buildSchool(opened, {
      school: { school: 'De Mistbank' },
      staff: [
        { name: 'Piet', until: localDate('2026-11-23') },
        { name: 'Roos', from: localDate('2026-11-25') },
        { name: 'Ad', roles: ['beheerder'] },
      ],
    });
    expect((await people())[1]).toMatch(/^▲ 1 medewerker is in Teams nog niet te bereiken: Ad /);
  });

  test('more than are named', async () => {
    await reach(STAFF);
    const staff = Array.from({ length: 11 }, (_, number) => ({ name: `Collega ${String(number).padStart(2, '0')}` }));
    await buildSchool(opened, { school: { school: 'De Mistbank' }, staff });
    expect((await people())[1]).toMatch(/^▲ 11 medewerkers .*: Collega 00 .*, Collega 09 \(\S+\), …\. Zo los/);
  });
});

test('controleer looks at Teams, in a process of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leerteam-check-'));
  try {
    const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', TEAMS_ANONYMOUS: '1' };
    const words = [LEERTEAM, 'controleer', '--db', join(folder, 'bestuur.db')];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: folder, env });
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^▲ TEAMS_ANONYMOUS staat aan: /);
    expect(stderr).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
