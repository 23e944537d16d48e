/** Somebody who uses Slack, against a bare Bolt app: what they do arrives as Slack sends it, and they read what Slack would show. */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { type Quiet, watchQuiet } from '../../support/chat/quiet.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import { httpLine } from '../../support/slack/lines.ts';
import { Member } from '../../support/slack/member.ts';

const NOW = new Date('2026-11-24T08:30:00Z');

let fake: FakeSlack;
let quiet: Quiet;
let sanne: Member;
let nadia: Member;
let channel: string;
/** What the app heard, in order. */
const heard: object[] = [];
const stops: (() => Promise<unknown> | unknown)[] = [];

beforeAll(async () => {
  fake = await startFakeSlack({ now: () => NOW });
  quiet = watchQuiet(new URL(fake.apiUrl).origin);
  const receiver = new HTTPReceiver({ signingSecret: fake.signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    token: fake.botToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: fake.apiUrl },
  });
  listenToEverything(app, new WebClient(fake.botToken, { slackApiUrl: fake.apiUrl, logLevel: LogLevel.ERROR }));
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) =>
    receiver.requestListener(request, response),
  );
  const [sanneId, nadiaId] = ['Sanne', 'Nadia'].map(
    (name) => fake.addMember({ name, email: `${name.toLowerCase()}@example.org` }).id,
  );
  channel = fake.addChannel({ name: 'bovenbouw', members: [sanneId!, nadiaId!] });
  const place = {
    fake,
    line: httpLine(`http://127.0.0.1:${portOf(server)}/slack/events`, fake.signingSecret),
    now: () => NOW,
    settled: () => quiet.reached(),
    people: () => new Map([['Nadia', nadiaId!]]),
    channels: () => new Map([['bovenbouw', { id: channel, members: [sanneId!, nadiaId!] }]]),
  };
  sanne = new Member(place, sanneId!);
  nadia = new Member(place, nadiaId!);
  stops.push(
    () => close(server),
    () => fake.stop(),
    () => quiet.stop(),
  );
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const text = (words: string) => ({ type: 'plain_text' as const, text: words, emoji: false });
const button = (label: string, action: string) => ({
  type: 'actions' as const,
  block_id: `under-${action}`,
  elements: [{ type: 'button' as const, text: text(label), action_id: action, value: label }],
});
const words = (line: string) => ({
  type: 'rich_text' as const,
  elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text: line }] }],
});
const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: text('Formulier'),
  submit: text('Opslaan'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'wat',
      label: text('Wat'),
      element: { type: 'plain_text_input' as const, action_id: 'words', max_length: 5 },
    },
    {
      type: 'input' as const,
      block_id: 'wie',
      optional: true,
      label: text('Wie'),
      element: {
        type: 'static_select' as const,
        action_id: 'person',
        options: [{ text: text('Sanne'), value: '1' }],
      },
    },
    button('Help', 'help'),
  ],
};

/** A bot of a few lines, with an answer of each kind. */
function listenToEverything(app: App, client: WebClient): void {
  app.command(/.*/, async ({ ack, command, respond }) => {
    heard.push({ command: command.command, text: command.text, channel: command.channel_id });
    await ack(command.text === 'meteen' ? 'Meteen gezegd.' : undefined);
    if (command.text === 'formulier') await client.views.open({ trigger_id: command.trigger_id, view: form });
    else await respond({ text: 'Antwoord', blocks: [words('Antwoord'), button('Verder', 'verder')] });
  });
  app.action(/.*/, async ({ ack, body, action, respond }) => {
    heard.push({ action: 'value' in action ? action.value : '', container: body.type });
    await ack();
    if (body.type !== 'block_actions') return;
    if (body.view) {
      const { id } = body.view;
      await client.views.update({ view_id: id, view: { ...form, blocks: [words('Erboven'), ...form.blocks] } });
    } else await respond({ replace_original: true, text: 'Vervangen', blocks: [words('Vervangen')] });
  });
  app.view('form', async ({ ack, view, body }) => {
    heard.push(view.state.values);
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: 'Bewaard' });
  });
  app.event('app_home_opened', async ({ event }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [words('Thuis')] } });
  });
  app.event('app_mention', async ({ event }) => {
    heard.push({ mention: event.text, thread: event.thread_ts });
    await client.chat.postEphemeral({ channel: event.channel, user: event.user!, text: 'Alleen voor jou' });
  });
  app.message(async ({ message }) => {
    heard.push({ message: 'text' in message ? message.text : '' });
    await client.chat.postMessage({ channel: message.channel, text: 'Gehoord' });
  });
  app.shortcut('agenda_punt', async ({ ack, shortcut }) => {
    await ack();
    if (shortcut.type === 'message_action') heard.push({ on: shortcut.message.ts });
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
  });
}

