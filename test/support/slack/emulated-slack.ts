/** A Slack Web API that somebody else made (emulate), so that the adapter is not only judged by our own fake. It knows no blocks, sockets, commands or answer addresses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { clientOf } from './fake-client.ts';

export type EmulatedSlack = {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly bot: { readonly userId: string; readonly appId: string };
  readonly teamId: string;
  readonly teamUrl: string;
  /** Reads what came: the bot's own token, with every scope. */
  readonly client: WebClient;
  /** User id. */
  account(email: string): Promise<string>;
  channel(name: string): Promise<string>;
  /** Good for one `views.open` within three seconds of the clock on the wall. */
  newTrigger(user: string): Promise<string>;
  /** Newest first: the name of who sees it, its title or type, and its id. */
  views(): Promise<readonly EmulatedView[]>;
  stop(): Promise<void>;
};

export type EmulatedView = { readonly id: string; readonly user: string; readonly preview: string };

export type EmulatedDraft = {
  readonly staff: readonly { readonly name: string; readonly email: string }[];
  readonly channels: readonly string[];
  /** Of the token that the bot gets. */
  readonly scopes: readonly string[];
};

const BOT = 'U0LEERTEAM';
const APP = 'A0LEERTEAM';
const TEAM = 'T000000001';
const READING = ['channels:history', 'channels:read', 'files:read', 'im:history', 'users:read', 'users:read.email'];

export async function startEmulatedSlack({ staff, channels, scopes }: EmulatedDraft): Promise<EmulatedSlack> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const token = (value: string, granted: readonly string[]) => ({
    token: value,
    type: 'bot',
    user_id: BOT,
    scopes: granted,
    app_id: APP,
    bot_id: 'B0LEERTEAM',
    bot_user_id: BOT,
  });
  const emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: origin,
    seed: {
      slack: {
        strict_scopes: true,
        team: { name: 'Proefschool', domain: 'proefschool' },
        users: staff.map(({ name, email }) => ({ name: name.toLowerCase(), real_name: name, email })),
        oauth_apps: [
          {
            client_id: 'leerteam',
            client_secret: 'leerteam',
            app_id: APP,
            name: 'Leerteambot',
            redirect_uris: [],
            bot_id: 'B0LEERTEAM',
            bot_user_id: BOT,
            bot_name: 'leerteambot',
          },
        ],
        channels: channels.map((name) => ({ name })),
        tokens: [token('xoxb-emulated', scopes), token('xoxb-reader', READING)],
      },
    },
  });
  const apiUrl = `${origin}/api/`;
  const client = clientOf({ apiUrl }, 'xoxb-reader');
  return {
    apiUrl,
    client,
    botToken: 'xoxb-emulated',
    bot: { userId: BOT, appId: APP },
    teamId: TEAM,
    teamUrl: 'https://proefschool.slack.com/',
    account: async (email) => (await client.users.lookupByEmail({ email })).user!.id!,
    channel: async (name) => {
      const { channels: found } = await client.conversations.list({});
      return found!.find((one) => one.name === name)!.id!;
    },
    newTrigger: async (user) => {
      const answer = await client.apiCall('views.generateTriggerId', { user_id: user });
      return (answer as unknown as { readonly trigger_id: string }).trigger_id;
    },
    views: async () => viewsIn(await (await fetch(`${origin}/?tab=views`)).text()),
    stop: () => emulator.close(),
  };
}

/** Its page for people is the only place where it shows views: rows of id, type, user, app, preview. */
function viewsIn(page: string): readonly EmulatedView[] {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row = '']) => {
    const [id = '', , user = '', , preview = ''] = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(
      ([, cell = '']) => cell,
    );
    return id.startsWith('V') ? [{ id, user, preview }] : [];
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
