/** The order in which people look for names: case and accents do not count, and Groep 2 comes before Groep 10. */
const collator = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}

/** A new list, by name. */
export function byName<T extends { readonly name: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => collator.compare(a.name, b.name));
}
