import type { school as nl } from '../nl/school.ts';
import type { Same } from '../same.ts';

/** What a director or an admin sets for a school. */
export const school: Same<typeof nl> = {};
