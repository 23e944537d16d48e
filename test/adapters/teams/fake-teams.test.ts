/** The fake refuses what Teams refuses: people, places and messages, as seen by a bare client and by botbuilder's own. */
import { ConnectorClient } from 'botframework-connector';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { askToken, clientOf, type FakeClient, words } from '../../support/teams/fake-client.ts';
import { type FakePerson, type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';

let now: Date;
let fake: FakeTeams;
let client: FakeClient;
let sanne: FakePerson;

beforeEach(async () => {
  now = new Date('2026-11-24T08:30:00Z');
  fake = await startFakeTeams({ now: () => now });
  client = await clientOf(fake);
  sanne = fake.addMember({ name: 'Sanne de Wit', email: 'sanne@school.nl' });
  onTestFinished(() => fake.stop());
});

const begin = (member: string, tenant = fake.app.tenant, more: object = {}) =>
  client.call('POST', ['conversations'], {
    bot: { id: fake.app.bot },
    isGroup: false,
    members: [{ id: member }],
    channelData: { tenant: { id: tenant } },
    ...more,
  });

describe('a chat with one person', () => {
  it('is the same one, by the id in Entra and by that of Teams', async () => {
    const byEntra = await begin(sanne.aadId.toUpperCase());
    expect(byEntra).toMatchObject({ status: 201, body: { id: fake.chat(sanne.aadId) } });
    expect((await begin(sanne.id)).body.id).toBe(byEntra.body.id);
  });

  it('needs the app, and a person of that tenant', async () => {
    const without = fake.addMember({ name: 'Zonder App', email: 'z@school.nl', installed: false });
    expect(await begin(without.aadId)).toMatchObject({ status: 403, code: 'BotNotInConversationRoster' });
    fake.install(without.aadId);
    expect((await begin(without.aadId)).status).toBe(201);
    fake.changeMember(without.aadId, { deleted: true });
    expect((await begin(without.aadId)).status).toBe(403);
    expect(await begin(sanne.aadId, crypto.randomUUID())).toMatchObject({ status: 403 });
    expect(await begin(crypto.randomUUID())).toMatchObject({ status: 404, code: 'ConversationNotFound' });
    expect(await begin('29:1niemand')).toMatchObject({ status: 400 });
    expect(await begin(sanne.aadId, fake.app.tenant, { bot: { id: '28:ander' } })).toMatchObject({ status: 403 });
    expect(await begin(sanne.aadId, fake.app.tenant, { isGroup: true })).toMatchObject({ status: 400 });
    expect(await begin(sanne.aadId, fake.app.tenant, { topic: 'x' })).toMatchObject({ status: 400 });
    const noTenant = { members: [{ id: sanne.aadId }] };
    expect(await client.call('POST', ['conversations'], noTenant)).toMatchObject({ status: 400 });
  });

  it('refuses what is said after the app is gone, when the bot is blocked, and when the chat is lost', async () => {
    const chat = fake.chat(sanne.aadId);
    expect((await client.say(chat, words('hoi'))).status).toBe(201);
    fake.block(sanne.aadId);
    expect(await client.say(chat, words('hoi'))).toMatchObject({ status: 403, code: 'ConversationBlockedByUser' });
    fake.unblock(sanne.aadId);
    fake.uninstall(sanne.aadId);
    expect(await client.say(chat, words('hoi'))).toMatchObject({ status: 403, code: 'BotNotInConversationRoster' });
    fake.install(sanne.aadId);
    expect(fake.chat(sanne.aadId)).toBe(chat);
    fake.lose(chat);
    expect(await client.say(chat, words('hoi'))).toMatchObject({ status: 404, code: 'ConversationNotFound' });
    const { body } = await begin(sanne.aadId);
    expect(body.id).not.toBe(chat);
    expect((await client.say(String(body.id), words('hoi'))).status).toBe(201);
    expect(fake.messages(chat)).toHaveLength(1);
  });
});

describe('a channel', () => {
  it('has threads: one begins, and what is said in it stays in it', async () => {
    const team = fake.addTeam({ name: 'De Regenbui', channels: ['bovenbouw'], members: [sanne.aadId] });
    const channel = fake.channel('bovenbouw');
    expect(team.channels).toEqual({ Algemeen: team.id, bovenbouw: channel });
    const begun = await client.call('POST', ['conversations'], {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: words('Agenda'),
    });
    expect(begun).toMatchObject({ status: 201, body: { id: `${channel};messageid=${begun.body.activityId}` } });
    const answer = await client.say(String(begun.body.id), words('In de draad'));
    const other = await client.say(channel, words('Een nieuwe'));
    expect(fake.messages(channel).map(({ id, thread }) => [id, thread])).toEqual([
      [begun.body.activityId, begun.body.activityId],
      [answer.body.id, begun.body.activityId],
      [other.body.id, other.body.id],
    ]);
    expect(fake.messages(String(begun.body.id))).toHaveLength(2);
    expect(await client.say(`${channel};messageid=1`, words('Nergens'))).toMatchObject({ status: 404 });
    expect(fake.shared).toEqual([team.id, channel]);
  });

  it('takes nothing without the app, and no thread without words', async () => {
    const team = fake.addTeam({ name: 'Zonder', channels: [], members: [sanne.aadId], withApp: false });
    expect(await client.say(team.id, words('hoi'))).toMatchObject({ status: 403 });
    expect(await client.call('GET', ['teams', team.id, 'conversations'])).toMatchObject({ status: 403 });
    fake.install(team.id);
    expect(await client.say(team.id, words('hoi'))).toMatchObject({ status: 201 });
    const bare = { isGroup: true, channelData: { channel: { id: team.id } } };
    expect(await client.call('POST', ['conversations'], bare)).toMatchObject({ status: 400 });
  });

  it('tells its name with the team, except of the first one', async () => {
    const team = fake.addTeam({ name: 'De Regenbui', channels: ['bovenbouw'], members: [sanne.aadId] });
    expect((await client.call('GET', ['teams', team.id, 'conversations'])).body).toEqual({
      conversations: [{ id: team.id }, { id: fake.channel('bovenbouw'), name: 'bovenbouw' }],
    });
    expect((await client.call('GET', ['teams', team.id])).body).toMatchObject({ name: 'De Regenbui', memberCount: 1 });
    const { status } = await client.call('GET', ['teams', fake.channel('bovenbouw'), 'conversations']);
    expect(status).toBe(404);
  });
});

describe('members', () => {
  it('are told with address, name of account and role, where they are', async () => {
    const guest = fake.addMember({ name: 'Gast Elders', email: 'gast@elders.nl', guest: true });
    const group = fake.addGroup({ members: [sanne.aadId, guest.aadId] });
    const member = (conversation: string, id: string) =>
      client.call('GET', ['conversations', conversation, 'members', id]);
    expect((await member(fake.chat(sanne.aadId), sanne.aadId)).body).toEqual({
      id: sanne.id,
      objectId: sanne.aadId,
      name: 'Sanne de Wit',
      givenName: 'Sanne',
      surname: 'de Wit',
      email: 'sanne@school.nl',
      userPrincipalName: 'sanne@school.nl',
      tenantId: fake.app.tenant,
      userRole: 'user',
    });
    expect((await member(group, guest.id)).body).toMatchObject({
      userRole: 'guest',
      userPrincipalName: 'gast_elders.nl#EXT#@proefschool.onmicrosoft.com',
    });
    expect(await member(fake.chat(sanne.aadId), guest.aadId)).toMatchObject({ status: 404 });
    fake.changeMember(guest.aadId, { deleted: true });
    expect(await member(group, guest.id)).toMatchObject({ status: 404, code: 'MemberNotFoundInConversation' });
  });

  it('come in pages', async () => {
    const other = fake.addMember({ name: 'Bram', email: 'bram@school.nl' });
    const group = fake.addGroup({ members: [sanne.aadId, other.aadId] });
    const page = (query: string) => fetchPage(`${fake.serviceUrl}v3/conversations/${group}/pagedmembers?${query}`);
    const { access_token: token } = (await tokenOf()) as { access_token: string };
    const fetchPage = async (url: string) =>
      (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).json();
    const first = await page('pageSize=1');
    expect(first).toMatchObject({ members: [{ id: sanne.id }], continuationToken: '1' });
    expect(await page('pageSize=1&continuationToken=1')).toEqual({
      members: [expect.objectContaining({ id: other.id })],
    });
  });
});

describe('what is said', () => {
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'nl',
    fallbackText: 'Hoi',
    body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Hoi' }] }],
  };
  const withCard = (content: object, more: object = {}) => ({
    type: 'message',
    summary: 'Hoi',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    ...more,
  });
  const suggested = (count: number) => ({
    actions: Array.from({ length: count }, (_, at) => ({ type: 'imBack', title: `Doe ${at}`, value: `doe ${at}` })),
  });
  const consent = {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: 'lijst.csv',
        content: { description: 'De lijst', sizeInBytes: 3, acceptContext: {}, declineContext: {} },
      },
    ],
  };

  it.each<[string, object]>([
    ['words', words('hoi')],
    ['a card', withCard(card)],
    ['a file to take', consent],
    ['words with suggestions', { ...words('Wat nu?'), suggestedActions: suggested(3) }],
  ])('stands in a chat: %s', async (_name, activity) => {
    const { status, body } = await client.say(fake.chat(sanne.aadId), activity);
    expect(status).toBe(201);
    expect(fake.message(sanne.aadId, String(body.id)).activity).toEqual(activity);
  });

  it.each<[string, unknown, string]>([
    ['nothing', { type: 'message' }, 'neither text nor an attachment'],
    ['another type', { type: 'invokeResponse', text: 'a' }, 'type'],
    ['a field that is not there', { ...words('a'), txt: 'a' }, 'txt'],
    ['markdown', { type: 'message', text: '**a**' }, 'textFormat'],
    ['words and a card', withCard(card, { text: 'a', textFormat: 'plain' }), 'multiple skype activities'],
    ['a card without a summary', withCard(card, { summary: undefined }), 'summary'],
    ['an element that is not there', withCard({ ...card, body: [{ type: 'Foo' }] }), 'type'],
    ['a card that reads markdown', withCard({ ...card, body: [{ type: 'TextBlock', text: 'a' }] }), 'type'],
    ['a list of nothing', { ...words('a'), suggestedActions: { actions: [] } }, 'suggestedActions'],
    ['four suggestions', { ...words('a'), suggestedActions: suggested(4) }, 'suggestedActions'],
    ['suggestions with a card', withCard(card, { suggestedActions: suggested(1) }), 'beside an attachment'],
    ['suggestions to another', { ...words('a'), suggestedActions: { ...suggested(1), to: ['29:x'] } }, 'somebody else'],
    ['no JSON', '{', 'Invalid'],
    ['a list', [], 'Invalid'],
  ])('is refused: %s', async (_name, activity, reason) => {
    const { status, body } = await client.say(fake.chat(sanne.aadId), activity);
    expect({ status, body: JSON.stringify(body) }).toEqual({ status: 400, body: expect.stringContaining(reason) });
    expect(fake.messages(sanne.aadId)).toEqual([]);
  });

  it('is refused when it is too big, and in a group when it is for one person', async () => {
    const big = await client.say(fake.chat(sanne.aadId), words('a'.repeat(50_000)));
    expect(big).toMatchObject({ status: 413, code: 'MessageSizeTooBig' });
    const group = fake.addGroup({ members: [sanne.aadId] });
    expect(await client.say(group, consent)).toMatchObject({ status: 400 });
    expect(await client.say(group, { ...words('a'), suggestedActions: suggested(1) })).toMatchObject({ status: 400 });
    expect(await client.say('zomaar', words('a'))).toMatchObject({ status: 400, code: 'BadSyntax' });
  });

  it('may be that somebody is busy, except in a channel', async () => {
    const { id: channel } = fake.addTeam({ name: 'De Regenbui', channels: [], members: [sanne.aadId] });
    expect((await client.say(fake.chat(sanne.aadId), { type: 'typing' })).status).toBe(202);
    expect((await client.say(fake.addGroup({ members: [sanne.aadId] }), { type: 'typing' })).status).toBe(202);
    expect((await client.say(channel, { type: 'typing' })).status).toBe(400);
    expect((await client.say(fake.chat(sanne.aadId), { type: 'typing', text: 'a' })).status).toBe(400);
    fake.block(sanne.aadId);
    expect((await client.say(fake.chat(sanne.aadId), { type: 'typing' })).status).toBe(403);
    expect(fake.messages(sanne.aadId)).toEqual([]);
  });

  it('can be edited and taken away by who said it', async () => {
    const chat = fake.chat(sanne.aadId);
    const id = String((await client.say(chat, words('eerst'))).body.id);
    const theirs = fake.write(chat, sanne.aadId, 'van mij').id;
    const at = (message: string) => ['conversations', chat, 'activities', message];
    expect((await client.call('PUT', at(id), words('daarna'))).status).toBe(200);
    expect(fake.message(chat, id)).toMatchObject({ edited: true, activity: { text: 'daarna' } });
    expect(await client.call('PUT', at(id), { type: 'message' })).toMatchObject({ status: 400 });
    expect(await client.call('PUT', at(theirs), words('a'))).toMatchObject({ status: 403 });
    expect(await client.call('PUT', at('1'), words('a'))).toMatchObject({ code: 'ActivityNotFoundInConversation' });
    expect((await client.call('DELETE', at(id))).status).toBe(200);
    expect(await client.call('DELETE', at(id))).toMatchObject({ status: 404 });
    expect(fake.messages(chat).map((message) => message.id)).toEqual([theirs]);
    expect(fake.edits.map(({ id: of, activity }) => [of, activity?.text])).toEqual([
      [id, 'daarna'],
      [id, undefined],
    ]);
  });

  it('answers a message or a press, and nothing else', async () => {
    const chat = fake.chat(sanne.aadId);
    const theirs = fake.write(chat, sanne.aadId, 'doel status').id;
    const answer = (to: string) => client.call('POST', ['conversations', chat, 'activities', to], words('antwoord'));
    expect(await answer(theirs)).toMatchObject({ status: 201 });
    expect(await answer('f:een-druk')).toMatchObject({ status: 201 });
    expect(await answer('1')).toMatchObject({ status: 404 });
  });
});

