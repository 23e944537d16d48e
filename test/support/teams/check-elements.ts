/** The elements of Adaptive Cards 1.5 that this bot has to do with: adaptivecards.io/explorer. Others are refused. */
import { z } from 'zod';

const words = z.string().min(1);
/** Teams would make a date of it, also where somebody typed it. */
const literal = words.refine((text) => !/\{\{(DATE|TIME)\(/.test(text), 'would become a date');

const color = z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']);
const layout = {
  id: words.optional(),
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional(),
  separator: z.boolean().optional(),
  height: z.enum(['auto', 'stretch']).optional(),
  isVisible: z.boolean().optional(),
};

const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  id: words.optional(),
  title: literal.optional(),
  tooltip: literal.optional(),
  url: z.url({ protocol: /^https$/ }),
});

const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: literal,
  color: color.optional(),
  fontType: z.enum(['Default', 'Monospace']).optional(),
  highlight: z.boolean().optional(),
  isSubtle: z.boolean().optional(),
  italic: z.boolean().optional(),
  selectAction: openUrl.optional(),
  size: z.enum(['Default', 'Small', 'Medium', 'Large', 'ExtraLarge']).optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  weight: z.enum(['Default', 'Lighter', 'Bolder']).optional(),
});

/** The only place for text: a TextBlock or a FactSet reads markdown in what people typed. */
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  ...layout,
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
  inlines: z.array(textRun).min(1),
});

const button = {
  id: words.optional(),
  // A button without words says nothing to a screen reader.
  title: literal,
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  tooltip: literal.optional(),
  isEnabled: z.boolean().optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
  fallback: z.literal('drop').optional(),
};

const carried = {
  associatedInputs: z.enum(['Auto', 'None', 'auto', 'none']).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
};

const execute = z.strictObject({ type: z.literal('Action.Execute'), ...button, ...carried, verb: words.optional() });
const submit = z.strictObject({ type: z.literal('Action.Submit'), ...button, ...carried });
const open = z.strictObject({ type: z.literal('Action.OpenUrl'), ...button, url: z.url({ protocol: /^https$/ }) });

/** Teams shows at most six beside each other. */
const MOST_ACTIONS = 6;

const labelled = { ...layout, label: literal, isRequired: z.boolean().optional(), errorMessage: literal.optional() };

type Required = { readonly isRequired?: boolean | undefined; readonly errorMessage?: string | undefined };
const saysWhatIsMissing = ({ isRequired, errorMessage }: Required) => isRequired !== true || errorMessage !== undefined;
const NO_ERROR = 'required without an errorMessage';

const textInput = z
  .strictObject({
    type: z.literal('Input.Text'),
    ...labelled,
    id: words,
    isMultiline: z.boolean().optional(),
    maxLength: z.int().positive().optional(),
    placeholder: literal.optional(),
    regex: words.optional(),
    style: z.enum(['text', 'tel', 'url', 'email']).optional(),
    value: z.string().optional(),
  })
  .refine(({ value = '', maxLength = Number.POSITIVE_INFINITY }) => value.length <= maxLength, 'value over maxLength')
  .refine(saysWhatIsMissing, NO_ERROR);

const numberInput = z
  .strictObject({
    type: z.literal('Input.Number'),
    ...labelled,
    id: words,
    min: z.number().optional(),
    max: z.number().optional(),
    placeholder: literal.optional(),
    value: z.number().optional(),
  })
  .refine(saysWhatIsMissing, NO_ERROR);

const dateInput = z
  .strictObject({
    type: z.literal('Input.Date'),
    ...labelled,
    id: words,
    min: z.iso.date().optional(),
    max: z.iso.date().optional(),
    placeholder: literal.optional(),
    value: z.iso.date().optional(),
  })
  .refine(saysWhatIsMissing, NO_ERROR);

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const timeInput = z
  .strictObject({
    type: z.literal('Input.Time'),
    ...labelled,
    id: words,
    min: time.optional(),
    max: time.optional(),
    placeholder: literal.optional(),
    value: time.optional(),
  })
  .refine(saysWhatIsMissing, NO_ERROR);

