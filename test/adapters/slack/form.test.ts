/** A form in a modal: what is chosen from, what stands in it already, and what comes back when it is sent. */
import type { Checkboxes, InputBlock, MultiStaticSelect, StaticSelect } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { formValues, type SlackBlock, slackForm } from '../../../adapters/slack/render.ts';
import type { Field, Form } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { checkView } from '../../support/slack/check-view.ts';

const say = voice('nl');

const field = (one: Partial<Field> & Pick<Field, 'kind'>): Field =>
  ({ name: 'wie', label: 'Wie', required: true, ...one }) as Field;

function blocksOf(...fields: readonly Field[]): readonly SlackBlock[] {
  const form: Form = {
    kind: 'form',
    title: 'Nieuwe actie',
    intro: null,
    fields,
    intent: { name: 'actie.nieuw', args: {} },
    submit: 'Opslaan',
    small: [],
    key: 'key-form',
  };
  const view = slackForm(form, 'C1', say);
  expect(checkView(view)).toEqual([]);
  return view.blocks;
}

const inputOf = (one: Field) => blocksOf(one)[0] as InputBlock;
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `id:${at}`, label: `Naam ${at}` }));

describe('one of several', () => {
  const menu = (options: number, more: Partial<Field> = {}) =>
    inputOf(field({ kind: 'choice', options: people(options), ...more } as Field)).element as StaticSelect;

  test('is a menu, with what was chosen before', () => {
    const { type, options, initial_option } = menu(3, { value: 'id:1' });
    expect([type, options!.map(({ value }) => value), initial_option!.value]).toEqual([
      'static_select',
      ['id:0', 'id:1', 'id:2'],
      'id:1',
    ]);
  });

  test('what is no option any more is not chosen', () => {
    expect(menu(3, { value: 'id:9' }).initial_option).toBeUndefined();
  });

  test('an optional one can be emptied again', () => {
    const { options } = menu(3, { required: false });
    expect(options!.map(({ text }) => text.text)).toEqual(['Geen keuze', 'Naam 0', 'Naam 1', 'Naam 2']);
    const [none] = options!;
    expect(formValues({ 'field:wie': { 'field:wie': { selected_option: none! } } })).toEqual({ wie: '' });
  });

  test.each([
    [100, undefined],
    [101, ['Naam 0 – Naam 99', 'Naam 100 – Naam 100']],
    [250, ['Naam 0 – Naam 99', 'Naam 100 – Naam 199', 'Naam 200 – Naam 249']],
  ])('of %i people', (count, groups) => {
    const { options, option_groups } = menu(count);
    expect([options?.length, option_groups?.map(({ label }) => label.text)]).toEqual([
      groups ? undefined : count,
      groups,
    ]);
  });
});

describe('several of several', () => {
  const chosen = (options: number, value: string) =>
    inputOf(field({ kind: 'choices', options: people(options), value })).element as Checkboxes | MultiStaticSelect;

  test.each([
    [10, 'checkboxes'],
    [11, 'multi_static_select'],
    [101, 'multi_static_select'],
  ])('%i are %s', (count, type) => {
    const element = chosen(count, 'id:2,id:0,weg');
    expect([element.type, element.initial_options!.map(({ value }) => value)]).toEqual([type, ['id:0', 'id:2']]);
  });

  test('none are chosen', () => expect(chosen(3, '').initial_options).toBeUndefined());

  test('what is chosen stands in one group', () => {
    const { option_groups, initial_options } = chosen(150, 'id:140,id:2') as MultiStaticSelect;
    const [first] = option_groups!;
    expect(initial_options!.map(({ value }) => value)).toEqual(['id:2', 'id:140']);
    expect(first!.options.slice(0, 3).map(({ value }) => value)).toEqual(['id:2', 'id:140', 'id:0']);
    expect(new Set(option_groups!.flatMap(({ options }) => options.map(({ value }) => value))).size).toBe(150);
  });
});

test.each([
  ['choice', true],
  ['choice', false],
  ['choices', true],
  ['choices', false],
] as const)('a %s (required: %s) of nothing is said, not asked', (kind, required) => {
  const blocks = blocksOf(
    field({ kind, required, options: [], hint: 'Wie doet mee?' } as Partial<Field> & { kind: typeof kind }),
  );
  expect(blocks).toMatchObject([
    { type: 'rich_text', elements: [{ elements: [{ text: 'Wie', style: { bold: true } }] }] },
    { type: 'context', elements: [{ text: 'Er valt nu niets te kiezen.\nWie doet mee?' }] },
  ]);
  expect(formValues({})).toEqual({});
});

