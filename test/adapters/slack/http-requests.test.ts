import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appMention, messageShortcut, slashCommand } from '../../support/slack/payloads.ts';
import {
  commandBody,
  eventBody,
  interactionBody,
  type SlackBody,
  sendSigned,
  signedHeaders,
} from '../../support/slack/signed.ts';
import { type OpenSlack, openSlack, soon } from './open-slack.ts';

/** What may be seen nowhere but in the school. */
const SECRET = 'Bram-huilt-vaak';

let it: OpenSlack;

beforeAll(async () => {
  it = await openSlack();
  await it.slack.start();
});
afterAll(() => it.close());

const common = () => ({ fake: it.fake, member: it.sanne, at: it.clock.now() });
const command = (text: string): SlackBody =>
  commandBody(slashCommand(common(), { command: '/hulp', text, channel: it.fake.dm(it.sanne.id) }));
const send = (body: SlackBody, at = new Date()) => sendSigned(it.url, it.fake.signingSecret, body, at);
const post = (body: SlackBody, headers: Readonly<Record<string, string>>) =>
  fetch(it.url, { method: 'POST', headers, body: body.text });
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const answers = () => it.fake.ephemerals(it.sanne.id, it.sanne.id).length;

/** Resolves when one answer more than `before` stands there. */
const answered = (before: number) => soon(answers).toBe(before + 1);

const form = (text: string): SlackBody => ({ type: 'application/x-www-form-urlencoded', text });
const json = (text: string): SlackBody => ({ type: 'application/json', text });
const payload = (text: string) => form(new URLSearchParams({ payload: text }).toString());

describe('what is Slack’s', () => {
  test('is answered', async () => {
    const before = answers();
    expect((await send(command(''))).status).toBe(200);
    await answered(before);
  });

  test.each([-4.9, 4.9])('%f minutes off is on time', async (minutes) => {
    const before = answers();
    expect((await send(command(''), minutesFromNow(minutes))).status).toBe(200);
    await answered(before);
  });

  test('the address is confirmed when Slack asks, signed only', async () => {
    const body = json(JSON.stringify({ type: 'url_verification', challenge: 'xyz' }));
    expect(await (await send(body)).json()).toEqual({ challenge: 'xyz' });
    expect((await post(body, { 'Content-Type': body.type })).status).toBe(401);
  });

  test('a look at the certificate brings nothing in, whatever else is in it', async () => {
    const before = it.fake.calls.length;
    const body = form(`ssl_check=1&${command(SECRET).text}`);
    expect((await post(body, { 'Content-Type': body.type })).status).toBe(200);
    await expect(send(command('')).then(({ status }) => status)).resolves.toBe(200);
    await soon(() => it.fake.calls.length).toBe(before + 1);
  });

  test('the news that there were too many events is taken', async () => {
    const body = { type: 'app_rate_limited', team_id: it.fake.team.id, minute_rate_limited: 1 };
    expect((await send(eventBody(body))).status).toBe(200);
    expect(it.log.at(-1)).toBe('warn slack: holds back events, there were too many {}');
  });
});

