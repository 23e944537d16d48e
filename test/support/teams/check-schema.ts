/** The schema of Adaptive Cards, where it is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

const FILE = resolve(import.meta.dirname, '../../../../shared/schemas/adaptive-card.1.6.0.json');

/** Made once. Null: the schema is not at hand. */
let made: { readonly validate: ValidateFunction | null } | null = null;

/** Empty too when the schema is not at hand. Charts are none of it. */
export function schemaProblems(card: unknown): readonly string[] {
  made ??= { validate: existsSync(FILE) ? compiled() : null };
  const { validate } = made;
  if (validate === null || validate(ofTheSchema(card))) return [];
  return [...new Set((validate.errors ?? []).map(({ instancePath, message }) => `schema: ${instancePath} ${message}`))];
}

function compiled(): ValidateFunction {
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(FILE, 'utf8'), withoutMistake);
  return new Ajv({ strict: false, logger: false, validateSchema: false }).compile(schema);
}

/** Microsoft's schema says `required: false` of one property, where JSON Schema wants a list of names. */
const withoutMistake = (name: string, value: unknown): unknown =>
  name === 'required' && typeof value === 'boolean' ? undefined : value;

/** Teams' own additions. */
function ofTheSchema(card: unknown): unknown {
  const { msteams: _own, ...rest } = card as Readonly<Record<string, unknown>>;
  return rest;
}
