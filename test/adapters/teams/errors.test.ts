/** What each answer of Teams means for what was called: one table. */
import { describe, expect, it } from 'vitest';
import { isOfTheToken, platformError, TeamsError, troubleWord, unanswered } from '../../../adapters/teams/errors.ts';
import { PlatformError, Unreachable } from '../../../src/platform.ts';

const http = (status: number, code: unknown = null, retryAfter: number | null = null) =>
  new TeamsError('call', status, code, retryAfter);
const token = (status: number, code: unknown = null) => new TeamsError('token', status, code);
const broken = (code: string, of: TeamsError['of'] = 'call') =>
  unanswered(of, new TypeError('fetch failed', { cause: Object.assign(new Error('connect 10.0.0.1'), { code }) }));
const timeOut = unanswered('call', new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
/** Node tries several addresses. */
const nowhere = unanswered(
  'call',
  new TypeError('fetch failed', {
    cause: new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]),
  }),
);

// error                                  of a send                of what may be repeated
const TABLE = [
  [http(429, null, 7), 'retryable', 7, 'retryable', 7, 'http_429'],
  [http(429), 'retryable', 30, 'retryable', 30, 'http_429'],
  [http(412, 'PreconditionFailed'), 'retryable', null, 'retryable', null, 'PreconditionFailed'],
  [http(412, null, 4), 'retryable', 4, 'retryable', 4, 'http_412'],
  [http(408), 'retryable', null, 'retryable', null, 'http_408'],
  [http(500, 'ServiceError'), 'ambiguous', null, 'retryable', null, 'ServiceError'],
  [http(502, '<html>Jan Jansen</html>'), 'ambiguous', null, 'retryable', null, 'http_502'],
  [http(503, null, 20), 'ambiguous', 20, 'retryable', 20, 'http_503'],
  [http(504), 'ambiguous', null, 'retryable', null, 'http_504'],
  [http(200, 'unreadable'), 'ambiguous', null, 'retryable', null, 'unreadable'],
  [timeOut, 'ambiguous', null, 'retryable', null, 'time_out'],
  [broken('ECONNRESET'), 'ambiguous', null, 'retryable', null, 'ECONNRESET'],
  [broken('UND_ERR_SOCKET'), 'ambiguous', null, 'retryable', null, 'UND_ERR_SOCKET'],
  [unanswered('call', new TypeError('terminated')), 'ambiguous', null, 'retryable', null, 'no_answer'],
  [broken('ECONNREFUSED'), 'retryable', null, 'retryable', null, 'ECONNREFUSED'],
  [nowhere, 'retryable', null, 'retryable', null, 'ECONNREFUSED'],
  [broken('ENOTFOUND'), 'retryable', null, 'retryable', null, 'ENOTFOUND'],
  [broken('UND_ERR_CONNECT_TIMEOUT'), 'retryable', null, 'retryable', null, 'UND_ERR_CONNECT_TIMEOUT'],
  [http(404, 'ConversationNotFound'), 'retryable', 7_200, 'retryable', 7_200, 'ConversationNotFound'],
  [http(401), 'retryable', 600, 'retryable', 600, 'http_401'],
  [token(401, 'invalid_client'), 'retryable', 600, 'retryable', 600, 'invalid_client'],
  [token(400, 'unauthorized_client'), 'retryable', 600, 'retryable', 600, 'unauthorized_client'],
  [token(503), 'retryable', null, 'retryable', null, 'http_503'],
  [broken('ECONNRESET', 'token'), 'retryable', null, 'retryable', null, 'ECONNRESET'],
  [http(302), 'retryable', 600, 'retryable', 600, 'http_302'],
  [http(403, 'BotNotInConversationRoster'), 'permanent', null, 'permanent', null, 'BotNotInConversationRoster'],
  [http(403, 'MessageWritesBlocked'), 'permanent', null, 'permanent', null, 'MessageWritesBlocked'],
  [http(403), 'permanent', null, 'permanent', null, 'http_403'],
  [http(400, 'BadSyntax'), 'permanent', null, 'permanent', null, 'BadSyntax'],
  [http(413, 'MessageSizeTooBig'), 'permanent', null, 'permanent', null, 'MessageSizeTooBig'],
  [http(405), 'permanent', null, 'permanent', null, 'http_405'],
] as const;

describe.each(TABLE)('%s', (error, ofSend, sendAfter, ofRepeatable, repeatAfter, reason) => {
  it.each([
    ['send', ofSend, sendAfter],
    ['repeatable', ofRepeatable, repeatAfter],
  ] as const)('%s: %s', (kind, outcome, retryAfter) => {
    const { outcome: found, retryAfter: after, message } = platformError(error, kind);
    expect({ found, after, message }).toEqual({ found: outcome, after: retryAfter, message: reason });
  });

  it('is one word in the log, that holds nothing of an answer', () => {
    expect(troubleWord(error)).toBe(reason);
    expect(reason).toMatch(/^\w+$/);
  });
});

it.each([
  ['BotNotInConversationRoster', true],
  ['BotDisabledByAdmin', true],
  [null, true],
  ['ConversationBlockedByUser', false],
  ['MessageWritesBlocked', false],
] as const)('a 403 %s ends it here; another platform may reach them: %j', (code, mayBeReached) => {
  const error = platformError(http(403, code), 'send');
  expect([error.outcome, error instanceof Unreachable]).toEqual(['permanent', mayBeReached]);
});

it('what is known already stays as it is', () => {
  const known = new PlatformError('permanent', 'BadSyntax');
  expect(platformError(known, 'send')).toBe(known);
  expect(troubleWord(known)).toBe('BadSyntax');
});

it('what does not come from a call is a fault of ours, and stays one', () => {
  const fault = new RangeError('oops');
  expect(() => platformError(fault, 'send')).toThrow(fault);
});

it('only a no of Microsoft is about our id and secret', () => {
  const no = [http(401), token(401, 'invalid_client'), token(400, 'invalid_request'), token(403)];
  const other = [http(403), http(400), token(500), broken('ECONNRESET', 'token'), new Error('401'), null];
  expect(no.map(isOfTheToken)).toEqual(no.map(() => true));
  expect(other.map(isOfTheToken)).toEqual(other.map(() => false));
});
