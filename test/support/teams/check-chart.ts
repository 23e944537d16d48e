/** Teams' own charts: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards */
import { z } from 'zod';

const color = z.enum([
  'good',
  'warning',
  'attention',
  'neutral',
  'categoricalRed',
  'categoricalPurple',
  'categoricalLavender',
  'categoricalBlue',
  'categoricalLightBlue',
  'categoricalTeal',
  'categoricalGreen',
  'categoricalLime',
  'categoricalMarigold',
]);

const words = z.string().min(1);

const common = {
  id: words.optional(),
  title: words.optional(),
  colorSet: z.enum(['categorical', 'sequential', 'diverging']).optional(),
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional(),
  separator: z.boolean().optional(),
  lang: words.optional(),
  // A phone or an older Teams shows this; the card's own check looks at what it is.
  fallback: z.looseObject({ type: words }),
};

const axes = { xAxisTitle: words.optional(), yAxisTitle: words.optional() };

const legends = z
  .array(z.strictObject({ legend: words, value: z.number().nonnegative(), color: color.optional() }))
  .min(1);

const stacked = z.strictObject({
  type: z.literal('Chart.HorizontalBar.Stacked'),
  ...common,
  ...axes,
  data: z.array(z.strictObject({ title: words, data: legends })).min(1),
});

const bars = z.strictObject({
  type: z.enum(['Chart.HorizontalBar', 'Chart.VerticalBar']),
  ...common,
  ...axes,
  color: color.optional(),
  displayMode: z.enum(['AbsoluteWithAxis', 'AbsoluteNoAxis', 'PartToWhole']).optional(),
  showBarValues: z.boolean().optional(),
  data: z.array(z.strictObject({ x: words, y: z.number(), color: color.optional() })).min(1),
});

const grouped = z.strictObject({
  type: z.literal('Chart.VerticalBar.Grouped'),
  ...common,
  ...axes,
  color: color.optional(),
  stacked: z.boolean().optional(),
  showBarValues: z.boolean().optional(),
  data: z
    .array(
      z.strictObject({
        legend: words,
        color: color.optional(),
        values: z.array(z.strictObject({ x: words, y: z.number() })).min(1),
      }),
    )
    .min(1),
});

const round = z.strictObject({ type: z.enum(['Chart.Donut', 'Chart.Pie']), ...common, data: legends });

export const chart = z.discriminatedUnion('type', [stacked, bars, grouped, round]);

export const isChart = (value: object): boolean => 'type' in value && String(value.type).startsWith('Chart.');
