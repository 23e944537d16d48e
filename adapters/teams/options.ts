/** What the Teams adapter is given. */
import type { ControlsStore } from '../../src/bot/controls.store.ts';
import type { Notice, Reply } from '../../src/bot/reply.ts';
import type { Request, Sender } from '../../src/bot/request.ts';
import type { Clock } from '../../src/clock.ts';
import type { TeamsConfig } from '../../src/config.ts';
import type { ConversationsStore } from '../../src/people/conversations.store.ts';
import type { PeopleStore } from '../../src/people/people.store.ts';

/** Lines for whoever runs the server: never a name, an address, anybody's words, a token or the address of a conversation. */
export type TeamsLog = (
  level: 'error' | 'warn' | 'info',
  event: string,
  details?: Readonly<Record<string, string | number>>,
) => void;

/** Where Microsoft's part is; the tests have one of their own. */
export type MicrosoftService = {
  /** Tells with which keys the Connector signs what it sends. */
  readonly openIdMetadata: string;
  /** Gives our own token: `<login>/<tenant>/oauth2/v2.0/token`. */
  readonly login: string;
};

export type TeamsOptions = {
  readonly config: TeamsConfig;
  /** Microsoft's own when left out. */
  readonly microsoft?: MicrosoftService;
  /** Answers one request as of now; never throws. */
  readonly handle: (request: Request) => Promise<Reply>;
  /** Somebody got the app: ties the account, and shows the welcome when this is a moment for it. `show` gives false when it surely does not stand there. */
  readonly greeting: (sender: Sender, show: (notice: Notice) => Promise<boolean>) => Promise<void>;
  readonly people: PeopleStore;
  readonly conversations: ConversationsStore;
  readonly controls: ControlsStore;
  readonly clock: Clock;
  /** Waits this many milliseconds. Given, so that tests can move the clock. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A new unguessable key for a control of the adapter's own. */
  readonly newKey: () => string;
  /** Called after an answer, so that what an act tells others goes out at once. */
  readonly afterAct: () => void;
  readonly log: TeamsLog;
  /** A fault that cannot be answered any more: gives the reference that the person is shown. */
  readonly onFault: (fault: unknown) => string;
};
