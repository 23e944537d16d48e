/** Teams, whole: what people do there is answered, and what the core sends arrives there. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createBackOff } from '../../src/bot/back-off.ts';
import type { Platform } from '../../src/platform.ts';
import { createTeamsApi } from './api/api.ts';
import { createDoor, type Door } from './connect/door.ts';
import { httpEntrance } from './connect/http.ts';
import { refusalOf } from './connect/refusal.ts';
import { checkUnsigned } from './connect/self-check.ts';
import { troubleWord } from './errors.ts';
import type { TeamsOptions } from './options.ts';
import { createPeople } from './people/people.ts';
import { createReceive } from './receive.ts';
import { teamsPlatform } from './send.ts';

export type { MicrosoftService, TeamsLog, TeamsOptions } from './options.ts';

/** `fault`: Microsoft cannot be reached, or does not take our secret; the rest goes on. */
export type TeamsState = 'connecting' | 'on' | 'fault';

export type Teams = {
  /** Answers a post to `/api/messages`. False when the path or the method is another one; then nothing was done with it. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly platform: Platform;
  state(): TeamsState;
  /**
   * Lets Teams in; before, it is told to come back later. `address`: of our own server (`http://127.0.0.1:3000`), which is asked whether it
   * refuses what nobody signed. Resolves also while Microsoft cannot be reached: it goes on trying. Throws a ConfigError when
   * an unsigned post would be taken, or when Microsoft refuses our secret.
   */
  start(address: string): Promise<void>;
  /** Takes nothing new, and finishes what is being answered. */
  stop(): Promise<void>;
};

type SendingOptions = Pick<
  TeamsOptions,
  'config' | 'microsoft' | 'people' | 'conversations' | 'controls' | 'clock' | 'wait' | 'newKey' | 'log'
>;

/** For whoever only sends: that needs nothing to be started. */
export function createTeamsPlatform(options: SendingOptions): Platform {
  return sendingMeans(options).platform;
}

function sendingMeans(options: SendingOptions) {
  const { tenants } = options.config;
  const api = createTeamsApi(options);
  const people = createPeople({ ...options, tenants, api });
  return { api, people, platform: teamsPlatform({ ...options, tenants, api, people, settings: options.people }) };
}

export function createTeams(options: TeamsOptions): Teams {
  const { config, wait, log, onFault } = options;
  const { api, people, platform } = sendingMeans(options);
  const receiving = createReceive({
    ...options,
    calls: api.answers,
    sender: people.sender,
    unasked: { calls: api.bulk, sender: people.unaskedSender },
    addressOf: people.addressOf,
  });
  const ownLook = options.newKey();
  const entrance = httpEntrance({ ...options, receive: receiving.receive, ownLook, onFault });
  const backOff = createBackOff(wait);
  let door: Door | null = null;
  let state: TeamsState = 'connecting';

  /** False while Microsoft cannot be reached. Throws a ConfigError when it does not take our secret. */
  async function prove(app: NonNullable<typeof config.app>): Promise<boolean> {
    try {
      await api.checkToken();
    } catch (error) {
      const refused = refusalOf(app, error);
      if (refused) throw refused;
      log('warn', 'teams: Microsoft cannot be reached', { reason: troubleWord(error) });
      state = 'fault';
      return false;
    }
    state = 'on';
    return true;
  }

  async function goOnProving(app: NonNullable<typeof config.app>): Promise<void> {
    const trying = (milliseconds: number) => log('info', 'teams: trying again', { milliseconds });
    while ((await backOff.pause(0, trying)) === 'go on') {
      // A refusal is in the log already (see `api.ts`), and is a fault until the token works again.
      const isProven = await prove(app).catch(() => {
        state = 'on';
        return true;
      });
      if (isProven) return;
    }
  }

  return {
    handle: entrance.handle,
    platform,
    state: () => (door?.isSure() === false || !api.isWelcome() ? 'fault' : state),
    start: async (address) => {
      door = createDoor(options);
      entrance.open(door);
      if (config.app) {
        await checkUnsigned(address, ownLook);
        if (!(await prove(config.app))) void goOnProving(config.app);
      } else state = 'on';
    },
    stop: async () => {
      backOff.stop();
      entrance.close();
      await receiving.settled();
    },
  };
}
