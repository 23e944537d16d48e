/** What the trial school needs from outside: somebody who answers, a mailbox that keeps, and a clock that can be moved. */
import type { Form, Intent, Notice, Reply } from '../../src/bot/reply.ts';
import type { Request } from '../../src/bot/request.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { Language, PersonId, SchoolId } from '../../src/people/person.ts';
import type { TrialPerson } from '../../src/trial/trial-person.ts';

export type TrialMessage = {
  readonly id: number;
  readonly at: Date;
  readonly author: 'bot' | 'person';
  /** The neutral reply as JSON; of a person the typed text. */
  readonly content: string;
  /** Came by itself, not as an answer. */
  readonly nudge: boolean;
};

/** What came by itself, to a person or in a channel; ids rise per kind. */
export type ReceivedMessage = Pick<TrialMessage, 'id' | 'at' | 'content'> & {
  readonly kind: 'person' | 'channel';
  /** Of the person or the channel. */
  readonly name: string;
  /** Of the person, or of who chairs the team of the channel; null when no team has it any more. */
  readonly email: string | null;
  /** Of the channel; null for a person. */
  readonly schoolId: SchoolId | null;
};

/** To a person, or (without an address) to a channel. */
export type Arrival = { readonly email: string | null; readonly name: string; readonly count: number };

/** A channel of one school. */
export type ChannelPlace = { readonly schoolId: SchoolId; readonly channel: string };

/** A channel as the page offers it. */
export type TrialChannel = ChannelPlace & { readonly school: string; readonly teams: readonly string[] };

export type ChannelMessage = {
  readonly id: number;
  readonly at: Date;
  /** Null: the bot. */
  readonly name: string | null;
  /** The neutral reply as JSON; of a person the typed text. */
  readonly content: string;
};

/** What stands in the channels of the teams. Every method is one atomic act. */
export interface TrialChannels {
  /** The channels of the teams that this person is in on `today`, by team; of a team that has none yet one that can be tied to it. */
  channels(personId: PersonId, today: LocalDate): Promise<readonly TrialChannel[]>;
  /** The id of the new message; ids rise. `personId` is null for the bot. */
  post(to: ChannelPlace, message: { at: Date; personId: PersonId | null; content: string }): Promise<number>;
  /** Gives a message of the bot in this channel another content. False when there is no such message. */
  replacePost(of: ChannelPlace, id: number, content: string): Promise<boolean>;
  /** At most the newest 200 messages of the channel after `afterId`, oldest first. */
  postsOf(channel: ChannelPlace, afterId: number): Promise<readonly ChannelMessage[]>;
  /** How many messages the bot put in each channel after `afterId`, by channel. */
  postedSince(afterId: number): Promise<readonly { readonly channel: string; readonly count: number }[]>;
  /** 0 when there is none. */
  lastPostId(): Promise<number>;
}

/** Keeps every chat, so that a reload shows it again. Every method is one atomic act. */
export interface TrialMailbox extends TrialChannels {
  /** Everybody in service on `today`, by name. */
  people(today: LocalDate): Promise<readonly TrialPerson[]>;
  find(email: string): Promise<{ readonly id: PersonId; readonly language: Language } | null>;
  /** The id of the new message; ids rise. */
  append(personId: PersonId, message: Omit<TrialMessage, 'id'>): Promise<number>;
  /** Gives a message of the bot in this chat another content. Null when there is no such message. */
  replace(personId: PersonId, id: number, content: string): Promise<TrialMessage | null>;
  /** At most the newest 200 messages of this chat after `afterId`, oldest first. */
  list(personId: PersonId, afterId: number): Promise<readonly TrialMessage[]>;
  /** What came by itself, of all people and channels, newest first: what comes behind `before`, or from the newest. */
  received(
    before: Pick<ReceivedMessage, 'kind' | 'id' | 'at'> | null,
    limit: number,
  ): Promise<readonly ReceivedMessage[]>;
  /** How many messages came by themselves after `afterId`, per person, by name. */
  arrived(afterId: number): Promise<readonly Arrival[]>;
  /** 0 when there is none. */
  lastId(): Promise<number>;
}

/** An instant, a day or a week later, or just after the next moment at which somebody gets something by itself. */
export type ClockStep = Date | 'day' | 'week' | 'next-nudge';

export interface TrialClock {
  now(): Date;
  /** Moves forward, with everything that is sent on the way. False when there was nothing to move to, or no next nudge was found. */
  advance(to: ClockStep): Promise<boolean>;
}

/** What a button or a form of the page does. */
export type TrialControl = { readonly intent: string; readonly args: Intent['args']; readonly key: string | null };

/** A reply as Slack itself would get it: messages of blocks, or the view of a modal. */
export type SlackLook = (
  | {
      readonly messages: readonly { readonly blocks: readonly object[] }[];
      /** Of a mistake: what stands above the form that led to it; null when it takes the place of the form. */
      readonly aboveForm: readonly object[] | null;
    }
  | { readonly view: object }
) & {
  /** What each button's `value` and the view's `private_metadata` stand for. */
  readonly controls: Readonly<Record<string, TrialControl>>;
};

/** A reply as Teams itself would get it: cards under each other. */
export type TeamsLook = {
  readonly cards: readonly object[];
  /** What the `control` of each action stands for. */
  readonly controls: Readonly<Record<string, TrialControl>>;
};

/** Per block and action, as `view.state.values` of Slack. */
export type SlackValues = Readonly<Record<string, Readonly<Record<string, SlackValue>>>>;

type SlackValue = {
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
};

/** Every member is read at each use, so that a reset may put another mailbox in its place. */
export type TrialOptions = {
  readonly handle: (request: Request) => Promise<Reply>;
  /** Given, because adapters do not know each other: so the page shows what the Slack adapter really sends. */
  readonly slackLook: (reply: Notice | Form, language: Language) => SlackLook;
  /** What was filled in, as Slack itself would send it, by field. */
  readonly slackFields: (values: SlackValues) => Readonly<Record<string, string>>;
  /** As `slackLook`, of the Teams adapter. */
  readonly teamsLook: (reply: Notice | Form, language: Language) => TeamsLook;
  /** What was filled in, as a card of Teams would send it, by field. */
  readonly teamsFields: (inputs: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  readonly mailbox: TrialMailbox;
  readonly clock: TrialClock;
  /** Called after each act on the page: sends what it made due beside the digests, as a running server does within a minute. */
  readonly afterAct: () => Promise<void>;
  /** Back to the beginning: files, chats and clock. */
  readonly reset: () => Promise<void>;
  /** Told of every fault of the page itself; must not write people's words anywhere. */
  readonly onFault: (fault: unknown) => void;
};
