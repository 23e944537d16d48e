import type { delivery as nl } from '../nl/delivery.ts';
import type { Same } from '../same.ts';

export const delivery: Same<typeof nl> = {};
