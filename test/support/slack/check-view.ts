/** Why Slack would refuse a modal or a Home page: its own limits, then those of its blocks. docs.slack.dev/reference/views */
import { z } from 'zod';
import { checkBlocks, pathOf } from './check-blocks.ts';
import { plainText } from './check-text.ts';

/** In bytes: over this is `view_too_large`. */
export const MOST_OF_A_VIEW = 250_000;

const both = {
  blocks: z.array(z.looseObject({ type: z.string() })),
  private_metadata: z.string().max(3_000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const VIEW = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('modal'),
      title: plainText(24),
      close: plainText(24).optional(),
      submit: plainText(24).optional(),
      clear_on_close: z.boolean().optional(),
      notify_on_close: z.boolean().optional(),
      ...both,
    })
    .refine(
      ({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'),
      'needs submit, because it has inputs',
    ),
  z.strictObject({ type: z.literal('home'), ...both }),
]);

/** Each problem as `view.title.text: too long`; empty when Slack would take it. */
export function checkView(view: unknown): readonly string[] {
  const read = VIEW.safeParse(view);
  if (!read.success) return read.error.issues.map(({ path, message }) => `view${pathOf(path)}: ${message}`);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  return [
    ...checkBlocks(read.data.blocks, read.data.type).map((problem) => `view.${problem}`),
    ...(bytes > MOST_OF_A_VIEW ? [`view: ${bytes} bytes, at most ${MOST_OF_A_VIEW}`] : []),
  ];
}
