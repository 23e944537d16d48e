/** Teams, whole: what people do there is answered, and what the core sends arrives there. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '../../src/platform.ts';
import type { TeamsOptions } from './options.ts';

export type { MicrosoftService, TeamsLog, TeamsOptions } from './options.ts';

/** `fault`: Microsoft cannot be reached, or does not take our secret; what comes in is answered as far as it can be. */
export type TeamsState = 'connecting' | 'on' | 'fault';

export type Teams = {
  /** Answers a request to `/api/messages`. False when the path or the method is another one; then nothing was done with it. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  readonly platform: Platform;
  state(): TeamsState;
  /**
   * Lets Teams in; before, it is told to come back later. `address`: of our own server (`http://127.0.0.1:3000`), which is asked whether it
   * refuses what nobody signed. Resolves also while Microsoft cannot be reached. Throws a ConfigError when an unsigned post would
   * be taken, or when Microsoft refuses our secret.
   */
  start(address: string): Promise<void>;
  /** Takes nothing new, and finishes what is being answered. */
  stop(): Promise<void>;
};

type SendingOptions = Pick<
  TeamsOptions,
  'config' | 'microsoft' | 'people' | 'conversations' | 'controls' | 'clock' | 'wait' | 'log'
>;

/** For whoever only sends: that needs nothing to be started. */
export declare function createTeamsPlatform(options: SendingOptions): Platform;

export declare function createTeams(options: TeamsOptions): Teams;
