/** The adapter against a Slack that we did not make: who somebody is, what reaches them, what they get as an answer. */
import { randomUUID } from 'node:crypto';
import { addMilliseconds } from 'date-fns/addMilliseconds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createSlack, createSlackPlatform } from '../../../adapters/slack/index.ts';
import { slackMessages } from '../../../adapters/slack/render.ts';
import { createBot } from '../../../src/bot/bot.ts';
import type { File, Notice } from '../../../src/bot/reply.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { MovedClock } from '../../support/chat/moved-clock.ts';
import { watchQuiet } from '../../support/chat/quiet.ts';
import { type EmulatedSlack, startEmulatedSlack } from '../../support/slack/emulated-slack.ts';
import { clientOf, refusalOf } from '../../support/slack/fake-client.ts';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { httpLine, type Line } from '../../support/slack/lines.ts';
import { type BuiltSchool, buildSchool, type OpenStore, openStore, REGENBUI } from '../../support/store.ts';

const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';
const SCOPES = ['chat:write', 'files:write', 'im:history', 'im:write', 'users:read', 'users:read.email'];
const NOW = new Date('2026-11-24T08:30:00Z');
const STRANGER = { name: 'Vreemd', email: 'vreemd@elders.example' };
/** Nothing else is sent to them. */
const UNTOUCHED = { name: 'Nieuw', email: 'nieuw@elders.example' };

let slack: EmulatedSlack;
let opened: OpenStore;
let school: BuiltSchool;
let line: Line;
let settled: () => Promise<void>;
let sanne: string;
const faults: string[] = [];
const stops: (() => unknown)[] = [];
const clock = new MovedClock(NOW);

beforeAll(async () => {
  opened = await openStore();
  school = await buildSchool(opened, REGENBUI);
  const staff = REGENBUI.staff.map(({ name }) => ({ name, email: school.email(name) }));
  slack = await startEmulatedSlack({ staff: [...staff, STRANGER, UNTOUCHED], channels: ['bovenbouw'], scopes: SCOPES });
  sanne = await slack.account(school.email('Sanne'));
  const quiet = watchQuiet(new URL(slack.apiUrl).origin);
  settled = () => quiet.reached();
  const bot = createBot({
    store: opened.store,
    commands: COMMANDS,
    newKey: () => randomUUID(),
    onFault: (_reference, intent, fault) => void faults.push(`${intent}: ${fault}`),
  });
  const adapter = createSlack({
    ...means(slack.botToken),
    handle: (request) => quiet.during(bot.handle(request, NOW)),
    newKey: () => randomUUID(),
    afterAct: () => {},
    onFault: (fault) => {
      faults.push(String(fault));
      return 'TEST';
    },
    onFatal: (text) => void faults.push(text),
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    await adapter.handle(request, response);
  });
  line = httpLine(`http://127.0.0.1:${portOf(server)}/slack/events`, SIGNING_SECRET);
  await adapter.start();
  expect(adapter.state()).toBe('on');
  stops.push(
    () => adapter.stop(),
    () => close(server),
    () => slack.stop(),
    () => quiet.stop(),
    () => opened.close(),
  );
});
afterAll(async () => {
  for (const stop of stops) await stop();
  expect(faults).toEqual([]);
});

const means = (botToken: string) => ({
  config: { botToken, signingSecret: SIGNING_SECRET, appToken: null, apiUrl: slack.apiUrl },
  people: opened.store.people,
  controls: opened.store.controls,
  clock,
  /** To spare Slack: the clock runs at once. */
  wait: async (milliseconds: number) => clock.moveTo(addMilliseconds(clock.now(), milliseconds)),
  log: (level: string, event: string, details: object = {}) => {
    if (level !== 'info') faults.push(`${event} ${JSON.stringify(details)}`);
  },
});

/** Newest first. */
async function conversation(account: string): Promise<readonly { text?: string; blocks?: unknown; files?: unknown }[]> {
  const { channel } = await clientOf(slack, slack.botToken).conversations.open({ users: account });
  const { messages } = await slack.client.conversations.history({ channel: channel!.id! });
  return messages!;
}

