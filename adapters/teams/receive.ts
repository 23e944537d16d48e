/** Everything people do in Teams comes in here: typed lines, buttons, forms, the action on a message, files they accept, and the app that comes and goes. */
import { Deliveries } from '../../src/bot/deliveries.ts';
import type { RichText } from '../../src/bot/reply.ts';
import type { Sender } from '../../src/bot/request.ts';
import { Voices } from '../../src/people/voices.ts';
import { Turns } from './answer/turns.ts';
import type { TeamsCalls } from './api/calls.ts';
import type { TeamsOptions } from './options.ts';
import { type Arrival, arrivalOf, isBot } from './receive/arrival.ts';
import { receiveButton } from './receive/button.ts';
import { remember } from './receive/conversations.ts';
import { receiveFileAnswer } from './receive/file-answer.ts';
import { receiveInstallation, receiveMembers } from './receive/installation.ts';
import { receiveMessageAction } from './receive/message-action.ts';
import { ARRIVED, type Arrived } from './receive/payloads.ts';
import { receiveWords } from './receive/words.ts';

/** Who presses the same again within this time (ms) did not see yet that it was done. */
const DOUBLE_CLICK = 3_000;

/** Somebody of Teams, and where the platform says more about them. */
export type Who = {
  /** Lower case; empty when Teams names none. */
  readonly tenant: string;
  /** The id in Entra (`aadObjectId`), lower case; empty for somebody without an account. */
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

/** Whom somebody mentioned. `account` as in `Who`; null when Teams does not tell. */
export type Mentioned = { readonly member: string; readonly account: string | null };

export type ReceiveOptions = TeamsOptions & {
  /** The client for answers, apart from bulk sending. */
  readonly calls: TeamsCalls;
  readonly sender: SenderOf;
  /** The same two for what nobody asked for: an app that comes to everybody at once keeps nobody waiting. */
  readonly unasked: { readonly calls: TeamsCalls; readonly sender: SenderOf };
  /** The address of whoever `who` mentioned, for the core to find them by; null when Teams does not tell. Never throws. */
  readonly addressOf: (who: Who, mentioned: Mentioned) => Promise<string | null>;
};

/** What every listener works with. */
export type Tools = ReceiveOptions & {
  readonly voices: Voices<Who>;
  /** Does this once, however often Teams delivers it. */
  readonly once: Deliveries['once'];
  /** Does this once, also when somebody double-clicks. */
  readonly onceAClick: Deliveries['once'];
  /** For changes of one card. */
  readonly turns: Turns;
  /** What goes on after Teams has its answer. A fault in it is reported. */
  readonly later: (work: Promise<unknown>) => void;
  /** Whoever stops waits for answers only. */
  readonly isStopping: () => boolean;
};

/** What is answered over HTTP. */
export type InvokeAnswer = { readonly status: number; readonly body?: unknown };

/** Null: Teams waits for no answer. */
export type Listener = (tools: Tools, arrival: Arrival, activity: unknown) => Promise<InvokeAnswer | null>;

export type Receiving = {
  /** Does what this activity says: who posted it was checked already. Null: a bare 200. Never throws. */
  receive(activity: unknown): Promise<InvokeAnswer | null>;
  /** For stopping: resolves when everything that was asked is answered. What nobody asked for and is not begun yet stays undone. */
  settled(): Promise<void>;
};

export function createReceive(options: ReceiveOptions): Receiving {
  const deliveries = new Deliveries(options.clock);
  const clicks = new Deliveries(options.clock, DOUBLE_CLICK);
  const underway = new Set<Promise<unknown>>();
  let isStopping = false;
  const tools: Tools = {
    ...options,
    voices: new Voices(options, ({ tenant, account }: Who) => ({ platform: 'teams', tenant, account })),
    once: (key, work) => deliveries.once(key, work),
    onceAClick: (key, work) => clicks.once(key, work),
    turns: new Turns(),
    later: (work) => void tracked(work.catch(options.onFault)),
    isStopping: () => isStopping,
  };

  function tracked<Work extends Promise<unknown>>(work: Work): Work {
    underway.add(work);
    void work.finally(() => underway.delete(work));
    return work;
  }

  async function answered(activity: unknown): Promise<InvokeAnswer | null> {
    const read = ARRIVED.safeParse(activity);
    if (!read.success) {
      options.log('warn', 'teams: not what Teams sends');
      return { status: 400 };
    }
    if (isBot(read.data) && (read.data.type === 'message' || read.data.type === 'invoke')) return null;
    const arrival = arrivalOf(read.data);
    const listener = listenerFor(read.data);
    try {
      if (!isElsewhere(read.data)) await remember(tools, arrival);
      return listener ? await listener(tools, arrival, activity) : unknown(read.data);
    } catch (fault) {
      options.onFault(fault);
      return { status: 500 };
    }
  }

  return {
    receive: (activity) => tracked(answered(activity)),
    settled: async () => {
      isStopping = true;
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

function listenerFor({ type, name }: Arrived): Listener | null {
  if (type === 'invoke') return INVOKES.get(name ?? '') ?? null;
  return ACTIVITIES.get(type) ?? null;
}

const ACTIVITIES = new Map<string, Listener>([
  ['message', receiveWords],
  ['installationUpdate', receiveInstallation],
  ['conversationUpdate', receiveMembers],
]);

const INVOKES = new Map<string, Listener>([
  ['adaptiveCard/action', receiveButton],
  ['fileConsent/invoke', receiveFileAnswer],
  ['composeExtension/fetchTask', receiveMessageAction],
  ['composeExtension/submitAction', receiveMessageAction],
]);

/** The action on a message is there in every conversation, also where the bot is not. */
function isElsewhere({ name }: Arrived): boolean {
  return name?.startsWith('composeExtension/') === true;
}

/** Reactions, edits and the like are no business of ours; to an invoke Teams wants to hear that. */
function unknown({ type }: Arrived): InvokeAnswer | null {
  return type === 'invoke' ? { status: 501 } : null;
}
