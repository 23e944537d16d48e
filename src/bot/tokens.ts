/** A typed line as words: `/doel update 3 "op tijd"` is `doel`, `update`, `3` and the quoted `op tijd`. */

export type Token = { readonly text: string; readonly quoted: boolean };

/** People paste; more than this is cut before anything else looks at it (ARCHITECTURE, Input). */
export const MAX_INPUT = 2_000;

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '”', '«': '»' };

/** Marks that turn the direction of text, and control characters: never of use in a command, and they hide what is really there. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** People's words without invisible marks and outer space, at most 2,000 characters (never half an emoji). */
export function clean(text: string): string {
  return [...text.slice(0, MAX_INPUT * 2).replace(INVISIBLE, '')].slice(0, MAX_INPUT).join('').trim();
}

/** Splits at white space, keeps quoted text whole; an unclosed quote runs to the end. Linear in the length. */
export function tokens(line: string): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at]!)) {
      at++;
      continue;
    }
    const closing = QUOTES[line[at]!];
    if (closing !== undefined) {
      const end = indexOfAny(line, closing === '"' ? '"' : `${closing}"`, at + 1);
      out.push({ text: line.slice(at + 1, end).trim(), quoted: true });
      at = end + 1;
      continue;
    }
    let end = at;
    while (end < line.length && !/\s/.test(line[end]!)) end++;
    out.push({ text: line.slice(at, end), quoted: false });
    at = end;
  }
  return out;
}

function indexOfAny(line: string, characters: string, from: number): number {
  for (let at = from; at < line.length; at++) if (characters.includes(line[at]!)) return at;
  return line.length;
}

/** The tokens as one line of plain words, for titles and sentences. */
export function wordsOf(list: readonly Token[]): string {
  return list
    .map((token) => token.text)
    .join(' ')
    .trim();
}
