/** May this text name somebody? By first name, last name or address; a human decides. Pure. */
import { plainLetters } from '../bot/plain-words.ts';

/** Words between first and last name say nothing of who it is. */
const BETWEEN: ReadonlySet<string> = new Set(
  'aan af bij da das de del den der des di do dos du el en ibn in la las le les los op over t te ten ter tot uit uijt van vom von voor zu'.split(
    ' ',
  ),
);

export type Sought = {
  /** First name, last name. */
  readonly words: ReadonlySet<string>;
  /** The words of the whole name; empty when it is not known. */
  readonly whole: string;
  /** Lower case. */
  readonly addresses: readonly string[];
};

/** Without a name (it is removed already) only the addresses are looked for. */
export function soughtFor(name: string | null, addresses: readonly string[]): Sought {
  return {
    words: tellingWords(name === null ? [] : [name]),
    whole: wordsIn(name ?? '').join(' '),
    addresses: addresses.map((address) => address.toLowerCase()),
  };
}

/** Without the words that name others too: only for what is deleted unseen. */
export function withoutNamesakes(sought: Sought, otherNames: readonly string[]): Sought {
  const shared = tellingWords(otherNames);
  return { ...sought, words: new Set([...sought.words].filter((word) => !shared.has(word))) };
}

function tellingWords(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(wordsIn).filter((word) => word.length > 1 && !BETWEEN.has(word)));
}

/** Whole words, whatever their accents and capitals; `Sannes` and `Sanne's` are Sanne too. */
export function mayName(text: string, { words, whole, addresses }: Sought): boolean {
  const lower = text.toLowerCase();
  if (addresses.some((address) => lower.includes(address))) return true;
  const said = wordsIn(text);
  if (whole !== '' && ` ${said.join(' ')} `.includes(` ${whole} `)) return true;
  return said.some((word) => words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1))));
}

function wordsIn(text: string): readonly string[] {
  return plainLetters(text).split(/[^\p{L}\p{N}]+/u);
}
