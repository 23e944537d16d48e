/** Slack's own client for a test that calls the fake: it says nothing, and fails at once. */
import { LogLevel, WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { FakeSlack } from './fake-slack.ts';

export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** `timeout` in milliseconds. */
export function clientOf(slack: Pick<FakeSlack, 'apiUrl'>, token: string, timeout = 10_000): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: silent,
  });
}

/** Slack's code, or what went wrong otherwise; `taken` when it went well. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'taken';
  } catch (fault) {
    return fault instanceof WebAPIPlatformError ? fault.data.error : (fault as Error).message;
  }
}