describe('answers', () => {
  let written = 0;
  const writes = async (account: string, text: string) => {
    const { channel } = await clientOf(slack, slack.botToken).conversations.open({ users: account });
    const ts = `1795508${100 + ++written}.000100`;
    await event({ type: 'message', channel_type: 'im', channel: channel!.id!, user: account, text, ts, event_ts: ts });
    await settled();
    return (await conversation(account))[0]!;
  };
  const event = (inner: object) =>
    line.event({
      type: 'event_callback',
      team_id: slack.teamId,
      api_app_id: slack.bot.appId,
      event_id: `Ev${randomUUID()}`,
      event_time: 1_795_508_000,
      event: inner,
    });

  test('go to a colleague whom the address tells, and to nobody else', async () => {
    expect((await writes(sanne, 'hulp')).text).toContain('/doel');
    const stranger = await slack.account(STRANGER.email);
    const refused = await writes(stranger, 'doel status');
    expect(refused.text).not.toContain('/doel status');
    expect(await opened.store.people.accountOf(school.person('Sanne'), 'slack')).toEqual({
      platform: 'slack',
      tenant: slack.teamId,
      account: sanne,
    });
  });

  test('to a slash command that needs more are a form, opened with its trigger', async () => {
    await line.command({
      command: '/actie',
      text: 'Toetsen nakijken',
      team_id: slack.teamId,
      channel_id: 'D0SANNE',
      channel_name: 'directmessage',
      user_id: sanne,
      user_name: 'sanne',
      api_app_id: slack.bot.appId,
      trigger_id: await slack.newTrigger(sanne),
      response_url: `${new URL(slack.apiUrl).origin}/respond/1`,
    });
    await settled();
    const [view] = await slack.views();
    expect(view).toMatchObject({ user: 'sanne', preview: expect.stringContaining('Vul aan wat nog ontbreekt') });
  });

  test('to opening the Home page are that page', async () => {
    await event({
      type: 'app_home_opened',
      user: sanne,
      channel: 'D0SANNE',
      tab: 'home',
      event_ts: '1795508200.000100',
    });
    await settled();
    const seen = await slack.views();
    expect(seen.map(({ user, preview }) => [user, preview])).toContainEqual([
      'sanne',
      expect.stringContaining('Bovenbouw'),
    ]);
  });
});

describe('what reaches people by itself', () => {
  const file: File = {
    name: 'pop-gesprek.ics',
    type: 'text/calendar',
    content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  };
  const notice = (text: string, ...more: Notice['parts']): Notice => ({
    kind: 'notice',
    visibility: 'caller',
    title: [{ text: 'Goedemorgen' }],
    parts: [{ kind: 'text', text: [{ text }] }, ...more],
  });

  test('finds them by address, stands there as it was made, and is changed in its place', async () => {
    const platform = createSlackPlatform(means(slack.botToken));
    const to = { kind: 'person', personId: school.person('Nadia') } as const;
    const words = '*geen* <!channel> & vette tekst';
    const { reference } = await platform.send(to, notice(words), NOW);
    const nadia = await slack.account(school.email('Nadia'));
    const [posted] = await conversation(nadia);
    const [made] = slackMessages(notice(words));
    expect(posted!.text).toBe(made!.text);
    expect(unnamed(posted!.blocks)).toEqual(unnamed(made!.blocks));
    await platform.edit(to, reference, notice('iets anders'), NOW);
    const after = await conversation(nadia);
    expect(after).toHaveLength(1);
    expect(after[0]!.text).toContain('iets anders');
  });

  test('comes in a channel by its id, with its file beside it for a person', async () => {
    const platform = createSlackPlatform(means(slack.botToken));
    const channel = await slack.channel('bovenbouw');
    const { reference } = await platform.send({ kind: 'channel', schoolId: school.id, channel }, notice('agenda'), NOW);
    expect(reference).toMatch(new RegExp(`^${channel}:\\d+\\.\\d+$`));
    const sentence = [{ text: 'Zet het in je agenda.' }];
    const to = { kind: 'person', personId: school.person('Nico') } as const;
    await platform.send(to, notice('gesprek', { kind: 'file', file, sentence }), NOW);
    const [withFile] = await conversation(await slack.account(school.email('Nico')));
    expect(withFile!.files).toMatchObject([{ name: file.name, size: file.content.length }]);
  });

  test('waits for whom Slack does not know, and for a token that may not', async () => {
    const platform = createSlackPlatform({ ...means(slack.botToken), log: () => {} });
    const absent = { kind: 'channel', schoolId: school.id, channel: 'C0NERGENS' } as const;
    await expect(platform.send(absent, notice('a'), NOW)).rejects.toMatchObject({
      outcome: 'permanent',
      message: 'channel_not_found',
    });
    const strict = createSlackPlatform({ ...means('xoxb-reader'), log: () => {} });
    const channel = await slack.channel('bovenbouw');
    await expect(
      strict.send({ kind: 'channel', schoolId: school.id, channel }, notice('a'), NOW),
    ).rejects.toMatchObject({ outcome: 'retryable', message: 'missing_scope', retryAfter: 600 });
  });
});

