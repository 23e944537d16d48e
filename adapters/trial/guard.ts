/** Who may use the trial page: only a browser on this machine, and only from the page itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PageError } from './errors.ts';

/** Headers that a proxy adds; behind one, "this machine" is no longer the person's own. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Refuses everything that does not come from this machine (ARCHITECTURE, HTTP). The Host check stops a site that lets its own name point
 * to 127.0.0.1, the Origin check stops a form or script of another site. Throws a PageError `not-here`.
 */
export function checkOwnPage(request: IncomingMessage): void {
  const { remoteAddress, localPort } = request.socket;
  const host = request.headers.host?.toLowerCase() ?? '';
  const origin = request.headers.origin;
  const allowed =
    isLoopbackAddress(remoteAddress) &&
    isOwnHost(host, localPort) &&
    (origin === undefined || origin === `http://${host}`) &&
    !FORWARDED.some((name) => name in request.headers);
  if (!allowed) throw new PageError('not-here');
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

function isOwnHost(host: string, port: number | undefined): boolean {
  const match = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/.exec(host);
  return match !== null && Number(match[2] ?? 80) === port;
}

/** `style-src` needs no exception: the card renderer sets styles from script, which is allowed. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, also on refusals. */
export function setSafeHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
}
