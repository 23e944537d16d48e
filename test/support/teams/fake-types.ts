/** What the fake of Teams shows a test, and what a test can make it do. Times are of the clock it was given. */

export type Json = { readonly [key: string]: unknown };

export type FakePerson = {
  /** `29:…`: how the bot hears of them. */
  readonly id: string;
  /** The id in Entra, lower case: our account. */
  readonly aadId: string;
  readonly name: string;
  /** Null: Teams tells none. */
  readonly email: string | null;
  readonly upn: string | null;
  readonly guest: boolean;
  readonly tenant: string;
  /** Whether they have the app for themselves. */
  readonly installed: boolean;
  /** Muted the bot for good. */
  readonly blocked: boolean;
  /** No longer in Entra. */
  readonly deleted: boolean;
};

export type NewPerson = {
  readonly name: string;
  readonly email: string | null;
  /** Their address when left out. */
  readonly upn?: string | null;
  readonly guest?: boolean;
  /** The school's own when left out. */
  readonly tenant?: string;
  /** Yes when left out. */
  readonly installed?: boolean;
};

export type NewTeam = {
  readonly name: string;
  /** Beside `Algemeen`, which each team has. */
  readonly channels: readonly string[];
  /** By aadId. */
  readonly members: readonly string[];
  /** Whether the app is in the team; yes when left out. */
  readonly withApp?: boolean;
};

export type FakeTeam = {
  /** `19:…@thread.tacv2`, which is its first channel too. */
  readonly id: string;
  readonly aadGroupId: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly withApp: boolean;
  /** By name: the id of the channel. */
  readonly channels: Readonly<Record<string, string>>;
};

export type NewGroup = {
  /** Null: nobody named it. */
  readonly name?: string | null;
  /** By aadId. */
  readonly members: readonly string[];
  readonly withApp?: boolean;
};

/** Something that stands in a conversation. */
export type FakeMessage = {
  readonly id: string;
  /** Without the thread: of a channel its own id. */
  readonly conversation: string;
  /** In a channel: the id of the message that began the thread (its own, for that one). Elsewhere null. */
  readonly thread: string | null;
  /** `28:…` of the bot, or `29:…` of a person. */
  readonly from: string;
  /** As it was last sent. */
  readonly activity: Json;
  readonly at: Date;
  readonly edited: boolean;
};

export type FakeEdit = {
  readonly conversation: string;
  readonly id: string;
  /** Null: it was taken away. */
  readonly activity: Json | null;
  readonly at: Date;
};

/** Put in somebody's OneDrive. */
export type FakeFile = {
  readonly name: string;
  readonly content: Buffer;
  readonly contentUrl: string;
  readonly of: string;
};

/** What Teams tells the bot when somebody takes a file. */
export type FakeUpload = {
  readonly contentUrl: string;
  readonly name: string;
  readonly uploadUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
};

/** What can be called. `send` also replies; `create` begins a chat with one person or a thread in a channel. */
export type FakeCallName =
  | 'create'
  | 'send'
  | 'edit'
  | 'remove'
  | 'member'
  | 'members'
  | 'channels'
  | 'team'
  | 'token'
  | 'metadata'
  | 'keys'
  | 'upload';

export type FakeCall = {
  readonly call: FakeCallName;
  readonly method: string;
  /** Decoded, without the host. */
  readonly path: string;
  readonly at: Date;
  /** What was sent; never a token or a secret. */
  readonly sent: Json;
  /** The HTTP status; 0 when the connection broke or no answer came. */
  readonly status: number;
  /** Why it was refused. Absent: it went well. */
  readonly refused?: string;
};

/** `after`: the work was done (a message stands there) and only the answer went wrong. */
export type Failure = {
  /** An HTTP status (with the code in the body, and with seconds to wait), a connection that breaks, an answer that never comes, or one that is no JSON. */
  readonly how:
    | { readonly status: number; readonly code?: string; readonly retryAfter?: number }
    | 'drop'
    | 'timeout'
    | 'garbage';
  readonly when?: 'before' | 'after';
  /** How many calls; 1 when left out. */
  readonly times?: number;
  /** Only calls for which this holds. */
  readonly only?: (call: { readonly path: string; readonly sent: Json }) => boolean;
};

