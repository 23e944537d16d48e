/** Slack's own chart. docs.slack.dev/reference/block-kit/blocks/data-visualization-block; the lower number where sources differ. */
import { z } from 'zod';

const label = z.string().min(1).max(20);

const series = z.strictObject({
  name: label,
  data: z
    .array(z.strictObject({ label, value: z.number() }))
    .min(1)
    .max(20),
});

const axes = z.strictObject({
  categories: z.array(label).min(1).max(20),
  x_label: z.string().min(1).max(50).optional(),
  y_label: z.string().min(1).max(50).optional(),
});

const drawn = <Kind extends string>(type: Kind) =>
  z
    .strictObject({ type: z.literal(type), series: z.array(series).min(1).max(6), axis_config: axes })
    .superRefine((chart, context) => {
      const { categories } = chart.axis_config;
      if (new Set(categories).size < categories.length)
        context.addIssue({ code: 'custom', path: ['axis_config', 'categories'], message: 'twice the same category' });
      if (new Set(chart.series.map(({ name }) => name)).size < chart.series.length)
        context.addIssue({ code: 'custom', path: ['series'], message: 'twice the same name' });
      chart.series.forEach(({ data }, at) => {
        if (data.map((point) => point.label).join('\n') !== categories.join('\n'))
          context.addIssue({
            code: 'custom',
            path: ['series', at, 'data'],
            message: 'other labels than the categories',
          });
      });
    });

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(6),
});

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: z.string().min(1).max(255).optional(),
  title: z.string().min(1).max(50),
  chart: z.discriminatedUnion('type', [drawn('bar'), drawn('line'), drawn('area'), pie]),
});
