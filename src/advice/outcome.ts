/** `overgenomen`, `niet overgenomen`, `later`, `in behandeling`: what the MT does with advice, as people type it. */
import { plainWords } from '../bot/plain-words.ts';
import type { AdviceAnswer } from './advice.ts';

const WORDS: readonly (readonly [words: string, answer: AdviceAnswer])[] = [
  ['niet overgenomen', 'niet overgenomen'],
  ['not adopted', 'niet overgenomen'],
  ['in behandeling', 'in behandeling'],
  ['under consideration', 'in behandeling'],
  ['overgenomen', 'overgenomen'],
  ['adopted', 'overgenomen'],
  ['later', 'later'],
];

/** The outcome with which the words begin, and what follows it; null when they begin with none. */
export function readOutcome(
  words: readonly string[],
): { readonly outcome: AdviceAnswer; readonly rest: string } | null {
  for (const [spelled, outcome] of WORDS) {
    for (const length of [1, 2]) {
      const typed = plainWords(words.slice(0, length).join(' ')).replace(/[:,.;]+$/, '');
      if (words.length >= length && typed === spelled) return { outcome, rest: words.slice(length).join(' ').trim() };
    }
  }
  return null;
}
