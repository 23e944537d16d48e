import type { files as nl } from '../nl/files.ts';
import type { Same } from '../same.ts';

export const files: Same<typeof nl> = {};
