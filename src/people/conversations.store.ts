/** The store port for where the bot can write: our own plain record of what a platform told about its conversations. Every method is one atomic act. */
import type { PersonId } from './person.ts';

/** Whose conversation it is: of one account with the bot, or of everybody in a channel or a group. */
export type ConversationOf =
  | { readonly kind: 'person'; readonly account: string }
  | { readonly kind: 'channel'; readonly channel: string };

export type Conversation = {
  readonly tenant: string;
  readonly of: ConversationOf;
  /** Of a channel: what people call it; null when the platform did not say. */
  readonly name: string | null;
  /** The platform's id of the conversation; null when the app is there, and nothing was said yet. */
  readonly conversation: string | null;
  /** How the platform names this person (`29:…`); null for a channel. */
  readonly member: string | null;
  /** The team that a channel is in, as the platform names it; null for a person or a group. */
  readonly team: string | null;
  /** Where the platform takes messages for it. */
  readonly serviceUrl: string;
  /** The bot, as the platform names it there (`28:…`). */
  readonly bot: string;
};

export interface ConversationsStore {
  /**
   * Stores what is known now, as of `now`. A name, conversation, member or team that is null leaves the one known before. Cheap when it says
   * nothing new: then the moment is stored at most once an hour.
   */
  remember(conversation: Conversation, now: Date): Promise<void>;
  conversationWith(tenant: string, account: string): Promise<Conversation | null>;
  /** By the channel's id. */
  conversationIn(tenant: string, channel: string): Promise<Conversation | null>;
  /** Every channel with this id, or that people call this, whatever the case; a `#` before it does not count. */
  channelsCalled(idOrName: string): Promise<readonly Conversation[]>;
  /** The app was removed there, or the platform does not know it (any more). */
  forget(tenant: string, of: ConversationOf): Promise<void>;
  /** The same for every channel of this team. */
  forgetTeam(tenant: string, team: string): Promise<void>;
  /** Of everybody whose account is tied to nobody (yet), newest first: who got the app before the school got them, and outsiders. */
  strangers(): Promise<readonly Conversation[]>;
  /** The people who have an account on Teams and whom the bot can write to. */
  reachable(): Promise<ReadonlySet<PersonId>>;
  /** When something last came in, an hour early at most; null: never. */
  lastSeen(): Promise<Date | null>;
}
