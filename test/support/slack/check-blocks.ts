/** Why Slack would answer `invalid_blocks`: every limit and field of Block Kit that this bot has to do with. Other blocks are refused. */
import { z } from 'zod';
import { dataVisualization } from './check-chart.ts';
import { image as imageElement, inActions, inInput, inSection } from './check-elements.ts';
import { richText } from './check-rich-text.ts';
import { address, anyText, markedText, plainText } from './check-text.ts';

export type Surface = 'message' | 'modal' | 'home';

/** docs.slack.dev/reference/block-kit/blocks */
const MOST_BLOCKS = { message: 50, modal: 100, home: 100 } satisfies Record<Surface, number>;

/**
 * What a message may hold in all. Slack gives no number; measured by others (bolt-js#2509, bolt-js#2867): 13,297 characters with
 * one block, 125 fewer for a divider beside it.
 */
export const MOST_OF_A_MESSAGE = 13_200;
export const COST_OF_A_BLOCK = 125;

const id = { block_id: z.string().min(1).max(255).optional() };

const actions = z.strictObject({ type: z.literal('actions'), ...id, elements: z.array(inActions).min(1).max(25) });

const context = z.strictObject({
  type: z.literal('context'),
  ...id,
  elements: z
    .array(z.discriminatedUnion('type', [plainText(3_000), markedText(3_000), imageElement]))
    .min(1)
    .max(10),
});

const divider = z.strictObject({ type: z.literal('divider'), ...id });

const header = z.strictObject({ type: z.literal('header'), ...id, text: plainText(150) });

const image = z.strictObject({
  type: z.literal('image'),
  ...id,
  image_url: address,
  alt_text: z.string().min(1).max(2_000),
  title: plainText(2_000).optional(),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    ...id,
    text: anyText(3_000).optional(),
    fields: z.array(anyText(2_000)).min(1).max(10).optional(),
    accessory: inSection.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'needs text or fields');

const input = z.strictObject({
  type: z.literal('input'),
  ...id,
  label: plainText(2_000),
  element: inInput,
  hint: plainText(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const everywhere = [actions, context, divider, header, image, section, input, richText] as const;

/** The chart is for messages only, two in each at most. */
const ON_SURFACE = {
  message: z.array(z.discriminatedUnion('type', [...everywhere, dataVisualization])),
  modal: z.array(z.discriminatedUnion('type', [...everywhere])),
  home: z.array(z.discriminatedUnion('type', [...everywhere])),
} satisfies Record<Surface, z.ZodType>;

type Block = { readonly type: string; readonly block_id?: string } & Readonly<Record<string, unknown>>;

/** Each problem as `blocks[2].text.text: too long`; empty when Slack would take them. */
export function checkBlocks(blocks: unknown, surface: Surface): readonly string[] {
  const read = ON_SURFACE[surface].safeParse(blocks);
  if (!read.success) return read.error.issues.map(({ path, message }) => `blocks${pathOf(path)}: ${message}`);
  return asAWhole(read.data as readonly Block[], surface);
}

/** As Slack counts it, as far as is known: every text, and something for each block. */
export function sizeOf(blocks: readonly unknown[]): number {
  return blocks.length * COST_OF_A_BLOCK + lengthOfTexts(blocks);
}

export const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');

function asAWhole(blocks: readonly Block[], surface: Surface): readonly string[] {
  const problems: string[] = [];
  const most = MOST_BLOCKS[surface];
  if (blocks.length === 0) problems.push('blocks: none');
  if (blocks.length > most) problems.push(`blocks: ${blocks.length}, at most ${most}`);
  if (blocks.filter(({ type }) => type === 'data_visualization').length > 2)
    problems.push('blocks: more than two charts');
  if (surface === 'message' && sizeOf(blocks) > MOST_OF_A_MESSAGE)
    problems.push(`blocks: size ${sizeOf(blocks)}, at most ${MOST_OF_A_MESSAGE}`);
  problems.push(
    ...twice(
      'block_id',
      blocks.map(({ block_id }) => block_id),
    ),
  );
  problems.push(...twice('action_id', valuesOf(blocks, 'action_id')));
  if (valuesOf(blocks, 'focus_on_load').filter((focus) => focus === true).length > 1)
    problems.push('blocks: more than one focus_on_load');
  return problems;
}

function twice(name: string, ids: readonly unknown[]): readonly string[] {
  const given = ids.filter((value) => typeof value === 'string');
  return [...new Set(given.filter((value, at) => given.indexOf(value) !== at))].map(
    (value) => `blocks: ${name} "${value}" more than once`,
  );
}

/** Every value under this name, however deep. */
function valuesOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [inner] : []), ...valuesOf(inner, name)]);
}

function lengthOfTexts(value: unknown): number {
  return [...valuesOf(value, 'text'), ...valuesOf(value, 'url')].reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? text.length : 0),
    0,
  );
}
