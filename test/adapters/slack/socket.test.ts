import { addMilliseconds } from 'date-fns/addMilliseconds';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSocket } from '../../../adapters/slack/connect/socket.ts';
import { socketLine } from '../../support/slack/lines.ts';
import { directMessage, slashCommand } from '../../support/slack/payloads.ts';
import { type OpenSlack, openSlack, soon } from './open-slack.ts';

let it: OpenSlack;

beforeEach(async () => {
  it = await openSlack({ socketMode: true });
  passed = 0;
});
afterEach(() => it.close());

const common = () => ({ fake: it.fake, member: it.sanne, at: it.clock.now() });
const dm = () => it.fake.dm(it.sanne.id);
const answers = () => it.fake.ephemerals(dm(), it.sanne.id).length;
const opens = () => it.fake.calls.filter(({ method }) => method === 'apps.connections.open').length;
const last = () => it.log.at(-1);

async function started(): Promise<void> {
  await it.slack.start();
  await it.fake.sockets.whenConnected();
}

async function typesAndIsAnswered(): Promise<void> {
  const before = answers();
  await socketLine(it.fake).command(slashCommand(common(), { command: '/hulp', text: '', channel: dm() }));
  await soon(answers).toBe(before + 1);
}

const tries = () => it.log.filter((line) => line.includes('trying again'));
let passed = 0;

/** The bot says that it waits this many milliseconds before it tries again; they pass. */
async function waits(milliseconds: number): Promise<void> {
  await soon(() => tries().length).toBeGreaterThan(passed);
  expect(tries()[passed++]).toContain(`"milliseconds":${milliseconds}}`);
  it.clock.moveTo(addMilliseconds(it.clock.now(), milliseconds));
}

describe('a connection', () => {
  test('answers, and no path of the server does', async () => {
    await started();
    expect(it.slack.state()).toBe('on');
    await typesAndIsAnswered();
    expect((await fetch(it.url, { method: 'POST' })).status).toBe(404);
    expect(it.log).toEqual(['info slack: connected {}']);
  });

  test.each(['refresh_requested', 'warning', 'link_disabled'] as const)(
    'that Slack takes leave of (%s) has a next one at once',
    async (reason) => {
      await started();
      it.clock.moveTo(new Date(it.clock.now().getTime() + 3 * 3_600_000));
      it.fake.sockets.disconnect(reason);
      await soon(() => it.fake.sockets.opened).toBe(2);
      await soon(() => it.fake.sockets.connected).toBe(1);
      expect(tries()).toEqual([]);
      await soon(it.slack.state).toBe('on');
      await typesAndIsAnswered();
    },
  );

  test('that Slack takes leave of again and again is not hunted', async () => {
    await started();
    it.fake.sockets.disconnect('refresh_requested');
    await waits(1_000);
    await soon(() => it.fake.sockets.opened).toBe(2);
  });

  test('that breaks has a next one after a second, each time', async () => {
    await started();
    for (const opened of [2, 3, 4]) {
      it.fake.sockets.drop();
      await soon(it.slack.state).toBe('connecting');
      await waits(1_000);
      await soon(() => it.fake.sockets.opened).toBe(opened);
      await typesAndIsAnswered();
    }
    expect(it.log).toContain('warn slack: not connected, trying again {"reason":"broken","milliseconds":1000}');
  });

  test('reads what is no envelope, and lives', async () => {
    await started();
    const odd = [
      '',
      'null',
      '[]',
      '7',
      '{}',
      '{"type":"events_api"}',
      '{"type":"events_api","payload":{"event":null}}',
    ];
    for (const text of odd) it.fake.sockets.sendRaw(text);
    it.fake.sockets.sendRaw(JSON.stringify({ type: 'slash_commands', envelope_id: 'x', payload: null }));
    it.fake.sockets.sendRaw(
      JSON.stringify({ type: 'interactive', envelope_id: 'y', payload: { type: 'block_actions' } }),
    );
    await typesAndIsAnswered();
    expect(it.faults).toEqual([]);
    expect(
      it.log.filter((line) => line === 'warn slack: request refused {"reason":"malformed"}').length,
    ).toBeGreaterThan(3);
  });

  test('gives the same envelope twice: one answer', async () => {
    await started();
    const payload = slashCommand(common(), { command: '/hulp', text: '', channel: dm() });
    const envelope = { type: 'slash_commands', payload, envelopeId: 'same' } as const;
    await it.fake.sockets.send(envelope);
    await it.fake.sockets.send(envelope);
    await soon(answers).toBe(1);
    await typesAndIsAnswered();
    expect(answers()).toBe(2);
  });
});

