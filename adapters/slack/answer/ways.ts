/** The ways to show a message to somebody who asked something, and showing it by the first that works. */
import type { WebClient } from '@slack/web-api';
import { cutAtWord } from '../../../src/bot/cut-text.ts';
import { platformError, slackCode } from '../errors.ts';
import type { Tools } from '../receive.ts';
import { type SlackMessage, withoutCharts } from '../render.ts';
import { ResponseFailed, type ResponseHow, type ResponseUrl, respond } from './respond.ts';

/** Shows one message; `isFirst` of the answer, or one that follows it. Throws when Slack did not take it. */
export type Way = (message: SlackMessage, isFirst: boolean) => Promise<void>;

/** Nobody's words become markup, and no address is fetched to show what is there. */
export const QUIET = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
  mrkdwn: false,
} as const;
/** Of the `text` of a message, in an edit: Slack takes 4,000 bytes, and a character takes three at most, four when it counts for two. */
const EDITED_TEXT = 1_300;
/** What only one person sees has no previews of addresses. */
const QUIET_EPHEMERAL = { link_names: false, parse: 'none' } as const;

/** By the way back that Slack gave with a command or a button. */
export function byResponse({ config }: Tools, url: ResponseUrl, how: ResponseHow): Way {
  return (message, isFirst) => respond(url, config.apiUrl, message, { ...how, replaces: how.replaces && isFirst });
}

/** Where it was asked, seen by this person only; the bot must be there. */
export function asEphemeral({ api }: Tools, account: string, channel: string, thread: string | null): Way {
  return async (message) => {
    await api.apiCall('chat.postEphemeral', {
      channel,
      user: account,
      ...inThread(thread),
      ...message,
      ...QUIET_EPHEMERAL,
    });
  };
}

/** For everybody who is in this channel or conversation. A user (U…) is their own conversation with the bot. */
export function asMessage({ api }: Tools, channel: string, thread: string | null = null): Way {
  return async (message) => {
    await api.apiCall('chat.postMessage', { channel, ...inThread(thread), ...message, ...QUIET });
  };
}

/** All messages of one answer, by the first way that works. Throws what the last way threw, and what leaves open whether it was shown. */
export async function showBy(ways: readonly Way[], messages: readonly SlackMessage[]): Promise<void> {
  let left = ways;
  for (const [index, message] of messages.entries()) {
    left = await showOne(left, message, index === 0);
  }
}

/** Gives the ways that are left: the one that worked and those after it. */
async function showOne(ways: readonly Way[], message: SlackMessage, isFirst: boolean): Promise<readonly Way[]> {
  const [way, ...others] = ways;
  try {
    await drawn(message, (shown) => way!(shown, isFirst));
    return ways;
  } catch (error) {
    if (others.length === 0 || !isSurelyNotShown(error)) throw error;
    return showOne(others, message, isFirst);
  }
}

/** Puts the message in the place of what stands there. Throws when Slack did not take it. */
export async function edit(
  api: Pick<WebClient, 'apiCall'>,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  message: SlackMessage,
): Promise<void> {
  const { link_names, parse } = QUIET;
  const text = cutAtWord(message.text, EDITED_TEXT);
  await drawn(message, ({ blocks }) => api.apiCall('chat.update', { channel, ts, text, blocks, link_names, parse }));
}

/** Shows it; once more with charts made of signs when Slack does not take them as they are. */
export async function drawn<Answer>(
  message: SlackMessage,
  show: (message: SlackMessage) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await show(message);
  } catch (error) {
    const plain = withoutCharts(message);
    if (plain === message || !ABOUT_BLOCKS.has(reasonOf(error))) throw error;
    return show(plain);
  }
}

const ABOUT_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format']);

/** One word for the log: never an address or anybody's words. */
export function reasonOf(error: unknown): string {
  return error instanceof ResponseFailed ? error.code : (slackCode(error) ?? 'no_answer');
}

function isSurelyNotShown(error: unknown): boolean {
  if (error instanceof ResponseFailed) return error.shown === 'no';
  return platformError(error, 'send').outcome !== 'ambiguous';
}

function inThread(thread: string | null): { readonly thread_ts?: string } {
  return thread === null ? {} : { thread_ts: thread };
}
