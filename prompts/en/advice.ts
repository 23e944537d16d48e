import type { advice as nl } from '../nl/advice.ts';
import type { Same } from '../same.ts';

/** Advice to the MT and its answers. */
export const advice: Same<typeof nl> = {};
