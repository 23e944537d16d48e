/** `3`, `rekenen` or `rijke teksten`: which goals a number or a part of a title can mean. Pure. */
import { distance } from 'fastest-levenshtein';
import { plainWords } from '../bot/plain-words.ts';
import type { Goal } from './goal.ts';

/** A line with more words than this does not begin with a title. */
const MOST_WORDS = 40;

type Named = Pick<Goal, 'number' | 'title'>;

/** The goals with this number, or with this in their title (capitals and accents do not matter): the whole title beats a part. */
export function matching<G extends Named>(goals: readonly G[], typed: string): readonly G[] {
  return matchingPlain(withPlainTitles(goals), typed);
}

/** The goals of this team or person: the whole name beats the beginning of a word in it. Who may not see owners must not be asked for here. */
export function ofOwner<G extends { readonly ownerName: string }>(goals: readonly G[], typed: string): readonly G[] {
  const wanted = plainWords(typed);
  if (wanted === '') return [];
  const whole = goals.filter(({ ownerName }) => plainWords(ownerName) === wanted);
  return whole.length > 0 ? whole : goals.filter(({ ownerName }) => ` ${plainWords(ownerName)}`.includes(` ${wanted}`));
}

type Plain<G> = { readonly goal: G; readonly title: string };

function withPlainTitles<G extends Named>(goals: readonly G[]): readonly Plain<G>[] {
  return goals.map((goal) => ({ goal, title: plainWords(goal.title) }));
}

function matchingPlain<G extends Named>(goals: readonly Plain<G>[], typed: string): readonly G[] {
  const number = goalNumber(typed);
  const wanted = plainWords(typed);
  const words = wanted.split(' ');
  const tries: readonly ((plain: Plain<G>) => boolean)[] =
    number !== null
      ? [({ goal }) => goal.number === number]
      : [
          ({ title }) => title === wanted,
          // "reken" is the beginning of a word in "rekenen" and the middle of one in "bespreken".
          ({ title }) => ` ${title}`.includes(` ${wanted}`),
          ({ title }) => title.includes(wanted),
          ({ title }) => words.every((word) => title.includes(word)),
        ];
  if (wanted === '') return [];
  for (const fits of tries) {
    const found = goals.filter(fits);
    if (found.length > 0) return found.map(({ goal }) => goal);
  }
  return [];
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
  const plain = withPlainTitles(goals);
  const words = typed.split(/\s+/).slice(0, MOST_WORDS);
  for (let count = words.length; count > 0; count--) {
    const found = matchingPlain(plain, words.slice(0, count).join(' '));
    if (found.length > 0) return { goals: found, rest: typed.split(/\s+/).slice(count).join(' ') };
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
