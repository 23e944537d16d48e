/** "Is dit het kanaal van dit leerteam?": wherever something is typed or pressed in a channel, that team is meant. Pure. */
import type { Request } from '../bot/request.ts';
import type { Leerteam } from './leerteam.ts';

/** Also when an import gave the name of the channel and the platform speaks of it by a number. */
export function isChannelOf({ channel }: Pick<Leerteam, 'channel'>, place: Request['place']): boolean {
  if (place.kind !== 'channel' || channel === '') return false;
  return channel === place.channel || (place.name !== undefined && channel === channelNamed(place.name));
}

/** As an import writes it. */
export function channelNamed(name: string): string {
  return `#${name}`;
}
