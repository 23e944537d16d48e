/** What somebody filled in on a card, field by field, and what Teams itself would not let through. */
import type { Typed } from '../chat/chat-member.ts';
import { elementsOf } from './check-card.ts';
import type { Json } from './fake-types.ts';

/** A card that stands there does not change, so each is searched once. */
const SEARCHED = new WeakMap<Json, readonly Json[]>();

/** Fields of a card. */
export function inputsOf(card: Json): readonly Json[] {
  const known = SEARCHED.get(card);
  if (known) return known;
  const inputs = elementsOf(card).filter(({ type }) => String(type).startsWith('Input.')) as readonly Json[];
  SEARCHED.set(card, inputs);
  return inputs;
}

/** Of one card. When the bot puts another in its place, that one comes with what it holds itself: nothing that was typed is left. */
export class FilledCard {
  readonly #typed = new Map<string, string>();

  /** The card as it stands on the screen. */
  shown(card: Json): Json {
    return filledIn(card, this.#typed) as Json;
  }

  /** Fills in the field with this label. Throws when there is none, or when it does not take this. */
  fill(card: Json, label: string, value: Typed): void {
    const all = inputsOf(card);
    const field = all.find((each) => each.label === label);
    if (!field) throw new Error(`no field "${label}" among: ${all.map((each) => each.label).join(', ')}`);
    this.#typed.set(String(field.id), held(field, label, value));
  }

  /** What goes along with a button of the card: each field that is not empty, which is all that Teams sends. */
  values(card: Json): Readonly<Record<string, string>> {
    const all = inputsOf(card).map((input) => [String(input.id), this.#valueOf(input)] as const);
    return Object.fromEntries(all.filter(([, value]) => value !== ''));
  }

  /** Why Teams does not send this card yet; empty when it does. */
  problems(card: Json): readonly string[] {
    return inputsOf(card).flatMap((input) => {
      const value = this.#valueOf(input);
      if (value === '') return input.isRequired ? [`${input.label}: required`] : [];
      return value.length > Number(input.maxLength ?? Number.POSITIVE_INFINITY) ? [`${input.label}: too long`] : [];
    });
  }

  #valueOf({ id, value }: Json): string {
    return this.#typed.get(String(id)) ?? String(value ?? '');
  }
}

function filledIn(value: unknown, typed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => filledIn(each, typed));
  if (typeof value !== 'object' || value === null) return value;
  const element = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filledIn(each, typed)]));
  const known = String(element.type).startsWith('Input.') ? typed.get(String(element.id)) : undefined;
  return known === undefined ? element : { ...element, value: known };
}

function held(field: Json, label: string, value: Typed): string {
  switch (field.type) {
    case 'Input.Date':
      return matching(label, value, /^(\d{4}-\d{2}-\d{2})?$/);
    case 'Input.Time':
      return matching(label, value, /^(\d{2}:\d{2})?$/);
    case 'Input.Toggle':
      return String(value === true || [value].flat().includes(String(field.title)) ? field.valueOn : field.valueOff);
    case 'Input.ChoiceSet':
      if (!field.isMultiSelect) return choice(field, label, String(value));
      return [value]
        .flat()
        .map((each) => choice(field, label, String(each)))
        .join(',');
    case 'Input.Text':
      return String(value);
    default:
      throw new Error(`nobody can fill in a ${field.type} here`);
  }
}

function matching(label: string, value: Typed, pattern: RegExp): string {
  const text = String(value);
  if (!pattern.test(text)) throw new Error(`"${label}" does not take "${text}"`);
  return text;
}

function choice(field: Json, label: string, wanted: string): string {
  const choices = field.choices as readonly Json[];
  const found = choices.find(({ title }) => title === wanted);
  if (!found) throw new Error(`"${label}" has no "${wanted}": ${choices.map(({ title }) => title).join(', ')}`);
  return String(found.value);
}
