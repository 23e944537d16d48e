/** Where something was done in Slack, and so how it can be answered there. */
import type { Notice } from '../../../src/bot/reply.ts';
import type { Tools } from '../receive.ts';
import { HOME, isDirect, type Origin } from './origin.ts';
import type { ResponseUrl } from './respond.ts';
import { asEphemeral, asMessage, byResponse, type Way } from './ways.ts';

type SeenBy = Notice['visibility'];

export type Surface = {
  /** Good for one modal within three seconds; null where there is none. */
  readonly trigger: string | null;
  /** The modal in which it was done, or that is open for the answer. */
  readonly modal: string | null;
  /** On the Home page and in modals notices are shown in a modal too. */
  readonly isView: boolean;
  /** Whether an answer for these may take the place of the message of the button: what one person may see never replaces what everybody saw. */
  readonly canReplace: (seenBy: SeenBy) => boolean;
  /** The ways to show a message, the best first. `everyone` is asked for in a channel only. */
  readonly ways: (seenBy: SeenBy, replaces: boolean) => readonly Way[];
  /** It is answered in their own conversation with the bot, where files go too. */
  readonly isOwnConversation: boolean;
};

type Where = { readonly account: string; readonly origin: Origin };

/** A slash command, or the shortcut on a message. */
export function commandSurface(
  tools: Tools,
  where: Where,
  { trigger, responseUrl }: { readonly trigger: string; readonly responseUrl: ResponseUrl },
): Surface {
  return {
    trigger,
    modal: null,
    isView: false,
    canReplace: () => false,
    ways: (seenBy) => waysBack(tools, where, responseUrl, { seenBy, replaces: false }),
    isOwnConversation: false,
  };
}

/** A button of a message; of an ephemeral one only this person knows. */
export function messageSurface(
  tools: Tools,
  where: Where,
  {
    trigger,
    responseUrl,
    isEphemeral,
  }: { readonly trigger: string; readonly responseUrl: ResponseUrl; readonly isEphemeral: boolean },
): Surface {
  // What stands in a conversation of two for both to see is the bot's own: elsewhere it only answers in secret.
  const isOwnConversation = isDirect(where.origin) && !isEphemeral;
  return {
    trigger,
    modal: null,
    isView: false,
    canReplace: (seenBy) => isOwnConversation || (seenBy === 'caller') === isEphemeral,
    ways: (seenBy, replaces) =>
      waysBack(tools, where, responseUrl, { seenBy: isOwnConversation ? 'everyone' : seenBy, replaces }),
    isOwnConversation,
  };
}

/** A button on the Home page. */
export function homeSurface(tools: Tools, account: string, trigger: string): Surface {
  return { ...writtenSurface(tools, { account, origin: HOME }), trigger, isView: true, isOwnConversation: false };
}

/** A button in a modal, or a form that was sent: the answer takes the place of what is in the modal. */
export function modalSurface(tools: Tools, where: Where, modal: string): Surface {
  return { ...writtenSurface(tools, where), modal, isView: true, isOwnConversation: false };
}

/** Words in a direct message or a mention, and what comes after a form that was sent: no way back is given, and no modal can be opened. */
export function writtenSurface(tools: Tools, where: Where): Surface {
  return {
    trigger: null,
    modal: null,
    isView: false,
    canReplace: () => false,
    ways: (seenBy) => waysTo(tools, where, seenBy),
    isOwnConversation: where.origin.kind === 'home' || isDirect(where.origin),
  };
}

/** Slack's own way back, and the others when that does not work. */
function waysBack(
  tools: Tools,
  where: Where,
  responseUrl: ResponseUrl,
  how: { readonly seenBy: SeenBy; readonly replaces: boolean },
): readonly Way[] {
  const thread = threadOf(where.origin);
  const back = byResponse(tools, responseUrl, { ...how, thread });
  const [first, ...others] = waysTo(tools, where, how.seenBy);
  // By that way Slack keeps to a thread only with what everybody sees; the rest would come in the channel.
  const isAside = thread !== null && how.seenBy === 'caller' && !how.replaces;
  return isAside ? [first, back, ...others] : [back, first, ...others];
}

/** Where the bot is no member it can show nothing; their own conversation with it is always there. */
function waysTo(tools: Tools, { account, origin }: Where, seenBy: SeenBy): readonly [Way, ...Way[]] {
  const own = asMessage(tools, account);
  if (origin.kind === 'home') return [own];
  const { channel, thread } = origin;
  if (isDirect(origin)) return [asMessage(tools, channel, thread), own];
  const forOne = asEphemeral(tools, account, channel, thread);
  return seenBy === 'everyone' ? [asMessage(tools, channel, thread), forOne, own] : [forOne, own];
}

function threadOf(origin: Origin): string | null {
  return origin.kind === 'channel' ? origin.thread : null;
}
