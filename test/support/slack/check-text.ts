/** Text objects, options and confirmations as Slack takes them. Lengths are in UTF-16 units, so never milder than Slack's own count. */
import { z } from 'zod';

/** docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });

export const markedText = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  });

export const anyText = (most: number) => z.discriminatedUnion('type', [plainText(most), markedText(most)]);

export const confirmation = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

/** Slack shows only http, https and mailto. */
export const address = z
  .string()
  .max(3_000)
  .refine((url) => /^(https?:\/\/|mailto:)\S+$/.test(url), 'no address that Slack would open');

const optionWith = <Text extends z.ZodType>(text: Text) =>
  z.strictObject({
    text,
    value: z.string().min(1).max(150),
    description: plainText(75).optional(),
  });

/** In menus. */
export const plainOption = optionWith(plainText(75));
/** In checkboxes and radio buttons. */
export const markedOption = optionWith(anyText(75));

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

type Option = z.infer<typeof plainOption> | z.infer<typeof markedOption>;

/** Whether no two options mean the same. */
export const areDifferent = (options: readonly Option[]): boolean =>
  new Set(options.map(({ value }) => value)).size === options.length;

/** Slack wants what is chosen beforehand to be exactly one of the options. */
export const isOneOf = (options: readonly Option[], chosen: Option): boolean =>
  options.some((option) => sorted(option) === sorted(chosen));

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
