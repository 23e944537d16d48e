import type { start as nl } from '../nl/start.ts';
import type { Same } from '../same.ts';

/** First contact and the home page. */
export const start: Same<typeof nl> = {};
