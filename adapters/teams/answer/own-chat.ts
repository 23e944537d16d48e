/** Somebody's own chat with the bot: known from before, or begun now. */
import type { TeamsCalls, Where } from '../api/calls.ts';
import { TeamsError } from '../errors.ts';
import type { Tools, Who } from '../receive.ts';

/** The app is not there for this person. */
export class NoOwnChat extends Error {
  constructor(cause: unknown) {
    super('no chat of their own', { cause });
    this.name = 'NoOwnChat';
  }
}

type OwnChatTools = Pick<Tools, 'conversations' | 'clock'> & { readonly calls: Pick<TeamsCalls, 'openPersonal'> };

/**
 * Does this in the chat of that person with the bot, in another one when Teams does not know that one any more. `isThere`: they do something
 * there right now. Throws a NoOwnChat, and what Teams throws otherwise.
 */
export async function inOwnChat<Result>(
  tools: OwnChatTools,
  who: Who,
  isThere: boolean,
  act: (where: Where) => Promise<Result>,
): Promise<Result> {
  const { serviceUrl, conversation } = who;
  if (isThere) return act({ serviceUrl, conversation });
  const known = await knownChat(tools, who);
  try {
    return await act(known ?? (await beginChat(tools, who)));
  } catch (error) {
    if (isRefused(error)) throw new NoOwnChat(error);
    if (!isGone(error)) throw error;
    if (!known) throw new NoOwnChat(error);
    await tools.conversations.forget(who.tenant, { kind: 'person', account: who.account });
    return act(await beginChat(tools, who));
  }
}

async function knownChat({ conversations }: OwnChatTools, { tenant, account }: Who): Promise<Where | null> {
  const known = await conversations.conversationWith(tenant, account);
  return known?.conversation ? { serviceUrl: known.serviceUrl, conversation: known.conversation } : null;
}

async function beginChat({ calls, conversations, clock }: OwnChatTools, who: Who): Promise<Where> {
  const { tenant, account, member, bot, serviceUrl } = who;
  try {
    const conversation = await calls.openPersonal({ serviceUrl, tenant, bot, member });
    const of = { kind: 'person', account } as const;
    await conversations.remember(
      { tenant, of, name: null, conversation, member, team: null, serviceUrl, bot },
      clock.now(),
    );
    return { serviceUrl, conversation };
  } catch (error) {
    throw isGone(error) || isRefused(error) ? new NoOwnChat(error) : error;
  }
}

/** The app was taken away, or this person does not want it. */
function isRefused(error: unknown): boolean {
  return error instanceof TeamsError && error.of === 'call' && error.status === 403;
}

function isGone(error: unknown): boolean {
  return error instanceof TeamsError && error.of === 'call' && error.status === 404;
}
