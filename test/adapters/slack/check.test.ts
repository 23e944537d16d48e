/** `controleer` with Slack, against the fake of Slack: what it says about the token, the scopes, the connection and the people. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkSlack } from '../../../adapters/slack/check/check.ts';
import { isReachable } from '../../../adapters/slack/check/check-api.ts';
import { SCOPES } from '../../../adapters/slack/check/scopes.ts';
import { say } from '../../../src/bot/text.ts';
import { localDate } from '../../../src/calendar/local-date.ts';
import { checkup } from '../../../src/checkup/checkup.ts';
import type { SlackConfig } from '../../../src/config.ts';
import type { PersonId } from '../../../src/people/person.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../../support/store.ts';

const LEERTEAM = join(import.meta.dirname, '../../../src/leerteam.js');
const TODAY = localDate('2026-11-24');
const STAFF = REGENBUI.staff.map(({ name }) => name);

let opened: OpenStore;
let school: BuiltSchool;
let slack: FakeSlack;
let now: Date;
let waited: number[];
let reachedOtherwise: Set<PersonId>;

beforeEach(async () => {
  now = new Date('2026-11-24T08:00:00Z');
  waited = [];
  reachedOtherwise = new Set();
  opened = await openStore();
  school = await buildSchool(opened);
  slack = await startFakeSlack({ now: () => now });
});
afterEach(async () => {
  await slack.stop();
  opened.close();
});

/** An account for each of these people, with the address of the plans. */
function addMembers(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name, slack.addMember({ name, email: school.email(name) }).id]));
}

