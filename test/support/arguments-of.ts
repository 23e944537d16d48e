/** Which arguments a command reads: what is given beside those changes no answer. */
import { z } from 'zod';
import type { Intent } from '../../src/bot/reply.ts';
import { COMMANDS } from '../../src/commands.ts';

/** Read beside any schema, by the question about a closed day and by a form that opens again. */
const BESIDES = ['toch', 'opnieuw'];

/** The intent with only what its command reads, so that each different question is asked once. */
export function onlyRead(intent: Intent): Intent {
  const known = COMMANDS.find((command) => command.intent === intent.name);
  const names = known ? namesIn(known.args) : null;
  if (names === null) return intent;
  const read = new Set([...names, ...BESIDES]);
  return { ...intent, args: Object.fromEntries(Object.entries(intent.args).filter(([name]) => read.has(name))) };
}

/** Null: whatever is given. */
function namesIn(schema: unknown): readonly string[] | null {
  if (schema instanceof z.ZodPipe) return namesIn(schema.in);
  return schema instanceof z.ZodObject && !schema.def.catchall ? Object.keys(schema.shape) : null;
}
