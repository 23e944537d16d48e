/** `/doel status` of a teacher in Teams, from the signed activity to the card that is posted, against a bare botbuilder bot that posts a constant card. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { close, listen, portOf } from '../../adapters/http/server.ts';
import { createTeams, type MicrosoftService } from '../../adapters/teams/index.ts';
import type { Core } from '../../src/core.ts';
import { publishedKeys, signedFor } from '../support/teams/fake-keys.ts';
import { ASKED } from './fill.ts';
import { chatLines, type Seen } from './in-turns.ts';
import { teachers } from './status.ts';
import type { Line } from './table.ts';

const APP = randomUUID();
const TENANT = randomUUID();
const BOT = { id: `28:${APP}`, name: 'Leerteambot' };
const DAY = 86_400;

export async function teamsLines(core: Core): Promise<readonly Line[]> {
  const emails = teachers(core.database.sqlite);
  const side = await startTeamsSide(emails);
  const school = await schoolInTeams(core, side.microsoft);
  // As long as what a teacher gets, and of the same elements.
  const { words, settled } = await side.asks(0, school);
  await settled;
  const constant: Partial<Activity> = JSON.parse(words);
  const bare = await bareBot(side.microsoft, constant);
  try {
    return await chatLines('Teams', emails.length, {
      bare: (teacher) => side.asks(teacher, bare),
      school: (teacher) => side.asks(teacher, school),
    });
  } finally {
    await Promise.all([bare.stop(), school.stop()]);
    await close(side.server);
  }
}

type Bot = { readonly url: string; stop(): Promise<void> };

/** A second goes by between one question and the next, so that nobody waits for Teams' limits. */
function movingClock(): { now(): Date } {
  let asked = 0;
  return { now: () => new Date(ASKED.getTime() + (asked++ / 20) * 1_000) };
}

async function schoolInTeams(core: Core, microsoft: MicrosoftService): Promise<Bot> {
  const clock = movingClock();
  const teams = createTeams({
    config: { app: { id: APP, tenant: TENANT, type: 'SingleTenant', password: 'bench' }, tenants: [TENANT] },
    microsoft,
    handle: (request) => core.bot.handle(request, ASKED),
    greeting: async () => {},
    people: core.store.people,
    conversations: core.store.conversations,
    controls: core.store.controls,
    clock,
    wait,
    newKey: () => randomUUID(),
    afterAct: () => {},
    log: () => {},
    onFault: (fault) => {
      throw fault;
    },
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await teams.handle(request, response))) response.writeHead(404).end();
  });
  const address = `http://127.0.0.1:${portOf(server)}`;
  await teams.start(address);
  return {
    url: `${address}/api/messages`,
    stop: async () => {
      await teams.stop();
      await close(server);
    },
  };
}

async function bareBot({ openIdMetadata }: MicrosoftService, constant: Partial<Activity>): Promise<Bot> {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppId: APP,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: TENANT,
        ToChannelFromBotLoginUrl: openIdMetadata,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
        ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
        OAuthUrl: 'https://api.botframework.com',
      },
      TOKEN_AT_HAND,
    ),
  );
  const { attachments, summary } = constant;
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    const { method, headers } = request;
    await adapter.process({ method, headers, body } as never, answering(response) as never, async (context) => {
      await context.sendActivity({ type: 'message', ...(attachments && { attachments }), ...(summary && { summary }) });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${portOf(server)}/api/messages`, stop: () => close(server) };
}

/** What botbuilder wants of Express. */
function answering(response: ServerResponse): object {
  return {
    socket: response.socket,
    status: (code: number) => {
      response.statusCode = code;
    },
    header: (name: string, value: string) => response.setHeader(name, value),
    send: (body: unknown) => response.write(JSON.stringify(body)),
    end: () => response.end(),
  };
}

/** Fetching one is not measured: it is done once in a day. */
const TOKEN_AT_HAND = {
  isValidAppId: async (id: string) => id === APP,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set('Authorization', 'Bearer bench');
      return request;
    },
  }),
} as unknown as ServiceClientCredentialsFactory;

type TeamsSide = {
  readonly microsoft: MicrosoftService;
  readonly server: Server;
  /** Types the command as this teacher; what was posted in their chat. */
  asks(teacher: number, bot: Bot): Promise<Seen>;
};

/** No more of Teams than a command needs, and fast: everything it does is measured too. */
async function startTeamsSide(emails: readonly string[]): Promise<TeamsSide> {
  const waiting = new Map<string, (posted: string) => void>();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const path = decodeURIComponent(request.url ?? '');
    const chat = /\/activities\b/.test(path) ? /\/conversations\/([^/]+)/.exec(path)?.[1] : undefined;
    const answer = chat === undefined ? answerOf(path, emails, origin) : { id: '1' };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    if (chat === undefined) return;
    waiting.get(chat)?.(body);
    waiting.delete(chat);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const serviceUrl = `${origin}/emea/`;
  // The Connector signs with the same token for an hour.
  const authorization = signedFor(APP, { serviceUrl }, {});
  let asked = 0;
  return {
    microsoft: { openIdMetadata: `${origin}/metadata`, login: `${origin}/login` },
    server,
    asks: async (teacher, bot) => {
      const chat = `a:${teacher}`;
      const posted = new Promise<string>((resolve) => waiting.set(chat, resolve));
      const activity = {
        type: 'message',
        id: String(++asked),
        timestamp: ASKED.toISOString(),
        channelId: 'msteams',
        serviceUrl,
        from: { id: `29:${teacher}`, name: `Teacher ${teacher}`, aadObjectId: accountOf(teacher) },
        conversation: { id: chat, conversationType: 'personal', tenantId: TENANT },
        recipient: BOT,
        text: 'doel status',
        textFormat: 'plain',
        locale: 'nl-NL',
        channelData: { tenant: { id: TENANT } },
      };
      const headers = { 'Content-Type': 'application/json', Authorization: authorization };
      const taken = fetch(bot.url, { method: 'POST', headers, body: JSON.stringify(activity) }).then(({ status }) => {
        if (status !== 200) throw new Error(`not taken: ${status}`);
      });
      // It is acknowledged when all is done, and that may be after the card is seen.
      return { words: await Promise.race([posted, taken.then(() => posted)]), settled: taken };
    },
  };
}

function accountOf(teacher: number): string {
  return `00000000-0000-4000-8000-${String(teacher).padStart(12, '0')}`;
}

function answerOf(path: string, emails: readonly string[], origin: string): object {
  if (path.startsWith('/login/')) return { token_type: 'Bearer', expires_in: DAY, access_token: 'bench' };
  if (path === '/metadata')
    return {
      issuer: 'https://api.botframework.com',
      jwks_uri: `${origin}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    };
  if (path === '/keys') return publishedKeys();
  const teacher = Number(/\/members\/29:(\d+)$/.exec(path)?.[1]);
  const email = emails[teacher];
  if (email === undefined) throw new Error(`nobody expected ${path}`);
  return {
    id: `29:${teacher}`,
    aadObjectId: accountOf(teacher),
    name: email,
    email,
    userPrincipalName: email,
    tenantId: TENANT,
    userRole: 'user',
  };
}
