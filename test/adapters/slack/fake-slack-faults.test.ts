/** The fake's limits hold on the clock, its faults come when they are asked for, and its files as Slack's own client sends them. */
import type { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { clientOf, refusalOf } from '../../support/slack/fake-client.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';

let now: Date;
let slack: FakeSlack;
let client: WebClient;

const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};

beforeEach(async () => {
  now = new Date('2026-11-23T08:00:00Z');
  slack = await startFakeSlack({ now: () => now });
  client = clientOf(slack, slack.botToken);
  onTestFinished(() => slack.stop());
});

describe('files', () => {
  it('come in the DM of a person by the channel’s id', async () => {
    const { id } = slack.addMember({ email: 'juf@school.nl' });
    const dm = await client.conversations.open({ users: id });
    await client.filesUploadV2({
      channel_id: dm.channel!.id!,
      filename: 'talk.ics',
      title: 'POP',
      content: 'BEGIN:VCALENDAR é',
    });
    expect(slack.files(id)).toEqual([
      {
        id: expect.stringMatching(/^F/),
        name: 'talk.ics',
        title: 'POP',
        content: 'BEGIN:VCALENDAR é',
        channel: dm.channel!.id,
      },
    ]);
    expect(await refusalOf(client.filesUploadV2({ channel_id: id, filename: 'a.txt', content: 'a' }))).toBe(
      'invalid_channel',
    );
  });

  it('are refused when no bytes came, or others than were announced', async () => {
    const place = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    expect((await fetch(place.upload_url!, { method: 'POST', body: 'lang' })).status).toBe(400);
    const files: [{ id: string }] = [{ id: place.file_id! }];
    expect(await refusalOf(client.files.completeUploadExternal({ files }))).toBe('file_not_found');
  });
});

describe('limits', () => {
  it('hold per method on the clock, and say how long to wait', async () => {
    slack.limit('users.info', 2);
    const ask = () => client.users.info({ user: slack.bot.userId });
    await ask();
    later(20_000);
    await ask();
    await expect(ask()).rejects.toMatchObject({ retryAfter: 40 });
    expect(await refusalOf(client.auth.test())).toBe('taken');
    later(39_999);
    await expect(ask()).rejects.toMatchObject({ retryAfter: 1 });
    later(1);
    await ask();
    expect([slack.limited, slack.calls.filter(({ refused }) => refused === '429').length]).toEqual([2, 2]);
  });

  it('of Slack itself: one message a second in a channel', async () => {
    const [one, other] = ['een', 'twee'].map((name) => slack.addChannel({ name, members: [] })) as [string, string];
    const post = (channel: string) => client.chat.postMessage({ channel, text: 'a' });
    await post(one);
    await post(one);
    slack.enforceLimits();
    await post(one);
    await post(other);
    await expect(post(one)).rejects.toMatchObject({ retryAfter: 1 });
    later(1_000);
    await post('#een');
    await expect(post(one)).rejects.toMatchObject({ retryAfter: 1 });
    const { id } = slack.addMember({ email: 'juf@school.nl' });
    await post(id);
    await expect(post(slack.dm(id))).rejects.toMatchObject({ retryAfter: 1 });
  });
});

describe('faults', () => {
  it.each<[string, Parameters<FakeSlack['fail']>[1], RegExp]>([
    ['an error code', { how: { error: 'fatal_error' } }, /^fatal_error$/],
    ['a status', { how: { status: 500 } }, /500/],
    ['a limit', { how: { retryAfter: 7 } }, /rate-limit/],
    ['a broken line', { how: 'drop' }, /fetch failed/],
    ['a page instead of an answer', { how: 'garbage' }, /Bad gateway/],
  ])('%s, before and after the work', async (_name, failure, said) => {
    const channel = slack.addChannel({ name: 'open', members: [] });
    const post = (text: string) => refusalOf(client.chat.postMessage({ channel, text }));
    slack.fail('chat.postMessage', failure);
    expect(await post('voor')).toMatch(said);
    slack.fail('chat.postMessage', { ...failure, when: 'after' });
    expect(await post('na')).toMatch(said);
    expect(await post('gewoon')).toBe('taken');
    expect(slack.messages(channel).map(({ text }) => text)).toEqual(['na', 'gewoon']);
  });

  it('an answer that never comes, as often and for whom is said, until it is mended', async () => {
    const channel = slack.addChannel({ name: 'open', members: [] });
    const hasty = clientOf(slack, slack.botToken, 50);
    slack.fail('*', { how: 'timeout', when: 'after', times: 2, only: ({ text }) => text === 'traag' });
    const post = (text: string) => refusalOf(hasty.chat.postMessage({ channel, text }));
    expect(await post('traag')).toMatch(/timeout/i);
    slack.mend();
    expect(await post('traag')).toBe('taken');
    expect(slack.messages(channel)).toHaveLength(2);
    expect(slack.calls.map(({ refused }) => refused)).toEqual(['timeout', undefined]);
  });
});
