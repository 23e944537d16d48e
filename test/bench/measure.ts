/** Times of what was done many times: `median 0,41 ms`. */

/** Milliseconds. */
export type Times = { readonly median: number; readonly p99: number; readonly longest: number };

/** From milliseconds in any order; at least one. */
export function timesFrom(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  return { median: at(0.5), p99: at(0.99), longest: sorted.at(-1)! };
}

/** How long one act takes, in milliseconds, and what it gives. */
export async function timed<T>(
  act: () => T | Promise<T>,
): Promise<{ readonly milliseconds: number; readonly result: T }> {
  const startedAt = performance.now();
  const result = await act();
  return { milliseconds: performance.now() - startedAt, result };
}
