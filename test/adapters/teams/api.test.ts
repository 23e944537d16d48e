/** Every call of Teams as botbuilder's own clients make it, once; and the token that goes along. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTeamsApi } from '../../../adapters/teams/api/api.ts';
import type { Outgoing, TeamsCalls } from '../../../adapters/teams/api/calls.ts';
import { retryAfterOf } from '../../../adapters/teams/api/http.ts';
import { TeamsError } from '../../../adapters/teams/errors.ts';
import { type FakeCallName, type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';

const words = (text: string): Outgoing => ({ type: 'message', text, textFormat: 'plain' });

let time: number;
let fake: FakeTeams;
let logged: string[];
let waits: number[];
beforeEach(async () => {
  time = new Date('2026-09-21T06:00:00Z').getTime();
  logged = [];
  waits = [];
  fake = await startFakeTeams({ now: () => new Date(time) });
});
afterEach(() => fake.stop());

function newApi(password = fake.app.password, patience = 10_000) {
  const { id, tenant } = fake.app;
  return createTeamsApi({
    config: { app: { id, tenant, password, type: 'SingleTenant' } },
    microsoft: fake.microsoft,
    clock: { now: () => new Date(time) },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
    log: (level, event, details) => void logged.push(`${level} ${event} ${JSON.stringify(details ?? {})}`),
    patience,
  });
}

function sanne() {
  const member = fake.addMember({ name: 'Sanne', email: 'sanne@example.org', upn: 'Sanne@School.example' });
  return { ...member, where: { serviceUrl: fake.serviceUrl, conversation: fake.chat(member.aadId) } };
}
const called = (name: FakeCallName) => fake.calls.filter(({ call }) => call === name);
const said = (conversation: string) => fake.messages(conversation).map(({ activity }) => activity.text);
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TeamsError);
  const { of, status, code, retryAfter } = error as TeamsError;
  return { of, status, code, retryAfter };
};

describe('each call', () => {
  it('says, changes and takes away a message in somebody’s own conversation', async () => {
    const { where, aadId } = sanne();
    const { answers } = newApi();
    const [first, second] = [await answers.post(where, words('Een')), await answers.post(where, words('Twee'))];
    await answers.update(where, first, words('Een, nu'));
    await answers.remove(where, second);
    expect(fake.messages(aadId)).toMatchObject([{ id: first, activity: { text: 'Een, nu' }, edited: true }]);
  });

  it('begins a thread in a channel, and answers in it', async () => {
    const { serviceUrl } = fake;
    const { tenant, bot } = fake.app;
    const { channels } = fake.addTeam({ name: 'Regenbui', channels: ['bovenbouw'], members: [] });
    const channel = channels.bovenbouw!;
    const { bulk } = newApi();
    const begun = await bulk.openThread({ serviceUrl, tenant, bot, channel }, words('Agenda'));
    expect(begun.conversation).toBe(`${channel};messageid=${begun.id}`);
    await bulk.post({ serviceUrl, conversation: begun.conversation }, words('Nog iets'));
    await bulk.post({ serviceUrl, conversation: begun.conversation }, words('Antwoord'), begun.id);
    expect(fake.messages(channel).map(({ thread }) => thread)).toEqual([begun.id, begun.id, begun.id]);
  });

  it('opens somebody’s own conversation, by both names, and always the same one', async () => {
    const { id: member, aadId, where } = sanne();
    const { serviceUrl } = fake;
    const { tenant, bot } = fake.app;
    const { bulk } = newApi();
    for (const name of [member, aadId]) {
      expect(await bulk.openPersonal({ serviceUrl, tenant, bot, member: name })).toBe(where.conversation);
    }
  });

  it('tells who somebody is, also a guest without an address', async () => {
    const { where, id, aadId } = sanne();
    const { answers } = newApi();
    const known = { id, account: aadId, name: 'Sanne', email: 'sanne@example.org', upn: 'Sanne@School.example' };
    for (const name of [id, aadId]) {
      expect(await answers.member(where, name)).toEqual({ ...known, role: 'user', tenant: fake.app.tenant });
    }
    const guest = fake.addMember({ name: 'Gast', email: null, upn: null, guest: true });
    const there = { ...where, conversation: fake.chat(guest.aadId) };
    expect(await answers.member(there, guest.id)).toMatchObject({ email: null, upn: null, role: 'guest' });
  });

  it('names the channels of a team', async () => {
    const team = fake.addTeam({ name: 'Regenbui', channels: ['bovenbouw'], members: [] });
    expect(await newApi().answers.channels({ serviceUrl: fake.serviceUrl }, team.id)).toEqual([
      { id: team.id, name: null },
      { id: team.channels.bovenbouw, name: 'bovenbouw' },
    ]);
  });
});

/** Every way in which botbuilder itself would try again up to three times. */
const REPEATED = [
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 503, retryAfter: 1 },
  { status: 504 },
  { status: 429, retryAfter: 60 },
  { status: 408 },
  'drop',
  'timeout',
  'garbage',
] as const;

