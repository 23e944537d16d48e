import type { summary as nl } from '../nl/summary.ts';
import type { Same } from '../same.ts';

export const summary: Same<typeof nl> = {};
