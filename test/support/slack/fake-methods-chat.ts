/** `chat.*` of the fake. */
import { z } from 'zod';
import { checkBlocks, MOST_OF_A_MESSAGE, sizeOf } from './check-blocks.ts';
import type { FakeChannel } from './fake-directory.ts';
import { flag, json, messageObject, method, problemsAsSlackSays, Refusal } from './fake-method.ts';
import { dmOf } from './fake-methods-people.ts';
import type { Words } from './fake-postings.ts';
import type { FakeMessage, Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

/** Characters, for a message; bytes, for an edit. */
const MOST_TEXT = 40_000;
const MOST_EDITED = 4_000;

const WRITE = { token: 'bot', scope: 'chat:write' } as const;
const words = { text: z.string().optional(), blocks: json.optional() };
const manners = {
  link_names: flag.optional(),
  parse: z.enum(['none', 'full']).optional(),
};
const unfurling = { unfurl_links: flag.optional(), unfurl_media: flag.optional() };

export const chatMethods = {
  'chat.postMessage': method(
    WRITE,
    {
      channel: z.string(),
      ...words,
      ...manners,
      ...unfurling,
      thread_ts: z.string().optional(),
      reply_broadcast: flag.optional(),
      mrkdwn: flag.optional(),
    },
    (sent, world) => {
      const channel = placeToPost(sent.channel, world);
      const threadTs = sent.thread_ts ?? null;
      if (threadTs !== null && world.postings.message(channel.id, threadTs) === null)
        throw new Refusal('thread_not_found');
      const message = world.postings.post(channel.id, readWords(sent), { threadTs });
      return { channel: channel.id, ts: message.ts, message: messageObject(message, world) };
    },
  ),

  'chat.postEphemeral': method(
    WRITE,
    { channel: z.string(), user: z.string(), ...words, ...manners, thread_ts: z.string().optional() },
    (sent, world) => {
      const channel = placeToPost(sent.channel, world);
      if (!channel.members.includes(sent.user)) throw new Refusal('user_not_in_channel');
      const posted = world.postings.postEphemeral(channel.id, sent.user, readWords(sent), sent.thread_ts ?? null);
      return { message_ts: posted.ts };
    },
  ),

  'chat.update': method(
    WRITE,
    { channel: z.string(), ts: z.string(), ...words, ...manners, ...unfurling },
    (sent, world) => {
      const message = ownMessage(sent.channel, sent.ts, world);
      const { text, blocks } = readWords(sent);
      if (Buffer.byteLength(text) > MOST_EDITED) throw new Refusal('msg_too_long');
      world.postings.replace(message.channel, message.ts, {
        text,
        ...(sent.blocks === undefined ? {} : { blocks }),
      });
      return { channel: message.channel, ts: message.ts, text };
    },
  ),

  'chat.delete': method(WRITE, { channel: z.string(), ts: z.string() }, (sent, world) => {
    const message = ownMessage(sent.channel, sent.ts, world);
    world.postings.remove(message.channel, message.ts);
    return { channel: message.channel, ts: message.ts };
  }),

  'chat.getPermalink': method(
    { token: 'bot', scope: null },
    { channel: z.string(), message_ts: z.string() },
    (sent, { postings, team }) => {
      if (postings.message(sent.channel, sent.message_ts) === null) throw new Refusal('message_not_found');
      const permalink = `${team.url}archives/${sent.channel}/p${sent.message_ts.replace('.', '')}`;
      return { channel: sent.channel, permalink };
    },
  ),
};

/** Where a message may go: an id, a name, or a person's id for the DM with the bot. */
export function placeToPost(given: string, world: FakeWorld): FakeChannel {
  if (/^[UW][A-Z0-9]+$/.test(given)) {
    const member = world.directory.findMember(given);
    if (member === null || member.team !== world.team.id) throw new Refusal('channel_not_found');
    return world.directory.channel(dmOf(given, world));
  }
  const channel = world.directory.findChannel(given);
  if (channel === null || (channel.isPrivate && !channel.withBot)) throw new Refusal('channel_not_found');
  if (!channel.withBot) throw new Refusal('not_in_channel');
  if (channel.archived) throw new Refusal('is_archived');
  if (channel.dmWith !== null && world.directory.member(channel.dmWith).deleted) throw new Refusal('user_disabled');
  return channel;
}

/** Throws what Slack would refuse. */
export function readWords(sent: { readonly text?: string | undefined; readonly blocks?: unknown }): Words {
  const { text = '', blocks = [] } = sent;
  const given = Array.isArray(blocks) ? blocks : null;
  if (given === null) throw new Refusal('invalid_blocks_format');
  if (text === '' && given.length === 0) throw new Refusal('no_text');
  if (text.length > MOST_TEXT) throw new Refusal('msg_too_long');
  if (given.length === 0) return { text, blocks: [] };
  if (sizeOf(given) > MOST_OF_A_MESSAGE) throw new Refusal('msg_blocks_too_long');
  const problems = checkBlocks(given, 'message');
  if (problems.length > 0) throw new Refusal('invalid_blocks', problemsAsSlackSays(problems));
  return { text, blocks: given as readonly Json[] };
}

/** What only one person sees cannot be edited by its time, and neither can somebody else's. A name is no channel here. */
function ownMessage(channel: string, ts: string, { directory, postings, bot }: FakeWorld): FakeMessage {
  if (directory.channelById(channel) === null) throw new Refusal('channel_not_found');
  const message = postings.message(channel, ts);
  if (message === null) throw new Refusal('message_not_found');
  if (message.user !== bot.userId) throw new Refusal('cant_update_message');
  return message;
}
