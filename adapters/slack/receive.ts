/** Everything people do in Slack comes in here: typed lines, buttons, forms, the shortcut on a message, and opening the Home page. */
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { Deliveries } from '../../src/bot/deliveries.ts';
import type { RichText } from '../../src/bot/reply.ts';
import type { Sender } from '../../src/bot/request.ts';
import { Voices } from '../../src/people/voices.ts';
import { ChannelNames } from './answer/channel-names.ts';
import type { SlackOptions } from './options.ts';
import { receiveButtons } from './receive/button.ts';
import { receiveCommands } from './receive/command.ts';
import { receiveForms } from './receive/form.ts';
import { receiveHome } from './receive/home.ts';
import { receiveShortcuts } from './receive/shortcut.ts';
import type { TextReader } from './receive/typed-text.ts';
import { receiveWords } from './receive/words.ts';

/** Who presses the same again within this time (ms) did not see yet that it was done; after it they may have closed what came. */
const DOUBLE_CLICK = 3_000;

/** Where the bot lives, as `auth.test` tells. */
export type Workspace = {
  readonly teamId: string;
  /** The bot's own user (U…). */
  readonly botUserId: string;
  /** `https://school.slack.com/`, with the slash. */
  readonly url: string;
};

/** Who somebody is to the core, or why the bot does not help them. */
export type SenderOf = (
  account: string,
) => Promise<
  { readonly kind: 'sender'; readonly sender: Sender } | { readonly kind: 'refused'; readonly text: RichText }
>;

export type ReceiveOptions = SlackOptions & {
  readonly workspace: Workspace;
  /** The client for answers, apart from bulk sending. Throws what `@slack/web-api` throws. */
  readonly api: Pick<WebClient, 'apiCall' | 'filesUploadV2'>;
  readonly sender: SenderOf;
  readonly addressOf: TextReader['addressOf'];
};

/** What every listener works with. */
export type Tools = ReceiveOptions & {
  /** By user (U…). */
  readonly voices: Voices<string>;
  readonly channelNames: ChannelNames;
  readonly textReader: TextReader;
  /** Does this once, however often Slack delivers it. */
  readonly once: Deliveries['once'];
  /** Does this once, also when somebody double-clicks. */
  readonly onceAClick: Deliveries['once'];
};

export type Receiving = {
  /** Resolves when everything that came in is answered; for stopping. */
  settled(): Promise<void>;
};

/** Listens to everything that people do. The app needs no conversation store. */
export function register(app: App, options: ReceiveOptions): Receiving {
  const deliveries = new Deliveries(options.clock);
  const clicks = new Deliveries(options.clock, DOUBLE_CLICK);
  const tools: Tools = {
    ...options,
    voices: new Voices(options, (account: string) => ({
      platform: 'slack',
      tenant: options.workspace.teamId,
      account,
    })),
    channelNames: new ChannelNames(),
    textReader: { botUserId: options.workspace.botUserId, addressOf: options.addressOf },
    once: (key, work) => deliveries.once(key, work),
    onceAClick: (key, work) => clicks.once(key, work),
  };
  const underway = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const listeners = next();
    underway.add(listeners);
    await listeners.finally(() => underway.delete(listeners));
  });
  for (const listen of LISTENERS) listen(app, tools);
  return {
    settled: async () => {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

const LISTENERS = [receiveCommands, receiveWords, receiveButtons, receiveForms, receiveShortcuts, receiveHome] as const;
