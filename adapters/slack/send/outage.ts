/** While Slack is out of order no message is risked: the first that failed halfway speaks for the others. */
import { PlatformError } from '../../../src/platform.ts';
import type { SlackApi } from '../api/api.ts';
import { type CallKind, platformError, slackCode } from '../errors.ts';
import type { SlackLog } from '../options.ts';

export type Outage = {
  /**
   * To be called before something is sent that cannot be taken back.
   * @throws PlatformError, never `ambiguous`, when it would not arrive.
   */
  mayBegin(): Promise<void>;
  /** What a call threw, as the core knows it. */
  met(error: unknown, kind: CallKind): PlatformError;
};

export type OutageOptions = { readonly api: SlackApi; readonly log: SlackLog };

export function createOutage({ api, log }: OutageOptions): Outage {
  let isUnsure = false;
  let isTold = false;
  return {
    met: (error, kind) => {
      const trouble = platformError(error, kind);
      // Whether the app is still there is asked once for everybody.
      if (trouble.outcome === 'ambiguous' || slackCode(error) === 'account_inactive') isUnsure = true;
      return trouble;
    },

    mayBegin: async () => {
      if (!isUnsure) return;
      try {
        await api.bulk.auth.test();
        isUnsure = false;
        isTold = false;
      } catch (error) {
        const trouble = platformError(error, 'repeatable');
        if (!isTold) log('warn', 'slack: out of order, sending waits', { reason: trouble.message });
        isTold = true;
        throw new PlatformError('retryable', trouble.message, trouble.retryAfter);
      }
    },
  };
}
