/** What Slack sends when somebody types, presses, fills in or opens something: every field that Slack's own documentation names. */
import type { FakeMember, FakeMessage, FakeSlack, FakeView, Json } from './fake-types.ts';

/** Fields that every payload has. */
type Common = { readonly fake: FakeSlack; readonly member: FakeMember; readonly at: Date };

const TOKEN = 'not-used-since-signatures';

export function slashCommand(
  common: Common,
  { command, text, channel }: { readonly command: string; readonly text: string; readonly channel: string },
): Readonly<Record<string, string>> {
  const { fake, member } = common;
  return {
    token: TOKEN,
    team_id: member.team,
    team_domain: fake.team.domain,
    channel_id: channel,
    channel_name: channelName(fake, channel),
    user_id: member.id,
    user_name: userName(member),
    command,
    text,
    api_app_id: fake.bot.appId,
    is_enterprise_install: 'false',
    response_url: fake.responseUrl(channel, member.id),
    trigger_id: fake.newTrigger(member.id),
  };
}

/** A button of a message; `message` is left out of what Slack sends about one that only this person sees. */
export function buttonInMessage(
  common: Common,
  {
    message,
    button,
    isEphemeral,
  }: { readonly message: FakeMessage; readonly button: Json; readonly isEphemeral: boolean },
): Json {
  const { fake, member } = common;
  const { channel, ts } = message;
  return {
    type: 'block_actions',
    ...person(common),
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral },
    trigger_id: fake.newTrigger(member.id),
    channel: { id: channel, name: channelName(fake, channel) },
    ...(isEphemeral ? {} : { message: messageJson(fake, message) }),
    state: { values: {} },
    response_url: fake.responseUrl(channel, member.id, ts),
    actions: [pressed(common, button)],
  };
}

/** A button of a modal, or of the Home page. */
export function buttonInView(
  common: Common,
  { view, state, button }: { readonly view: FakeView; readonly state: object; readonly button: Json },
): Json {
  return {
    type: 'block_actions',
    ...person(common),
    container: { type: 'view', view_id: view.id },
    trigger_id: common.fake.newTrigger(common.member.id),
    view: { ...view, state },
    actions: [pressed(common, button)],
  };
}

export function submission(common: Common, { view, state }: { readonly view: FakeView; readonly state: object }): Json {
  return {
    type: 'view_submission',
    ...person(common),
    trigger_id: common.fake.newTrigger(common.member.id),
    view: { ...view, state },
    response_urls: [],
  };
}

/** Only sent for a modal with `notify_on_close`. */
export function closed(common: Common, view: FakeView): Json {
  return { type: 'view_closed', ...person(common), view, is_cleared: false };
}

export function messageShortcut(common: Common, callbackId: string, message: FakeMessage): Json {
  const { fake, member, at } = common;
  return {
    type: 'message_action',
    callback_id: callbackId,
    ...person(common),
    trigger_id: fake.newTrigger(member.id),
    message_ts: message.ts,
    response_url: fake.responseUrl(message.channel, member.id, message.ts),
    channel: { id: message.channel, name: channelName(fake, message.channel) },
    message: messageJson(fake, message),
    action_ts: seconds(at),
  };
}

/** Something written in the DM with the bot. */
export function directMessage(common: Common, message: FakeMessage): Json {
  return event(common, { ...written(common, message), type: 'message', channel_type: 'im' });
}

export function appMention(common: Common, message: FakeMessage): Json {
  return event(common, { ...written(common, message), type: 'app_mention' });
}

export function homeOpened(common: Common): Json {
  const { fake, member, at } = common;
  const view = fake.home(member.id);
  return event(common, {
    type: 'app_home_opened',
    user: member.id,
    channel: fake.dm(member.id),
    tab: 'home',
    ...(view ? { view } : {}),
    event_ts: seconds(at),
  });
}

/** The envelope of the Events API. */
function event({ fake, member, at }: Common, inner: Json): Json {
  const id = Math.round(at.getTime()).toString(36).toUpperCase();
  return {
    token: TOKEN,
    team_id: member.team,
    context_team_id: member.team,
    context_enterprise_id: null,
    api_app_id: fake.bot.appId,
    event: inner,
    type: 'event_callback',
    event_id: `Ev${id}${++events}`,
    event_time: Math.floor(at.getTime() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: fake.team.id,
        user_id: fake.bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}
let events = 0;

function person({ fake, member }: Common): Json {
  return {
    user: { id: member.id, username: userName(member), name: userName(member), team_id: member.team },
    api_app_id: fake.bot.appId,
    token: TOKEN,
    team: { id: member.team, domain: fake.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function pressed({ at }: Common, { action_id, block_id, text, value, style }: Json): Json {
  return { action_id, block_id, text, value, ...(style ? { style } : {}), type: 'button', action_ts: seconds(at) };
}

function written({ fake, member }: Common, message: FakeMessage): Json {
  return {
    ...messageJson(fake, message),
    client_msg_id: `${message.ts}-${member.id}`,
    channel: message.channel,
    event_ts: message.ts,
  };
}

function messageJson(fake: FakeSlack, { channel, ts, user, text, blocks, threadTs }: FakeMessage): Json {
  // A message with replies is in its own thread.
  const isAnswered = fake.messages(channel).some((reply) => reply.threadTs === ts);
  const thread = threadTs ?? (isAnswered ? ts : null);
  return {
    type: 'message',
    user,
    ts,
    text,
    team: fake.team.id,
    blocks,
    ...(thread === null ? {} : { thread_ts: thread }),
    ...(user === fake.bot.userId ? { bot_id: fake.bot.botId, app_id: fake.bot.appId } : {}),
  };
}

function channelName(fake: FakeSlack, channel: string): string {
  return channel.startsWith('D') ? 'directmessage' : fake.channelName(channel);
}

/** Slack's old user name, that still goes along. */
function userName({ name }: FakeMember): string {
  return name.toLowerCase().replaceAll(' ', '.');
}

/** `1764000000.000100`. */
function seconds(at: Date): string {
  return (at.getTime() / 1_000).toFixed(6);
}
