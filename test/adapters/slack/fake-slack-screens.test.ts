/** The fake's modals, Home pages, answer addresses and sockets live as long as Slack's. */
import { SocketModeClient } from '@slack/socket-mode';
import type { ModalView, WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, refusalOf, silent } from '../../support/slack/fake-client.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';

const START = new Date('2026-11-23T08:00:00Z');
let now = START;
let slack: FakeSlack;
let client: WebClient;
let juf: string;

const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title: string): ModalView => ({
  type: 'modal',
  title: plain(title),
  submit: plain('Klaar'),
  blocks: [{ type: 'input', block_id: 'zin', label: plain('Zin'), element: { type: 'plain_text_input' } }],
});
const titles = () => slack.views(juf).map(({ title }) => (title as { text: string }).text);

beforeEach(async () => {
  now = START;
  slack = await startFakeSlack({ now: () => now });
  client = clientOf(slack, slack.botToken);
  juf = slack.addMember({ email: 'juf@school.nl' }).id;
  onTestFinished(() => slack.stop());
});

describe('modals', () => {
  const open = (title: string, trigger_id = slack.newTrigger(juf)) =>
    client.views.open({ trigger_id, view: modal(title) });

  it('open once for a trigger, within three seconds', async () => {
    const trigger = slack.newTrigger(juf);
    later(2_999);
    expect(await refusalOf(open('Update', trigger))).toBe('taken');
    expect(await refusalOf(open('Update', trigger))).toBe('exchanged_trigger_id');
    const old = slack.newTrigger(juf);
    later(3_000);
    expect(await refusalOf(open('Update', old))).toBe('expired_trigger_id');
    expect(await refusalOf(open('Update', 'verzonnen'))).toBe('invalid_trigger_id');
    expect(titles()).toEqual(['Update']);
  });

  it('are three high at most', async () => {
    for (const title of ['een', 'twee', 'drie']) await open(title);
    expect(await refusalOf(open('vier'))).toBe('push_limit_reached');
    expect(slack.views(juf).map((view) => view.previous_view_id)).toEqual([
      null,
      ...slack
        .views(juf)
        .slice(0, 2)
        .map(({ id }) => id),
    ]);
  });

  it('are filled later, unless somebody else was first or they were closed', async () => {
    const { view } = await open('Even geduld');
    const update = (title: string, hash?: string) =>
      refusalOf(
        client.views.update({ view_id: view!.id!, view: modal(title), ...(hash === undefined ? {} : { hash }) }),
      );
    expect(await update('Update', view!.hash!)).toBe('taken');
    expect(await update('Anders', view!.hash!)).toBe('hash_conflict');
    expect(titles()).toEqual(['Update']);
    slack.closeView(view!.id!);
    expect(await update('Te laat')).toBe('not_found');
  });

  it('are refused when they are wrong or too big', async () => {
    const opened = (view: ModalView) => refusalOf(client.views.open({ trigger_id: slack.newTrigger(juf), view }));
    expect(await opened({ ...modal('a'), title: plain('w'.repeat(25)) })).toBe('invalid_arguments');
    const long = { type: 'section' as const, text: plain('w'.repeat(3_000)) };
    expect(await opened({ ...modal('a'), blocks: Array.from({ length: 90 }, () => long) })).toBe('view_too_large');
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', '', ['onder']],
    ['an empty object', {}, ['onder']],
    ['clear', { response_action: 'clear' }, []],
    ['update', { response_action: 'update', view: modal('nieuw') }, ['onder', 'nieuw']],
    ['push', { response_action: 'push', view: modal('erop') }, ['onder', 'boven', 'erop']],
    ['errors', { response_action: 'errors', errors: { zin: 'Te kort' } }, ['onder', 'boven']],
  ])('are submitted: the answer is %s', async (_name, answer, left) => {
    await open('onder');
    const { view } = await open('boven');
    slack.answerSubmission(view!.id!, answer);
    expect(titles()).toEqual(left);
  });

  it.each<[string, unknown]>([
    ['an unknown action', { response_action: 'sluit' }],
    ['words', { text: 'Gelukt' }],
    ['errors for no input', { response_action: 'errors', errors: { kop: 'a' } }],
    ['a view that is wrong', { response_action: 'update', view: { type: 'home', blocks: [{ type: 'divider' }] } }],
  ])('cannot be answered with %s', async (_name, answer) => {
    const { view } = await open('Update');
    expect(() => slack.answerSubmission(view!.id!, answer)).toThrow();
  });

  it('have a page beside them that is published again and again', async () => {
    const publish = (text: string, hash?: string) =>
      refusalOf(
        client.views.publish({
          user_id: juf,
          view: { type: 'home', blocks: [{ type: 'header', text: plain(text) }] },
          ...(hash === undefined ? {} : { hash }),
        }),
      );
    expect(slack.home(juf)).toBeNull();
    await publish('een');
    const { id, hash } = slack.home(juf)!;
    expect(await publish('twee', hash)).toBe('taken');
    expect(await publish('drie', hash)).toBe('hash_conflict');
    expect(slack.home(juf)).toMatchObject({ id, type: 'home', blocks: [{ text: { text: 'twee' } }] });
  });
});

