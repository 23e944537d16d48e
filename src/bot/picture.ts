/** Small pictures made of characters: how far a goal is, and a chart with one sign per item. */
import type { Chart } from './reply.ts';

/** From 0 (baseline, or zero without one) to 1 (target); null when there is nothing to draw. */
export function progressShare(progress: {
  readonly baseline: number | null;
  readonly now: number | null;
  readonly target: number;
}): number | null {
  const start = progress.baseline ?? 0;
  if (progress.now === null || progress.target === start) return null;
  return Math.min(1, Math.max(0, (progress.now - start) / (progress.target - start)));
}

type Series = Pick<Chart['series'][number], 'symbol' | 'values'>;

export type ChartRun<Each extends Series> = {
  readonly series: Each;
  readonly value: number;
  /** How many signs; at least one for a value above zero. */
  readonly length: number;
};

/** Every bar as runs of signs; each series has its own sign, so that nobody needs the colours. The longest bar has at most `width` signs. */
export function chartRuns<Each extends Series>(
  chart: { readonly categories: readonly string[]; readonly series: readonly Each[] },
  width: number,
): readonly { readonly category: string; readonly runs: readonly ChartRun<Each>[] }[] {
  const longest = Math.max(
    0,
    ...chart.categories.map((_, index) => sum(chart.series.map((one) => one.values[index] ?? 0))),
  );
  const perSign = Math.max(1, longest / width);
  return chart.categories.map((category, index) => ({
    category,
    runs: chart.series.map((one) => {
      const value = one.values[index] ?? 0;
      const length = value > 0 ? Math.max(1, Math.round(value / perSign)) : 0;
      return { series: one, value, length };
    }),
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
