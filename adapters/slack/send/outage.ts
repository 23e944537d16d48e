/** While Slack is out of order no message is risked (`src/delivery/outage.ts`): whether it is, is asked once for everybody. */
import { createOutage as createCoreOutage } from '../../../src/delivery/outage.ts';
import type { PlatformError } from '../../../src/platform.ts';
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

/** Slack itself is asked, whoever the message is for. */
const ANYBODY = '';

export function createOutage({ api, log }: OutageOptions): Outage {
  const outage = createCoreOutage((reason) => log('warn', 'slack: out of order, sending waits', { reason }));
  return {
    met: (error, kind) => {
      const trouble = platformError(error, kind);
      if (trouble.outcome === 'ambiguous' || slackCode(error) === 'account_inactive') outage.doubt(ANYBODY);
      return trouble;
    },

    mayBegin: () =>
      outage.mayBegin(ANYBODY, async () => {
        try {
          await api.bulk.auth.test();
        } catch (error) {
          throw platformError(error, 'repeatable');
        }
      }),
  };
}