/** Slack gives names to blocks; the adapter does so to know a message again. */
const unnamed = (blocks: unknown) => (blocks as { block_id?: string }[]).map(({ block_id: _name, ...block }) => block);

describe('our own fake', () => {
  test('says the same as this one, wherever both know the answer', async () => {
    const fake = await startFakeSlack({ now: () => NOW });
    const member = fake.addMember({ email: 'sanne@example.org', name: 'Sanne' }).id;
    const fakes = {
      slack: fake,
      token: fake.botToken,
      member,
      channel: fake.addChannel({ name: 'bovenbouw', members: [member] }),
      trigger: async () => fake.newTrigger(member),
    };
    const untouched = await slack.account(UNTOUCHED.email);
    const others = {
      slack,
      token: slack.botToken,
      member: untouched,
      channel: await slack.channel('bovenbouw'),
      trigger: () => slack.newTrigger(untouched),
    };
    expect(await answers(fakes)).toEqual(await answers(others));
    await fake.stop();
  });

  type Side = {
    readonly slack: { readonly apiUrl: string; readonly bot: { readonly userId: string } };
    readonly token: string;
    readonly member: string;
    readonly channel: string;
    readonly trigger: () => Promise<string>;
  };

  /** What a list of calls leads to: a code each, and what is read back after it. */
  async function answers({ slack: side, token, member, channel, trigger }: Side): Promise<readonly unknown[]> {
    const client = clientOf(side, token);
    const plain = (text: string) => ({ type: 'plain_text' as const, text });
    const modal = { type: 'modal' as const, title: plain('Update'), blocks: [{ type: 'divider' as const }] };
    const home = { type: 'home' as const, blocks: modal.blocks };
    const posted = await client.chat.postMessage({ channel: member, text: 'een' });
    const used = await trigger();
    const { view } = await client.views.open({ trigger_id: used, view: modal });
    const published = (hash?: string) =>
      refusalOf(client.views.publish({ user_id: member, view: home, ...(hash === undefined ? {} : { hash }) }));
    const update = (view_id: string, hash?: string) =>
      refusalOf(client.views.update({ view_id, view: modal, ...(hash === undefined ? {} : { hash }) }));
    await client.filesUploadV2({ channel_id: posted.channel!, filename: 'a.txt', content: 'abc' });
    const dm = await client.conversations.history({ channel: posted.channel! });
    return [
      await refusalOf(client.users.info({ user: 'U0NIEMAND' })),
      await refusalOf(client.users.lookupByEmail({ email: 'niemand@example.org' })),
      await refusalOf(client.chat.postMessage({ channel: 'C0NERGENS', text: 'a' })),
      await refusalOf(client.chat.postMessage({ channel, text: '' })),
      await refusalOf(client.chat.postEphemeral({ channel, user: member, text: 'a' })),
      await refusalOf(client.chat.update({ channel, ts: '1.2', text: 'a' })),
      await refusalOf(client.chat.delete({ channel, ts: '1.2' })),
      await refusalOf(client.conversations.history({ channel })),
      (await client.conversations.open({ users: member })).channel!.id === posted.channel,
      dm.messages!.map(({ text, files }) => [text, files?.length ?? 0]),
      await refusalOf(client.views.open({ trigger_id: used, view: modal })),
      await refusalOf(client.views.open({ trigger_id: 'verzonnen', view: modal })),
      await update(view!.id!, view!.hash),
      await update(view!.id!, view!.hash),
      await update('V0NERGENS'),
      await published(),
      await published('oud'),
      await refusalOf(client.files.completeUploadExternal({ files: [{ id: 'F0NERGENS' }] })),
    ];
  }
});
