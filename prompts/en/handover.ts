import type { handover as nl } from '../nl/handover.ts';
import type { Same } from '../same.ts';

/** Handover, absence, being back and being new. */
export const handover: Same<typeof nl> = {};
