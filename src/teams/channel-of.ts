/** "Is dit het kanaal van dit leerteam?": wherever something is typed or pressed in a channel, that team is meant. Pure. */
import type { Request } from '../bot/request.ts';
import type { Leerteam } from './leerteam.ts';

/** Also when an import gave the name of the channel (`#bovenbouw`, `Bovenbouw`) and the platform speaks of it by a number. */
export function isChannelOf({ channel }: Pick<Leerteam, 'channel'>, place: Request['place']): boolean {
  if (place.kind !== 'channel' || channel === '') return false;
  return channel === place.channel || (place.name !== undefined && channelKey(channel) === channelKey(place.name));
}

/** The same for every way to write the name of one channel: an import may write a `#` before it, and in any case. */
export function channelKey(name: string): string {
  return name.trim().replace(/^#/, '').trim().toLowerCase();
}

const OF_TEAMS = /^19:/;
/** Of a channel of Teams, and of Slack. */
const IDS = [OF_TEAMS, /^[CGD](\d[A-Z0-9]*|[A-Z0-9]{8,})$/];

/** Is this the id of a channel or a group in Teams? */
export function isOfTeams(channel: string): boolean {
  return OF_TEAMS.test(channel);
}

/** Is the bot surely where somebody typed something? In Teams it hears nothing elsewhere; a command of Slack reaches it from everywhere. */
export function hearsOnlyInside(channel: string): boolean {
  return isOfTeams(channel);
}

/** Does it tell people something (`#bovenbouw`, `Bovenbouw`)? Else it is a platform's own number. */
export function isChannelName(channel: string): boolean {
  return !IDS.some((id) => id.test(channel));
}
