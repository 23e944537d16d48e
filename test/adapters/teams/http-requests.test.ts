import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { addMinutes } from 'date-fns/addMinutes';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Json, Signing } from '../../support/teams/fake-types.ts';
import { sendActivity } from '../../support/teams/signed.ts';
import { type OpenTeams, openTeams, soon } from './open-teams.ts';

/** What may be seen nowhere but in the school. */
const SECRET = 'Bram-huilt-vaak';
/** By whom bots and the Emulator let their tokens be made: botbuilder takes those too. */
const ENTRA = 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0';
const ELSEWHERE = '7c1e7a00-0000-4000-8000-00000000dead';

let it: OpenTeams;

beforeAll(async () => {
  it = await openTeams();
  await it.teams.start(it.address);
});
afterAll(() => it.close());

/** After a while: nobody types faster than Teams takes answers. */
function said(text = 'hulp'): Json {
  it.clock.moveTo(addMinutes(it.clock.now(), 1));
  return it.activities.message(it.sanne.aadId, text);
}
const send = (activity: Json, how?: Signing) => sendActivity(it.url, it.fake, activity, how);
const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(it.url, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });
const answers = () => it.fake.messages(it.sanne.aadId).filter(({ from }) => from === it.fake.app.bot).length;
const refusals = () => it.log.filter((line) => line.startsWith('warn teams: request refused'));

/** Resolves when one answer more than `before` stands there. */
const answered = (before: number) => soon(answers).toBeGreaterThan(before);

/** Nothing was done with what was refused, and what comes next is answered. */
async function livesOn(calls: number): Promise<void> {
  expect(it.fake.calls.length).toBe(calls);
  const before = answers();
  expect((await send(said())).status).toBe(200);
  await answered(before);
  await it.core.quiet.reached();
}

/** Bare: a status and not a word. */
async function refused(response: Response, status: number, reason: string, more = {}): Promise<void> {
  expect([response.status, await response.text()]).toEqual([status, '']);
  expect(it.log.at(-1)).toBe(`warn teams: request refused ${JSON.stringify({ status, reason, ...more })}`);
}

describe('what Teams signed', () => {
  test('is answered', async () => {
    const before = answers();
    const response = await send(said());
    expect([response.status, await response.text()]).toEqual([200, '']);
    await answered(before);
    await it.core.quiet.reached();
  });

  test('another path or method is somebody else’s', async () => {
    expect((await fetch(it.url)).status).toBe(404);
    expect((await fetch(`${it.url}/x`, { method: 'POST' })).status).toBe(404);
    const [bare, query] = [await post('{}'), await fetch(`${it.url}?x=1`, { method: 'POST' })];
    expect([bare.status, query.status]).toEqual([400, 400]);
  });
});

describe('what it did not sign', () => {
  const consoleError = vi.spyOn(console, 'error');
  afterEach(() => consoleError.mockClear());

  test.each<[string, Signing | ((activity: Json) => string | null), string]>([
    ['unsigned', () => null, 'unsigned'],
    ['a signature that is none', () => 'Bearer', 'not of the Connector'],
    ['words for a signature', () => `Bearer ${SECRET}`, 'not of the Connector'],
    ['three words', () => 'Bearer a.b.c d', 'not of the Connector'],
    ['another way of signing', () => `Basic ${btoa(`leerteam:${SECRET}`)}`, 'not of the Connector'],
    ['a token of null', () => `Bearer ${[{ alg: 'RS256' }, null, ''].map(encoded).join('.')}`, 'not of the Connector'],
    ['signed with a key of a stranger', { key: 'stranger' }, 'wrongly signed'],
    ['signed with a key that nobody knows', { key: 'unknown' }, 'signed with an unknown key'],
    ['signed with a key of another channel', { key: 'webchat' }, 'signed with a key of another channel'],
    ['signed without a key', { algorithm: 'none' }, 'wrongly signed'],
    ['signed with the public key as a password', { algorithm: 'HS256' }, 'wrongly signed'],
    ['expired', { expired: true }, 'expired'],
    ['not valid yet', { early: true }, 'not valid yet'],
    ['for another bot', { audience: ELSEWHERE }, 'for another MicrosoftAppId'],
    ['of another issuer', { issuer: 'https://login.example' }, 'not of the Connector'],
    ['of a bot of somebody else', { claims: { ver: '1.0', appid: ELSEWHERE } }, 'not of the Connector'],
    [
      'of a bot, as Entra signs it',
      { issuer: ENTRA, claims: { ver: '1.0', appid: ELSEWHERE } },
      'not of the Connector',
    ],
    ['of the Emulator', { issuer: ENTRA, claims: { ver: '1.0', appid: 'ourselves' } }, 'not of the Connector'],
    ['signed for another address', { serviceUrl: 'https://elders.example/emea/' }, 'signed for another address'],
    ['signed for no address', { serviceUrl: null }, 'signed for another address'],
  ])('%s: 401, and nothing is done', async (_, how, reason) => {
    const activity = said(SECRET);
    const calls = it.fake.calls.length;
    const header = typeof how === 'function' ? how(activity) : it.fake.signed(activity, ofOurselves(how));
    const response = await post(JSON.stringify(activity), header === null ? {} : { Authorization: header });
    await refused(response, 401, reason);
    expect(consoleError).not.toHaveBeenCalled();
    await livesOn(calls);
  });

  test('the console of anybody else still works', async () => {
    consoleError.mockImplementation(() => {});
    console.error('iets anders');
    expect(consoleError).toHaveBeenCalledWith('iets anders');
  });
});

