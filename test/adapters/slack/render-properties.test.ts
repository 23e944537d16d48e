/** Whatever the core answers and people typed: Slack takes it, and every word of it comes through as it was. */
import type { InputBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  controlsOf,
  formOffer,
  formValues,
  noticeView,
  readMetadata,
  type SlackBlock,
  slackForm,
  slackHome,
  slackMessages,
  withMistake,
  withoutCharts,
} from '../../../adapters/slack/render.ts';
import { pack, unpack } from '../../../src/bot/control.ts';
import type { Field, Form, Notice, Part, RichText } from '../../../src/bot/reply.ts';
import { buttonsIn } from '../../../src/bot/reply-buttons.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { anyForm, anyNotice } from '../../support/any-reply.ts';
import { checkBlocks } from '../../support/slack/check-blocks.ts';
import { checkView } from '../../support/slack/check-view.ts';

const say = voice('nl');
/** Making a large notice smaller may take long: what was found by then will do. */
const RUNS = { numRuns: 100, interruptAfterTimeLimit: 20_000 };

/** Line breaks and spaces may change places; the bar of a progress is ours. */
const bare = (text: string) => text.replace(/[\s▰▱]+/gu, '');
const plain = (text: RichText) => text.map((span) => span.text).join('');

/** What can be read in blocks, apart from buttons, inputs and charts. */
function readable(blocks: readonly SlackBlock[]): string {
  const texts = blocks.flatMap((block): readonly string[] => {
    if (block.type === 'header' || block.type === 'section') return [block.text!.text];
    if (block.type === 'context') return block.elements.map((one) => (one.type === 'image' ? '' : one.text));
    if (block.type !== 'rich_text') return [];
    return block.elements.flatMap((section) =>
      section.type === 'rich_text_section'
        ? section.elements.map((one) => (one.type === 'text' ? one.text : one.type === 'link' ? one.url : ''))
        : [],
    );
  });
  return bare(texts.join(''));
}

function wordsOf(part: Part): readonly string[] {
  const long = (labels: readonly { readonly label: string }[]) =>
    labels.map(({ label }) => label.replace(/\s+/g, ' ').trim()).filter((label) => label.length > 75);
  switch (part.kind) {
    case 'text':
    case 'heading':
    case 'small':
      return [plain(part.text)];
    case 'facts':
      return part.facts.flatMap(({ label, value }) => [`${label}: `, plain(value)]);
    case 'list':
      return [
        ...part.rows.flatMap(({ title, state, lines, buttons = [] }) => [
          plain(title),
          state ? ` · ${state.symbol} ${state.word}` : '',
          ...lines.map(plain),
          ...long(buttons),
        ]),
        ...long(part.more ? [part.more] : []),
      ];
    case 'buttons':
      return long(part.buttons);
    case 'progress':
    case 'chart':
    case 'file':
      return [plain(part.sentence)];
  }
}

const wordsOfNotice = ({ title, parts }: Notice) => bare([plain(title ?? []), ...parts.flatMap(wordsOf)].join(''));

function valuesIn(blocks: readonly SlackBlock[]): readonly unknown[] {
  const controls = blocks.flatMap((block): readonly unknown[] =>
    block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [],
  );
  return controls.map((control) => (control as { value: string }).value);
}

describe('any notice', () => {
  test('is taken as messages, and all its words and buttons are there in their order', () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const messages = slackMessages(notice);
        for (const message of messages) {
          expect(checkBlocks(message.blocks, 'message')).toEqual([]);
          expect(checkBlocks(withoutCharts(message).blocks, 'message')).toEqual([]);
          expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        }
        const blocks = messages.flatMap((message) => message.blocks);
        expect(readable(blocks)).toBe(wordsOfNotice(notice));
        expect(valuesIn(blocks)).toEqual(controlsOf(notice).map(({ control, limit }) => pack(control, limit)));
      }),
      RUNS,
    );
  });

  test('is taken on the Home page and in a modal, from its beginning on', () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const home = slackHome(notice, say);
        const view = noticeView(notice, 'C1', say);
        const problems = [...checkView(home), ...checkView(view)];
        // A notice without a word is never made; Slack would refuse a view without blocks.
        expect(problems.filter((problem) => !problem.endsWith('blocks: none'))).toEqual([]);
        const rest = bare(say.plain('slack.more-below'));
        const shown = readable(home.blocks);
        expect(wordsOfNotice(notice).startsWith(shown.endsWith(rest) ? shown.slice(0, -rest.length) : shown)).toBe(
          true,
        );
      }),
      RUNS,
    );
  });
});

