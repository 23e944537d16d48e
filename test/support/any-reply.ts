/** Any notice and any form that the core could make of whatever people typed, for properties. */
import fc from 'fast-check';
import type { Button, Chart, Field, Form, Notice, Part, RichText, Row, Span } from '../../src/bot/reply.ts';
import { MISCHIEF } from './gallery.ts';

const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    MISCHIEF,
    '',
    ' ',
    '\n',
    '\u2028',
    'Doelen van Bovenbouw',
    'Gelukt.',
    '&amp; &lt;',
    '<@U0001>',
    'https://example.org/pop?jaar=2026&stap=2',
    'https://evil.example|salaris',
    '👩🏽‍🏫'.repeat(30),
  ),
);

const long = fc
  .tuple(fc.array(typed, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 900 }))
  .map(([words, times]) => `${words.join(' ')} `.repeat(times).slice(0, 9_000))
  // Cut between characters, as everything that is cut before it gets here.
  .map((text) => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text));

const words = fc.oneof({ arbitrary: typed, weight: 5 }, { arbitrary: long, weight: 1 });
/** Of a button or a field: the core keeps those short, though not as short as Slack. */
const name = words.map((text) => text.slice(0, 400).replace(/[\uD800-\uDBFF]$/, ''));

const span: fc.Arbitrary<Span> = fc.record(
  { text: words, style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const) },
  { requiredKeys: ['text'] },
);
const rich: fc.Arbitrary<RichText> = fc.array(span, { maxLength: 4 });

const args = fc.dictionary(fc.constantFrom('doel', 'tekst', 'wie'), words, { maxKeys: 3 });
const intent = fc.record({ name: fc.constantFrom('doel.update', 'actie.klaar'), args });
const key = fc.uuid();

const button: fc.Arbitrary<Button> = fc.record(
  { label: name, intent, style: fc.constantFrom('primary' as const, 'danger' as const), key },
  { requiredKeys: ['label', 'intent', 'key'] },
);

const row: fc.Arbitrary<Row> = fc.record(
  {
    state: fc.record({ symbol: fc.constantFrom('●', '▲'), word: typed, tone: fc.constant('good' as const) }),
    title: rich,
    lines: fc.array(rich, { maxLength: 3 }),
    buttons: fc.array(button, { maxLength: 30 }),
  },
  { requiredKeys: ['title', 'lines'] },
);

const chart: fc.Arbitrary<Chart> = fc
  .record({
    title: typed,
    categories: fc.array(typed, { maxLength: 24 }),
    series: fc.uniqueArray(
      fc.record({ name: typed, symbol: fc.constantFrom('●', '▲', '■', '‖', '✓', '✕', '○', '★') }),
      { selector: ({ symbol }) => symbol, maxLength: 8 },
    ),
    value: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ title, categories, series, value }) => ({
    kind: 'stacked-bars',
    title,
    categories,
    series: series.map((one) => ({ ...one, tone: 'neutral', values: categories.map((_, at) => (value + at) % 7) })),
  }));

const number = fc.integer({ min: -50, max: 200 });

export const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text' as const, 'heading' as const, 'small' as const), text: rich }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: name, value: rich }), { maxLength: 8 }),
  }),
  fc.record(
    { kind: fc.constant('list' as const), rows: fc.array(row, { maxLength: 30 }), more: button },
    { requiredKeys: ['kind', 'rows'] },
  ),
  fc.record({
    kind: fc.constant('progress' as const),
    baseline: fc.option(number),
    now: fc.option(number),
    target: number,
    sentence: rich,
  }),
  fc.record({ kind: fc.constant('chart' as const), chart, sentence: rich }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 60 }) }),
  fc.record({
    kind: fc.constant('file' as const),
    file: fc.record({ name, type: fc.constant('text/plain' as const), content: words }),
    sentence: rich,
  }),
);

export const anyNotice: fc.Arbitrary<Notice> = fc.record({
  kind: fc.constant('notice' as const),
  visibility: fc.constantFrom('caller' as const, 'everyone' as const),
  title: fc.option(rich),
  parts: fc.array(anyPart, { maxLength: 8 }),
});

const options = fc
  .array(fc.oneof({ arbitrary: typed, weight: 20 }, { arbitrary: name, weight: 1 }), { maxLength: 130 })
  .map((labels) => labels.map((label, at) => ({ value: `id:${at}`, label })));

const field: fc.Arbitrary<Field> = fc
  .tuple(
    fc.record({ name: fc.uuid(), label: name, required: fc.boolean() }),
    fc.option(words, { nil: undefined }),
    fc.oneof(
      fc
        .record({ kind: fc.constantFrom('text' as const, 'long-text' as const), maxLength: fc.constantFrom(80, 2_000) })
        .chain((kind) => fc.option(words, { nil: undefined }).map((value) => ({ ...kind, value }))),
      fc
        .option(fc.constantFrom('7', '-3,5', '22.25', 'geen getal', ''), { nil: undefined })
        .map((value) => ({ kind: 'number' as const, value })),
      fc.constantFrom(undefined, '', '2026-12-08', 'vrijdag').map((value) => ({ kind: 'date' as const, value })),
      fc.constantFrom(undefined, '', '15:00', '9.00').map((value) => ({ kind: 'time' as const, value })),
      fc.constantFrom(undefined, '', 'ja').map((value) => ({ kind: 'tick' as const, value })),
      fc
        .record({ options, value: fc.constantFrom(undefined, '', 'id:0', 'weg') })
        .map((choice) => ({ kind: 'choice' as const, ...choice })),
      fc
        .record({ options, value: fc.constantFrom(undefined, '', 'id:0', 'id:0,id:1,weg', 'id:0,id:120') })
        .map((choices) => ({ kind: 'choices' as const, ...choices })),
    ),
  )
  .map(([base, hint, kind]) => {
    const { value, ...rest } = kind;
    return { ...base, ...rest, ...(hint === undefined ? {} : { hint }), ...(value === undefined ? {} : { value }) };
  });

export const anyForm: fc.Arbitrary<Form> = fc.record({
  kind: fc.constant('form' as const),
  title: name,
  intro: fc.option(rich),
  fields: fc.uniqueArray(field, { selector: (one) => one.name, minLength: 1, maxLength: 5 }),
  intent,
  submit: name,
  small: rich,
  key,
});