describe('what it signed for others', () => {
  const elsewhere = (changes: (activity: Json) => Json) => changes(said(SECRET));
  const tenantIn = (activity: Json, tenantId: string | undefined, channelTenant: string | undefined): Json => ({
    ...activity,
    conversation: { ...(activity.conversation as Json), tenantId },
    channelData: { tenant: channelTenant && { id: channelTenant } },
  });

  test.each<[string, () => Json, string, object]>([
    [
      'another organisation',
      () => elsewhere((activity) => tenantIn(activity, ELSEWHERE, ELSEWHERE)),
      'another organisation',
      { tenant: ELSEWHERE },
    ],
    [
      'another organisation behind our own',
      () => elsewhere((activity) => tenantIn(activity, it.fake.app.tenant, ELSEWHERE)),
      'another organisation',
      { tenant: ELSEWHERE },
    ],
    [
      'an organisation with a name of its own choice',
      () => elsewhere((activity) => tenantIn(activity, SECRET, undefined)),
      'another organisation',
      {},
    ],
    [
      'no organisation',
      () => elsewhere((activity) => tenantIn(activity, undefined, undefined)),
      'of no organisation',
      {},
    ],
    ['another channel', () => elsewhere((activity) => ({ ...activity, channelId: 'webchat' })), 'another channel', {}],
    [
      'a channel of its own',
      () => elsewhere((activity) => ({ ...activity, channelId: 'AseChannel' })),
      'another channel',
      {},
    ],
    [
      'an address that is read along',
      () => elsewhere((activity) => ({ ...activity, serviceUrl: 'http://elders.example/emea/' })),
      'answers would go unencrypted',
      {},
    ],
  ])('%s: 403, and nothing is done', async (_, activity, reason, more) => {
    const foreign = activity();
    const calls = it.fake.calls.length;
    await refused(await send(foreign), 403, reason, more);
    await livesOn(calls);
  });

  test.each<[string, (tenant: string) => Json]>([
    ['once', (tenant) => tenantIn(said(), tenant, undefined)],
    ['beside the chat', (tenant) => tenantIn(said(), undefined, tenant)],
    ['beside a null', (tenant) => ({ ...tenantIn(said(), tenant, undefined), channelData: null })],
    ['beside another null', (tenant) => ({ ...tenantIn(said(), tenant, undefined), channelData: { tenant: null } })],
  ])('an organisation that is named %s is enough', async (_, activity) => {
    const before = answers();
    expect((await send(activity(it.fake.app.tenant))).status).toBe(200);
    await answered(before);
    await it.core.quiet.reached();
  });

  test('capitals in the id of the organisation do not matter', async () => {
    const before = answers();
    const tenant = it.fake.app.tenant.toUpperCase();
    expect((await send(tenantIn(said(), tenant, tenant))).status).toBe(200);
    await answered(before);
    await it.core.quiet.reached();
  });
});

