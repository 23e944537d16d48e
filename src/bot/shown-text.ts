/** What platforms show alike: a row and a fact as running text, what is a heading, and which words are an address to go to. */
import { lengthOf } from './cut-text.ts';
import type { RichText, Row, RowState, Span } from './reply.ts';

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
  return joined([state ? [...title, stateText(state)] : title, ...lines], '\n');
}

/** How long `rowText` is, in characters: every list is measured, and few are too long. */
export function rowLength({ title, state, lines }: Row): number {
  const known = state ? lengthOf([stateText(state)]) : 0;
  return lines.reduce((sum, line) => sum + '\n'.length + lengthOf(line), lengthOf(title) + known);
}

/** Joined with the separator between them, also between empty ones. */
export function joined(texts: readonly RichText[], separator: string): RichText {
  const all: Span[] = [];
  for (const [index, text] of texts.entries()) {
    if (index > 0) all.push({ text: separator });
    all.push(...text);
  }
  return all;
}

/** Bold where it has no style of its own. */
export function bold(text: RichText): RichText {
  return text.map((span) => ({ ...span, style: span.style ?? 'bold' }));
}

function stateText({ symbol, word }: RowState): Span {
  return { text: ` · ${symbol} ${word}` };
}
