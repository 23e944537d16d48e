/** "Doelen per maand": Slack's own bars, or, where those cannot be shown, a picture made of one sign per goal. */
import type { RichTextBlock } from '@slack/types';
import { cutAtWord, oneLine } from '../../../src/bot/cut-text.ts';
import { chartRuns } from '../../../src/bot/picture.ts';
import type { Chart } from '../../../src/bot/reply.ts';
import type { ChartBlock, SlackBlock } from './blocks.ts';

/** docs.slack.dev/reference/block-kit/blocks/data-visualization-block, in characters and in numbers of things. */
const TITLE_LENGTH = 50;
const NAME_LENGTH = 20;
const MOST_SERIES = 6;
const MOST_CATEGORIES = 20;

/** The longest bar of the picture, in signs: fits beside its name on a phone. */
const LONGEST_BAR = 20;

/** Slack's own bars; made of signs when there are more of them, or longer names, than Slack takes. */
export function chartBlock(chart: Chart): SlackBlock {
  const categories = chart.categories.map((name) => cutAtWord(oneLine(name), NAME_LENGTH));
  const names = chart.series.map(({ symbol, name }) => cutAtWord(oneLine(`${symbol} ${name}`), NAME_LENGTH));
  const fits =
    isOneToMost(names.length, MOST_SERIES) &&
    isOneToMost(categories.length, MOST_CATEGORIES) &&
    [categories, names].every(areDifferentWords) &&
    oneLine(chart.title) !== '';
  if (!fits) return picture(chart);
  return {
    type: 'data_visualization',
    title: cutAtWord(oneLine(chart.title), TITLE_LENGTH),
    chart: {
      type: 'bar',
      series: chart.series.map(({ values }, index) => ({
        name: names[index]!,
        data: categories.map((name, at) => ({ label: name, value: values[at] ?? 0 })),
      })),
      axis_config: { categories },
    },
  };
}

/** For a Slack that answers `invalid_blocks` to its own bars, and for modals and the Home page. What holds no bars stays as it is. */
export function withoutCharts<Shown extends { readonly blocks: SlackBlock[] }>(shown: Shown): Shown {
  if (!shown.blocks.some(isChart)) return shown;
  return { ...shown, blocks: shown.blocks.map((block) => (isChart(block) ? picture(chartOf(block)) : block)) };
}

type Drawn = {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly symbol: string; readonly name: string; readonly values: readonly number[] }[];
};

/** A line per bar, with the sign of each series: nobody needs the colours. */
function picture(drawn: Drawn): RichTextBlock {
  const { title, categories, series } = drawn;
  const widest = Math.max(0, ...categories.map((name) => oneLine(name).length));
  const bars = chartRuns(drawn, LONGEST_BAR).map(({ category, runs }) => {
    const signs = runs.map(({ series: { symbol }, length }) => symbol.repeat(length));
    return `${oneLine(category).padEnd(widest)}  ${signs.join('')}`.trimEnd();
  });
  const legend = series.map(({ symbol, name }) => oneLine(`${symbol} ${name}`)).join(' · ');
  const text = [oneLine(title), ...bars, legend].filter((line) => line !== '').join('\n');
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: text === '' ? '…' : text }] }],
  };
}

function isChart(block: SlackBlock): block is ChartBlock {
  return block.type === 'data_visualization';
}

/** The symbol of a series is the first sign of its name there. */
function chartOf({ title, chart }: ChartBlock): Drawn {
  return {
    title,
    categories: chart.axis_config.categories,
    series: chart.series.map(({ name, data }) => {
      const [symbol = ''] = name;
      return { symbol, name: name.slice(symbol.length).trim(), values: data.map(({ value }) => value) };
    }),
  };
}

function isOneToMost(count: number, most: number): boolean {
  return count >= 1 && count <= most;
}

function areDifferentWords(words: readonly string[]): boolean {
  return new Set(words).size === words.length && !words.includes('');
}
