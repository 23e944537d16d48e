/** Slack, whole: what people do there is answered, and what the core sends arrives there. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '@slack/bolt';
import { createBackOff } from '../../src/bot/back-off.ts';
import { ConfigError } from '../../src/config.ts';
import type { Platform } from '../../src/platform.ts';
import { createSlackApi } from './api/api.ts';
import { bolt } from './connect/bolt.ts';
import { boltLog } from './connect/bolt-log.ts';
import { httpEntrance } from './connect/http.ts';
import { refusalOf } from './connect/refusal.ts';
import { createSocket, type SlackState, type Socket } from './connect/socket.ts';
import { platformError, retryAfterOf, troubleWord } from './errors.ts';
import type { SlackOptions } from './options.ts';
import { createPeople } from './people/people.ts';
import { type Receiving, register, type Workspace } from './receive.ts';
import { slackPlatform } from './send.ts';

export type { SlackState } from './connect/socket.ts';
export type { SlackLog, SlackOptions } from './options.ts';

export type Slack = {
  /** Answers a request to `/slack/events`. False when the path is another one, or with Socket Mode; then nothing was done with it. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly platform: Platform;
  state(): SlackState;
  /** Lets Slack in. Resolves also while Slack cannot be reached: it goes on trying. Throws a ConfigError when Slack refuses a token. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is being answered, and hangs up. */
  stop(): Promise<void>;
};

/** How long Slack may take for a connection, in milliseconds. */
const PATIENCE = 10_000;

type SendingOptions = Pick<SlackOptions, 'config' | 'people' | 'controls' | 'clock' | 'wait' | 'log'>;

/** For whoever only sends: that needs nothing to be started. */
export function createSlackPlatform(options: SendingOptions): Platform {
  return sendingMeans(options).platform;
}

function sendingMeans({ config, people: store, controls, clock, wait, log }: SendingOptions) {
  const api = createSlackApi({ config, clock, wait, log });
  const people = createPeople({ api, people: store, clock, log });
  return { api, people, platform: slackPlatform({ api, people, controls, wait, log }) };
}

export function createSlack(options: SlackOptions): Slack {
  const { config, clock, wait, log } = options;
  const { appToken, signingSecret, apiUrl } = config;
  const { api, people, platform } = sendingMeans(options);
  const entrance = appToken === null ? httpEntrance(signingSecret!, log) : null;
  const backOff = createBackOff(wait);
  let state: SlackState = 'connecting';
  let isStopping = false;
  let receiving: Receiving | null = null;
  let socket: Socket | null = null;

  /** That Slack does not take our token is no fault of ours: where it came up tells nothing. */
  function onFault(fault: unknown): string {
    return options.onFault(refusalOf('bot', fault) ? platformError(fault, 'send') : fault);
  }

  /** Finds the workspace, however long it takes, and lets Slack in. Throws a ConfigError when Slack refuses a token. */
  async function run(onTried: () => void): Promise<void> {
    const workspace = await findWorkspace(onTried);
    if (!workspace) return;
    const app = boltApp(workspace);
    receiving = register(app, {
      ...options,
      onFault,
      workspace,
      api: api.answers,
      sender: people.sender,
      addressOf: people.addressOf,
    });
    if (appToken === null) {
      entrance?.open(app);
      state = 'on';
      onTried();
    } else {
      const clientOptions = {
        slackApiUrl: apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: PATIENCE,
      };
      socket = createSocket({ app, appToken, clientOptions, patience: PATIENCE, clock, wait, log });
      await socket.keepConnected(onTried);
    }
  }

  /** Null when it was stopped first. */
  async function findWorkspace(onTried: () => void): Promise<Workspace | null> {
    for (;;) {
      try {
        const workspace = await api.workspace();
        return isStopping ? null : workspace;
      } catch (error) {
        state = 'fault';
        const refused = refusalOf('bot', error);
        if (refused) throw refused;
        onTried();
        const next = await backOff.pause((retryAfterOf(error) ?? 0) * 1_000, (milliseconds) =>
          log('warn', 'slack: cannot be reached, trying again', { reason: troubleWord(error), milliseconds }),
        );
        if (next === 'stopped') return null;
      }
    }
  }

  /** Bolt's own calls to find out who it is would end the program when they fail; that is known already. */
  function boltApp({ teamId, botUserId }: Workspace): App {
    const { App } = bolt();
    const app = new App({
      authorize: async () => ({ botToken: config.botToken, botUserId, teamId }),
      // Bolt gets what comes in from elsewhere: the connection of Socket Mode is a new one every few hours.
      receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
      convoStore: false,
      logger: boltLog(log),
      clientOptions: { slackApiUrl: apiUrl },
    });
    app.error(async (fault) => void onFault(fault));
    return app;
  }

  return {
    handle: async (request, response) => (entrance ? entrance.handle(request, response) : false),
    platform,
    state: () => (api.isWelcome() ? (socket?.state() ?? state) : 'fault'),
    start: () =>
      new Promise((resolve, reject) => {
        let isStarted = false;
        const onTried = () => {
          isStarted = true;
          resolve();
        };
        run(onTried).catch((error: unknown) => {
          if (!isStarted) return reject(error);
          // Anything else is a fault of ours, and ends the program as any other.
          if (!(error instanceof ConfigError)) throw error;
          options.onFatal(error.message);
        });
      }),
    stop: async () => {
      isStopping = true;
      backOff.stop();
      entrance?.close();
      socket?.close();
      await receiving?.settled();
      await socket?.stop();
    },
  };
}
