import type { privacy as nl } from '../nl/privacy.ts';
import type { Same } from '../same.ts';

export const privacy: Same<typeof nl> = {};