describe('what is no activity', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['words', `"${SECRET}"`],
    ['half an object', `{"type":"message","text":"${SECRET}"`],
    ['an empty object', '{}'],
    ['no type', `{"channelId":"msteams","text":"${SECRET}"}`],
    ['a form', `text=${SECRET}`],
  ])('%s: 400', async (_, body) => {
    const calls = it.fake.calls.length;
    await refused(await post(body), 400, 'malformed');
    await livesOn(calls);
  });

  test.each<[string, object]>([
    ['no address', { serviceUrl: undefined }],
    ['an address that is none', { serviceUrl: SECRET }],
    ['no conversation', { conversation: null }],
    ['a conversation without an id', { conversation: {} }],
    ['nobody who sent it', { from: undefined }],
    ['a type that is a list', { type: [SECRET] }],
    ['an organisation that is a list', { channelData: { tenant: [SECRET] } }],
  ])('%s, signed: 400', async (_, changes) => {
    const activity = { ...said(SECRET), ...changes };
    const calls = it.fake.calls.length;
    await refused(await send(activity), 400, 'malformed');
    await livesOn(calls);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'what is said to be %j: 400',
    async (type) => {
      const activity = said(SECRET);
      const calls = it.fake.calls.length;
      const headers = { 'Content-Type': type, Authorization: it.fake.signed(activity) };
      await refused(await post(JSON.stringify(activity), headers), 400, 'malformed');
      await livesOn(calls);
    },
  );

  test('whatever bytes are sent, the answer is 400', async () => {
    const calls = it.fake.calls.length;
    for (let time = 0; time < 50; time++) {
      const response = await post(randomBytes(time * 7).toString('latin1'), { Authorization: `Bearer ${SECRET}` });
      expect(response.status).toBe(400);
    }
    await livesOn(calls);
  });

  test.each([
    ['that says how large it is', true],
    ['that does not', false],
  ])('one %s: refused when it is too large, before it is read to the end', async (_, tells) => {
    const calls = it.fake.calls.length;
    const large = `{"text":"${'x'.repeat(1024 * 1024)}`;
    const status = await new Promise<number | undefined>((got, fail) => {
      const headers = { 'Content-Type': 'application/json', Authorization: it.fake.signed(said()) };
      const request = httpRequest(it.url, {
        method: 'POST',
        headers: tells ? { ...headers, 'Content-Length': large.length } : headers,
      });
      request.on('response', (response) => {
        response.resume();
        got(response.statusCode);
        request.destroy();
      });
      request.on('error', fail);
      // Never ended: the answer comes all the same.
      request.write(large);
    });
    expect(status).toBe(413);
    expect(it.log.at(-1)).toBe('warn teams: request refused {"status":413,"reason":"too large"}');
    await livesOn(calls);
  });

  test('just small enough is read', async () => {
    const before = answers();
    const activity = said();
    const room = 1024 * 1024 - JSON.stringify({ ...activity, more: '' }).length;
    expect((await send({ ...activity, more: 'x'.repeat(room) })).status).toBe(200);
    await answered(before);
    await it.core.quiet.reached();
  });

  test('a sender who breaks off halfway does no harm', async () => {
    const calls = it.fake.calls.length;
    await new Promise<void>((broken) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': '99999' };
      const request = httpRequest(it.url, { method: 'POST', headers });
      request.on('error', () => broken());
      request.write(`{"text":"${SECRET}"`, () => request.destroy());
    });
    await soon(() => it.log.at(-1)).toBe('warn teams: request broken off {}');
    await livesOn(calls);
  });
});

test('nothing of what came in is in the log, nor a token', () => {
  expect(refusals().length).toBeGreaterThan(30);
  const all = JSON.stringify(it.log);
  for (const secret of [SECRET, it.fake.app.password, it.sanne.aadId, it.sanne.id, 'Sanne', 'elders', 'Bearer'])
    expect(all).not.toContain(secret);
  expect(it.core.faults).toEqual([]);
});

/** The id of the bot is known only when the fake is there. */
function ofOurselves(how: Signing): Signing {
  return how.claims?.appid === 'ourselves' ? { ...how, claims: { ...how.claims, appid: it.fake.app.id } } : how;
}

function encoded(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
