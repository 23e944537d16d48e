/** The fake refuses what Slack refuses: tokens, people and places for a message, as seen by Slack's own client. */
import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { clientOf, refusalOf } from '../../support/slack/fake-client.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';

const START = new Date('2026-11-23T08:00:00Z');
let now = START;
let slack: FakeSlack;
let client: WebClient;

const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const clientWith = (token: string) => clientOf(slack, token);

beforeEach(async () => {
  now = START;
  slack = await startFakeSlack({ now: () => now });
  client = clientWith(slack.botToken);
  onTestFinished(() => slack.stop());
});

describe('tokens and scopes', () => {
  it('tells whose token it is and what it may do', async () => {
    const answer = await client.auth.test();
    expect(answer).toMatchObject({ team_id: slack.team.id, url: slack.team.url, user_id: slack.bot.userId });
    expect(answer.response_metadata?.scopes).toContain('chat:write');
    expect(await clientWith(slack.appToken).auth.test()).toMatchObject({ app_id: slack.bot.appId });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['no token', () => new WebClient(undefined, { slackApiUrl: slack.apiUrl }).auth.test(), 'not_authed'],
    ['a strange token', () => clientWith('xoxb-vreemd').auth.test(), 'invalid_auth'],
    ['a bot token for a socket', () => client.apps.connections.open({}), 'not_allowed_token_type'],
    [
      'an app token for a message',
      () => clientWith(slack.appToken).chat.postMessage({ channel: 'C', text: 'a' }),
      'not_allowed_token_type',
    ],
    ['a method that is not there', () => client.apiCall('chat.shout', { text: 'a' }), 'unknown_method'],
    ['a name that every object has', () => client.apiCall('constructor'), 'unknown_method'],
    ['an argument that is not there', () => client.apiCall('users.info', { usr: 'U1' }), 'invalid_arguments'],
  ])('refuses %s', async (_name, call, code) => {
    expect(await refusalOf(call())).toBe(code);
  });

  it('refuses what no scope was given for, and a revoked token', async () => {
    slack.grant(['chat:write']);
    expect(await refusalOf(client.users.info({ user: slack.bot.userId }))).toBe('missing_scope');
    slack.revokeTokens();
    expect(await refusalOf(client.auth.test())).toBe('token_revoked');
    expect(await refusalOf(clientWith(slack.appToken).apps.connections.open({}))).toBe('invalid_auth');
  });
});

