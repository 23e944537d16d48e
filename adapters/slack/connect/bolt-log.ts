/** What Bolt and its clients have to say, for the log: that something happened, never what was in it. */
import type { Logger, LogLevel } from '@slack/bolt';
import type { SlackLog } from '../options.ts';

/** How their warnings and errors begin (Bolt 5.1, web-api 8.2, socket-mode 3.1), and what happened then. What follows may hold people's words. */
const EVENTS: readonly (readonly [begins: string, event: string])[] = [
  ['Could not determine the type', 'slack: of no known type'],
  ['Authorization of incoming event did not succeed', 'slack: came before the workspace was known'],
  ['An incoming event was not acknowledged', 'slack: not acknowledged in time'],
  ['ack() has already been called', 'slack: acknowledged twice'],
  ['Failed to send a', 'slack: an acknowledgement did not go out'],
  ['Failed to retrieve a new WSS URL', 'slack: no address for the connection'],
  ['Failed to send ping', 'slack: the connection does not answer'],
  ["A pong wasn't received", 'slack: the connection does not answer'],
  ["A ping wasn't received", 'slack: the connection does not answer'],
  ['WebSocket error', 'slack: the connection broke'],
  ['Peer did not complete the close handshake', 'slack: the connection was cut off'],
  ['http request failed', 'slack: a request failed'],
];

/** A logger for Bolt. Its debug and info lines hold whole messages and are dropped. */
export function boltLog(log: SlackLog): Logger {
  const pass =
    (level: 'warn' | 'error') =>
    (...said: unknown[]) => {
      const text = typeof said[0] === 'string' ? said[0] : '';
      const known = EVENTS.find(([begins]) => text.startsWith(begins));
      log(level, known?.[1] ?? 'slack: a warning of the library');
    };
  return {
    debug: () => {},
    info: () => {},
    warn: pass('warn'),
    error: pass('error'),
    setLevel: () => {},
    // At debug the clients would write out every body before they ask this logger.
    getLevel: () => 'warn' as LogLevel,
    setName: () => {},
  };
}
