/** botbuilder itself, loaded when Teams is let in: it takes its time and memory, for which no other command should wait. */
import { createRequire } from 'node:module';
import type * as Botbuilder from 'botbuilder';

let loaded: typeof Botbuilder | undefined;

export function botbuilder(): typeof Botbuilder {
  loaded ??= createRequire(import.meta.url)('botbuilder') as typeof Botbuilder;
  return loaded;
}
