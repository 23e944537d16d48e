import type { people as nl } from '../nl/people.ts';
import type { Same } from '../same.ts';

export const people: Same<typeof nl> = {};
