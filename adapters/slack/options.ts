/** What the Slack adapter is given. */
import type { ControlsStore } from '../../src/bot/controls.store.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Request } from '../../src/bot/request.ts';
import type { Clock } from '../../src/clock.ts';
import type { SlackConfig } from '../../src/config.ts';
import type { PeopleStore } from '../../src/people/people.store.ts';

/** Lines for whoever runs the server: never a name, an address, anybody's words, a token or a `response_url`. */
export type SlackLog = (
  level: 'error' | 'warn' | 'info',
  event: string,
  details?: Readonly<Record<string, string | number>>,
) => void;

export type SlackOptions = {
  readonly config: SlackConfig;
  /** Answers one request as of now; never throws. */
  readonly handle: (request: Request) => Promise<Reply>;
  readonly people: PeopleStore;
  readonly controls: ControlsStore;
  readonly clock: Clock;
  /** Waits this many milliseconds. Given, so that tests can move the clock. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A new unguessable key for a control of the adapter's own. */
  readonly newKey: () => string;
  /** Called after an answer, so that what an act tells others goes out at once. */
  readonly afterAct: () => void;
  readonly log: SlackLog;
  /** A fault after the acknowledgement: gives the reference that the person is shown. */
  readonly onFault: (fault: unknown) => string;
  /** The connection is over for good (revoked token): the line for the log; the server stops with exit code 1. */
  readonly onFatal: (line: string) => void;
};
