/** Every object in a card, from the outside in. */
type Json = Readonly<Record<string, unknown>>;

export function objectsIn(value: unknown): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return [value as Json, ...Object.values(value).flatMap(objectsIn)];
}
