/** A form that was sent, as it was filled in, below what was wrong with it: Teams empties its fields when they are sent (MicrosoftDocs/msteams-docs#733). */
import type { Notice } from '../../../src/bot/reply.ts';
import { bytesOf, type CardElement, FORM_BYTES, type TeamsCard } from './card.ts';
import { FIELD, NOTHING } from './form-fields.ts';
import { isMistake, mistakeElements } from './mistake.ts';
import { literalText } from './text.ts';

/** `values`: by field; those that are left out are empty. A mistake that stood above the form goes. Null when all of it is too large for one card. */
export function filledAgain(
  card: TeamsCard,
  values: Readonly<Record<string, string>>,
  mistake: Notice,
): TeamsCard | null {
  const form = card.body.filter((element) => !isMistake(element)).map((element) => filled(element, values));
  const again = { ...card, body: [...mistakeElements(mistake), ...form] };
  return bytesOf(again) <= FORM_BYTES ? again : null;
}

function filled(element: CardElement, values: Readonly<Record<string, string>>): CardElement {
  const { id } = element;
  if (!element.type.startsWith('Input.') || typeof id !== 'string' || !id.startsWith(FIELD)) return element;
  const value = literalText(values[id.slice(FIELD.length)] ?? '');
  const { value: _before, ...empty } = element;
  if (element.type === 'Input.Toggle') return { ...empty, value: value || NOTHING };
  return value === '' ? empty : { ...empty, value };
}