/** The lines that are printed, and nothing of Slack beside it. */
async function check(change: Partial<SlackConfig> = {}): Promise<readonly string[]> {
  const { botToken, signingSecret, appToken, apiUrl } = slack;
  const looked = await checkSlack({
    config: { botToken, signingSecret, appToken, apiUrl, ...change },
    people: opened.store.people,
    today: TODAY,
    say: say('nl'),
    reachedOtherwise,
    clock: { now: () => now },
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      now = new Date(now.getTime() + milliseconds);
    },
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

const SOCKET = '✓ Socket Mode staat goed: Leerteambot maakt zelf verbinding met Slack.';

test('all is well', async () => {
  addMembers(STAFF);
  expect(await check()).toEqual([
    '✓ Het token voor Slack klopt. Leerteambot werkt in proefschool.',
    '✓ De app mag in Slack wat nodig is, en niet meer.',
    SOCKET,
    '✓ Alle 5 medewerkers hebben een eigen account in Slack.',
  ]);
});

test('nothing is sent, and no connection is taken from a running server', async () => {
  addMembers(STAFF);
  await check();
  expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test', 'apps.connections.open', 'users.list']);
  expect(slack.sockets.opened).toBe(0);
});

describe('the token', () => {
  test('wrong', async () => {
    expect(await check({ botToken: 'xoxb-wrong' })).toEqual([
      expect.stringMatching(/^▲ Slack weigert het token van de bot \(invalid_auth\)\. Zo los je .* SLACK_BOT_TOKEN\./),
      SOCKET,
    ]);
  });

  test('of something else than a bot', async () => {
    expect(await check({ botToken: slack.appToken })).toEqual([
      expect.stringMatching(/^▲ SLACK_BOT_TOKEN is niet het token van een bot\. Zo los je/),
      SOCKET,
    ]);
  });

  test('withdrawn, and the app token with it', async () => {
    slack.revokeTokens();
    expect(await check()).toEqual([
      expect.stringMatching(/^▲ Slack weigert het token van de bot \(token_revoked\)\..* SLACK_BOT_TOKEN\./),
      expect.stringMatching(
        /^▲ Slack weigert het app-token \(invalid_auth\)\..* connections:write .* SLACK_APP_TOKEN\./,
      ),
    ]);
  });

  test('never stands in what is said', async () => {
    addMembers(STAFF.slice(1));
    const lines = (await check({ appToken: 'xapp-wrong' })).join('\n');
    for (const secret of [slack.botToken, slack.signingSecret, 'xapp-wrong']) expect(lines).not.toContain(secret);
  });
});

describe('the scopes', () => {
  test('too few, and too many', async () => {
    addMembers(STAFF);
    const wanted = Object.keys(SCOPES).filter((scope) => !['files:write', 'im:history'].includes(scope));
    slack.grant([...wanted, 'channels:history']);
    const lines = (await check()).filter((line) => line.includes('De app mag'));
    expect(lines).toEqual([
      expect.stringMatching(
        /^▲ De app mag in Slack te weinig\. Dit ontbreekt: im:history, files:write\. .* manifest\.yml /,
      ),
      expect.stringMatching(/^▲ De app mag in Slack meer dan nodig: channels:history\. .* manifest\.yml /),
    ]);
  });

  test('so few that nobody can be looked up', async () => {
    slack.grant(['commands', 'chat:write']);
    const lines = await check();
    expect(lines.at(-1)).toMatch(/^▲ Ik kon niet nagaan wie er een account in Slack heeft \(missing_scope\)\./);
  });
});

describe('the connection', () => {
  test.each([
    ['breaks', 'drop', /UND_ERR_SOCKET|ECONNRESET/],
    ['answers 503', { status: 503 }, /http_503/],
    ['answers with a page of somebody else', 'garbage', /no_answer/],
  ] as const)('to Slack that %s: one line', async (_, how, reason) => {
    slack.fail('auth.test', { how });
    const [line, ...more] = await check();
    expect(line).toMatch(/^▲ Slack is niet te bereiken \(\w+\)\. Zo los je het op: .* firewall slack\.com doorlaat/);
    expect(line).toMatch(reason);
    expect(more).toEqual([]);
  });

  test('to Slack that is not there at all', async () => {
    const lines = await check({ apiUrl: `http://127.0.0.1:${await freePort()}/api/` });
    expect(lines).toEqual([expect.stringMatching(/^▲ Slack is niet te bereiken \(ECONNREFUSED\)\./)]);
  });

  test('to Slack that fails when it is asked for an address', async () => {
    addMembers(STAFF);
    slack.fail('apps.connections.open', { how: { status: 500 } });
    expect(await check()).toContainEqual(expect.stringMatching(/^▲ Slack is niet te bereiken \(http_500\)\./));
  });

  test('of Socket Mode to a host behind a firewall', async () => {
    const port = await freePort();
    expect(await isReachable(new URL(`wss://127.0.0.1:${port}/link?ticket=1`))).toBe('ECONNREFUSED');
    expect(await isReachable(new URL(`ws://${new URL(slack.apiUrl).host}/link?ticket=1`))).toBe(true);
    expect(slack.sockets.opened).toBe(0);
  });

  test('by HTTP has a signing secret that looks like one', async () => {
    addMembers(STAFF);
    const [, , called, ...fine] = await check({ appToken: null });
    expect(called).toMatch(/^✓ Slack roept Leerteambot aan \(HTTP\)\./);
    expect(fine).toHaveLength(1);
    const [, , , wrong] = await check({ appToken: null, signingSecret: '1234.5678' });
    expect(wrong).toMatch(/^▲ SLACK_SIGNING_SECRET ziet er anders uit .* de Signing Secret opnieuw/);
  });
});

describe('people', () => {
  const people = async () => (await check()).slice(3);

  test('without an account, switched off, and guests', async () => {
    const ids = addMembers(['Marieke', 'Nadia', 'Nico', 'Sanne']);
    slack.changeMember(ids.get('Nadia')!, { guest: true });
    slack.changeMember(ids.get('Nico')!, { guest: 'single' });
    slack.changeMember(ids.get('Sanne')!, { deleted: true });
    expect(await people()).toEqual([
      expect.stringMatching(/^▲ 1 medewerker heeft geen account .*: Joost \(joost@example\.org\)\. .* andere_emails /),
      expect.stringMatching(/^▲ Van 1 medewerker staat het account in Slack uit: Sanne \(sanne@example\.org\)\./),
      expect.stringMatching(
        /^▲ 2 medewerkers zijn gast in Slack.*: Nadia \(nadia@example\.org\) en Nico \(nico@example\.org\)\./,
      ),
    ]);
  });

  test('a bot or somebody of another workspace with the address does not count', async () => {
    addMembers(STAFF.filter((name) => name !== 'Sanne' && name !== 'Nico'));
    slack.addMember({ name: 'Sanne', email: school.email('Sanne'), bot: true });
    slack.addMember({ name: 'Nico', email: school.email('Nico'), team: 'T0ANOTHER' });
    expect(await people()).toEqual([
      expect.stringMatching(/^▲ 2 medewerkers hebben geen account .*: Nico .* en Sanne /),
    ]);
  });

  test('who has a new account beside one that is switched off, in whatever order', async () => {
    addMembers(STAFF.filter((name) => name !== 'Sanne' && name !== 'Nico'));
    slack.addMember({ name: 'Sanne', email: school.email('Sanne'), deleted: true });
    slack.addMember({ name: 'Sanne', email: school.email('Sanne').toUpperCase() });
    slack.addMember({ name: 'Nico', email: school.email('Nico') });
    slack.addMember({ name: 'Nico', email: school.email('Nico'), deleted: true });
    expect(await people()).toEqual(['✓ Alle 5 medewerkers hebben een eigen account in Slack.']);
  });

  test('an account that is tied counts, whatever its address', async () => {
    addMembers(STAFF.filter((name) => name !== 'Sanne'));
    const { id } = slack.addMember({ name: 'Sanne', email: 'sanne@thuis.example' });
    expect(await people()).toEqual([expect.stringMatching(/^▲ 1 medewerker heeft geen account/)]);
    const account = { platform: 'slack', tenant: slack.team.id, account: id } as const;
    await opened.store.people.linkAccount(stamp(), account, school.person('Sanne'));
    expect(await people()).toEqual(['✓ Alle 5 medewerkers hebben een eigen account in Slack.']);
  });

  test('an account of a former workspace does not', async () => {
    addMembers(STAFF.filter((name) => name !== 'Sanne'));
    const account = { platform: 'slack', tenant: 'T0FORMER', account: 'U0FORMER' } as const;
    await opened.store.people.linkAccount(stamp(), account, school.person('Sanne'));
    expect(await people()).toEqual([expect.stringMatching(/^▲ 1 medewerker heeft geen account/)]);
  });

  test('an account of a former workspace must be let go before the one of this workspace counts', async () => {
    addMembers(STAFF);
    const account = { platform: 'slack', tenant: 'T0FORMER', account: 'U0FORMER' } as const;
    await opened.store.people.linkAccount(stamp(), account, school.person('Sanne'));
    expect(await people()).toEqual([
      expect.stringMatching(/^▲ 1 medewerker .* andere werkruimte .*: Sanne .* \/school account los/),
    ]);
  });

  test('in a large organisation counts who is in this workspace as well', async () => {
    addMembers(STAFF.filter((name) => name !== 'Sanne'));
    slack.addMember({ name: 'Sanne', email: school.email('Sanne'), team: 'T0OTHER', alsoIn: [slack.team.id] });
    expect(await people()).toEqual(['✓ Alle 5 medewerkers hebben een eigen account in Slack.']);
  });

  test('who is reached in Teams needs no account', async () => {
    addMembers(STAFF.filter((name) => name !== 'Sanne' && name !== 'Nico'));
    reachedOtherwise.add(school.person('Sanne'));
    expect(await people()).toEqual([expect.stringMatching(/^▲ 1 medewerker heeft geen account .*: Nico /)]);
    reachedOtherwise.add(school.person('Nico'));
    expect(await people()).toEqual([
      '✓ De 3 medewerkers die niet in Teams te bereiken zijn, hebben een eigen account in Slack.',
    ]);
    for (const name of STAFF) reachedOtherwise.add(school.person(name));
    expect(await people()).toEqual([]);
  });

  test('who does not work there today is not asked for', async () => {
    addMembers(STAFF);
    await buildSchool(opened, {
      school: { school: 'De Mistbank' },
      staff: [
        { name: 'Piet', until: localDate('2026-11-23') },
        { name: 'Roos', from: localDate('2026-11-25') },
        { name: 'Ad', roles: ['beheerder'] },
      ],
    });
    expect(await people()).toEqual([expect.stringMatching(/^▲ 1 medewerker heeft .*: Ad /)]);
  });

  test('more than a page of members, and more lacking than are named', async () => {
    for (let number = 0; number < 450; number++)
      slack.addMember({ name: `Gast ${number}`, email: `${number}@x.example` });
    addMembers(STAFF);
    const staff = Array.from({ length: 11 }, (_, number) => ({ name: `Collega ${String(number).padStart(2, '0')}` }));
    await buildSchool(opened, { school: { school: 'De Mistbank' }, staff });
    const [line] = await people();
    expect(line).toMatch(/^▲ 11 medewerkers hebben geen account .*: Collega 00 .*, Collega 09 \(\S+\), …\. Zo los/);
    expect(slack.calls.filter(({ method }) => method === 'users.list')).toHaveLength(3);
  });

  test('Slack that asks to wait is waited for; one that keeps asking is told', async () => {
    addMembers(STAFF);
    slack.fail('users.list', { how: { retryAfter: 20 }, times: 2 });
    expect(await people()).toEqual(['✓ Alle 5 medewerkers hebben een eigen account in Slack.']);
    expect(waited).toEqual([20_000, 20_000]);
    slack.fail('users.list', { how: { retryAfter: 20 }, times: 100 });
    expect(await people()).toEqual([
      expect.stringMatching(/^▲ Ik kon niet nagaan wie er een account in Slack heeft \(ratelimited\)\. Zo los/),
    ]);
  });
});

test('controleer asks Slack, in a process of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leerteam-check-'));
  try {
    const env = {
      PATH: process.env.PATH,
      LOG_LEVEL: 'silent',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    };
    const words = [LEERTEAM, 'controleer', '--db', join(folder, 'bestuur.db')];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: folder, env });
    expect(stdout.trim().split('\n').slice(-3)).toEqual([
      '✓ Het token voor Slack klopt. Leerteambot werkt in proefschool.',
      '✓ De app mag in Slack wat nodig is, en niet meer.',
      SOCKET,
    ]);
    expect(stderr).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