describe('botbuilder repeats nothing by itself', () => {
  const calls: readonly (readonly [
    FakeCallName,
    (api: TeamsCalls, person: ReturnType<typeof sanne>) => Promise<unknown>,
  ])[] = [
    ['send', (api, { where }) => api.post(where, words('Een'))],
    ['create', (api, { id: member }) => api.openPersonal({ serviceUrl: fake.serviceUrl, ...fake.app, member })],
    ['member', (api, { where, id }) => api.member(where, id)],
  ];
  it.each(calls.flatMap(([name, call]) => REPEATED.map((how) => [name, JSON.stringify(how), how, call] as const)))(
    '%s, after %s',
    async (name, _, how, call) => {
      for (const way of ['answers', 'bulk'] as const) {
        const before = called(name).length;
        fake.fail(name, { how, when: how === 'timeout' ? 'before' : 'after', times: 9 });
        const patience = how === 'timeout' ? 1_000 : undefined;
        await failure(call(newApi(undefined, patience)[way], sanne()));
        expect(called(name).length - before).toBe(1);
        fake.mend();
      }
    },
  );

  it('and an edit or a message that is taken away neither', async () => {
    const { where } = sanne();
    const { bulk } = newApi();
    const id = await bulk.post(where, words('Een'));
    fake.fail('edit', { how: { status: 502 }, times: 9 });
    fake.fail('remove', { how: { status: 500 }, times: 9 });
    await failure(bulk.update(where, id, words('Twee')));
    await failure(bulk.remove(where, id));
    expect([called('edit').length, called('remove').length]).toEqual([1, 1]);
  });
});

describe('what went wrong', () => {
  it('is also read where Teams says it as JSON in a sentence', async () => {
    const body = {
      errorCode: 209,
      message: JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'Thread is blocked' }),
    };
    const server = createServer((_, response) => response.writeHead(403).end(JSON.stringify(body)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const refused = newApi().bulk.post({ serviceUrl, conversation: 'a:1' }, words('Een'));
    expect(await failure(refused)).toMatchObject({ status: 403, code: 'MessageWritesBlocked' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('is Teams’ own word and status, and nothing of what was said', async () => {
    const { where, aadId } = sanne();
    fake.uninstall(aadId);
    const error = await newApi()
      .bulk.post(where, words('Iets over Jan'))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 403, code: 'BotNotInConversationRoster' });
    expect(JSON.stringify(error) + String(error)).not.toContain('Jan');
  });

  it('a page of something between us is no word of Teams', async () => {
    const { where } = sanne();
    fake.fail('send', { how: 'garbage' });
    expect(await failure(newApi().bulk.post(where, words('Een')))).toMatchObject({ status: 200, code: 'unreadable' });
  });

  it('Teams that cannot be reached, or does not answer in time', async () => {
    const { where } = sanne();
    const api = newApi(undefined, 2_000);
    await api.checkToken();
    fake.fail('send', { how: 'timeout' });
    expect(await failure(api.bulk.post(where, words('Een')))).toMatchObject({ status: null, code: 'time_out' });
    await fake.reachable(false);
    await failure(api.bulk.post(where, words('Een')));
    expect(await failure(api.bulk.post(where, words('Een')))).toMatchObject({ of: 'call', code: 'ECONNREFUSED' });
    await fake.reachable(true);
  });

  it.each(['http://10.0.0.1/', 'http://evil.example/', 'ftp://127.0.0.1/', 'onzin', ''])(
    'nothing goes to “%s”: our token would be read on the way',
    async (serviceUrl) => {
      const { where } = sanne();
      const work = newApi().bulk.post({ ...where, serviceUrl }, words('Een'));
      expect(await failure(work)).toMatchObject({ status: 400, code: 'unsafe_service_url' });
    },
  );

  it('an answer that leads elsewhere is not followed with our token', async () => {
    const asked: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { location: '/elders' }).end();
    });
    await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready));
    const serviceUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    expect(await failure(newApi().bulk.post({ serviceUrl, conversation: 'a:1' }, words('Een')))).toMatchObject({
      status: 307,
    });
    expect(asked).toEqual(['/v3/conversations/a%3A1/activities']);
    elsewhere.close();
    elsewhere.closeAllConnections();
  });
});

describe('a 429', () => {
  it('that is short is waited for by an answer, once', async () => {
    const { where, aadId } = sanne();
    fake.fail('send', { how: { status: 429, retryAfter: 2 } });
    const { answers } = newApi();
    await answers.post(where, words('Een'));
    expect(waits).toEqual([2_000]);
    expect(said(aadId)).toEqual(['Een']);
    fake.fail('send', { how: { status: 429, retryAfter: 2 }, times: 2 });
    expect(await failure(answers.post(where, words('Twee')))).toMatchObject({ status: 429, retryAfter: 2 });
  });

  it('is obeyed by bulk sending, without asking again', async () => {
    const { where } = sanne();
    const { bulk } = newApi();
    fake.fail('send', { how: { status: 429, retryAfter: 25 } });
    expect(await failure(bulk.post(where, words('Een')))).toMatchObject({ retryAfter: 25 });
    time += 20_000;
    expect(await failure(bulk.post(where, words('Een')))).toMatchObject({ status: 429, retryAfter: 5 });
    expect(called('send')).toHaveLength(1);
  });
});