/** Left out: as Teams signs it. */
export type Signing = {
  /** The address in the token; the activity's own when left out, none when null. */
  readonly serviceUrl?: string | null;
  /** Whose bot it is for. */
  readonly audience?: string;
  readonly issuer?: string;
  /** What the token says besides. */
  readonly claims?: Json;
  /**
   * `stranger`: signed with a key that Microsoft does not publish, under the id of one that it does; `unknown`: with an id nobody knows; `webchat`: with a
   * key that is good for another channel only.
   */
  readonly key?: 'own' | 'stranger' | 'unknown' | 'webchat';
  /** More than the 5 minutes ago that are forgiven. */
  readonly expired?: boolean;
  /** Not before an hour from now. */
  readonly early?: boolean;
  /** `none`: without a signature; `HS256`: with the published key as if it were a password. */
  readonly algorithm?: 'RS256' | 'none' | 'HS256';
};

export type FakeTeams = {
  readonly now: () => Date;
  /** `http://127.0.0.1:<port>/emea/`. */
  readonly serviceUrl: string;
  readonly microsoft: { readonly openIdMetadata: string; readonly login: string };
  readonly app: {
    readonly id: string;
    readonly password: string;
    /** Of the school, and of the app registration. */
    readonly tenant: string;
    /** `28:<app id>`. */
    readonly bot: string;
    readonly botName: string;
  };

  addMember(person: NewPerson): FakePerson;
  /** By aadId or `29:…`. */
  member(person: string): FakePerson;
  changeMember(person: string, changes: Partial<Omit<FakePerson, 'id' | 'aadId'>>): void;
  addTeam(team: NewTeam): FakeTeam;
  /** By its id, or that of one of its channels. */
  team(id: string): FakeTeam;
  addGroup(group: NewGroup): string;
  /** The id of a channel (by its name, in any team); throws when there is none. */
  channel(name: string): string;
  /** The name of a channel or a group; null for a group without one. */
  nameOf(conversation: string): string | null;
  /** The chat of this person with the bot, as Teams made it when the app was installed. */
  chat(person: string): string;

  /** The app is put there for a person (by aadId), a team or a group. The bot is told nothing: see `activities.ts`. */
  install(where: string): void;
  uninstall(where: string): void;
  /** The person mutes the bot: what it sends is refused. */
  block(person: string): void;
  unblock(person: string): void;
  /** A conversation is not there any more: 404 from now on. A chat that is begun anew has another id. */
  lose(conversation: string): void;

  /** Somebody writes: it stands there, the bot is told nothing. `thread`: the message to answer in a channel. */
  write(conversation: string, person: string, text: string, thread?: string): FakeMessage;
  /**
   * What stands there, oldest first. An aadId is that person's chat with the bot; a channel's id is all its threads;
   * with `;messageid=` one thread.
   */
  messages(conversation: string): readonly FakeMessage[];
  message(conversation: string, id: string): FakeMessage;
  /** Somebody takes a message away by hand: the bot is told nothing. */
  deleteMessage(conversation: string, id: string): void;
  readonly edits: readonly FakeEdit[];
  readonly files: readonly FakeFile[];
  /** Every conversation in which more than one person reads along. */
  readonly shared: readonly string[];
  /** A place in the OneDrive of this person, as Teams makes one when they take a file. Good for 15 minutes. */
  newUpload(person: string, name: string): FakeUpload;

  readonly calls: readonly FakeCall[];
  /** How often a limit was reached (429 by a limit, not by `fail`). */
  readonly limited: number;
  /** `*` is any call. */
  fail(call: FakeCallName | '*', failure: Failure): void;
  /** Nothing fails any more. */
  mend(): void;
  /** Teams' own limits: 7 in 1 s, 8 in 2 s, 60 in 30 s and 1800 in an hour per conversation, and 50 a second in all. Off until this is called. */
  enforceLimits(): void;
  /** At most so many of this call in so many milliseconds, over all conversations. */
  limit(call: FakeCallName, most: number, span: number): void;
  /** No connection can be made until it is called again with true. */
  reachable(yes: boolean): Promise<void>;
  /** Every token given until now is refused. */
  revokeTokens(): void;
  /** A new secret; the old one gives no token any more. */
  changePassword(): string;

  /** The Authorization header of an activity that the Connector sends, as of the clock on the wall (botbuilder looks at no other). */
  signed(activity: Json, how?: Signing): string;
  stop(): Promise<void>;
};

export type FakeTeamsOptions = {
  readonly now: () => Date;
  /** Calls need no token, as in the playground. */
  readonly anonymous?: boolean;
};
