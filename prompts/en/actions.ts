import type { actions as nl } from '../nl/actions.ts';
import type { Same } from '../same.ts';

/** Actions: what, who and when. */
export const actions: Same<typeof nl> = {};
