/** `3 op koers 72 "Groep 4 leest elke dag." succes` as named arguments; the order is free after the goal. Pure. */
import type { Token } from '../bot/tokens.ts';
import { wordsOf } from '../bot/tokens.ts';
import { goalNumber } from './match-goal.ts';
import { type StatusAt, statusAt } from './status.ts';

export type UpdateArguments = {
  doel?: string;
  status?: string;
  waarde?: string;
  zin?: string;
  succes?: string;
  /** Words without quotes right behind the value: a unit, or the sentence; which of the two is known once the goal is. Also in `zin`. */
  achter?: string;
};

/** What was typed behind `/doel update`. Never refuses: what is missing is asked for. */
export function readUpdate(line: readonly Token[]): UpdateArguments {
  const { goal, rest } = splitGoal(line);
  const { words, isSuccess } = withoutTick(rest);
  return { ...(goal ? { doel: goal } : {}), ...readFacts(words), ...(isSuccess ? { succes: 'ja' } : {}) };
}

/** No title has more words before its status. */
const MOST_WORDS = 40;

/** The goal comes first: a number, quoted text, or all words before the status. A line may also begin with the status. */
function splitGoal(line: readonly Token[]): { readonly goal: string; readonly rest: readonly Token[] } {
  const [first, second] = line;
  if (!first) return { goal: '', rest: [] };
  if (first.quoted || goalNumber(first.text) !== null) return { goal: first.text, rest: line.slice(1) };
  if (second && goalNumber(`${first.text} ${second.text}`) !== null) return { goal: second.text, rest: line.slice(2) };
  const quote = line.findIndex((token) => token.quoted);
  const unquoted = line.slice(0, quote < 0 ? MOST_WORDS : Math.min(quote, MOST_WORDS));
  const at = statusPlace(unquoted) ?? (quote < 0 ? line.length : quote);
  return { goal: wordsOf(line.slice(0, at)), rest: line.slice(at) };
}

/** Where the status begins behind a title. A title may hold the word "aandacht", so a later status wins from one word at the start. */
function statusPlace(line: readonly Token[]): number | null {
  const start = statusAt(line, 0, 'exact');
  if (start && start.length > 1) return 0;
  const later = (reading: 'exact' | 'near') =>
    line.map((_, at) => at).find((at) => at > 0 && statusAt(line, at, reading) !== null);
  return later('exact') ?? (start || statusAt(line, 0, 'near') ? 0 : (later('near') ?? null));
}

/** `een succes` or `met succes` is part of the sentence. */
const NOT_A_TICK = new Set([
  'een',
  'geen',
  'met',
  'veel',
  'het',
  'dit',
  'ons',
  'groot',
  'mooi',
  'a',
  'no',
  'with',
  'of',
]);

function withoutTick(line: readonly Token[]): { readonly words: readonly Token[]; readonly isSuccess: boolean } {
  const last = line.at(-1);
  const before = line.at(-2);
  const isWord = last !== undefined && !last.quoted && ['succes', 'success'].includes(last.text.toLowerCase());
  if (!isWord || (before && !before.quoted && NOT_A_TICK.has(before.text.toLowerCase()))) {
    return { words: line, isSuccess: false };
  }
  return { words: line.slice(0, -1), isSuccess: true };
}

/** Status and value each once and in either order; the rest is the sentence. */
export function readFacts(line: readonly Token[]): Pick<UpdateArguments, 'status' | 'waarde' | 'zin' | 'achter'> {
  let status: StatusAt | null = null;
  let value: string | null = null;
  const sentence: string[] = [];
  let behind = '';
  let isBehindValue = false;
  let rest = line;
  while (rest.length > 0) {
    const isQuote = rest[0]!.quoted;
    const foundStatus: StatusAt | null = status ? null : statusAt(rest, 0, 'near');
    const foundValue: ReturnType<typeof valueAt> = value !== null || foundStatus ? null : valueAt(rest);
    if (foundStatus) status = foundStatus;
    else if (foundValue) value = foundValue.value;
    else {
      sentence.push(isQuote ? rest[0]!.text : wordsOf(rest));
      if (isBehindValue && !isQuote) behind = wordsOf(rest);
    }
    isBehindValue = foundValue !== null;
    rest = rest.slice(foundStatus?.length ?? foundValue?.length ?? (isQuote ? 1 : rest.length));
  }
  const words = sentence.join(' ').trim();
  return {
    ...(status ? { status: status.status } : {}),
    ...(value ? { waarde: value } : {}),
    ...(words ? { zin: words } : {}),
    ...(behind ? { achter: behind } : {}),
  };
}

/** `72`, `72%`, `72 %`, or `18 punten` before a quoted sentence. `4 van de 5` begins a sentence. */
function valueAt(line: readonly Token[]): { readonly value: string; readonly length: number } | null {
  const [first, second, third] = line;
  if (first!.quoted || !/^[+-]?\d{1,9}(?:[.,]\d{1,4})?%?$/.test(first!.text)) return null;
  if (!second || second.quoted) return { value: first!.text, length: 1 };
  const next = second.text.toLowerCase();
  if (next === 'van') return null;
  const isUnit = ['%', 'procent', 'percent'].includes(next) || third?.quoted === true;
  return isUnit && !statusAt(line, 1, 'near')
    ? { value: `${first!.text} ${second.text}`, length: 2 }
    : { value: first!.text, length: 1 };
}
