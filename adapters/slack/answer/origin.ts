/** Where somebody asked something, so that the answer gets there too when it comes later: with the form that was opened there. */
import type { Request } from '../../../src/bot/request.ts';
import type { ChannelNames } from './channel-names.ts';

export type Origin =
  | { readonly kind: 'home' }
  /** A channel, a group or a conversation of two; `thread` when it was asked in one. */
  | { readonly kind: 'channel'; readonly channel: string; readonly thread: string | null };

export const HOME: Origin = { kind: 'home' };

export function inChannel(channel: string, thread: string | null = null): Origin {
  return { kind: 'channel', channel, thread };
}

/** The thread in which a message is a reply; null for one in the channel itself, which is its own thread once it has replies. */
export function threadOfMessage(message: {
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}): string | null {
  const { ts, thread_ts: thread } = message;
  return thread === undefined || thread === ts ? null : thread;
}

/** A conversation of two: of somebody with the bot, or with a colleague when a slash command was typed there. */
export function isDirect(origin: Origin): boolean {
  return origin.kind === 'channel' && origin.channel.startsWith('D');
}

/** Is what is answered there for one person, whoever it is for? */
export function isPersonal(origin: Origin): boolean {
  return origin.kind === 'home' || isDirect(origin);
}

/** What the core may know of it. */
export function placeOf(origin: Origin, names: Pick<ChannelNames, 'nameOf'>): Request['place'] {
  if (origin.kind === 'home' || isDirect(origin)) return { kind: 'personal' };
  const name = names.nameOf(origin.channel);
  return { kind: 'channel', channel: origin.channel, ...(name === undefined ? {} : { name }) };
}

/** As a modal carries it: `home`, `C123`, or `C123 1764000000.000100`. */
export function originText(origin: Origin): string {
  if (origin.kind === 'home') return 'home';
  return origin.thread === null ? origin.channel : `${origin.channel} ${origin.thread}`;
}

const CARRIED = /^(?<channel>[A-Z][A-Z0-9]+)(?: (?<thread>\d+\.\d+))?$/;

/** Reads it back; what cannot be read is as private as the Home page. */
export function readOrigin(text: string): Origin {
  const found = CARRIED.exec(text)?.groups;
  return found ? inChannel(found.channel!, found.thread ?? null) : HOME;
}
