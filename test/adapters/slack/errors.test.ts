/** What each answer of Slack means for what was called: one table. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { platformError, retryAfterOf, slackCode, troubleWord } from '../../../adapters/slack/errors.ts';
import { PlatformError, Unreachable } from '../../../src/platform.ts';

const slack = (error: string, retryAfter?: number) =>
  new WebAPIPlatformError({
    ok: false,
    error,
    ...(retryAfter === undefined ? {} : { response_metadata: { retryAfter } }),
  });
const http = (status: number) => new WebAPIHTTPError(status, '', {}, 'Jan Jansen zegt iets');
const broken = (code: string) =>
  new WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error('connect 10.0.0.1'), { code }) }),
  );
const timeOut = new WebAPIRequestError(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));

// error                             of a send                               of what may be repeated
const TABLE = [
  [new WebAPIRateLimitedError(7), 'retryable', 7, 'retryable', 7, 'ratelimited'],
  [slack('ratelimited', 12), 'retryable', 12, 'retryable', 12, 'ratelimited'],
  [slack('ratelimited'), 'retryable', 30, 'retryable', 30, 'ratelimited'],
  [http(500), 'ambiguous', null, 'retryable', null, 'http_500'],
  [http(503), 'ambiguous', null, 'retryable', null, 'http_503'],
  [timeOut, 'ambiguous', null, 'retryable', null, 'time_out'],
  [broken('ECONNRESET'), 'ambiguous', null, 'retryable', null, 'ECONNRESET'],
  [broken('UND_ERR_SOCKET'), 'ambiguous', null, 'retryable', null, 'UND_ERR_SOCKET'],
  [slack('<html>Jan Jansen</html>'), 'ambiguous', null, 'retryable', null, 'no_answer'],
  [new TypeError('terminated'), 'ambiguous', null, 'retryable', null, 'no_answer'],
  [slack('internal_error'), 'ambiguous', null, 'retryable', null, 'internal_error'],
  [slack('fatal_error'), 'ambiguous', null, 'retryable', null, 'fatal_error'],
  [broken('ECONNREFUSED'), 'retryable', null, 'retryable', null, 'ECONNREFUSED'],
  [broken('ENOTFOUND'), 'retryable', null, 'retryable', null, 'ENOTFOUND'],
  [slack('request_timeout'), 'retryable', null, 'retryable', null, 'request_timeout'],
  [slack('users_not_found'), 'retryable', 7_200, 'retryable', 7_200, 'users_not_found'],
  [slack('invalid_auth'), 'retryable', 600, 'retryable', 600, 'invalid_auth'],
  [slack('token_revoked'), 'retryable', 600, 'retryable', 600, 'token_revoked'],
  [slack('missing_scope'), 'retryable', 600, 'retryable', 600, 'missing_scope'],
  [slack('account_inactive'), 'retryable', 600, 'retryable', 600, 'account_inactive'],
  [slack('not_in_channel'), 'permanent', null, 'permanent', null, 'not_in_channel'],
  [slack('channel_not_found'), 'permanent', null, 'permanent', null, 'channel_not_found'],
  [slack('is_archived'), 'permanent', null, 'permanent', null, 'is_archived'],
  [slack('user_disabled'), 'permanent', null, 'permanent', null, 'user_disabled'],
  [slack('restricted_action'), 'permanent', null, 'permanent', null, 'restricted_action'],
  [slack('invalid_blocks'), 'permanent', null, 'permanent', null, 'invalid_blocks'],
  [slack('message_not_found'), 'permanent', null, 'permanent', null, 'message_not_found'],
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
  ['user_disabled', true],
  ['user_not_found', true],
  ['is_archived', false],
  ['restricted_action', false],
] as const)('%s ends it here; another platform may reach them: %j', (code, mayBeReached) => {
  const error = platformError(slack(code), 'send');
  expect([error.outcome, error instanceof Unreachable]).toEqual(['permanent', mayBeReached]);
});

it('what is known already stays as it is', () => {
  const known = new PlatformError('permanent', 'is_archived');
  expect(platformError(known, 'send')).toBe(known);
  expect(troubleWord(known)).toBe('is_archived');
});

it('only Slack’s own words are codes', () => {
  expect(slackCode(slack('not_in_channel'))).toBe('not_in_channel');
  for (const error of [slack('Not a code'), http(500), timeOut, new Error('not_in_channel'), null]) {
    expect(slackCode(error)).toBeNull();
  }
  expect(retryAfterOf(slack('not_in_channel', 5))).toBeNull();
});
