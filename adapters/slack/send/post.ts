/** One message that nobody asked for is posted once: when Slack does not say whether it was, we look for it. */
import { randomUUID } from 'node:crypto';
import type { WebAPICallResult } from '@slack/web-api';
import { z } from 'zod';
import { PlatformError, Unreachable } from '../../../src/platform.ts';
import { drawn, QUIET } from '../answer/ways.ts';
import type { SlackApi } from '../api/api.ts';
import { slackCode, troubleWord } from '../errors.ts';
import type { SlackLog } from '../options.ts';
import type { SlackMessage } from '../render.ts';
import type { Outage } from './outage.ts';

export type PostOptions = {
  readonly api: SlackApi;
  readonly outage: Outage;
  readonly log: SlackLog;
  /** Waits this many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** Where a message stands. */
export type Posted = { readonly channel: string; readonly ts: string };

const POSTED = z.object({ channel: z.string(), ts: z.string() });
const HISTORY = z.object({
  messages: z.array(
    z.object({ ts: z.string(), blocks: z.array(z.object({ block_id: z.string().optional() })).optional() }),
  ),
});
/** Before each time that we look: what Slack was still busy with when it broke off is done by then. */
const SETTLING_MILLISECONDS = [2_000, 4_000, 8_000];
/** Between two sendings nobody writes more than this to the bot. */
const LOOKED_BACK = 20;

/**
 * `to` is a person's account (U…), or a channel by id or name.
 * @throws PlatformError; `ambiguous` only when it cannot be found out whether the message stands there.
 */
export async function post(options: PostOptions, to: string, message: SlackMessage): Promise<Posted> {
  const { api, outage } = options;
  await outage.mayBegin();
  const mark = `bericht-${randomUUID()}`;
  try {
    return await drawn(marked(message, mark), async (shown) =>
      read(await api.bulk.apiCall('chat.postMessage', { channel: to, ...shown, ...QUIET })),
    );
  } catch (error) {
    if (slackCode(error) === 'account_inactive' && (await isWelcome(api))) {
      throw new Unreachable('account_inactive', null);
    }
    const trouble = outage.met(error, 'send');
    if (trouble.outcome !== 'ambiguous' || !/^[UW]/.test(to)) throw trouble;
    return found(options, to, mark, trouble);
  }
}

/** The first block carries a name by which the message is known again. */
function marked(message: SlackMessage, mark: string): SlackMessage {
  const [first, ...rest] = message.blocks;
  return first ? { ...message, blocks: [{ ...first, block_id: mark }, ...rest] } : message;
}

/** Slack uses one word for a receiver and for an app that are switched off; the app is asked itself. */
async function isWelcome({ answers }: SlackApi): Promise<boolean> {
  try {
    await answers.auth.test();
    return true;
  } catch {
    return false;
  }
}

/** Looks in the person's conversation with the bot, the only place that the app may read. */
async function found(
  { api, wait, log }: PostOptions,
  account: string,
  mark: string,
  trouble: PlatformError,
): Promise<Posted> {
  for (const milliseconds of SETTLING_MILLISECONDS) {
    await wait(milliseconds);
    try {
      const there = await markedIn(api, account, mark);
      if (there) return there;
    } catch (error) {
      log('warn', 'slack: a message may have arrived', { reason: troubleWord(error) });
      continue;
    }
    throw new PlatformError('retryable', trouble.message);
  }
  throw trouble;
}

/** Null: it does not stand there. */
async function markedIn({ bulk }: SlackApi, account: string, mark: string): Promise<Posted | null> {
  const opened = await bulk.conversations.open({ users: account });
  const channel = opened.channel!.id!;
  const { messages } = HISTORY.parse(await bulk.apiCall('conversations.history', { channel, limit: LOOKED_BACK }));
  const there = messages.find(({ blocks }) => blocks?.some(({ block_id: name }) => name === mark));
  return there ? { channel, ts: there.ts } : null;
}

function read(answer: WebAPICallResult): Posted {
  return POSTED.parse(answer);
}