describe('people', () => {
  it('shows guests, strangers, bots and who has left, and an address only with its scope', async () => {
    const member = slack.addMember({ email: 'juf@school.nl', name: 'Juf Een' });
    const guest = slack.addMember({ email: 'gast@elders.nl', guest: 'single' });
    const stranger = slack.addMember({ email: 'ver@elders.nl', team: 'T0ELDERS' });
    const user = async (id: string) => (await client.users.info({ user: id })).user;
    expect(await user(member.id)).toMatchObject({ is_restricted: false, profile: { email: 'juf@school.nl' } });
    expect(await user(guest.id)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    expect(await user(stranger.id)).toMatchObject({ is_stranger: true, team_id: 'T0ELDERS' });
    expect((await user(stranger.id))?.profile?.email).toBeUndefined();
    expect(await user(slack.bot.userId)).toMatchObject({ is_bot: true });
    slack.changeMember(member.id, { deleted: true });
    expect(await user(member.id)).toMatchObject({ deleted: true });
    expect(await refusalOf(client.users.info({ user: 'U0NIEMAND' }))).toBe('user_not_found');

    slack.grant(['users:read']);
    expect((await user(guest.id))?.profile?.email).toBeUndefined();
  });

  it('finds somebody by address until they leave', async () => {
    const member = slack.addMember({ email: 'Juf@School.nl' });
    expect((await client.users.lookupByEmail({ email: 'juf@school.nl' })).user?.id).toBe(member.id);
    slack.changeMember(member.id, { deleted: true });
    expect(await refusalOf(client.users.lookupByEmail({ email: 'juf@school.nl' }))).toBe('users_not_found');
  });

  it('lists everybody in pages', async () => {
    const made = Array.from({ length: 5 }, (_, at) => slack.addMember({ email: `m${at}@school.nl` }).id);
    const ids: (string | undefined)[] = [];
    let pages = 0;
    for await (const page of client.paginate('users.list', { limit: 2 })) {
      pages += 1;
      ids.push(...(page as unknown as { members: { id: string }[] }).members.map(({ id }) => id));
    }
    expect([pages, ids]).toEqual([3, [slack.bot.userId, ...made]]);
  });
});

describe('messages', () => {
  const blocks = (text: string) => [{ type: 'header' as const, text: { type: 'plain_text' as const, text } }];

  it('come in a channel by id or name, and in a DM by the id of a person', async () => {
    const { id } = slack.addMember({ email: 'juf@school.nl' });
    const channel = slack.addChannel({ name: 'bovenbouw', members: [id] });
    await client.chat.postMessage({ channel, text: 'een' });
    later(1_000);
    const second = await client.chat.postMessage({ channel: '#bovenbouw', text: 'twee', blocks: blocks('Twee') });
    expect(second).toMatchObject({ channel, ts: '1795420801.000002' });
    const third = await client.chat.postMessage({ channel: id, text: 'drie' });
    expect(third.channel).toBe(slack.dm(id));
    expect(slack.messages(channel).map(({ text, ts }) => [text, ts])).toEqual([
      ['een', '1795420800.000001'],
      ['twee', second.ts],
    ]);
    expect(slack.messages(channel)[1]?.blocks).toEqual([
      { ...blocks('Twee')[0], block_id: expect.stringMatching(/^\w+$/) },
    ]);
    expect(slack.messages(id).map(({ text, user }) => [text, user])).toEqual([['drie', slack.bot.userId]]);
    expect(slack.calls.map(({ method, at }) => [method, at.getTime() - START.getTime()])).toEqual([
      ['chat.postMessage', 0],
      ['chat.postMessage', 1_000],
      ['chat.postMessage', 1_000],
    ]);
  });

  it.each<[string, (place: Places) => Promise<unknown>, string]>([
    ['nowhere', () => client.chat.postMessage({ channel: 'C0NERGENS', text: 'a' }), 'channel_not_found'],
    [
      'where the bot is not',
      ({ without }) => client.chat.postMessage({ channel: without, text: 'a' }),
      'not_in_channel',
    ],
    ['a secret channel', ({ secret }) => client.chat.postMessage({ channel: secret, text: 'a' }), 'channel_not_found'],
    ['an archive', ({ old }) => client.chat.postMessage({ channel: old, text: 'a' }), 'is_archived'],
    ['somebody who left', ({ gone }) => client.chat.postMessage({ channel: gone, text: 'a' }), 'user_disabled'],
    [
      'somebody elsewhere',
      ({ stranger }) => client.chat.postMessage({ channel: stranger, text: 'a' }),
      'channel_not_found',
    ],
    ['itself', () => client.conversations.open({ users: slack.bot.userId }), 'cannot_dm_bot'],
    ['without words', ({ open }) => client.chat.postMessage({ channel: open, text: '' }), 'no_text'],
    [
      'a wrong block',
      ({ open }) => client.chat.postMessage({ channel: open, text: 'a', blocks: blocks('') }),
      'invalid_blocks',
    ],
    [
      'too much',
      ({ open }) =>
        client.chat.postMessage({
          channel: open,
          text: 'a',
          blocks: Array.from({ length: 60 }, () => blocks('w'.repeat(150))[0]!),
        }),
      'msg_blocks_too_long',
    ],
    [
      'a thread that is not there',
      ({ open }) => client.chat.postMessage({ channel: open, text: 'a', thread_ts: '1.2' }),
      'thread_not_found',
    ],
    [
      'one who is not in the channel',
      ({ open, stranger }) => client.chat.postEphemeral({ channel: open, user: stranger, text: 'a' }),
      'user_not_in_channel',
    ],
    [
      'an edit of nothing',
      ({ open }) => client.chat.update({ channel: open, ts: '1.2', text: 'a' }),
      'message_not_found',
    ],
    ['an edit by name', () => client.chat.update({ channel: '#open', ts: '1.2', text: 'a' }), 'channel_not_found'],
    [
      'an edit that is too long',
      async ({ open }) => client.chat.update({ channel: open, ts: await posted(open), text: 'é'.repeat(2_001) }),
      'msg_too_long',
    ],
    [
      'an edit of somebody else’s',
      ({ open, juf }) => client.chat.update({ channel: open, ts: slack.write(open, juf, 'hoi').ts, text: 'a' }),
      'cant_update_message',
    ],
  ])('are refused: %s', async (_name, call, code) => {
    expect(await refusalOf(call(places()))).toBe(code);
  });

  it('for one person are seen by nobody else and cannot be edited', async () => {
    const { open, juf, meester } = places();
    const sent = await client.chat.postEphemeral({ channel: open, user: juf, text: 'geheim' });
    expect(slack.ephemerals(open, juf).map(({ text }) => text)).toEqual(['geheim']);
    expect([slack.ephemerals(open, meester), slack.messages(open)]).toEqual([[], []]);
    expect(await refusalOf(client.chat.update({ channel: open, ts: sent.message_ts!, text: 'a' }))).toBe(
      'message_not_found',
    );
  });

  it('are edited in place, and taken away', async () => {
    const { open } = places();
    const ts = await posted(open);
    await client.chat.update({ channel: open, ts, text: 'nieuw', blocks: blocks('Nieuw') });
    expect(slack.messages(open)).toMatchObject([{ ts, text: 'nieuw', edited: true, blocks: blocks('Nieuw') }]);
    const link = await client.chat.getPermalink({ channel: open, message_ts: ts });
    expect(link.permalink).toBe(`${slack.team.url}archives/${open}/p${ts.replace('.', '')}`);
    await client.chat.delete({ channel: open, ts });
    expect(slack.messages(open)).toEqual([]);
  });

  it('are read back, newest first, in a DM only', async () => {
    const { open, juf } = places();
    for (const text of ['een', 'twee', 'drie']) await client.chat.postMessage({ channel: juf, text });
    const channel = slack.dm(juf);
    const { ts } = slack.messages(juf)[0]!;
    const read = async (more: object) =>
      (await client.conversations.history({ channel, ...more })).messages?.map(({ text }) => text);
    expect(await read({ limit: 2 })).toEqual(['drie', 'twee']);
    expect(await read({ oldest: ts })).toEqual(['drie', 'twee']);
    expect(await read({ latest: ts, inclusive: true })).toEqual(['een']);
    expect(await refusalOf(client.conversations.history({ channel: open }))).toBe('missing_scope');
  });

  type Places = ReturnType<typeof places>;

  function places() {
    const juf = slack.addMember({ email: 'juf@school.nl' }).id;
    const meester = slack.addMember({ email: 'meester@school.nl' }).id;
    const gone = slack.addMember({ email: 'weg@school.nl', deleted: true }).id;
    const stranger = slack.addMember({ email: 'ver@elders.nl', team: 'T0ELDERS' }).id;
    const members = [juf, meester];
    const old = slack.addChannel({ name: 'oud', members });
    slack.changeChannel(old, { archived: true });
    return {
      juf,
      meester,
      gone,
      stranger,
      old,
      open: slack.addChannel({ name: 'open', members }),
      without: slack.addChannel({ name: 'zonder', members, withBot: false }),
      secret: slack.addChannel({ name: 'geheim', members, withBot: false, isPrivate: true }),
    };
  }

  const posted = async (channel: string) => (await client.chat.postMessage({ channel, text: 'oud' })).ts!;
});
