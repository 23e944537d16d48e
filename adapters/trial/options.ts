/** What the trial school needs from outside: somebody who answers, a mailbox that keeps, and a clock that can be moved. */
import type { Reply } from '../../src/bot/reply.ts';
import type { Request } from '../../src/bot/request.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import type { Language, PersonId } from '../../src/people/person.ts';
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

export type ReceivedMessage = TrialMessage & { readonly email: string; readonly name: string };

export type Arrival = { readonly email: string; readonly name: string; readonly count: number };

/** Keeps every chat, so that a reload shows it again. Every method is one atomic act. */
export interface TrialMailbox {
  /** Everybody in service on `today`, by name. */
  people(today: LocalDate): Promise<readonly TrialPerson[]>;
  find(email: string): Promise<{ readonly id: PersonId; readonly language: Language } | null>;
  /** The id of the new message; ids rise. */
  append(personId: PersonId, message: Omit<TrialMessage, 'id'>): Promise<number>;
  /** Gives a message of the bot in this chat another content. Null when there is no such message. */
  replace(personId: PersonId, id: number, content: string): Promise<TrialMessage | null>;
  /** At most the newest 200 messages of this chat after `afterId`, oldest first. */
  list(personId: PersonId, afterId: number): Promise<readonly TrialMessage[]>;
  /** What came by itself, of all people, newest first: ids below `beforeId`, or from the newest. */
  received(beforeId: number | null, limit: number): Promise<readonly ReceivedMessage[]>;
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

/** Every member is read at each use, so that a reset may put another mailbox in its place. */
export type TrialOptions = {
  readonly handle: (request: Request) => Promise<Reply>;
  readonly mailbox: TrialMailbox;
  readonly clock: TrialClock;
  /** Back to the beginning: files, chats and clock. */
  readonly reset: () => Promise<void>;
  /** Told of every fault of the page itself; must not write people's words anywhere. */
  readonly onFault: (fault: unknown) => void;
};
