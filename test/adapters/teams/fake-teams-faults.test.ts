/** The fake fails as Teams fails: tokens, limits, what a test asks for, signatures and files. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { activitiesOf } from '../../support/teams/activities.ts';
import { askToken, clientOf, type FakeClient, words } from '../../support/teams/fake-client.ts';
import { type FakePerson, type FakeTeams, type Signing, startFakeTeams } from '../../support/teams/fake-teams.ts';

const START = new Date('2026-11-24T08:30:00Z');
let now: Date;
let fake: FakeTeams;
let client: FakeClient;
let sanne: FakePerson;
let chat: string;

const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};

beforeEach(async () => {
  now = START;
  fake = await startFakeTeams({ now: () => now });
  client = await clientOf(fake);
  sanne = fake.addMember({ name: 'Sanne de Wit', email: 'sanne@school.nl' });
  chat = fake.chat(sanne.aadId);
  onTestFinished(() => fake.stop());
});

const say = (text = 'hoi') => client.say(chat, words(text));

describe('tokens', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['another secret', { client_secret: 'geraden' }, '401 invalid_client'],
    ['another app', { client_id: crypto.randomUUID() }, '400 unauthorized_client'],
    ['another tenant', { tenant: crypto.randomUUID() }, '400 invalid_request'],
    ['another scope', { scope: 'https://graph.microsoft.com/.default' }, '400 invalid_scope'],
    ['another way', { grant_type: 'password' }, '400 unsupported_grant_type'],
  ])('are not given to %s', async (_name, changes, refused) => {
    const { status, code } = await askToken(fake, changes);
    expect(`${status} ${code}`).toBe(refused);
  });

  it('are needed, and good for an hour', async () => {
    expect((await say()).status).toBe(201);
    later(3_598_000);
    expect((await say()).status).toBe(201);
    later(1_000);
    expect((await say()).status).toBe(401);
    expect((await (await clientOf(fake, '')).say(chat, words('hoi'))).status).toBe(401);
    expect((await (await clientOf(fake, 'geraden')).say(chat, words('hoi'))).status).toBe(401);
    expect(fake.messages(chat)).toHaveLength(2);
  });

  it('are worth nothing when revoked; a new secret takes the place of the old one', async () => {
    const old = fake.app.password;
    fake.revokeTokens();
    expect((await say()).status).toBe(401);
    expect(fake.changePassword()).toBe(fake.app.password);
    expect(await askToken(fake, { client_secret: old })).toMatchObject({ status: 401 });
    expect(await askToken(fake)).toMatchObject({ status: 200 });
    expect(JSON.stringify(fake.calls)).not.toContain(old);
  });

  it('are not asked for in the playground', async () => {
    const playground = await startFakeTeams({ now: () => now, anonymous: true });
    onTestFinished(() => playground.stop());
    const { aadId } = playground.addMember({ name: 'Alex', email: 'alex@school.nl' });
    const bare = await clientOf(playground, '');
    expect((await bare.say(playground.chat(aadId), words('hoi'))).status).toBe(201);
  });
});

describe('what a test asks for', () => {
  it('goes wrong before or after the work, as often as asked, and only where asked', async () => {
    fake.fail('send', { how: { status: 502 } });
    fake.fail('send', { how: { status: 500, code: 'ServiceError' }, when: 'after' });
    fake.fail('send', { how: { status: 429, retryAfter: 7 }, only: ({ sent }) => sent.text === 'derde' });
    expect(await say('eerst')).toMatchObject({ status: 502 });
    expect(fake.messages(chat)).toHaveLength(0);
    expect(await say('tweede')).toMatchObject({ status: 500, code: 'ServiceError' });
    expect(fake.messages(chat)).toHaveLength(1);
    expect(await say('vierde')).toMatchObject({ status: 201 });
    expect(await say('derde')).toMatchObject({ status: 429, retryAfter: '7' });
    expect(await say('derde')).toMatchObject({ status: 201 });
    expect(fake.calls.filter(({ call }) => call === 'send').map(({ status }) => status)).toEqual([
      502, 500, 201, 429, 201,
    ]);
    expect(fake.limited).toBe(0);
  });

  it.each(['drop', 'timeout'] as const)('gives no answer: %s', async (how) => {
    fake.fail('*', { how, when: 'after', times: 5 });
    const url = `${fake.serviceUrl}v3/conversations/${encodeURIComponent(chat)}/activities`;
    const asked = new AbortController();
    const answer = fetch(url, { method: 'POST', body: JSON.stringify(words('hoi')), signal: asked.signal }).then(
      () => 'an answer',
      () => 'none',
    );
    await vi.waitFor(() => expect(fake.calls.at(-1)).toMatchObject({ status: 0, refused: how }));
    if (how === 'timeout') asked.abort();
    expect(await answer).toBe('none');
    fake.mend();
    expect((await say()).status).toBe(201);
  });

  it('is an answer that is no JSON, or no connection at all', async () => {
    fake.fail('send', { how: 'garbage', when: 'after' });
    await expect(say()).rejects.toThrow(SyntaxError);
    await fake.reachable(false);
    await expect(say()).rejects.toThrow();
    await fake.reachable(true);
    expect((await say()).status).toBe(201);
    expect(fake.messages(chat)).toHaveLength(2);
  });
});

describe('limits', () => {
  it.each<[string, number, number]>([
    ['a second', 7, 999],
    ['half a minute', 60, 29_999],
    ['an hour', 1_800, 3_590_000],
  ])('hold for %s', async (_name, most, span) => {
    fake.enforceLimits();
    const step = span / most;
    for (let sent = 0; sent < most; sent += 1) {
      expect((await say()).status).toBe(201);
      later(step);
    }
    const { status, code, retryAfter } = await say();
    expect(`${status} ${code}`).toBe('429 Throttled');
    later(Number(retryAfter) * 1_000);
    client = await clientOf(fake);
    expect((await say()).status).toBe(201);
    expect(fake.limited).toBe(1);
  });

  it('count a channel with all its threads, and edits with what is said', async () => {
    fake.enforceLimits();
    const { id: channel } = fake.addTeam({ name: 'De Regenbui', channels: [], members: [sanne.aadId] });
    const first = String((await client.say(channel, words('agenda'))).body.id);
    const edit = () => client.call('PUT', ['conversations', channel, 'activities', first], words('beter'));
    const answers = [];
    for (let count = 0; count < 4; count += 1)
      answers.push((await client.say(`${channel};messageid=${first}`, words('a'))).status, (await edit()).status);
    expect(answers).toEqual([201, 200, 201, 200, 201, 200, 429, 429]);
    expect((await say()).status).toBe(201);
  });

  it('hold for all together, and wait as long as they say', async () => {
    fake.enforceLimits();
    const people = Array.from({ length: 31 }, (_, at) =>
      fake.addMember({ name: `M ${at}`, email: `m${at}@school.nl` }),
    );
    const answers = [];
    for (const { aadId } of people) answers.push(await client.say(fake.chat(aadId), words('goedemorgen')));
    expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(201), 429]);
    later(Number(answers.at(-1)!.retryAfter) * 1_000);
    expect((await client.say(fake.chat(people.at(-1)!.aadId), words('goedemorgen'))).status).toBe(201);
  });

  it('are those that a test asks for', async () => {
    fake.limit('member', 1, 60_000);
    const member = () => client.call('GET', ['conversations', chat, 'members', sanne.aadId]);
    expect((await member()).status).toBe(200);
    expect(await member()).toMatchObject({ status: 429, retryAfter: '60' });
    later(60_000);
    expect((await member()).status).toBe(200);
  });
});

describe('signatures', () => {
  const identity = (how?: Signing) => {
    vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => void vi.restoreAllMocks());
    const authentication = new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: fake.app.id,
      MicrosoftAppPassword: fake.app.password,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: fake.app.tenant,
      BotOpenIdMetadata: fake.microsoft.openIdMetadata,
      ToBotFromChannelOpenIdMetadataUrl: fake.microsoft.openIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: fake.microsoft.openIdMetadata,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    } as never);
    const activity = activitiesOf(fake).message(sanne.aadId, 'doel status');
    return authentication.authenticateRequest(activity as never, fake.signed(activity, how));
  };

  it("are taken by botbuilder's own check", async () => {
    const { claimsIdentity } = await identity();
    expect(claimsIdentity.getClaimValue('aud')).toBe(fake.app.id);
    expect(fake.calls.map(({ call }) => call)).toEqual(['token', 'metadata', 'keys']);
  });

  it.each<[string, Signing]>([
    ['expired', { expired: true }],
    ['from the future', { early: true }],
    ['for another bot', { audience: crypto.randomUUID() }],
    ['of another issuer', { issuer: 'https://sts.example.org/' }],
    ['with a key of somebody else', { key: 'stranger' }],
    ['with a key that nobody knows', { key: 'unknown' }],
    ['without a signature', { algorithm: 'none' }],
    ['with the public key as password', { algorithm: 'HS256' }],
    ['with another address', { serviceUrl: 'https://smba.example.org/' }],
    ['without an address', { serviceUrl: null }],
  ])('are refused: %s', async (_name, how) => {
    await expect(identity(how)).rejects.toThrow();
  });
});

describe('files', () => {
  const put = (url: string, content: string, headers: Readonly<Record<string, string>>) =>
    fetch(url, { method: 'PUT', body: content, headers });

  it('are taken whole, once, and without a token', async () => {
    const { uploadUrl, contentUrl } = fake.newUpload(sanne.aadId, 'lijst.csv');
    const range = { 'Content-Range': 'bytes 0-4/5' };
    expect((await put(uploadUrl, 'a;b;c', {})).status).toBe(400);
    expect((await put(uploadUrl, 'a;b;c', { 'Content-Range': 'bytes 0-3/4' })).status).toBe(400);
    expect((await put(uploadUrl, 'a;b;c', { ...range, Authorization: 'Bearer x' })).status).toBe(401);
    expect((await put(uploadUrl, 'a;b;c', range)).status).toBe(201);
    expect((await put(uploadUrl, 'a;b;c', range)).status).toBe(404);
    expect(fake.files).toEqual([{ name: 'lijst.csv', content: Buffer.from('a;b;c'), contentUrl, of: sanne.aadId }]);
  });

  it('are not taken after a quarter of an hour', async () => {
    const { uploadUrl } = fake.newUpload(sanne.aadId, 'lijst.csv');
    later(15 * 60_000);
    expect((await put(uploadUrl, 'a', { 'Content-Range': 'bytes 0-0/1' })).status).toBe(404);
  });
});
