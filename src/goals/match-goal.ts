/** `3`, `rekenen` or `rijke teksten`: which goals a number or a part of a title can mean. Pure. */
import { distance } from 'fastest-levenshtein';
import type { Goal } from './goal.ts';
import { plainWords } from './plain-words.ts';

type Named = Pick<Goal, 'number' | 'title'>;

/** The goals with this number, or with this in their title (capitals and accents do not matter): the whole title beats a part. */
export function matching<G extends Named>(goals: readonly G[], typed: string): readonly G[] {
  const number = goalNumber(typed);
  if (number !== null) return goals.filter((goal) => goal.number === number);
  const wanted = plainWords(typed);
  if (wanted === '') return [];
  const whole = goals.filter((goal) => plainWords(goal.title) === wanted);
  if (whole.length > 0) return whole;
  const part = goals.filter((goal) => plainWords(goal.title).includes(wanted));
  if (part.length > 0) return part;
  const words = wanted.split(' ');
  return goals.filter((goal) => words.every((word) => plainWords(goal.title).includes(word)));
}

/** Reads `3`, `#3`, `doel 3` or `nr 3`. */
export function goalNumber(typed: string): number | null {
  const match = /^(?:(?:doel|goal|nr\.?)\s*|#)?(\d{1,9})$/i.exec(typed.trim());
  return match ? Number(match[1]) : null;
}

/**
 * The longest beginning of the line that names a goal, and what is left of it: `rekenen geen tijd` is the goal "Rekenen" and `geen tijd`.
 * No goals when no beginning names one.
 */
export function matchingBeginning<G extends Named>(
  goals: readonly G[],
  typed: string,
): { readonly goals: readonly G[]; readonly rest: string } {
  const words = typed.split(/\s+/).slice(0, 40);
  for (let count = words.length; count > 0; count--) {
    const found = matching(goals, words.slice(0, count).join(' '));
    if (found.length > 0) return { goals: found, rest: words.slice(count).join(' ') };
  }
  return { goals: [], rest: '' };
}

const MOST_NEAREST = 3;

/** Goals with a word in their title that looks like a typed word, nearest first, at most three. */
export function nearest<G extends Named>(goals: readonly G[], typed: string): readonly G[] {
  const words = plainWords(typed)
    .split(' ')
    .filter((word) => word.length >= 4 && word.length <= 40);
  return goals
    .map((goal) => ({ goal, away: howFar(plainWords(goal.title).split(' '), words) }))
    .filter(({ away }) => away <= 2)
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_NEAREST)
    .map(({ goal }) => goal);
}

/** The least distance between a word of the title and a typed one; far when words are too short to compare. */
function howFar(title: readonly string[], typed: readonly string[]): number {
  const distances = typed.flatMap((word) =>
    title.filter((each) => each.length >= 4).map((each) => ({ away: distance(word, each), length: word.length })),
  );
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...distances.filter(({ away, length }) => away <= (length > 5 ? 2 : 1)).map(({ away }) => away),
  );
}
