/** What the bot asks of Teams: the calls of the Bot Connector that it uses, and nothing else. Each throws a TeamsError. */
import type { Activity } from 'botbuilder';

/** Something to say: a card or words. */
export type Outgoing = Partial<Activity>;

/** Where it is said; of a thread in a channel the id ends with `;messageid=…`. */
export type Where = { readonly serviceUrl: string; readonly conversation: string };

/** As the platform names somebody (`29:…`), or their Entra object id. */
type Member = string;

/** One person and the bot, as an activity named them. */
export type PersonalWith = {
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly bot: string;
  readonly member: Member;
};

export type ChannelOfTeam = {
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly bot: string;
  readonly channel: string;
};

/** Somebody as Teams vouches for them; null for what it does not tell. */
export type TeamsMember = {
  /** `29:…`. */
  readonly id: string;
  /** The Entra object id, in lower case. */
  readonly account: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly upn: string | null;
  /** `user`, `guest`, `anonymous`. */
  readonly role: string | null;
  readonly tenant: string | null;
};

export type TeamsCalls = {
  /** Says it; in the thread of `replyTo` when given. Gives the id of what stands there now. */
  post(where: Where, activity: Outgoing, replyTo?: string): Promise<string>;
  /** Puts it in the place of what stands there. */
  update(where: Where, activityId: string, activity: Outgoing): Promise<void>;
  remove(where: Where, activityId: string): Promise<void>;
  /** Shows for a moment that the bot is typing; nothing of it stays. Not in a channel. */
  typing(where: Where): Promise<void>;
  /** The id of this person's own conversation with the bot: begun when there is none, else the same. */
  openPersonal(who: PersonalWith): Promise<string>;
  /** Says it in a channel, as the beginning of a new thread. */
  openThread(
    channel: ChannelOfTeam,
    activity: Outgoing,
  ): Promise<{ readonly conversation: string; readonly id: string }>;
  /** Somebody of a conversation; those of a channel are in its team. */
  member(where: Where, member: Member): Promise<TeamsMember>;
  /** The channels of a team. The first one, which every team has, has no name. */
  channels(
    where: Pick<Where, 'serviceUrl'>,
    team: string,
  ): Promise<readonly { readonly id: string; readonly name: string | null }[]>;
};
