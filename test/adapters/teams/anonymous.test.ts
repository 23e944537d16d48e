/** TEAMS_ANONYMOUS: unsigned activities of a program on this machine, as Microsoft's playground sends them, and of nobody else. */
import { request as httpRequest } from 'node:http';
import { addMinutes } from 'date-fns/addMinutes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../support/teams/fake-types.ts';
import { type OpenTeams, openTeams, soon } from './open-teams.ts';

let it: OpenTeams;

beforeAll(async () => {
  it = await openTeams(() => ({}), true);
  await it.teams.start(it.address);
});
afterAll(() => it.close());

const answers = () => it.fake.messages(it.sanne.aadId).filter(({ from }) => from === it.fake.app.bot).length;

function said(): Json {
  it.clock.moveTo(addMinutes(it.clock.now(), 1));
  return it.activities.message(it.sanne.aadId, 'hulp');
}

/** By `node:http`: `fetch` sets the Host itself. */
function post(activity: Json, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  return new Promise((answered, fail) => {
    const all = { 'Content-Type': 'application/json', ...headers };
    const request = httpRequest(it.url, { method: 'POST', headers: all }, (response) => {
      response.resume();
      answered(response.statusCode);
    });
    request.on('error', fail);
    request.end(JSON.stringify(activity));
  });
}

async function livesOn(calls: number): Promise<void> {
  expect(it.fake.calls.length).toBe(calls);
  const before = answers();
  expect(await post(said())).toBe(200);
  await soon(answers).toBeGreaterThan(before);
  await it.core.quiet.reached();
}

test('is answered without a signature, and says that it is on', async () => {
  await livesOn(it.fake.calls.length);
  expect(it.teams.state()).toBe('on');
});

test('a signature does not matter', async () => {
  const before = answers();
  expect(await post(said(), { Authorization: 'Bearer nonsense' })).toBe(200);
  await soon(answers).toBeGreaterThan(before);
  await it.core.quiet.reached();
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ...[
    'Forwarded',
    'Via',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-Forwarded',
    'X-Real-IP',
    'CF-Connecting-IP',
  ].map((name): [string, Record<string, string>, string] => [name, { [name]: '127.0.0.1' }, 'unsigned, and forwarded']),
  ['a page in a browser', { Origin: 'http://127.0.0.1:8080' }, 'unsigned, and of a web page'],
  ['a name that leads here', { Host: 'leerteam.example' }, 'unsigned, and for another address'],
  ['a name that looks like here', { Host: '127.0.0.1.example:3000' }, 'unsigned, and for another address'],
])('%s: 403, and nothing is done', async (_, headers, reason) => {
  const calls = it.fake.calls.length;
  expect(await post(said(), headers)).toBe(403);
  expect(it.log.at(-1)).toBe(`warn teams: request refused ${JSON.stringify({ status: 403, reason })}`);
  await livesOn(calls);
});

test.each(['localhost:3000', '[::1]:3000', '127.0.0.1'])('%s is a name of this machine', async (Host) => {
  const before = answers();
  expect(await post(said(), { Host })).toBe(200);
  await soon(answers).toBeGreaterThan(before);
  await it.core.quiet.reached();
});

test.each(['https://smba.example/emea/', 'http://192.168.1.4/', 'http://127.0.0.1.example/'])(
  'answers to %s would leave this machine: 403',
  async (serviceUrl) => {
    const calls = it.fake.calls.length;
    expect(await post({ ...said(), serviceUrl })).toBe(403);
    expect(it.log.at(-1)).toContain('unsigned, and answers would leave this machine');
    await livesOn(calls);
  },
);
