/** While a platform is out of order no message is risked: the first that failed halfway speaks for the others. */
import { PlatformError } from '../platform.ts';

export type Outage = {
  /** Something may have been sent, or not: nobody knows. */
  doubt(): void;
  /**
   * To be called before something is sent that cannot be taken back. After a doubt the platform is asked something first that changes nothing: `look` throws a
   * PlatformError as long as it does not answer.
   * @throws PlatformError, never `ambiguous`, when it would not arrive.
   */
  mayBegin(look: () => Promise<unknown>): Promise<void>;
};

/** `onOutage` is told once for each outage, with one word for the log. */
export function createOutage(onOutage: (reason: string) => void): Outage {
  let isUnsure = false;
  let isTold = false;
  return {
    doubt: () => {
      isUnsure = true;
    },

    mayBegin: async (look) => {
      if (!isUnsure) return;
      try {
        await look();
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
