/** Text within what a platform has room for: cut at a word, or in pieces that are the whole text together. */
import type { RichText } from './reply.ts';
import { plainText } from './text.ts';

/** Of what fits; a word that would leave less is cut in the middle. */
const LEAST_KEPT = 1 / 3;

/** At most `most` characters, the `…` included. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const words = text.slice(0, cutPlace(text, most)).trimEnd();
  return `${words.length < most ? words : text.slice(0, cutPlace(text, most - 1)).trimEnd()}…`;
}

/** In pieces of at most `most` characters each, between words where that can be. Together they are exactly the text. */
export function pieces(text: RichText, most: number): readonly RichText[] {
  if (lengthOf(text) <= most) return [text];
  const whole = plainText(text);
  const place = cutPlace(whole, most);
  return [part(text, 0, place), ...pieces(part(text, place, whole.length), most)];
}

/** In characters. */
export function lengthOf(text: RichText): number {
  let length = 0;
  for (const span of text) length += span.text.length;
  return length;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Where a text of at most `most` characters ends: after white space, and never within one character. */
function cutPlace(text: string, most: number): number {
  const space = Math.max(text.lastIndexOf(' ', most - 1), text.lastIndexOf('\n', most - 1));
  if (space >= most * LEAST_KEPT) return space + 1;
  const isWithinCharacter = /[\uD800-\uDBFF]/.test(text[most - 1]!) && /[\uDC00-\uDFFF]/.test(text[most]!);
  return isWithinCharacter ? most - 1 : most;
}

/** The characters from `start` up to `end`, with their styles. */
function part(text: RichText, start: number, end: number): RichText {
  let at = 0;
  return text.flatMap((span) => {
    const from = Math.max(0, start - at);
    const to = Math.max(0, end - at);
    at += span.text.length;
    const words = span.text.slice(from, to);
    return words === '' ? [] : [{ ...span, text: words }];
  });
}