const choiceSet = z
  .strictObject({
    type: z.literal('Input.ChoiceSet'),
    ...labelled,
    id: words,
    choices: z.array(z.strictObject({ title: literal, value: words })).min(1),
    isMultiSelect: z.boolean().optional(),
    placeholder: literal.optional(),
    style: z.enum(['compact', 'expanded', 'filtered']).optional(),
    value: words.optional(),
    wrap: z.boolean().optional(),
  })
  .refine(({ choices }) => new Set(choices.map(({ value }) => value)).size === choices.length, 'twice the same value')
  .refine(
    // What is chosen comes back with commas between.
    ({ choices, isMultiSelect }) => isMultiSelect !== true || choices.every(({ value }) => !value.includes(',')),
    'a comma in the value of one of several',
  )
  .refine(
    ({ choices, isMultiSelect, value }) =>
      value === undefined ||
      (isMultiSelect === true ? value.split(',') : [value]).every((one) => choices.some((each) => each.value === one)),
    'value is none of the choices',
  )
  .refine(saysWhatIsMissing, NO_ERROR);

const toggle = z
  .strictObject({
    type: z.literal('Input.Toggle'),
    ...labelled,
    id: words,
    label: literal.optional(),
    // Said beside the box: its label.
    title: literal,
    value: z.string().optional(),
    valueOn: words.optional(),
    valueOff: z.string().optional(),
    wrap: z.boolean().optional(),
  })
  .refine(saysWhatIsMissing, NO_ERROR);

const inputs = [textInput, numberInput, dateInput, timeInput, choiceSet, toggle] as const;

/** On a phone three columns are the most, and a fixed width leaves the rest some room. */
const MOST_COLUMNS = 3;
const MOST_PIXELS = 120;
const width = z.union([
  z.enum(['auto', 'stretch']),
  z
    .string()
    .regex(/^\d+px$/)
    .refine((text) => Number.parseInt(text, 10) <= MOST_PIXELS, `wider than ${MOST_PIXELS}px`),
  z.number().positive(),
]);

const cardOf = <Action extends z.ZodType>(action: Action) => {
  const actions = z.array(action).min(1).max(MOST_ACTIONS);
  const actionSet = z.strictObject({
    type: z.literal('ActionSet'),
    ...layout,
    horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
    actions,
  });
  const element: z.ZodType = z.lazy(() =>
    z.discriminatedUnion('type', [richTextBlock, actionSet, container, columnSet, ...inputs]),
  );
  const container = z.strictObject({
    type: z.literal('Container'),
    ...layout,
    bleed: z.boolean().optional(),
    style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
    items: z.array(element).min(1),
  });
  const column = z.strictObject({
    type: z.literal('Column'),
    ...layout,
    width: width.optional(),
    verticalContentAlignment: z.enum(['Top', 'Center', 'Bottom']).optional(),
    items: z.array(element).min(1),
  });
  const columnSet = z.strictObject({
    type: z.literal('ColumnSet'),
    ...layout,
    columns: z.array(column).min(1).max(MOST_COLUMNS),
  });
  return z.strictObject({
    type: z.literal('AdaptiveCard'),
    $schema: z.url().optional(),
    version: z.literal('1.5'),
    lang: z.enum(['nl', 'en']),
    fallbackText: literal,
    speak: literal.optional(),
    msteams: z.strictObject({ width: z.literal('Full').optional() }).optional(),
    body: z.array(element).min(1),
    actions: actions.optional(),
  });
};

export const card = cardOf(z.discriminatedUnion('type', [execute, open]));
/** An Action.Execute is not told to the bot from a dialog. */
export const dialogCard = cardOf(z.discriminatedUnion('type', [submit, open]));
