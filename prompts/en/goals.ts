import type { goals as nl } from '../nl/goals.ts';
import type { Same } from '../same.ts';

export const goals: Same<typeof nl> = {};
