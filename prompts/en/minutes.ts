import type { minutes as nl } from '../nl/minutes.ts';
import type { Same } from '../same.ts';

/** What became of a meeting. */
export const minutes: Same<typeof nl> = {};
