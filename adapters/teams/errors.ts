/** What Teams' answer to a call means for what was called: try again, never again, or it may have been done (ARCHITECTURE, Errors). */
import { connectionCode, wasNeverConnected } from '../../src/delivery/broken-connection.ts';
import { PlatformError, Unreachable } from '../../src/platform.ts';

/** `send`: a second time is a second message. `repeatable`: a look-up, a conversation that is opened, or an edit that says the same. */
export type CallKind = 'send' | 'repeatable';

const MINUTE = 60;
/** In seconds. Somebody who has no app yet may have it this afternoon. */
const NOT_THERE_YET = 120 * MINUTE;
/** Only whoever runs the server can mend it, and nothing may be lost by it. */
export const UNTIL_MENDED = 10 * MINUTE;
/** When a 429 does not say how long. */
export const USUAL_HOLD = 30;

/** Of a 403: this person does not want to hear from the bot, nor by another way. */
const UNWANTED = new Set(['ConversationBlockedByUser', 'MessageWritesBlocked', 'BotDisabledByUser']);

/** What went wrong with a call; never holds anything of what was sent, or of a page that came back. */
export class TeamsError extends Error {
  /** `token`: the call was not made, because there was no token for it. */
  readonly of: 'call' | 'token';
  /** HTTP; null when no answer came. */
  readonly status: number | null;
  /** Teams' own word (`ConversationNotFound`), Entra's (`invalid_client`) or the system's (`ECONNRESET`); null when there is none. */
  readonly code: string | null;
  /** In seconds; null when it is not said. */
  readonly retryAfter: number | null;

  constructor(of: TeamsError['of'], status: number | null, code: unknown = null, retryAfter: number | null = null) {
    const word = typeof code === 'string' && /^[A-Za-z0-9_]{1,80}$/.test(code) ? code : null;
    super(word ?? (status === null ? 'no_answer' : `http_${status}`));
    this.name = 'TeamsError';
    this.of = of;
    this.status = status;
    this.code = word;
    this.retryAfter = retryAfter;
  }
}

/** The error of a call that got no answer. */
export function unanswered(of: TeamsError['of'], error: unknown): TeamsError {
  return new TeamsError(of, null, connectionCode(error));
}

/** Does Microsoft not take our id and secret? */
export function isOfTheToken(error: unknown): boolean {
  if (!(error instanceof TeamsError) || error.status === null) return false;
  return error.status === 401 || (error.of === 'token' && [400, 403].includes(error.status));
}

/** What went wrong, in one word for the log: never an address, a name or anybody's words. */
export function troubleWord(error: unknown): string {
  if (error instanceof PlatformError || error instanceof TeamsError) return error.message;
  return connectionCode(error) ?? 'no_answer';
}

/** The error of a call as the core knows it. Throws what does not come from a call: that is a fault of ours. */
export function platformError(error: unknown, kind: CallKind): PlatformError {
  if (error instanceof PlatformError) return error;
  if (!(error instanceof TeamsError)) throw error;
  const { status, code, retryAfter, message: reason } = error;
  const retryable = (seconds: number | null = retryAfter) => new PlatformError('retryable', reason, seconds);
  if (isOfTheToken(error)) return retryable(UNTIL_MENDED);
  if (error.of === 'token') return retryable();
  if (status === null ? wasNeverConnected(code) : status === 408 || status === 412) return retryable();
  if (status === 429) return retryable(retryAfter ?? USUAL_HOLD);
  if (status === 404) return notThereYet(reason);
  // Taken away, or switched off by an admin, without our having heard of it.
  if (status === 403 && !UNWANTED.has(code ?? '')) return new Unreachable(reason, null);
  // Nothing of Teams answers like this: an address that is wrong, or something between us.
  if (status !== null && status >= 300 && status < 400) return retryable(UNTIL_MENDED);
  if (status !== null && status >= 400 && status < 500) return new PlatformError('permanent', reason);
  return kind === 'send' ? new PlatformError('ambiguous', reason, retryAfter) : retryable();
}

/** Somebody who cannot be written to yet; it is tried again until the message makes no sense any more. */
export function notThereYet(reason: string): PlatformError {
  return new Unreachable(reason, NOT_THERE_YET);
}
