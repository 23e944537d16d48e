/** One message that nobody asked for is posted: in somebody's own conversation, in a group, or as the beginning of a thread in a channel. */
import type { Outage } from '../../../src/delivery/outage.ts';
import type { Conversation } from '../../../src/people/conversations.store.ts';
import type { PlatformError } from '../../../src/platform.ts';
import type { Outgoing } from '../api/calls.ts';
import { platformError, TeamsError } from '../errors.ts';
import { begun, isGone, type PlaceOptions } from './place.ts';

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
  const { api, outage, conversations } = options;
  const known = at.conversation !== null || at.of.kind === 'channel' ? at : await begun(options, at, now);
  const first = thread?.conversation ?? whereIs(known);
  await outage.mayBegin(() => look(options, known.serviceUrl, first, known.bot));
  try {
    if (thread || known.team === null) return await said(known, first);
    return await api.bulk.openThread({ ...known, channel: first }, activity);
  } catch (error) {
    if (!isGone(error) || thread) throw met(options, error);
    if (known.of.kind === 'channel') {
      await conversations.forget(known.tenant, known.of);
      throw platformError(error, 'send');
    }
  }
  const anew = await begun(options, known, now);
  try {
    return await said(anew, whereIs(anew));
  } catch (error) {
    if (isGone(error)) await conversations.forget(anew.tenant, anew.of);
    throw met(options, error);
  }

  async function said({ serviceUrl }: Conversation, conversation: string): Promise<Posted> {
    return { conversation, id: await api.bulk.post({ serviceUrl, conversation }, activity) };
  }
}

/** What a call threw, as the core knows it. */
export function met({ outage }: Pick<PostOptions, 'outage'>, error: unknown): PlatformError {
  const trouble = platformError(error, 'send');
  if (trouble.outcome === 'ambiguous') outage.doubt();
  return trouble;
}

/** Of a channel or a group it is its own id. */
function whereIs({ of, conversation }: Conversation): string {
  return of.kind === 'channel' ? of.channel : conversation!;
}

/** Asks something that changes nothing. */
async function look({ api }: PostOptions, serviceUrl: string, conversation: string, bot: string): Promise<void> {
  try {
    await api.bulk.member({ serviceUrl, conversation }, bot);
  } catch (error) {
    const status = error instanceof TeamsError ? error.status : null;
    if (status === null || status < 400 || status >= 500 || NO_ANSWER.has(status))
      throw platformError(error, 'repeatable');
  }
}