describe('the token', () => {
  it('is asked for once by many at the same time, and again before it is over', async () => {
    const { where } = sanne();
    const { bulk } = newApi();
    await Promise.all(['Een', 'Twee', 'Drie'].map((text) => bulk.post(where, words(text))));
    expect(called('token')).toHaveLength(1);
    time += 3_000_000;
    await bulk.post(where, words('Vier'));
    expect(called('token')).toHaveLength(1);
    time += 400_000;
    await bulk.post(where, words('Vijf'));
    expect(called('token')).toHaveLength(2);
  });

  it('that is not taken any more is replaced; what was asked is done once', async () => {
    const { where, aadId } = sanne();
    const { bulk, isWelcome } = newApi();
    await bulk.post(where, words('Een'));
    fake.revokeTokens();
    await bulk.post(where, words('Twee'));
    expect(said(aadId)).toEqual(['Een', 'Twee']);
    expect(isWelcome()).toBe(true);
    expect(logged).toEqual([]);
  });

  it('that Microsoft does not give: said once, asked again once a minute, and welcome as soon as it does', async () => {
    const { where, aadId } = sanne();
    const { bulk, isWelcome } = newApi();
    await bulk.post(where, words('Een'));
    fake.revokeTokens();
    fake.fail('token', { how: { status: 401 }, times: 2 });
    for (let each = 0; each < 20; each++) {
      expect(await failure(bulk.post(where, words('Twee')))).toMatchObject({ of: 'token', status: 401 });
    }
    expect(isWelcome()).toBe(false);
    expect(called('token')).toHaveLength(2);
    time += 60_000;
    await failure(bulk.post(where, words('Twee')));
    time += 60_000;
    await bulk.post(where, words('Twee'));
    expect(isWelcome()).toBe(true);
    expect(said(aadId)).toEqual(['Een', 'Twee']);
    expect(logged).toEqual([
      expect.stringMatching(/^error teams: Microsoft does not take the id and the secret of the bot/),
      'info teams: the id and the secret of the bot work again {}',
    ]);
  });

  it('of a wrong secret is refused with Entra’s word, and the secret stands nowhere', async () => {
    const error = await newApi('een-oud-geheim')
      .checkToken()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ of: 'token', code: 'invalid_client' });
    expect(`${JSON.stringify(error)}${error}${logged}`).not.toContain('een-oud-geheim');
  });

  it.each(['drop', 'garbage', { status: 503 }] as const)(
    'that does not come because of %s is no refusal: the next call asks again',
    async (how) => {
      const { where, aadId } = sanne();
      const { bulk, isWelcome } = newApi();
      fake.fail('token', { how });
      expect(await failure(bulk.post(where, words('Een')))).toMatchObject({ of: 'token' });
      expect(isWelcome()).toBe(true);
      await bulk.post(where, words('Een'));
      expect(said(aadId)).toEqual(['Een']);
    },
  );

  it('a Connector that says no to a good token: tried once more, and then not welcome', async () => {
    const { where } = sanne();
    const { bulk, isWelcome } = newApi();
    fake.fail('send', { how: { status: 401 }, times: 2 });
    expect(await failure(bulk.post(where, words('Een')))).toMatchObject({ of: 'call', status: 401 });
    expect(called('send')).toHaveLength(2);
    expect(isWelcome()).toBe(false);
    await bulk.post(where, words('Een'));
    expect(isWelcome()).toBe(true);
  });
});

it('unsigned (TEAMS_ANONYMOUS) no token is asked for or shown', async () => {
  await fake.stop();
  fake = await startFakeTeams({ now: () => new Date(time), anonymous: true });
  const { where, aadId } = sanne();
  const options = { clock: { now: () => new Date(time) }, wait: async () => {}, log: () => {} };
  const api = createTeamsApi({ config: { app: null }, ...options });
  await api.checkToken();
  await api.answers.post(where, words('Een'));
  expect(said(aadId)).toEqual(['Een']);
  expect(called('token')).toEqual([]);
});

it.each([
  [429, '12', 12],
  [429, 'Mon, 21 Sep 2026 06:00:45 GMT', 45],
  [429, null, 30],
  [429, 'straks', 30],
  [429, 'Mon, 21 Sep 2026 05:00:00 GMT', 30],
  [503, '20', 20],
  [503, null, null],
  [503, '-1', null],
] as const)('a %i that says “%s” asks for %s seconds', (status, said, seconds) => {
  const headers = new Headers(said === null ? {} : { 'retry-after': said });
  expect(retryAfterOf({ status, headers }, Date.parse('2026-09-21T06:00:00Z'))).toBe(seconds);
});

it('shows typing for a moment, and nothing of it stays', async () => {
  const { where, aadId } = sanne();
  await newApi().bulk.typing(where);
  expect(called('send')).toMatchObject([{ sent: { type: 'typing' }, status: 202 }]);
  expect(fake.messages(aadId)).toEqual([]);
});