describe('a long label of an option', () => {
  const label =
    'Doel 1 Meer leerlingen op 1S rekenen in de bovenbouw, gemeten met de toets van januari en die van juni';
  const parts = (words: string) => {
    const [input, ...below] = blocksOf(
      field({ kind: 'choice', options: [{ value: '1', label: words }] } as Partial<Field> & { kind: 'choice' }),
    );
    const [option] = ((input as InputBlock).element as StaticSelect).options!;
    return { text: option!.text.text, description: option!.description?.text, below };
  };

  test('goes on in its description', () => {
    expect(parts(label)).toEqual({
      text: 'Doel 1 Meer leerlingen op 1S rekenen in de bovenbouw, gemeten met de toets…',
      description: '…van januari en die van juni',
      below: [],
    });
  });

  test('one that is longer still stands whole below the input', () => {
    const long = `${label}, en daarna nog een keer in september`;
    const { description, below } = parts(long);
    expect(description).toBe('…van januari en die van juni, en daarna nog een keer in september');
    expect(below).toEqual([]);
    const longer = `${long} van het jaar daarna`;
    expect(parts(longer).below).toMatchObject([{ type: 'context', elements: [{ text: longer }] }]);
  });

  test('one that fits has no description', () => {
    expect(parts('Doel 1…')).toEqual({ text: 'Doel 1…', description: undefined, below: [] });
  });
});

describe('what is typed', () => {
  test('a text that was too long already can still be mended', () => {
    expect(inputOf(field({ kind: 'text', maxLength: 80, value: 'x'.repeat(120) } as Field)).element).toMatchObject({
      max_length: 120,
      initial_value: 'x'.repeat(120),
    });
  });

  test.each(['22,5', '22.5', '-3', 'ongeveer 3', ''])('the number "%s" as it was typed, with its comma', (value) => {
    const { element } = inputOf(field({ kind: 'number', value } as Field));
    expect((element as { initial_value?: string }).initial_value ?? '').toBe(value);
    expect(element).toMatchObject({ type: 'plain_text_input', multiline: false });
  });

  test.each([
    ['date', '2026-12-08', { initial_date: '2026-12-08' }],
    ['date', '2026-02-30', {}],
    ['date', 'vrijdag', {}],
    ['time', '15:00', { initial_time: '15:00' }],
    ['time', '9.00', { initial_time: '09:00' }],
    ['time', '25.00', {}],
  ] as const)('the %s %s', (kind, value, initial) => {
    const {
      type: _,
      action_id,
      ...rest
    } = inputOf(field({ kind, value })).element as unknown as Record<string, string>;
    expect([action_id, rest]).toEqual(['field:wie', initial]);
  });

  test('a hint that is too long stands whole below the input', () => {
    const hint = 'woord '.repeat(400).trim();
    const [input, below] = blocksOf(field({ kind: 'long-text', maxLength: 300, hint } as Field));
    expect((input as InputBlock).hint!.text.length).toBeLessThanOrEqual(2_000);
    expect(below).toMatchObject({ type: 'context', elements: [{ text: hint }] });
  });
});

describe('what was filled in', () => {
  test.each([
    ['a text', { value: 'In groep 6 lukt het.' }, 'In groep 6 lukt het.'],
    ['no text', { value: null }, ''],
    ['a day', { selected_date: '2026-12-08' }, '2026-12-08'],
    ['no day', { selected_date: null }, ''],
    ['a time', { selected_time: '15:00' }, '15:00'],
    ['one', { selected_option: { value: 'op koers' } }, 'op koers'],
    ['none', { selected_option: null }, ''],
    ['several', { selected_options: [{ value: 'ma' }, { value: 'di' }] }, 'ma,di'],
    ['a tick', { selected_options: [{ value: 'ja' }] }, 'ja'],
    ['no tick', { selected_options: [] }, ''],
  ])('%s', (_, sent, value) => {
    expect(formValues({ 'field:veld': { 'field:veld': sent } })).toEqual({ veld: value });
  });

  test('what is no field of the form is left out', () => {
    expect(formValues({ auto1: { 'say:1': { value: 'x' } } })).toEqual({});
  });
});

describe('the title of a modal', () => {
  const titleOf = (title: string, short?: string) => {
    const form: Form = {
      kind: 'form',
      title,
      ...(short ? { short } : {}),
      intro: null,
      fields: [],
      intent: { name: 'agenda.punt', args: {} },
      submit: 'Opslaan',
      small: [{ text: 'Je team leest mee.' }],
    };
    const view = slackForm(form, 'C1', say);
    expect(checkView(view)).toEqual([]);
    return [view.title.text, view.blocks.length > 1];
  };

  test.each([
    ['Nieuwe actie', undefined, 'Nieuwe actie', false],
    ['Nieuwe actie', 'Actie', 'Nieuwe actie', false],
    ['Punt voor Bovenbouw, donderdag 26 november', 'Punt voor de agenda', 'Punt voor de agenda', true],
    ['Punt voor Bovenbouw, donderdag 26 november', undefined, 'Punt voor Bovenbouw…', true],
    ['Punt voor Bovenbouw (De Regenbui)', undefined, 'Punt voor Bovenbouw…', true],
    ['Gesprek · met iedereen samen', undefined, 'Gesprek · met iedereen…', true],
    ['Hottentottententententoonstelling', undefined, 'Hottentottentententento…', true],
  ])('%s, short %s: %s', (title, short, shown, isWhole) => {
    expect(titleOf(title, short)).toEqual([shown, isWhole]);
  });
});
