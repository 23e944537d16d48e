/** Where something was asked, as the core may know it. */
import type { Request } from '../../../src/bot/request.ts';
import type { Tools, Who } from '../receive.ts';
import type { Arrival } from './arrival.ts';

/** Of what is done there. */
export function placeOf(
  tools: Pick<Tools, 'conversations' | 'onFault'>,
  { who, place }: Pick<Arrival, 'who' | 'place'>,
): Promise<Request['place']> {
  if (place.kind === 'own') return Promise.resolve({ kind: 'personal' });
  return channelPlace(tools, who, place.channel, place.name);
}

/** Of what is done in somebody's own chat with a card that was asked for in a channel: `carried` is what it says of that, and may be made up. */
export async function carriedPlace(
  tools: Pick<Tools, 'conversations' | 'onFault'>,
  { who, place }: Arrival,
  carried: string | undefined,
): Promise<Request['place']> {
  if (place.kind !== 'own' || carried === undefined) return placeOf(tools, { who, place });
  const known = await tools.conversations.conversationIn(who.tenant, carried);
  return known ? channelPlace(tools, who, carried, known.name) : { kind: 'personal' };
}

/** With what people call it, as Teams told it now or before. */
async function channelPlace(
  { conversations, onFault }: Pick<Tools, 'conversations' | 'onFault'>,
  { tenant }: Who,
  channel: string,
  told: string | null,
): Promise<Request['place']> {
  try {
    const name = told ?? (await conversations.conversationIn(tenant, channel))?.name ?? null;
    return { kind: 'channel', channel, ...(name === null ? {} : { name }) };
  } catch (fault) {
    onFault(fault);
    return { kind: 'channel', channel };
  }
}