describe('answer addresses', () => {
  const send = async (url: string, answer: object) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(answer) });
    return response.ok ? response.status : `${response.status} ${((await response.json()) as { error: string }).error}`;
  };

  it('take five answers in half an hour', async () => {
    const channel = slack.addChannel({ name: 'open', members: [juf] });
    const url = slack.responseUrl(channel, juf);
    expect(await send(url, { text: 'voor jou' })).toBe(200);
    expect(await send(url, { text: 'voor allen', response_type: 'in_channel' })).toBe(200);
    for (const text of ['drie', 'vier', 'vijf']) await send(url, { text });
    expect(await send(url, { text: 'zes' })).toBe('404 used_url');
    expect(slack.messages(channel).map(({ text }) => text)).toEqual(['voor allen']);
    expect(slack.ephemerals(channel, juf).map(({ text }) => text)).toEqual(['voor jou', 'drie', 'vier', 'vijf']);

    const old = slack.responseUrl(channel, juf);
    later(30 * 60_000);
    expect(await send(old, { text: 'te laat' })).toBe('404 expired_url');
    expect(await send(`${old}9`, { text: 'nergens' })).toBe('404 no_such_url');
    expect(await send(slack.responseUrl(channel, juf), { blocks: [{ type: 'kop' }] })).toBe('400 invalid_blocks');
    expect(await send(slack.responseUrl(channel, juf), { txt: 'a' })).toBe('400 invalid_payload');
  });

  it('replace or remove the message they came with, also one that only one person sees', async () => {
    const channel = slack.addChannel({ name: 'open', members: [juf] });
    const shared = (await client.chat.postMessage({ channel, text: 'oud' })).ts!;
    const own = (await client.chat.postEphemeral({ channel, user: juf, text: 'oud' })).message_ts!;
    await send(slack.responseUrl(channel, juf, shared), { text: 'nieuw', replace_original: true });
    await send(slack.responseUrl(channel, juf, own), { text: 'ook nieuw', replace_original: true });
    expect([slack.messages(channel), slack.ephemerals(channel, juf)]).toMatchObject([
      [{ ts: shared, text: 'nieuw', edited: true }],
      [{ ts: own, text: 'ook nieuw', edited: true }],
    ]);
    await send(slack.responseUrl(channel, juf, own), { delete_original: true });
    expect(slack.ephemerals(channel, juf)).toEqual([]);
  });
});

describe('sockets', () => {
  const connect = async () => {
    const socket = new SocketModeClient({
      appToken: slack.appToken,
      autoReconnectEnabled: false,
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
      logger: silent,
    });
    const gone = new Promise<void>((resolve) => socket.once('disconnected', resolve));
    await socket.start();
    return { socket, gone };
  };

  it('carry an envelope and give what it was acknowledged with', async () => {
    const { socket, gone } = await connect();
    socket.on('slash_commands', ({ ack, body }) => ack({ text: `Gehoord: ${body.text}` }));
    const ack = await slack.sockets.send({ type: 'slash_commands', payload: { text: 'status' }, envelopeId: 'een' });
    expect(ack).toEqual({ envelopeId: 'een', payload: { text: 'Gehoord: status' }, at: now });
    expect([slack.sockets.connected, slack.sockets.opened, slack.sockets.acks.length]).toEqual([1, 1, 1]);
    await socket.disconnect();
    await gone;
  });

  it('break, and say goodbye', async () => {
    const first = await connect();
    const lost = slack.sockets.send({ type: 'events_api', payload: { event: { type: 'message' } } });
    slack.sockets.drop();
    await expect(lost).rejects.toThrow('closed before');
    await first.gone;
    const second = await connect();
    slack.sockets.disconnect('refresh_requested');
    await second.gone;
    expect([slack.sockets.connected, slack.sockets.opened]).toEqual([0, 2]);
  });

  it('are refused without a ticket of their own', async () => {
    const { url } = await clientOf(slack, slack.appToken).apps.connections.open({});
    const opens = (address: string) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address);
        socket.on('open', () => resolve(true));
        socket.on('error', () => resolve(false));
      });
    slack.sockets.behave('refuse');
    expect(await opens(url!)).toBe(false);
    slack.sockets.behave('usual');
    expect(await opens(url!)).toBe(true);
    expect(await opens(url!)).toBe(false);
  });
});
