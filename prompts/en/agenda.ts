import type { agenda as nl } from '../nl/agenda.ts';
import type { Same } from '../same.ts';

export const agenda: Same<typeof nl> = {};
