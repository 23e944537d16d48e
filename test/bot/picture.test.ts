import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartRuns, progressShare } from '../../src/bot/picture.ts';
import type { Chart } from '../../src/bot/reply.ts';

describe('how far a goal is', () => {
  test.each([
    [13, 13, 40, 0],
    [13, 40, 40, 1],
    [10, 25, 40, 0.5],
    // Down is also a direction: fewer absences.
    [20, 15, 10, 0.5],
    [null, 20, 40, 0.5],
    // Past either end the bar is simply full or empty.
    [13, 60, 40, 1],
    [13, 5, 40, 0],
    [13, null, 40, null],
    [40, 40, 40, null],
  ])('from %s over %s to %s is %s', (baseline, now, target, share) => {
    expect(progressShare({ baseline, now, target })).toBe(share);
  });
});

const charts = fc
  .record({
    categories: fc.array(fc.string(), { maxLength: 12 }),
    tones: fc.array(fc.constantFrom('good' as const, 'attention' as const, 'bad' as const, 'neutral' as const), {
      maxLength: 6,
    }),
    seed: fc.array(fc.nat({ max: 300 }), { minLength: 72, maxLength: 72 }),
  })
  .map(({ categories, tones, seed }): Chart => {
    const series = tones.map((tone, place) => ({
      name: `reeks ${place}`,
      symbol: '●▲■○‖✓'[place]!,
      tone,
      values: categories.map((_, index) => seed[place * 12 + index]!),
    }));
    return { kind: 'stacked-bars', title: 'Doelen', categories, series };
  });

describe('a chart of signs', () => {
  test('every series is drawn with its own symbol', () => {
    fc.assert(
      fc.property(charts, (chart) =>
        chartRuns(chart, 20).every(
          ({ runs }) => runs.map(({ series }) => series.symbol).join('') === '●▲■○‖✓'.slice(0, runs.length),
        ),
      ),
    );
  });

  test('something is never nothing, and nothing is never something', () => {
    fc.assert(
      fc.property(charts, (chart) =>
        chartRuns(chart, 20).every(({ runs }) => runs.every((run) => run.value > 0 === run.length > 0)),
      ),
    );
  });

  test('few are counted one by one', () => {
    const chart: Chart = {
      kind: 'stacked-bars',
      title: 'Doelen',
      categories: ['okt', 'nov'],
      series: [
        { name: 'op koers', symbol: '●', tone: 'good', values: [3, 5] },
        { name: 'loopt achter', symbol: '■', tone: 'bad', values: [1] },
      ],
    };
    expect(
      chartRuns(chart, 20).map(({ category, runs }) => [
        category,
        ...runs.map((run) => run.series.symbol.repeat(run.length)),
      ]),
    ).toEqual([
      ['okt', '●●●', '■'],
      ['nov', '●●●●●', ''],
    ]);
  });

  test('many still fit on a line', () => {
    fc.assert(
      fc.property(charts, (chart) =>
        chartRuns(chart, 20).every(({ runs }) => runs.reduce((sum, run) => sum + run.length, 0) <= 20 + runs.length),
      ),
    );
  });
});