describe('what somebody does arrives as Slack sends it', () => {
  test('a slash command, with whom and what Slack knows marked, and the rest escaped', async () => {
    expect(await sanne.types('/actie Kast @Nadia & <snel> #bovenbouw')).toContain('Antwoord\n[Verder]');
    expect(heard.at(-1)).toEqual({
      command: '/actie',
      text: `Kast <@${nadia.id}> &amp; &lt;snel&gt; <#${channel}|bovenbouw>`,
      channel: sanne.dm,
    });
    expect(await sanne.types('/actie meteen', { in: channel })).toContain('Meteen gezegd.');
  });

  test('a press, which changes the message', async () => {
    await sanne.types('/doel');
    expect(await sanne.presses('Verder')).toBe('Vervangen');
    await expect(nadia.presses('Verder')).rejects.toThrow('no button "Verder"');
  });

  test('words in the DM, and a mention in a thread', async () => {
    expect(await sanne.writes('hoi')).toContain('Gehoord');
    const root = nadia.says('Een begin', channel);
    expect(await sanne.mentions('doel', channel, root)).toContain('Alleen voor jou');
    expect(heard.at(-1)).toEqual({ mention: `<@${fake.bot.userId}> doel`, thread: root.ts });
    expect(nadia.sees()).not.toContain('Alleen voor jou');
  });

  test('the shortcut on a message, and Home', async () => {
    const message = nadia.says('Een vraag', channel);
    expect(await sanne.usesShortcut(message)).toContain('Formulier');
    expect(heard.at(-1)).toEqual({ on: message.ts });
    await sanne.closes();
    expect(await sanne.opensHome()).toBe('Thuis');
  });
});

describe('a modal', () => {
  test('takes only what Slack takes, keeps what was typed when it is updated, and closes', async () => {
    await nadia.types('/actie formulier');
    await expect(nadia.submits()).rejects.toThrow('Wat: required');
    await expect(nadia.submits({ Wat: 'te lang' })).rejects.toThrow('Wat: too long');
    expect(() => nadia.fillsIn({ Wie: 'Piet' })).toThrow('"Wie" has no "Piet": Sanne');
    expect(() => nadia.fillsIn({ Waar: 'hier' })).toThrow('no field "Waar" among: Wat, Wie');
    nadia.fillsIn({ Wat: 'kort', Wie: 'Sanne' });
    expect(await nadia.presses('Help')).toContain('Erboven');
    expect(await nadia.submits()).toBe('Bewaard');
    expect(heard.at(-1)).toEqual({
      wat: { words: { type: 'plain_text_input', value: 'kort' } },
      wie: { person: { type: 'static_select', selected_option: { text: text('Sanne'), value: '1' } } },
    });
    expect(nadia.modal()).toBeNull();
  });

  test('covers all else', async () => {
    await nadia.types('/doel');
    await nadia.types('/actie formulier');
    await expect(nadia.presses('Verder')).rejects.toThrow('no button "Verder"');
    await nadia.closes();
    expect(await nadia.presses('Verder')).toContain('Vervangen');
  });
});
