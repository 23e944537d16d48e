/** While a platform is out of order no message is risked: the first that failed halfway speaks for the others. */
import { PlatformError } from '../platform.ts';

export type Outage = {
  /** Something may have been sent to `to`, or not: nobody knows. */
  doubt(to: string): void;
  /**
   * To be called before something is sent that cannot be taken back. After a doubt, about `to` or the last one about anybody, the platform is asked something first
   * that changes nothing: `look` throws a PlatformError as long as it does not answer.
   * @throws PlatformError, never `ambiguous`, when it would not arrive.
   */
  mayBegin(to: string, look: () => Promise<unknown>): Promise<void>;
};

/** `onOutage` is told once for each outage, with one word for the log. */
export function createOutage(onOutage: (reason: string) => void): Outage {
  const doubted = new Set<string>();
  let isUnsure = false;
  let isTold = false;
  return {
    doubt: (to) => {
      doubted.add(to);
      isUnsure = true;
    },

    mayBegin: async (to, look) => {
      if (!isUnsure && !doubted.has(to)) return;
      try {
        await look();
        doubted.delete(to);
        isUnsure = false;
        isTold = false;
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        if (!isTold) onOutage(error.message);
        isTold = true;
        throw new PlatformError('retryable', error.message, error.retryAfter);
      }
    },
  };
}
