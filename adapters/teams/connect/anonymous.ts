/** TEAMS_ANONYMOUS: unsigned activities, of a program on this machine only (ARCHITECTURE, Environment). */
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../../src/loopback.ts';
import { Refused } from './refused.ts';

/** What a proxy or a tunnel adds, that would let the world in. */
const FORWARDING = /^(forwarded|via|x-forwarded(-.+)?|x-real-ip|x-original-host|cf-connecting-ip|true-client-ip)$/;

/** Throws a Refused when it comes from elsewhere: through a proxy, or from a page in a browser here. */
export function checkAnonymous({ headers }: IncomingMessage): void {
  if (Object.keys(headers).some((name) => FORWARDING.test(name))) throw new Refused(403, 'unsigned, and forwarded');
  if (headers.origin !== undefined) throw new Refused(403, 'unsigned, and of a web page');
  // A name of somebody else's that leads here.
  if (!isLoopback(nameIn(headers.host))) throw new Refused(403, 'unsigned, and for another address');
}

function nameIn(host = ''): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}
