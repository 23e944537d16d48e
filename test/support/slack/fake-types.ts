/** What the fake of Slack shows a test, and what a test can make it do. Times are of the clock it was given. */

export type Json = { readonly [key: string]: unknown };

export type FakeMember = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly email: string | null;
  /** Multi-channel guest, or single-channel guest. */
  readonly guest: boolean | 'single';
  /** Deactivated. */
  readonly deleted: boolean;
  /** Other workspaces of the same large organisation. */
  readonly alsoIn?: readonly string[];
  readonly bot: boolean;
};

export type NewMember = { readonly email: string | null } & Partial<Omit<FakeMember, 'id' | 'email'>>;

export type NewChannel = {
  /** Without a #. */
  readonly name: string;
  /** User ids. */
  readonly members: readonly string[];
  readonly isPrivate?: boolean;
  /** Whether the bot is a member; yes when left out. */
  readonly withBot?: boolean;
};

/** As `conversations.history` gives it; `blocks` have the block ids that Slack gives to blocks without one. */
export type FakeMessage = {
  readonly ts: string;
  readonly channel: string;
  /** Who wrote it. The bot's own are of `bot.userId`. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly threadTs: string | null;
  readonly edited: boolean;
  readonly files: readonly FakeFile[];
};

/** Seen by one person only. */
export type FakeEphemeral = FakeMessage & { readonly visibleTo: string };

export type FakeFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly content: string;
  readonly channel: string;
};

/** As `views.open` answers it. */
export type FakeView = Json & {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly blocks: readonly Json[];
  readonly state: { readonly values: Json };
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
};

export type FakeCall = {
  /** `chat.postMessage`; for the two that are no method: `response_url` and `upload`. */
  readonly method: string;
  readonly at: Date;
  /** What was sent; never the token. */
  readonly sent: Json;
  /** Slack's error code, or the HTTP status or fault that was asked for. Absent: it went well. */
  readonly refused?: string;
};

/** `after`: the work was done (a message stands there) and only the answer went wrong. */
export type Failure = {
  /** An HTTP status, an error code in an answer of 200, a connection that breaks, or an answer that never comes. */
  readonly how:
    | { readonly status: number }
    | { readonly error: string }
    | 'drop'
    | 'timeout'
    | 'garbage'
    | { readonly retryAfter: number };
  readonly when?: 'before' | 'after';
  /** How many calls; 1 when left out. */
  readonly times?: number;
  /** Only calls for which this holds. */
  readonly only?: (sent: Json) => boolean;
};

export type SocketAck = { readonly envelopeId: string; readonly payload: Json | null; readonly at: Date };

export type SocketEnvelope = {
  readonly type: 'slash_commands' | 'events_api' | 'interactive';
  readonly payload: Json;
  readonly acceptsResponsePayload?: boolean;
  /** A new one when left out; given, because Slack sends an envelope twice at times. */
  readonly envelopeId?: string;
  readonly retryAttempt?: number;
};

export type FakeSockets = {
  /** Open connections that got their `hello`. */
  readonly connected: number;
  /** All there ever were. */
  readonly opened: number;
  readonly acks: readonly SocketAck[];
  whenConnected(count?: number): Promise<void>;
  /** Over the newest connection; resolves when it is acknowledged, rejects when the connection closes first. */
  send(envelope: SocketEnvelope): Promise<SocketAck>;
  /** As text, also what is no envelope. */
  sendRaw(text: string): void;
  /** All connections break, without a goodbye. */
  drop(): void;
  /** Slack's own goodbye, then the connection closes. */
  disconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled'): void;
  /** New connections: refused (HTTP 503), accepted but never a `hello`, or as usual. */
  behave(how: 'usual' | 'refuse' | 'silent'): void;
};

export type FakeSlack = {
  /** For `slackApiUrl`: ends in `/api/`. */
  readonly apiUrl: string;
  /** The workspace that the tokens are of. */
  readonly team: { readonly id: string; readonly domain: string; readonly url: string };
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string };
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;

  addMember(member: NewMember): FakeMember;
  changeMember(user: string, changes: Partial<Omit<FakeMember, 'id'>>): void;
  member(user: string): FakeMember;
  addChannel(channel: NewChannel): string;
  /** Somebody takes a message away by hand. */
  deleteMessage(channel: string, ts: string): void;
  changeChannel(
    channel: string,
    changes: { readonly archived?: boolean; readonly withBot?: boolean; readonly members?: readonly string[] },
  ): void;
  channelName(channel: string): string;
  /** The DM of this person with the bot, made when it is not there yet. */
  dm(user: string): string;
  /** A person writes: stands in the channel, the bot is told nothing. */
  write(channel: string, user: string, text: string, threadTs?: string): FakeMessage;

  /** Oldest first. A user id is that person's DM with the bot. */
  messages(channel: string): readonly FakeMessage[];
  ephemerals(channel: string, user: string): readonly FakeEphemeral[];
  /** Open modals, the top one last. */
  views(user: string): readonly FakeView[];
  home(user: string): FakeView | null;
  /** Files in the DM of this person with the bot. */
  files(user: string): readonly FakeFile[];

  /** Good for one `views.open` within 3 seconds. */
  newTrigger(user: string): string;
  /** 5 uses in 30 minutes. `ts`: the message (ephemeral too) that is replaced by `replace_original`. */
  responseUrl(channel: string, user: string, ts?: string): string;
  /** What Slack does with the answer to a `view_submission`: nothing closes the modal, else its response_action. Throws when Slack would refuse it. */
  answerSubmission(viewId: string, answer: unknown): void;
  closeView(viewId: string): void;

  readonly calls: readonly FakeCall[];
  /** How often a limit was reached (429 by a limit, not by `fail`). */
  readonly limited: number;
  fail(method: string, failure: Failure): void;
  /** Nothing fails any more. */
  mend(): void;
  limit(method: string, perMinute: number): void;
  /** The limits of Slack's own pages: per method a minute, and `chat.postMessage` one a second in a channel. Off until this is called. */
  enforceLimits(): void;
  grant(scopes: readonly string[]): void;
  revokeTokens(): void;

  readonly sockets: FakeSockets;
  stop(): Promise<void>;
};

export type FakeSlackOptions = { readonly now: () => Date };
