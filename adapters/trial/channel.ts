/** What somebody types or presses in a channel of a team: answers for everyone are kept there, others only that person sees. */
import { randomUUID } from 'node:crypto';
import type { Reply } from '../../src/bot/reply.ts';
import { localDateOf } from '../../src/calendar/zone.ts';
import { type Pressed, type Reader, readerOf, requestOf } from './chat.ts';
import { PageError } from './errors.ts';
import type { ChannelMessage, TrialChannel, TrialMessage, TrialOptions } from './options.ts';
import { channelIdOf, contentOf, type ShownMessage, shownMessage } from './render.ts';

/** What makes sense in a channel. */
export const CHANNEL_EXAMPLES: readonly string[] = ['/agenda', '/leerteam', '/leerteam koppel'];

/** `@Leerteambot`, with the comma or colon behind it. */
const MENTION = /(?<![\p{L}\p{N}])@leerteambot(?![\p{L}\p{N}])[,:]?/giu;

/** A channel as the page gets it; `id` is what it sends back. */
export type ShownChannel = { readonly id: string; readonly name: string; readonly teams: readonly string[] };

/** The channels of the teams of this person. Throws a PageError `unknown-person`. */
export async function channelsOf(options: TrialOptions, email: string): Promise<readonly ShownChannel[]> {
  const reader = await readerOf(options, email);
  const channels = await ownChannels(options, reader);
  return channels.map((channel) => ({ id: channelIdOf(channel), name: channel.channel, teams: channel.teams }));
}

/** What stands in the channel after a message. Throws a PageError `unknown-channel` when it is not of a team of this person. */
export async function channelAfter(
  options: TrialOptions,
  email: string,
  channelId: string,
  afterId: number,
): Promise<readonly ShownMessage[]> {
  const reader = await readerOf(options, email);
  const channel = await channelWith(options, reader, channelId);
  const messages = await options.mailbox.postsOf(channel, afterId);
  return messages.map((message) => shownPost(options, message, reader));
}

/** A typed line. Gives what only this person sees; the rest stands in the channel. */
export async function typeIn(
  options: TrialOptions,
  email: string,
  channelId: string,
  text: string,
): Promise<readonly ShownMessage[]> {
  const reader = await readerOf(options, email);
  const channel = await channelWith(options, reader, channelId);
  const line = lineForBot(text);
  if (line === null) {
    await options.mailbox.post(channel, { at: options.clock.now(), personId: reader.id, content: text });
    return [];
  }
  const place = { kind: 'channel', channel: channel.channel } as const;
  const reply = await options.handle(requestOf(reader, { kind: 'text', text: line }, `trial:${randomUUID()}`, place));
  const at = options.clock.now();
  if (!isForEveryone(reply)) {
    return [
      onlyFor(options, reader, { at, author: 'person', content: text }),
      onlyFor(options, reader, { at, author: 'bot', content: contentOf(reply) }),
    ];
  }
  await options.mailbox.post(channel, { at, personId: reader.id, content: text });
  await options.mailbox.post(channel, { at, personId: null, content: contentOf(reply) });
  return [];
}

/** A button or a sent form, by this person. Gives what only they see, or the message of the channel that became another one. */
export async function pressIn(
  options: TrialOptions,
  email: string,
  channelId: string,
  { intent, key, messageId }: Pressed,
): Promise<readonly ShownMessage[]> {
  const reader = await readerOf(options, email);
  const channel = await channelWith(options, reader, channelId);
  const place = { kind: 'channel', channel: channel.channel } as const;
  const reply = await options.handle(requestOf(reader, { kind: 'intent', intent }, key, place));
  const [at, content] = [options.clock.now(), contentOf(reply)];
  // What only one person may see never takes the place of what everybody saw.
  if (!isForEveryone(reply)) {
    const replaces = reply.kind === 'replace' && messageId === null;
    return [onlyFor(options, reader, { at, author: 'bot', content }, replaces)];
  }
  const isReplaced =
    reply.kind === 'replace' && messageId !== null && (await options.mailbox.replacePost(channel, messageId, content));
  if (!isReplaced) await options.mailbox.post(channel, { at, personId: null, content });
  if (messageId === null) return [];
  const posts = await options.mailbox.postsOf(channel, messageId - 1);
  return posts.filter(({ id }) => id === messageId).map((message) => shownPost(options, message, reader));
}

/** In a channel people talk with each other: only what begins with a slash, or names the bot, is for the bot. Null: it is not. */
function lineForBot(text: string): string | null {
  const unnamed = text.replace(MENTION, ' ');
  return unnamed !== text || text.trimStart().startsWith('/') ? unnamed.trim() : null;
}

function isForEveryone(reply: Reply): boolean {
  const notice = reply.kind === 'replace' ? reply.notice : reply;
  return notice.kind === 'notice' && notice.visibility === 'everyone';
}

function ownChannels(options: TrialOptions, { id }: Reader): Promise<readonly TrialChannel[]> {
  return options.mailbox.channels(id, localDateOf(options.clock.now()));
}

async function channelWith(options: TrialOptions, reader: Reader, id: string): Promise<TrialChannel> {
  const found = (await ownChannels(options, reader)).find((channel) => channelIdOf(channel) === id);
  if (!found) throw new PageError('unknown-channel');
  return found;
}

function shownPost(options: TrialOptions, { name, ...message }: ChannelMessage, { language }: Reader): ShownMessage {
  const post: TrialMessage = { ...message, author: name === null ? 'bot' : 'person', nudge: false };
  return shownMessage(options, post, language, { name, onlyYou: false, replaces: false });
}

/** It has no number, as it is not kept. */
function onlyFor(
  options: TrialOptions,
  { language }: Reader,
  words: Pick<TrialMessage, 'at' | 'author' | 'content'>,
  replaces = false,
): ShownMessage {
  return shownMessage(options, { ...words, id: 0, nudge: false }, language, { name: null, onlyYou: true, replaces });
}
