/** A call that got no answer: in which word the system says so, and whether anything can have been sent. Pure. */

/** No connection was made, so nothing can have been sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The system's word for a broken connection (`ECONNRESET`, or `time_out`), however deep it is; null for any other error. */
export function connectionCode(error: unknown): string | null {
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth++) {
    if ('code' in cause && typeof cause.code === 'string' && /^[A-Z_]+$/.test(cause.code)) return cause.code;
    if (cause.name === 'TimeoutError') return 'time_out';
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return null;
}

/** Does this word of `connectionCode` say that there was no connection at all? */
export function wasNeverConnected(code: string | null): boolean {
  return NEVER_CONNECTED.has(code ?? '');
}
