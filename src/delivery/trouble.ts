/** What to do when the platform or the program fails while something is sent: try again later, or give up. */
import { addMinutes } from 'date-fns/addMinutes';
import { addSeconds } from 'date-fns/addSeconds';
import type { PlatformError } from '../platform.ts';

/** When the platform does not say when. */
const RETRY_SECONDS = 60;
const FAULT_RETRY_MINUTES = 10;
/** After a fault it is tried this many times more; then what caused it is given up. */
const FAULT_RETRIES = 2;

/** What went wrong with one message so far. It is not stored: after a crash or in a second process counting begins anew. */
export type Trouble = { ambiguous: number; faults: number };

/** When to try again after a fault of ours; null: given up. Counts it. */
export function retryAfterFault(now: Date, trouble: Trouble): Date | null {
  trouble.faults++;
  return trouble.faults <= FAULT_RETRIES ? addMinutes(now, FAULT_RETRY_MINUTES) : null;
}

/** After an error of the platform: when to try again, that it may have arrived (`unsure`), or why it never will. Counts it. */
export function afterPlatformError(
  error: PlatformError,
  now: Date,
  trouble: Trouble,
): Date | 'unsure' | { reason: string } {
  const again = addSeconds(now, error.retryAfter ?? RETRY_SECONDS);
  switch (error.outcome) {
    case 'permanent':
      return { reason: error.message };
    case 'retryable':
      return again;
    case 'ambiguous':
      trouble.ambiguous++;
      return trouble.ambiguous > 1 ? 'unsure' : again;
  }
}
