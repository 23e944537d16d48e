/** `/doel status` of a teacher in Slack, from the signed request to the answer at its `response_url`, against a bare Bolt command that answers a constant. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { close, listen, portOf } from '../../adapters/http/server.ts';
import { createSlack } from '../../adapters/slack/index.ts';
import type { Core } from '../../src/core.ts';
import { commandBody, sendSigned } from '../support/slack/signed.ts';
import { ASKED } from './fill.ts';
import { chatLines, type Seen } from './in-turns.ts';
import { teachers } from './status.ts';
import type { Line } from './table.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const TOKEN = 'xoxb-bench';
const TEAM = 'T0BENCH';
/** As long as what a teacher gets, with its blocks. */
const CONSTANT = '1 Meer leerlingen op 1S rekenen: op koers, 13% → 22% → 40%. '.repeat(28);

export async function slackLines(core: Core): Promise<readonly Line[]> {
  const emails = teachers(core.database.sqlite);
  const side = await startSlackSide(emails);
  const [bare, school] = [await bareBolt(side.apiUrl), await schoolInSlack(core, side.apiUrl)];
  try {
    return await chatLines('Slack', emails.length, {
      bare: (teacher) => side.asks(teacher, bare),
      school: (teacher) => side.asks(teacher, school),
    });
  } finally {
    await Promise.all([bare.stop(), school.stop()]);
    await close(side.server);
  }
}

type Bot = { readonly url: string; stop(): Promise<void> };

async function schoolInSlack(core: Core, apiUrl: string): Promise<Bot> {
  const clock = { now: () => ASKED };
  const slack = createSlack({
    config: { botToken: TOKEN, signingSecret: SECRET, appToken: null, apiUrl },
    handle: (request) => core.bot.handle(request, clock.now()),
    people: core.store.people,
    controls: core.store.controls,
    clock,
    wait,
    newKey: () => randomUUID(),
    afterAct: () => {},
    log: () => {},
    onFault: (fault) => {
      throw fault;
    },
    onFatal: (line) => {
      throw new Error(line);
    },
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await slack.handle(request, response))) response.writeHead(404).end();
  });
  await slack.start();
  return {
    url: `http://127.0.0.1:${portOf(server)}/slack/events`,
    stop: async () => {
      await slack.stop();
      await close(server);
    },
  };
}

async function bareBolt(slackApiUrl: string): Promise<Bot> {
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logLevel: LogLevel.ERROR });
  const app = new App({ token: TOKEN, receiver, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });
  app.command('/doel', async ({ ack, respond }) => {
    await ack();
    await respond({ text: CONSTANT, response_type: 'ephemeral' });
  });
  const server = (await app.start(0)) as Server;
  return {
    url: `http://127.0.0.1:${portOf(server)}/slack/events`,
    stop: async () => {
      await app.stop();
    },
  };
}

type SlackSide = {
  readonly apiUrl: string;
  readonly server: Server;
  /** Types the command as this teacher; what came to the `response_url`. */
  asks(account: number, bot: Bot): Promise<Seen>;
};

/** No more of Slack than a command needs, and fast: everything it does is measured too. */
async function startSlackSide(emails: readonly string[]): Promise<SlackSide> {
  const waiting = new Map<string, (answer: string) => void>();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const path = request.url ?? '';
    waiting.get(path)?.(body);
    waiting.delete(path);
    const answer = path.startsWith('/api/') ? { ok: true, ...answerOf(path.slice(5), body, emails) } : { ok: true };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  let asked = 0;
  return {
    apiUrl: `${origin}/api/`,
    server,
    asks: async (account, bot) => {
      const path = `/respond/${++asked}`;
      const answered = new Promise<string>((resolve) => waiting.set(path, resolve));
      const body = commandBody({
        command: '/doel',
        text: 'status',
        team_id: TEAM,
        user_id: `U${account}`,
        channel_id: 'D1',
        channel_name: 'directmessage',
        api_app_id: 'A1',
        response_url: origin + path,
        trigger_id: `${asked}.1.1`,
      });
      const acknowledged = await sendSigned(bot.url, SECRET, body);
      if (acknowledged.status !== 200) throw new Error(`not acknowledged: ${acknowledged.status}`);
      return { words: await answered, settled: Promise.resolve() };
    },
  };
}

function answerOf(method: string, body: string, emails: readonly string[]): object {
  if (method === 'auth.test')
    return { team_id: TEAM, team: 'Bench', user_id: 'UBOT', bot_id: 'B1', url: 'https://bench.slack.com/' };
  if (method !== 'users.info') throw new Error(`nobody expected ${method}`);
  const id = new URLSearchParams(body).get('user') ?? '';
  const email = emails[Number(id.slice(1))];
  return { user: { id, team_id: TEAM, name: id, deleted: false, is_bot: false, profile: { email } } };
}
