/** Everything people do in Teams comes in here: typed lines, buttons, forms, the action on a message, files they accept, and the app that comes and goes. */
import { Deliveries } from '../../src/bot/deliveries.ts';
import type { RichText } from '../../src/bot/reply.ts';
import type { Sender } from '../../src/bot/request.ts';
import { Voices } from '../../src/people/voices.ts';
import type { TeamsCalls } from './api/api.ts';
import type { TeamsOptions } from './options.ts';

/** Who presses the same again within this time (ms) did not see yet that it was done. */
const DOUBLE_CLICK = 3_000;

/** Somebody of Teams, and where the platform says more about them. */
export type Who = {
  readonly tenant: string;
  /** The id in Entra (`aadObjectId`), lower case. */
  readonly account: string;
  /** How Teams names this person (`29:…`). */
  readonly member: string;
  /** How Teams names the bot (`28:…`). */
  readonly bot: string;
  readonly serviceUrl: string;
  /** Where they did something, with its thread: there Teams tells who is a member. */
  readonly conversation: string;
};

/** Who somebody is to the core, or why the bot does not help them. Never throws. */
export type SenderOf = (
  who: Who,
) => Promise<
  { readonly kind: 'sender'; readonly sender: Sender } | { readonly kind: 'refused'; readonly text: RichText }
>;

/** Whom somebody mentioned. */
export type Mentioned = { readonly member: string; readonly account: string | null };

export type ReceiveOptions = TeamsOptions & {
  /** The client for answers, apart from bulk sending. */
  readonly calls: TeamsCalls;
  readonly sender: SenderOf;
  /** The address of whoever `who` mentioned, for the core to find them by; null when Teams does not tell. Never throws. */
  readonly addressOf: (who: Who, mentioned: Mentioned) => Promise<string | null>;
};

/** What is answered over HTTP; null: a bare 200. */
export type InvokeAnswer = { readonly status: number; readonly body?: unknown };

export type Receiving = {
  /** Does what this activity says: whoever posted it was checked already. Never throws. */
  receive(activity: unknown): Promise<InvokeAnswer | null>;
  /** Resolves when everything that came in is answered; for stopping. */
  settled(): Promise<void>;
};

export function createReceive(options: ReceiveOptions): Receiving;
