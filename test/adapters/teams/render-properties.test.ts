/** Whatever the core answers and people typed: Teams takes it, and every word of it comes through as it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activityOf,
  type CardElement,
  controlsOf,
  dialogForm,
  formCard,
  formValues,
  markedDone,
  teamsMessages,
} from '../../../adapters/teams/render.ts';
import { pack, unpack } from '../../../src/bot/control.ts';
import type { Field, Form, Notice, Part, RichText } from '../../../src/bot/reply.ts';
import { anyForm, anyNotice } from '../../support/any-reply.ts';
import { checkActivity } from '../../support/teams/check-activity.ts';
import { bytesOf, checkCard } from '../../support/teams/check-card.ts';
import { objectsIn } from './objects-in.ts';

/** Making a large notice smaller may take long: what was found by then will do. */
const RUNS = { numRuns: 100, interruptAfterTimeLimit: 20_000 };
const MOST_BYTES = 80_000;

/** Line breaks and spaces may change places; the bar of a progress is ours, as is what keeps a date from coming alive. */
const bare = (text: string) => text.replace(/\{\u2060\{/g, '{{').replace(/[\s▰▱]+/gu, '');
const plain = (text: RichText) => text.map((span) => span.text).join('');

/** What can be read in elements, apart from buttons, inputs and the bars of charts. */
function readable(elements: readonly CardElement[]): string {
  const texts = elements.flatMap((element): readonly string[] => {
    const { type, inlines, items } = element as CardElement & {
      inlines?: readonly { readonly text: string }[];
      items?: readonly CardElement[];
    };
    if (type === 'RichTextBlock') return inlines!.map(({ text }) => text);
    return type === 'Container' ? [readable(items!)] : [];
  });
  return bare(texts.join(''));
}

function wordsOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
    case 'heading':
    case 'small':
      return [plain(part.text)];
    case 'facts':
      return part.facts.flatMap(({ label, value }) => [`${label}: `, plain(value)]);
    case 'list':
      return part.rows.flatMap(({ title, state, lines }) => [
        plain(title),
        state ? ` · ${state.symbol} ${state.word}` : '',
        ...lines.map(plain),
      ]);
    case 'buttons':
      return [];
    case 'chart': {
      const isDrawn = part.chart.categories.length > 0 && part.chart.series.length > 0;
      return [isDrawn ? part.chart.title : '', plain(part.sentence)];
    }
    case 'progress':
    case 'file':
      return [plain(part.sentence)];
  }
}

const wordsOfNotice = ({ title, parts }: Notice) => bare([plain(title ?? []), ...parts.flatMap(wordsOf)].join(''));

const actionsIn = (value: unknown) =>
  objectsIn(value).filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
const controlsIn = (value: unknown) =>
  actionsIn(value).map(({ data }) => (data as { readonly control: string }).control);

describe('any notice', () => {
  test('is taken as messages, and all its words and buttons are there in their order', () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const messages = teamsMessages(notice, 'nl');
        // A message without a word to announce it is never made by the core.
        const problems = messages.flatMap((message) => checkActivity(activityOf(message), 'channel'));
        expect(problems.filter((problem) => !problem.startsWith('activity.summary'))).toEqual([]);
        for (const message of messages) expect(bytesOf(activityOf(message))).toBeLessThan(MOST_BYTES);
        const body = messages.flatMap(({ card }) => card.body);
        expect(readable(body)).toBe(wordsOfNotice(notice));
        expect(controlsIn(body)).toEqual(controlsOf(notice).map(({ control, limit }) => pack(control, limit)));
      }),
      RUNS,
    );
  });

  test('with a button that was pressed is taken, and keeps all others that stood elsewhere', () => {
    fc.assert(
      fc.property(anyNotice, fc.nat(), (notice, which) => {
        const cards = teamsMessages(notice, 'nl').map(({ card }) => card);
        const card = cards.find((one) => controlsIn(one).length > 0);
        fc.pre(card !== undefined);
        const pressed = controlsIn(card)[which % controlsIn(card).length]!;
        const marked = markedDone(card!, pressed)!;
        expect(checkCard(marked)).toEqual([]);
        expect(controlsIn(marked)).not.toContain(pressed);
        const sets = objectsIn(card).filter(({ type }) => type === 'ActionSet');
        const others = sets.map(controlsIn).filter((controls) => !controls.includes(pressed));
        expect(controlsIn(marked)).toEqual(others.flat());
      }),
      RUNS,
    );
  });
});

/** What is typed is cut at 2,000 characters, and no form has a book in it. */
const formOfTheCore = anyForm.filter(
  ({ fields, ...form }) => JSON.stringify([form, fields.map((field) => ({ ...field, options: [] }))]).length < 20_000,
);

/** What Teams sends for a form that is sent as it was opened: an empty text is left out. */
function unchanged(body: readonly CardElement[]): Record<string, unknown> & { readonly control: string } {
  const inputs = body.filter(({ type }) => type.startsWith('Input.'));
  const filled = inputs.filter(({ value }) => value !== undefined && value !== '');
  const { data } = actionsIn(body).at(-1)! as { data: { control: string } };
  return { ...data, ...Object.fromEntries(filled.map(({ id, value }) => [id, value])) };
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
    case 'date':
      return value === 'vrijdag' ? '' : value;
    case 'time':
      return value === '9.00' ? '09:00' : value;
    default:
      return value === ' ' ? '' : value;
  }
}

describe('any form', () => {
  test('is taken, with all its words, and comes back as it was opened', async () => {
    await fc.assert(
      fc.asyncProperty(formOfTheCore, async (form) => {
        const { card } = formCard(form, 'nl');
        expect(checkCard(card)).toEqual([]);
        expect(checkCard(dialogForm(form, 'nl'), 'dialog')).toEqual([]);
        const sent = unchanged(card.body);
        expect(formValues(sent)).toEqual(
          Object.fromEntries(form.fields.filter(isAsked).map((field) => [field.name, held(field)])),
        );
        const shown = bare(JSON.stringify(card.body, (_, inner) => (typeof inner === 'string' ? bare(inner) : inner)));
        for (const words of wordsOfForm(form)) expect(shown).toContain(JSON.stringify(bare(words)).slice(1, -1));
        const [own] = controlsOf(form);
        const store = { kept: async () => pack(own!.control, Number.POSITIVE_INFINITY) };
        expect(await unpack(sent.control, store)).toEqual(own!.control);
      }),
      RUNS,
    );
  });

  test('with any mistake above it is taken, and stays the same', () => {
    fc.assert(
      fc.property(formOfTheCore, anyNotice, (form, mistake) => {
        const whole = formCard(form, 'nl', mistake).card;
        expect(checkCard(whole)).toEqual([]);
        expect(unchanged(whole.body)).toEqual(unchanged(formCard(form, 'nl').card.body));
      }),
      RUNS,
    );
  });
});

/** What must be readable somewhere in it; a very long thing to choose may be cut. */
function wordsOfForm(form: Form): readonly string[] {
  const options = form.fields.flatMap((field) => ('options' in field ? field.options : []));
  return [
    form.title,
    ...form.fields.flatMap(({ label, hint = '' }) => [label, ...hint.split(/[\n\r\u2028\u2029]/)]),
    ...options.map(({ label }) => label).filter((label) => label.length <= 12),
  ];
}
