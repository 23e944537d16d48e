import type { pop as nl } from '../nl/pop.ts';
import type { Same } from '../same.ts';

export const pop: Same<typeof nl> = {};
