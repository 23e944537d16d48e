/** Who did something in Teams and where: in their own chat with the bot, in a channel or in a group. */
import type { Conversation } from '../../../src/people/conversations.store.ts';
import type { Who } from '../receive.ts';
import type { Arrived } from './payloads.ts';

export type Place =
  | { readonly kind: 'own' }
  /** A group chat too: its id is that of its conversation. `team` is null there. */
  | {
      readonly kind: 'channel';
      readonly channel: string;
      /** What people call it; null when Teams does not say. */
      readonly name: string | null;
      readonly team: string | null;
    };

export type Arrival = {
  readonly who: Who;
  readonly place: Place;
  /** Of what was done; null when Teams gives it none. */
  readonly id: string | null;
  /** The message whose button was pressed. */
  readonly pressed: string | null;
};

/** Pure. `account` is empty for somebody whom Teams does not know: see `isNobody`. */
export function arrivalOf(arrived: Arrived): Arrival {
  const { conversation, channelData, from, recipient, serviceUrl } = arrived;
  return {
    who: {
      tenant: (conversation.tenantId ?? channelData?.tenant?.id ?? '').toLowerCase(),
      account: (from.aadObjectId ?? '').toLowerCase(),
      member: from.id,
      bot: recipient.id,
      serviceUrl,
      conversation: conversation.id,
    },
    place: isOwn(arrived) ? { kind: 'own' } : channelOf(arrived),
    id: arrived.id ?? null,
    pressed: arrived.replyToId ?? null,
  };
}

/** Somebody without an account, in a meeting for example. */
export function isNobody({ who }: Arrival): boolean {
  return who.account === '';
}

/** Another app, or ourselves. */
export function isBot({ from }: Arrived): boolean {
  return from.id.startsWith('28:') || from.role === 'bot';
}

/** What is remembered of where this happened. */
export function conversationOf({ who, place }: Arrival): Conversation {
  const { tenant, account, member, bot, serviceUrl, conversation } = who;
  if (place.kind === 'own') {
    return { tenant, of: { kind: 'person', account }, name: null, conversation, member, team: null, serviceUrl, bot };
  }
  const { channel, name, team } = place;
  return { tenant, of: { kind: 'channel', channel }, name, conversation: channel, member: null, team, serviceUrl, bot };
}

/** Nothing may say that others read along. The playground leaves the type out; a chat of two colleagues is called personal too. */
function isOwn({ conversation, recipient }: Arrived): boolean {
  const { id, conversationType: type, isGroup } = conversation;
  if ((type && type !== 'personal') || isGroup) return false;
  return !id.startsWith('19:') || id.includes(recipient.id.replace(/^28:/, ''));
}

function channelOf({ conversation, channelData }: Arrived): Place {
  const { id, conversationType: type, name } = conversation;
  const channel = withoutThread(id);
  const team = channelData?.team ?? null;
  // A team's first channel has the team's own id, and Teams never tells its name: people know it by that of the team.
  const itsName = channel === team?.id ? team.name : type === 'channel' ? channelData?.channel?.name : name;
  return { kind: 'channel', channel, name: itsName || null, team: team?.id ?? null };
}

/** Of a channel without the thread in it. */
function withoutThread(conversation: string): string {
  return conversation.split(';', 1)[0]!;
}
