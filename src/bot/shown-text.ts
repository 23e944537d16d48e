/** What platforms show alike: a row and a fact as running text, what is a heading, and which words are an address to go to. */
import type { RichText, Row } from './reply.ts';

const ENDS_A_SENTENCE = /[.?!…:]["'”’)]*\s*$/u;
const ADDRESS = /^https:\/\/[^\s<>"'|\\^`{}]{1,2000}$/;

/** `Doelen van Bovenbouw` is a heading; `Opgeslagen: doel 1 is op koers. Wat zie je?` is something said. */
export function isName(text: string): boolean {
  return text !== '' && !ENDS_A_SENTENCE.test(text);
}

/** Nothing but an address; what it leads to is what it says, so no link is ever behind other words. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && URL.canParse(text);
}

export function factText({ label, value }: { readonly label: string; readonly value: RichText }): RichText {
  return [{ text: `${label}: `, style: 'bold' }, ...value];
}

/** The title with the state in a sign and a word, and the lines below it. */
export function rowText({ title, state, lines }: Row): RichText {
  const known: RichText = state ? [{ text: ` · ${state.symbol} ${state.word}` }] : [];
  return joined([[...title, ...known], ...lines], '\n');
}

/** Joined with the separator between them, also between empty ones. */
export function joined(texts: readonly RichText[], separator: string): RichText {
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: separator }, ...text]));
}

/** Bold where it has no style of its own. */
export function bold(text: RichText): RichText {
  return text.map((span) => ({ ...span, style: span.style ?? 'bold' }));
}
