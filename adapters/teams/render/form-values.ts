/** What somebody filled in: the values that Teams sends with a form, by the name of the field. */
import { FIELD, NOTHING } from './form-fields.ts';

/**
 * Every field of the form; empty when nothing was filled in. `data` is that of the button; Teams puts what was filled in beside it, and
 * leaves out a text that is empty. Choices are joined by commas, as the core reads them.
 */
export function formValues(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const asked = Array.isArray(data.fields) ? data.fields.filter((name) => typeof name === 'string') : [];
  const named = Object.entries(data).filter(([name]) => name.startsWith(FIELD));
  return {
    ...Object.fromEntries(asked.map((name) => [name, ''])),
    ...Object.fromEntries(named.map(([name, value]) => [name.slice(FIELD.length), filledIn(value)])),
  };
}

function filledIn(value: unknown): string {
  if (typeof value !== 'string' || value === NOTHING) return '';
  // The word joiner of `literalText` goes out again, so that what was filled in comes back as it was.
  return value.replaceAll('{\u2060{', '{{');
}
