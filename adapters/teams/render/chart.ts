/** "Doelen per maand": Teams' own bars, or, where those cannot be shown, a picture made of one sign per goal. */
import { oneLine } from '../../../src/bot/cut-text.ts';
import { chartRuns } from '../../../src/bot/picture.ts';
import type { Chart, RowState } from '../../../src/bot/reply.ts';
import type { CardElement } from './card.ts';
import { literalText, run, runBlock, textBlocks } from './text.ts';

/** The longest bar of the picture, in signs: fits beside its name on a phone. */
const LONGEST_BAR = 16;
/** An em space: ordinary spaces become one. */
const GAP = '\u2003';

/** None when there is nothing to draw. learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards */
export function chartElements(chart: Chart): readonly CardElement[] {
  if (chart.categories.length === 0 || chart.series.length === 0) return [];
  return [
    // Teams only reads out the title of the bars themselves.
    ...textBlocks([{ text: oneLine(chart.title) }], { weight: 'Bolder' }, { spacing: 'Medium' }),
    {
      type: 'Chart.HorizontalBar.Stacked',
      title: text(chart.title),
      data: chart.categories.map((category, at) => ({
        title: text(category),
        data: chart.series.map(({ symbol, name, tone, values }) => ({
          legend: text(`${symbol} ${name}`),
          value: values[at] ?? 0,
          color: CHART_COLOR[tone],
        })),
      })),
      fallback: { type: 'Container', items: picture(chart) },
    },
  ];
}

/** What the text colours are called on a card; light and dark have their own. */
export const TONE_COLOR: Readonly<Record<RowState['tone'], string>> = {
  good: 'Good',
  attention: 'Warning',
  bad: 'Attention',
  neutral: 'Default',
};

const CHART_COLOR: Readonly<Record<RowState['tone'], string>> = {
  good: 'good',
  attention: 'warning',
  bad: 'attention',
  neutral: 'neutral',
};

/** A line per bar, with the sign of each series and its number: nobody needs the colours. */
function picture(chart: Chart): readonly CardElement[] {
  const legend = chart.series.flatMap(({ name, symbol, tone }, index) => [
    run(`${index > 0 ? GAP : ''}${symbol} `, { size: 'Small', color: TONE_COLOR[tone] }),
    run(oneLine(name) || '…', { size: 'Small' }),
  ]);
  const bars = chartRuns(chart, LONGEST_BAR).map(({ category, runs }) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: '64px', items: [runBlock([run(oneLine(category) || '…', { size: 'Small' })])] },
      { type: 'Column', width: 'stretch', items: bar(runs) },
    ],
  }));
  return [runBlock(legend), ...bars];
}

function bar(runs: ReturnType<typeof chartRuns<Chart['series'][number]>>[number]['runs']): readonly CardElement[] {
  const signs = runs
    .filter(({ length }) => length > 0)
    .flatMap(({ series: { symbol, tone }, value, length }) => [
      run(symbol.repeat(length), { color: TONE_COLOR[tone] }),
      run(` ${value}${GAP}`, { size: 'Small' }),
    ]);
  return [runBlock(signs.length > 0 ? signs : [run('0', { size: 'Small' })])];
}

function text(words: string): string {
  return literalText(oneLine(words)) || '…';
}