describe('what is not', () => {
  const signed = (body: SlackBody, at = new Date(), secret = it.fake.signingSecret) => signedHeaders(secret, body, at);
  const without = (headers: Readonly<Record<string, string>>, name: string) =>
    Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));

  const MISFIT = 'the signature does not fit SLACK_SIGNING_SECRET';

  test.each<[string, (body: SlackBody) => Readonly<Record<string, string>>, number, string]>([
    ['unsigned', ({ type }) => ({ 'Content-Type': type }), 401, 'unsigned'],
    ['without a time', (body) => without(signed(body), 'X-Slack-Request-Timestamp'), 401, 'unsigned'],
    ['without a signature', (body) => without(signed(body), 'X-Slack-Signature'), 401, 'unsigned'],
    ['with a time that is none', (body) => ({ ...signed(body), 'X-Slack-Request-Timestamp': 'nu' }), 401, MISFIT],
    ['signed with another secret', (body) => signed(body, new Date(), 'x'.repeat(32)), 401, MISFIT],
    ['signed for other words', () => signed(form('command=%2Fhulp')), 401, MISFIT],
    ['of another version', (body) => ({ ...signed(body), 'X-Slack-Signature': 'v1=0' }), 401, MISFIT],
    ['played again later', (body) => signed(body, minutesFromNow(-5.1)), 401, 'old'],
    ['of tomorrow', (body) => signed(body, minutesFromNow(5.1)), 401, 'in the future'],
    ['of next year', (body) => signed(body, minutesFromNow(525_600)), 401, 'in the future'],
  ])('%s: refused', async (_, headers, status, reason) => {
    const body = command(SECRET);
    const calls = it.fake.calls.length;
    expect((await post(body, headers(body))).status).toBe(status);
    expect(it.log.at(-1)).toBe(`warn slack: request refused ${JSON.stringify({ status, reason })}`);
    await livesOn(calls);
  });

  test.each<[string, SlackBody]>([
    ['nothing', json('')],
    ['null', json('null')],
    ['a list', json('[]')],
    ['a number', json('7')],
    ['words', json(`"${SECRET}"`)],
    ['half an object', json(`{"type":"event_callback","event":{"text":"${SECRET}"`)],
    ['an empty object', json('{}')],
    ['an event that is words', json(`{"type":"event_callback","team_id":"T1","event":"${SECRET}"}`)],
    ['an event without a type', json(`{"type":"event_callback","team_id":"T1","event":{"text":"${SECRET}"}}`)],
    [
      'an event in no channel',
      json('{"type":"event_callback","team_id":"T1","event":{"type":"message","channel":null}}'),
    ],
    ['a kind that Slack does not have', json(`{"type":"${SECRET}"}`)],
    ['an empty form', form('')],
    ['a form without a command', form(`text=${SECRET}`)],
    ['a form with a command twice', form(`command=/hulp&command=/doel&user_id=U1&team_id=T1`)],
    ['a payload that is no JSON', form('payload=%7B')],
    ['a payload of null', payload('null')],
    ['a payload that is a list', payload('[]')],
    ['a payload without a person', payload(`{"type":"block_actions","actions":[{"value":"${SECRET}"}]}`)],
    ['a payload without an action', payload('{"type":"block_actions","user":{"id":"U1"},"actions":[]}')],
    ['a payload without a view', payload('{"type":"view_submission","user":{"id":"U1"}}')],
    ['a form that says it is JSON', json('command=%2Fhulp')],
  ])('%s, signed: refused', async (_, body) => {
    const calls = it.fake.calls.length;
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
    expect(it.log.at(-1)).toBe('warn slack: request refused {"status":400,"reason":"malformed"}');
    await livesOn(calls);
  });

  test('whatever bytes are signed, the answer is 200 or 400', async () => {
    for (let time = 0; time < 50; time++) {
      const body = {
        type: time % 2 ? 'application/json' : 'application/x-www-form-urlencoded',
        text: randomBytes(time * 7).toString('latin1'),
      } as const;
      expect([200, 400]).toContain((await send(body as SlackBody)).status);
    }
    await livesOn(it.fake.calls.length);
  });

  test.each([
    ['that says how large it is', true],
    ['that does not', false],
  ])('one %s: refused when it is too large, before it is read to the end', async (_, tells) => {
    const calls = it.fake.calls.length;
    const large = form(`text=${'x'.repeat(1024 * 1024)}`);
    const headers = signed(large);
    const status = await new Promise<number | undefined>((answered, fail) => {
      const request = httpRequest(it.url, {
        method: 'POST',
        headers: tells ? { ...headers, 'Content-Length': Buffer.byteLength(large.text) } : headers,
      });
      request.on('response', (response) => {
        response.resume();
        answered(response.statusCode);
        request.destroy();
      });
      request.on('error', fail);
      // Never ended: the answer comes all the same.
      request.write(large.text);
    });
    expect(status).toBe(413);
    expect(it.log.at(-1)).toBe('warn slack: request refused {"status":413,"reason":"too large"}');
    await livesOn(calls);
  });

  test('just small enough is read', async () => {
    const before = answers();
    const text = `${command('').text}&x=`;
    expect((await send(form(text + 'x'.repeat(1024 * 1024 - text.length)))).status).toBe(200);
    await answered(before);
  });

  test('a sender who breaks off halfway does no harm', async () => {
    const calls = it.fake.calls.length;
    const body = command(SECRET);
    await new Promise<void>((broken) => {
      const request = httpRequest(it.url, { method: 'POST', headers: { ...signed(body), 'Content-Length': '99999' } });
      request.on('error', () => broken());
      request.write(body.text, () => request.destroy());
    });
    await livesOn(calls);
  });

  test('another path or method is somebody else’s', async () => {
    expect((await fetch(it.url)).status).toBe(404);
    expect((await fetch(it.url.replace('/events', '/install'), { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${it.url}?x=1`, { method: 'POST' })).status).toBe(401);
  });
});

describe('another workspace', () => {
  const stranger = () => ({ ...common(), member: { ...it.sanne, team: 'T0ELDERS' } });

  test('a command gets a sentence, and the core hears nothing', async () => {
    const calls = it.fake.calls.length;
    const fields = slashCommand(stranger(), { command: '/doel', text: SECRET, channel: it.fake.dm(it.sanne.id) });
    const response = await send(commandBody(fields));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Ik hoor bij een andere Slack-werkruimte');
    await livesOn(calls);
  });

  test('an event gets nothing', async () => {
    const calls = it.fake.calls.length;
    const channel = it.fake.addChannel({ name: 'gang', members: [it.sanne.id] });
    const message = it.fake.write(channel, it.sanne.id, `<@${it.fake.bot.userId}> ${SECRET}`);
    const elsewhere = { ...appMention(stranger(), message), team_id: 'T0ELDERS' };
    expect((await send(eventBody(elsewhere))).status).toBe(200);
    await livesOn(calls);
    expect(it.fake.messages(channel)).toHaveLength(1);
  });

  test('a shortcut gets nothing but a sentence', async () => {
    const channel = it.fake.addChannel({ name: 'hal', members: [it.sanne.id] });
    const message = it.fake.write(channel, it.sanne.id, SECRET);
    const body = interactionBody(messageShortcut(stranger(), 'agenda_punt', message));
    expect((await send(body)).status).toBe(200);
    expect(it.fake.views(it.sanne.id)).toEqual([]);
  });
});

test('before it is started and after it has stopped, Slack is told to come back', async () => {
  const other = await openSlack();
  try {
    const body = (open: OpenSlack) =>
      commandBody(
        slashCommand(
          { ...common(), fake: open.fake, member: open.sanne },
          { command: '/hulp', text: '', channel: open.fake.dm(open.sanne.id) },
        ),
      );
    const status = async () => (await sendSigned(other.url, other.fake.signingSecret, body(other))).status;
    expect(await status()).toBe(503);
    await other.slack.start();
    expect(await status()).toBe(200);
    await other.slack.stop();
    expect(await status()).toBe(503);
  } finally {
    await other.close();
  }
});

test('nothing of what came in is in the log, nor a token', () => {
  const all = JSON.stringify(it.log);
  expect(all).not.toContain(SECRET);
  for (const secret of [it.fake.botToken, it.fake.signingSecret, it.sanne.id, 'Sanne'])
    expect(all).not.toContain(secret);
  expect(it.faults).toEqual([]);
});

/** Nothing was done with what was refused, and what comes next is answered. */
async function livesOn(calls: number): Promise<void> {
  expect(it.fake.calls.length).toBe(calls);
  const before = answers();
  expect((await send(command(''))).status).toBe(200);
  await answered(before);
}
