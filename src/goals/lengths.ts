/** How long the texts about goals may be, in characters as people count them. */
import { UserError } from '../bot/errors.ts';
import type { Say } from '../bot/text.ts';

export const TITLE_LENGTH = 120;
export const SENTENCE_LENGTH = 500;
export const TEXT_LENGTH = 1_000;

/** Throws a UserError that names the field when the text is longer than `max` characters. */
export function mustFit(text: string, max: number, field: string, say: Say): void {
  if ([...text].length > max) throw new UserError(say('goals.too-long', { field, max }));
}
