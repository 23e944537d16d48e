/** Slack does not take a token: nothing will work until whoever runs the server has put another in its place. */
import { say as voice } from '../../../src/bot/text.ts';
import { ConfigError } from '../../../src/config.ts';
import { slackCode } from '../errors.ts';

/** Whoever installs it reads Dutch. */
const say = voice('nl');

const REFUSED = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

/** What to do about it; null when the error is another one, that may pass by itself. */
export function refusalOf(token: 'app' | 'bot', error: unknown): ConfigError | null {
  const code = slackCode(error);
  if (code === null || !REFUSED.has(code)) return null;
  return new ConfigError([
    say.plain(token === 'app' ? 'slack.app-token-refused' : 'slack.bot-token-refused', { code }),
  ]);
}
