/** A form as a card: a title, what it is about, its fields, who reads along, and one button that sends it. */
import { oneLine } from '../../../src/bot/cut-text.ts';
import { plain } from '../../../src/bot/plain.ts';
import type { Form, Notice } from '../../../src/bot/reply.ts';
import { type Say, say as voice } from '../../../src/bot/text.ts';
import type { Language } from '../../../src/people/person.ts';
import { actionOf } from './buttons.ts';
import { bytesOf, type CardElement, FORM_BYTES, type TeamsMessage, teamsMessage } from './card.ts';
import { fieldElements, isAsked } from './form-fields.ts';
import { mistakeElements } from './mistake.ts';
import { textBlocks } from './text.ts';

/** Letters of a thing to choose: fewer when a form with many of them would be too large for one card. */
const CHOICE_LENGTHS = [400, 100, 60, 30];
const FEWEST_LETTERS = 12;

/** `mistake` comes above it: what was wrong with what is filled in. `language` is the reader's. */
export function formCard(form: Form, language: Language, mistake?: Notice): TeamsMessage {
  const words = mistake ? `${plain(mistake)}\n\n${plain(form)}` : plain(form);
  const above = mistake ? mistakeElements(mistake) : [];
  const made = (choiceLength: number) =>
    teamsMessage(form.title, words, [...above, ...bodyWith(form, choiceLength, voice(language))], language);
  for (const choiceLength of CHOICE_LENGTHS) {
    const message = made(choiceLength);
    if (bytesOf(message) <= FORM_BYTES) return message;
  }
  return made(FEWEST_LETTERS);
}

function bodyWith(form: Form, choiceLength: number, say: Say): readonly CardElement[] {
  const fields = form.fields.filter(isAsked).map(({ name }) => name);
  return [
    ...textBlocks([{ text: oneLine(form.title) }], { weight: 'Bolder', size: 'Large' }),
    ...textBlocks(form.intro ?? []),
    ...form.fields.flatMap((field) => fieldElements(field, choiceLength, say)),
    ...textBlocks(form.small, { size: 'Small', isSubtle: true }, { spacing: 'Medium' }),
    { type: 'ActionSet', actions: [actionOf(form.submit, form, 'primary', { fields })] },
  ];
}
