/** What Slack's answer to a call means for what was called: try again, never again, or it may have been done (ARCHITECTURE, Errors). */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { connectionCode, wasNeverConnected } from '../../src/delivery/broken-connection.ts';
import { PlatformError, Unreachable } from '../../src/platform.ts';

/** `send`: a second time is a second message. `repeatable`: a look-up, or an edit that says the same. */
export type CallKind = 'send' | 'repeatable';

const MINUTE = 60;
/** In seconds. Somebody who is not in Slack yet may be there this afternoon. */
const NOT_THERE_YET = 120 * MINUTE;
/** Only whoever runs the server can mend it, and nothing may be lost by it. */
export const UNTIL_MENDED = 10 * MINUTE;
const RATE_LIMITED = 30;

/** The app's token, its scopes or its settings in Slack; nothing that is about one receiver. */
const OF_THE_APP = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'missing_scope',
  'not_allowed_token_type',
  'access_denied',
  'accesslimited',
  'org_login_required',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'two_factor_setup_required',
  'team_access_not_granted',
  'team_added_to_org',
  'team_not_found',
  'invalid_app_id',
  'messages_tab_disabled',
]);
/** Of this method `account_inactive` may be the receiver's account. */
const POSTING = 'chat.postMessage';
/** Slack says these also of one channel or person. */
const MAY_BE_OF_ONE = new Set([
  'no_permission',
  'access_denied',
  'accesslimited',
  'team_access_not_granted',
  'team_not_found',
  'messages_tab_disabled',
]);
/** Slack does not take this token, whatever is asked with it. */
const OF_THE_TOKEN = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);
/** The account of the receiver is not in use any more; another platform may reach them. */
const SWITCHED_OFF = new Set(['user_disabled', 'user_not_found']);
/** Slack did not get the whole of what was asked. */
const NOT_READ = 'request_timeout';
/** "Some aspect of the operation" may have succeeded before these. */
const HALFWAY = new Set(['internal_error', 'fatal_error', 'service_unavailable']);
const LIMITED = new Set(['ratelimited', 'rate_limited']);

/** Slack's own code (`not_in_channel`); null for any other trouble. What is no code (a page of a proxy) never comes out. */
export function slackCode(error: unknown): string | null {
  if (!(error instanceof WebAPIPlatformError)) return null;
  const { error: code } = error.data;
  return typeof code === 'string' && /^[a-z0-9_]{1,80}$/.test(code) ? code : null;
}

/** Can only whoever runs the server mend this? */
function isOfTheApp(error: unknown): boolean {
  return OF_THE_APP.has(slackCode(error) ?? '');
}

/** Will this method be refused whoever is asked about or written to? */
export function isOfEveryCall(error: unknown, method: string): boolean {
  const code = slackCode(error) ?? '';
  if (code === 'account_inactive' && method === POSTING) return false;
  return OF_THE_APP.has(code) && !MAY_BE_OF_ONE.has(code);
}

/** Does Slack not take our token any more? */
export function isOfTheToken(error: unknown, method: string): boolean {
  return isOfEveryCall(error, method) && OF_THE_TOKEN.has(slackCode(error) ?? '');
}

/** How many seconds Slack asks to wait; null when it does not. */
export function retryAfterOf(error: unknown): number | null {
  if (error instanceof WebAPIRateLimitedError) return error.retryAfter;
  if (!LIMITED.has(slackCode(error) ?? '')) return null;
  return (error as WebAPIPlatformError).data.response_metadata?.retryAfter ?? RATE_LIMITED;
}

/** What went wrong, in one word for the log: never an address, a name or anybody's words. */
export function troubleWord(error: unknown): string {
  if (error instanceof PlatformError) return error.message;
  const code = slackCode(error);
  if (code) return code;
  if (retryAfterOf(error) !== null) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  return brokenBy(error) ?? 'no_answer';
}

/** The error of a call as the core knows it. What does not come from a call stays itself: it is a fault of ours. */
export function platformError(error: unknown, kind: CallKind): PlatformError {
  if (error instanceof PlatformError) return error;
  const reason = troubleWord(error);
  const retryAfter = retryAfterOf(error);
  if (retryAfter !== null) return new PlatformError('retryable', 'ratelimited', retryAfter);
  if (isOfTheApp(error)) return new PlatformError('retryable', reason, UNTIL_MENDED);
  if (reason === 'users_not_found') return notThereYet(reason);
  const code = slackCode(error);
  if (code !== null && SWITCHED_OFF.has(code)) return new Unreachable(code, null);
  if (code === NOT_READ) return new PlatformError('retryable', code);
  if (code !== null && !HALFWAY.has(code)) return new PlatformError('permanent', code);
  const isUnsure = kind === 'send' && !wasNeverConnected(brokenBy(error));
  return new PlatformError(isUnsure ? 'ambiguous' : 'retryable', reason);
}

/** Somebody without an account that can be written to; it is tried again until the message makes no sense any more. */
export function notThereYet(reason: string): PlatformError {
  return new Unreachable(reason, NOT_THERE_YET);
}

/** The system's word when Slack gave no answer. */
function brokenBy(error: unknown): string | null {
  return connectionCode(error instanceof WebAPIRequestError ? error.original : error);
}
