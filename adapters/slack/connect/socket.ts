/** Socket Mode: the bot calls Slack and keeps the line open, for a school without a public address. */

import { type BackOff, createBackOff } from '../../../src/bot/back-off.ts';
import { retryAfterOf, troubleWord } from '../errors.ts';
import type { SlackOptions } from '../options.ts';
import { type Connection, type ConnectionOptions, connect, type Ending } from './connection.ts';
import { refusalOf } from './refusal.ts';

/** `fault`: the last attempt failed; it goes on trying. */
export type SlackState = 'connecting' | 'on' | 'fault';

export type Socket = {
  /**
   * Connects again and again, until it is stopped. `onTried` hears that an attempt is over, whatever came of it. Throws a ConfigError when
   * Slack refuses the token.
   */
  keepConnected(onTried: () => void): Promise<void>;
  /** Takes nothing new from now on. */
  close(): void;
  /** Hangs up, for good. */
  stop(): Promise<void>;
  state(): SlackState;
};

export type SocketOptions = ConnectionOptions & Pick<SlackOptions, 'clock' | 'wait'>;

/** In milliseconds: a connection that lived shorter is not replaced at once, however friendly it ended. */
const SHORT_LIFE = 10_000;

export function createSocket(options: SocketOptions): Socket {
  const { clock, log } = options;
  const backOff: BackOff = createBackOff(options.wait);
  let current: Connection | null = null;
  let state: SlackState = 'connecting';

  async function keepConnected(onTried: () => void): Promise<void> {
    for (;;) {
      const since = clock.now().getTime();
      current = connect(options, () => {
        backOff.reset();
        state = 'on';
        log('info', 'slack: connected');
        onTried();
      });
      const ending = await Promise.race([backOff.stopped, current.ended]);
      if (ending === 'stopped') return;
      state = ending.kind === 'failed' ? 'fault' : 'connecting';
      const refused = ending.kind === 'failed' ? refusalOf('app', ending.error) : null;
      if (refused) throw refused;
      onTried();
      if (ending.kind === 'goodbye' && clock.now().getTime() - since >= SHORT_LIFE) continue;
      const next = await backOff.pause(askedBy(ending), (milliseconds) =>
        log('warn', 'slack: not connected, trying again', { reason: reasonOf(ending), milliseconds }),
      );
      if (next === 'stopped') return;
    }
  }

  return {
    keepConnected,
    close: () => {
      // Nor is it connected again, when it breaks while the last answers are given.
      backOff.stop();
      current?.close();
    },
    stop: async () => {
      backOff.stop();
      // One that said goodbye hangs up by itself.
      await current?.hangUp();
    },
    state: () => state,
  };
}

/** How many milliseconds Slack wants us to wait. */
function askedBy(ending: Ending): number {
  return ending.kind === 'failed' ? (retryAfterOf(ending.error) ?? 0) * 1_000 : 0;
}

function reasonOf(ending: Ending): string {
  return ending.kind === 'failed' ? troubleWord(ending.error) : ending.kind;
}
