/** Which arguments a command reads, from the schema that it was made with: what is given beside those changes no answer. */
import type * as Commands from '../../src/bot/command.ts';
import type { Intent } from '../../src/bot/reply.ts';

type Schema = { readonly _zod: { readonly def: SchemaParts } };
type SchemaParts = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly in?: Schema;
};

const SCHEMAS = new Map<string, Schema>();
/** Read beside any schema, by the question about a closed day. */
const BESIDES = ['toch'];

/** For `vi.mock` of `src/bot/command.ts`: the real thing, which also keeps the schema of every command. */
export async function keepingSchemas(original: () => Promise<typeof Commands>): Promise<typeof Commands> {
  const real = await original();
  return {
    ...real,
    command: (definition) => {
      SCHEMAS.set(definition.intent, definition.args as unknown as Schema);
      return real.command(definition);
    },
  };
}

/** The intent with only what its command reads, so that each different question is asked once. */
export function onlyRead(intent: Intent): Intent {
  const schema = SCHEMAS.get(intent.name);
  if (!schema) throw new Error(`no schema of ${intent.name}`);
  const names = namesIn(schema);
  if (names === null) return intent;
  const read = new Set([...names, ...BESIDES]);
  return { ...intent, args: Object.fromEntries(Object.entries(intent.args).filter(([name]) => read.has(name))) };
}

/** Null: whatever is given. */
function namesIn({ _zod: { def } }: Schema): readonly string[] | null {
  if (def.type === 'pipe') return namesIn(def.in!);
  return def.type === 'object' && !def.catchall ? Object.keys(def.shape!) : null;
}
