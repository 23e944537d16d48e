/** `onderweg`, `op stoom`: how far a goal is anchored, as a word and as people type it. */
import { distance } from 'fastest-levenshtein';
import { plainWords } from '../bot/plain-words.ts';
import type { Say, TextKey } from '../bot/text.ts';
import type { Token } from '../bot/tokens.ts';
import { PHASES, type Phase } from './goal.ts';

const WORDS = {
  aanloop: 'phase.starting',
  'op pad': 'phase.on-the-way',
  onderweg: 'phase.well-on-the-way',
  'op stoom': 'phase.up-to-speed',
} as const satisfies Record<Phase, TextKey>;

export function phaseWord(phase: Phase, say: Say): string {
  return say.plain(WORDS[phase]);
}

const SPELLINGS: Readonly<Record<Phase, readonly string[]>> = {
  aanloop: ['aanloop', 'in de aanloop', 'starting up'],
  'op pad': ['op pad', 'oppad', 'pad', 'setting out'],
  onderweg: ['onderweg', 'under way', 'underway'],
  'op stoom': ['op stoom', 'opstoom', 'stoom', 'up to speed'],
};
const MOST_WORDS = 3;

/** Reads one phase, also with one letter wrong in longer words; null when it is none. */
export function readPhase(text: string): Phase | null {
  const typed = plainWords(text);
  if (typed.length > 30) return null;
  const fits = (allowed: (spelling: string) => number) =>
    PHASES.find((phase) => SPELLINGS[phase].some((spelling) => distance(typed, spelling) <= allowed(spelling))) ?? null;
  return fits(() => 0) ?? fits((spelling) => (spelling.length >= 6 ? 1 : 0));
}

/** Splits a line that ends in a phase into what comes before it and the phase; null for the phase when it ends in none. */
export function endingInPhase(line: readonly Token[]): {
  readonly before: readonly Token[];
  readonly phase: Phase | null;
} {
  for (let length = Math.min(MOST_WORDS, line.length); length > 0; length--) {
    const phase = readPhase(
      line
        .slice(-length)
        .map((token) => token.text)
        .join(' '),
    );
    if (phase) return { before: line.slice(0, -length), phase };
  }
  return { before: line, phase: null };
}
