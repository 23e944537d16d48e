/** What somebody pressed or filled in: what a card sends back. */
import { FIELD, NOTHING } from './form-fields.ts';

export type Acted = {
  /** For `unpack` of `src/bot/control.ts`. */
  readonly control: string;
  /** The fields of the form by name; empty when nothing was filled in. None for a button. */
  readonly values: Readonly<Record<string, string>>;
};

/** `data` of an action. Null: not of a card of ours. */
export function readAction(data: unknown): Acted | null {
  if (typeof data !== 'object' || data === null) return null;
  const { control, fields } = data as { readonly control?: unknown; readonly fields?: unknown };
  if (typeof control !== 'string') return null;
  const names = Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : [];
  // Teams leaves out a text that is empty.
  return { control, values: { ...Object.fromEntries(names.map((name) => [name, ''])), ...formValues(data) } };
}

/** Every field that came back. Choices are joined by commas, as the core reads them. */
export function formValues(data: object): Readonly<Record<string, string>> {
  const named = Object.entries(data).filter(([name]) => name.startsWith(FIELD));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(FIELD.length), filledIn(value)]));
}

function filledIn(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  // The word joiner of `literalText` goes out again, so that what was filled in comes back as it was.
  return value === NOTHING ? '' : value.replaceAll('{\u2060{', '{{');
}