describe('an outage', () => {
  test('is waited out ever more slowly, to half a minute, and the count begins anew afterwards', async () => {
    await started();
    it.fake.sockets.behave('refuse');
    it.fake.sockets.drop();
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      await waits(seconds * 1_000);
    }
    await soon(() => tries().length).toBe(8);
    expect(it.slack.state()).toBe('fault');
    it.fake.sockets.behave('usual');
    await waits(30_000);
    await it.fake.sockets.whenConnected();
    await soon(it.slack.state).toBe('on');
    await typesAndIsAnswered();
    it.fake.sockets.drop();
    await waits(1_000);
    await it.fake.sockets.whenConnected();
  });

  test('of the address for connections is waited out too, and longer when Slack asks for that', async () => {
    await started();
    it.fake.fail('apps.connections.open', { how: { status: 500 } });
    it.fake.fail('apps.connections.open', { how: 'drop' });
    it.fake.fail('apps.connections.open', { how: { error: 'too_many_websockets' } });
    it.fake.fail('apps.connections.open', { how: { retryAfter: 45 } });
    it.fake.sockets.drop();
    await waits(1_000);
    for (const milliseconds of [2_000, 4_000, 8_000, 45_000]) await waits(milliseconds);
    await it.fake.sockets.whenConnected();
    await typesAndIsAnswered();
  });

  test('that is there before the start: the server runs, and Slack comes later', async () => {
    it.fake.sockets.behave('refuse');
    await it.slack.start();
    expect(it.slack.state()).toBe('fault');
    it.fake.sockets.behave('usual');
    await waits(1_000);
    await it.fake.sockets.whenConnected();
    await typesAndIsAnswered();
  });

  test('of all of Slack before the start: the same', async () => {
    it.fake.fail('auth.test', { how: { status: 503 }, times: 2 });
    await it.slack.start();
    expect(it.slack.state()).toBe('fault');
    expect(last()).toBe('warn slack: cannot be reached, trying again {"reason":"http_503","milliseconds":1000}');
    await waits(1_000);
    await waits(2_000);
    await it.fake.sockets.whenConnected();
    await typesAndIsAnswered();
  });

  test('in which Slack takes the call and says nothing ends by itself', async () => {
    it.fake.sockets.behave('silent');
    const socket = createSocket({
      app: null as never,
      appToken: it.fake.appToken,
      clientOptions: { slackApiUrl: it.fake.apiUrl },
      patience: 50,
      clock: it.clock,
      wait: it.clock.wait,
      log: () => {},
    });
    const done = socket.keepConnected(() => {});
    await soon(socket.state).toBe('fault');
    await socket.stop();
    await done;
  });
});

describe('a token that is refused', () => {
  test('at the start, is said in a sentence', async () => {
    it.fake.fail('apps.connections.open', { how: { error: 'invalid_auth' } });
    await expect(it.slack.start()).rejects.toThrow(
      /^Slack weigert SLACK_APP_TOKEN \(invalid_auth\)\. Maak in de app bij Basic Information/,
    );
    expect(it.fatal).toEqual([]);
  });

  test('of the bot, at the start, too', async () => {
    it.fake.revokeTokens();
    await expect(it.slack.start()).rejects.toThrow(/^Slack weigert SLACK_BOT_TOKEN \([a-z_]+\)\. Kopieer/);
  });

  test('later on, ends it all with one line', async () => {
    await started();
    it.fake.revokeTokens();
    it.fake.sockets.drop();
    await waits(1_000);
    await soon(() => it.fatal).toHaveLength(1);
    expect(it.fatal[0]).toMatch(/^Slack weigert SLACK_APP_TOKEN/);
    expect(it.slack.state()).toBe('fault');
    expect(tries()).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('finishes what is being answered, takes nothing new, and hangs up', async () => {
    await started();
    it.hold();
    await socketLine(it.fake).command(slashCommand(common(), { command: '/hulp', text: '', channel: dm() }));
    const stopped = it.slack.stop();
    const message = it.fake.write(dm(), it.sanne.id, 'hulp');
    const late = it.fake.sockets.send({ type: 'events_api', payload: directMessage(common(), message) });
    it.release();
    await stopped;
    await expect(late).rejects.toThrow('closed before this was acknowledged');
    expect(answers()).toBe(1);
    expect(it.fake.messages(dm()).filter(({ user }) => user === it.fake.bot.userId)).toEqual([]);
    expect(it.fake.sockets.connected).toBe(0);
    expect(opens()).toBe(1);
  });

  test('does not connect any more, also when the connection breaks meanwhile', async () => {
    await started();
    it.hold();
    await socketLine(it.fake).command(slashCommand(common(), { command: '/hulp', text: '', channel: dm() }));
    const stopped = it.slack.stop();
    it.fake.sockets.drop();
    await soon(() => it.fake.sockets.connected).toBe(0);
    it.clock.moveTo(addMilliseconds(it.clock.now(), 60_000));
    it.release();
    await stopped;
    expect(tries()).toEqual([]);
    expect(opens()).toBe(1);
  });

  test('while it waits to try again, ends that', async () => {
    it.fake.sockets.behave('refuse');
    await it.slack.start();
    await it.slack.stop();
    it.fake.sockets.behave('usual');
    it.clock.moveTo(new Date(it.clock.now().getTime() + 60_000));
    await new Promise(setImmediate);
    expect(opens()).toBe(1);
  });

  test('while it looks for the workspace, ends that', async () => {
    it.fake.fail('auth.test', { how: { status: 503 }, times: 9 });
    await it.slack.start();
    await it.slack.stop();
    it.clock.moveTo(new Date(it.clock.now().getTime() + 60_000));
    await new Promise(setImmediate);
    expect(opens()).toBe(0);
  });
});