it("speaks with botbuilder's own client", async () => {
  const team = fake.addTeam({ name: 'De Regenbui', channels: ['bovenbouw'], members: [sanne.aadId] });
  const { access_token: token } = (await tokenOf()) as { access_token: string };
  const { conversations } = new ConnectorClient(
    {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    },
    { baseUri: fake.serviceUrl },
  );
  const chat = fake.chat(sanne.aadId);
  const { id } = await conversations.sendToConversation(chat, words('hoi') as never);
  expect(fake.message(chat, id).activity).toEqual(words('hoi'));
  await conversations.updateActivity(chat, id, words('dag') as never);
  await conversations.replyToActivity(
    `${team.id};messageid=${fake.write(team.id, sanne.aadId, 'a').id}`,
    'f:1',
    words('in de draad') as never,
  );
  expect(fake.messages(team.id).map(({ thread }) => thread)).toEqual(Array(2).fill(fake.messages(team.id)[0]!.id));
  expect(await conversations.getConversationMember(chat, sanne.id)).toMatchObject({ email: 'sanne@school.nl' });
  await conversations.deleteActivity(chat, id);
  expect(fake.calls.map(({ call, status }) => `${call} ${status}`)).toEqual([
    'token 200',
    'token 200',
    'send 201',
    'edit 200',
    'send 201',
    'member 200',
    'remove 200',
  ]);
});

const tokenOf = async (): Promise<unknown> => (await askToken(fake)).body;
