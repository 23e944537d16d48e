/** "Bedoel je ...?": the nearest of what would have been right. */
import { distance, closest as nearestOf } from 'fastest-levenshtein';

/** The nearest candidate when it differs in at most a third of its letters, else null. */
export function closest(typed: string, candidates: Iterable<string>): string | null {
  const list = [...candidates];
  if (list.length === 0 || typed === '') return null;
  const lower = typed.toLowerCase();
  const nearest = nearestOf(
    lower,
    list.map((candidate) => candidate.toLowerCase()),
  );
  if (distance(lower, nearest) > Math.floor(Math.max(lower.length, nearest.length) / 3)) return null;
  return list.find((candidate) => candidate.toLowerCase() === nearest)!;
}
