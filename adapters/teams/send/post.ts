/** One message that nobody asked for is posted: in somebody's own conversation, in a group, or as the beginning of a thread in a channel. */
import type { Outage } from '../../../src/delivery/outage.ts';
import type { Conversation } from '../../../src/people/conversations.store.ts';
import { PlatformError } from '../../../src/platform.ts';
import type { Outgoing, Where } from '../api/calls.ts';
import { platformError, TeamsError } from '../errors.ts';
import { begun, forget, isGone, type PlaceOptions } from './place.ts';

export type PostOptions = PlaceOptions & { readonly outage: Outage };

/** Where a message stands; `conversation` with its thread. */
export type Posted = { readonly conversation: string; readonly id: string };

/** Teams answers, although it does not do what it is asked. */
const NO_ANSWER = new Set([401, 408, 412, 429]);

/**
 * `thread`: where the pieces before it stand, if any. A conversation that Teams does not know (any more) is begun anew, once.
 * @throws PlatformError; `ambiguous` when it may stand there.
 */
export async function post(
  options: PostOptions,
  at: Conversation,
  thread: Posted | undefined,
  activity: Outgoing,
  now: Date,
): Promise<Posted> {
  const { api, outage } = options;
  const known = at.conversation !== null || at.of.kind === 'channel' ? at : await begun(options, at, now);
  const first = thread?.conversation ?? whereIs(known);
  await outage.mayBegin(first, () => look(options, { serviceUrl: known.serviceUrl, conversation: first }));
  try {
    if (thread || known.team === null) return await said(known, first);
    return await api.bulk.openThread({ ...known, channel: first }, activity);
  } catch (error) {
    if (!isGone(error) || thread) throw met(options, first, error);
    await forget(options, known, now);
    // It does not come back by waiting: who shared it hears so at once, and the people of the team get it themselves.
    if (known.of.kind === 'channel') throw new PlatformError('permanent', 'app_not_in_channel');
  }
  const anew = await begun(options, known, now);
  try {
    return await said(anew, whereIs(anew));
  } catch (error) {
    if (isGone(error)) await forget(options, anew, now);
    throw met(options, whereIs(anew), error);
  }

  async function said({ serviceUrl }: Conversation, conversation: string): Promise<Posted> {
    return { conversation, id: await api.bulk.post({ serviceUrl, conversation }, activity) };
  }
}

/** What a call threw, as the core knows it. */
function met({ outage }: PostOptions, conversation: string, error: unknown): PlatformError {
  const trouble = platformError(error, 'send');
  if (trouble.outcome === 'ambiguous') outage.doubt(conversation);
  return trouble;
}

/** Of a channel or a group it is its own id. */
function whereIs({ of, conversation }: Conversation): string {
  return of.kind === 'channel' ? of.channel : conversation!;
}

/**
 * Does what takes messages there work? That the bot is typing goes the same way as a message, and leaves nothing behind: nobody can ask Teams
 * afterwards whether a message arrived, so none is risked where that fails.
 */
async function look({ api }: PostOptions, where: Where): Promise<void> {
  try {
    await api.bulk.typing(where);
  } catch (error) {
    const status = error instanceof TeamsError && error.of === 'call' ? error.status : null;
    // A no is an answer too: what is in the way of the message itself, Teams says then.
    const isNo = status !== null && status >= 400 && status < 500 && !NO_ANSWER.has(status);
    if (!isNo) throw platformError(error, 'repeatable');
  }
}