/** What Slack sends for a form that is sent as it was opened. */
function unchanged(blocks: readonly SlackBlock[]) {
  const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const held = element as unknown as Readonly<Record<string, unknown>>;
      const value = {
        plain_text_input: { value: held.initial_value ?? null },
        datepicker: { selected_date: held.initial_date ?? null },
        timepicker: { selected_time: held.initial_time ?? null },
        static_select: { selected_option: held.initial_option ?? null },
        multi_static_select: { selected_options: held.initial_options ?? [] },
        checkboxes: { selected_options: held.initial_options ?? [] },
      }[element.type as string];
      return [block_id, { [held.action_id as string]: { type: element.type, ...value } }];
    }),
  );
}

/** Where there is nothing to choose, nothing comes back. */
const isAsked = (field: Field) => !('options' in field) || field.options.length > 0;

/** What the core would have got from it: what it can hold of what it was given. */
function held(field: Field): string {
  const value = field.value ?? '';
  switch (field.kind) {
    case 'choice':
      return field.options.some((option) => option.value === value) ? value : '';
    case 'choices':
      return value
        .split(',')
        .filter((one) => field.options.some((option) => option.value === one))
        .join(',');
    case 'text':
    case 'long-text':
    case 'number':
      return value.slice(0, 3_000);
    case 'date':
      return value === 'vrijdag' ? '' : value;
    case 'time':
      return value === '9.00' ? '09:00' : value;
    default:
      return value;
  }
}

describe('any form', () => {
  test('is taken, with all its words, and comes back as it was opened', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        const view = slackForm(form, 'C1', say);
        expect(checkView(view)).toEqual([]);
        expect(formValues(unchanged(view.blocks) as Parameters<typeof formValues>[0])).toEqual(
          Object.fromEntries(form.fields.filter(isAsked).map((field) => [field.name, held(field)])),
        );
        const shown = bare(JSON.stringify(view, (_, inner) => (typeof inner === 'string' ? bare(inner) : inner)));
        for (const words of wordsOfForm(form)) expect(shown).toContain(JSON.stringify(bare(words)).slice(1, -1));
        const [own] = controlsOf(form);
        const { control } = readMetadata(view.private_metadata!);
        const store = { kept: async () => pack(own!.control, Number.POSITIVE_INFINITY) };
        expect(await unpack(control!, store)).toEqual(own!.control);
      }),
      RUNS,
    );
  });

  test('with any mistake above it is taken', () => {
    fc.assert(
      fc.property(anyForm, anyNotice, (form, notice) => {
        const { blocks, title, private_metadata, callback_id } = slackForm(form, '', say);
        const sent = { blocks, title, private_metadata: private_metadata!, callback_id: callback_id! };
        const mended = withMistake({ ...sent, submit: title, close: null }, notice, say);
        expect(checkView(mended).filter((problem) => !problem.endsWith('blocks: none'))).toEqual([]);
        if (buttonsIn(notice).length === 0) expect(mended.blocks.slice(-blocks.length)).toEqual(blocks);
      }),
      RUNS,
    );
  });

  test('that cannot be opened is offered', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const { blocks } = formOffer(form, { said: { kind: 'text', text: form.title }, key: form.key! }, say);
        expect(checkBlocks(blocks, 'message')).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** What must be readable somewhere in it; of a very long label the two halves. */
function wordsOfForm(form: Form): readonly string[] {
  const short = (texts: readonly string[], most: number) => texts.filter((text) => text.trim().length <= most);
  const options = form.fields.flatMap((field) => ('options' in field ? field.options : []));
  return [
    ...short([form.title, ...form.fields.flatMap(({ label, hint = '' }) => [label, hint])], 2_000),
    ...options.map(({ label }) => label).filter((label) => label.length <= 75 || label.length > 150),
  ];
}
