/** The block check refuses what Slack refuses, and nothing at its limits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COST_OF_A_BLOCK, checkBlocks, MOST_OF_A_MESSAGE, sizeOf } from '../../support/slack/check-blocks.ts';
import { checkView, MOST_OF_A_VIEW } from '../../support/slack/check-view.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const words = (length: number) => 'w'.repeat(length);
const divider = { type: 'divider' };
const header = (text: string) => ({ type: 'header', text: plain(text) });
const context = (...texts: string[]) => ({ type: 'context', elements: texts.map(plain) });
const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const said = (text: string) => rich({ type: 'text', text });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({ type: 'button', text: plain('Op koers'), ...more });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Wat zie je?'),
  element,
  ...more,
});
const option = (value: string, text = value) => ({ text: plain(text), value });
const options = (count: number) => Array.from({ length: count }, (_, at) => option(`v${at}`));
const select = (more: object) => ({ type: 'static_select', ...more });
const chart = (series: readonly object[], categories: readonly string[], title = 'Doelen') => ({
  type: 'data_visualization',
  title,
  chart: { type: 'bar', series, axis_config: { categories } },
});
const bar = (name: string, ...labels: string[]) => ({ name, data: labels.map((label) => ({ label, value: 1 })) });
const times = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));

describe('what a message may hold', () => {
  it.each<[string, readonly object[]]>([
    ['a header of 150', [header(words(150))]],
    [
      'rich text with every style',
      [rich({ type: 'text', text: '*echt* <!channel>', style: { bold: true, code: true } })],
    ],
    ['a link that shows itself', [rich({ type: 'link', url: 'https://voorbeeld.nl/a?b=1' })]],
    ['ten small texts', [context(...times(10, () => 'klein'))]],
    ['25 buttons', [actions(...times(25, (at) => button({ action_id: `a${at}`, value: words(2_000) })))]],
    ['a section with ten fields', [{ type: 'section', fields: times(10, () => plain(words(100))) }]],
    ['50 blocks', times(50, () => divider)],
    ['two charts', [chart([bar('Op koers', 'jan')], ['jan']), chart([bar('Op koers', 'jan')], ['jan'])]],
    ['six series of twenty', [twentyMonths()]],
    ['as much text as fits', [said(words(MOST_OF_A_MESSAGE - COST_OF_A_BLOCK))]],
  ])('takes %s', (_name, blocks) => {
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });

  function twentyMonths() {
    const months = times(20, (at) => `maand ${at}`);
    return chart(
      times(6, (at) => bar(`reeks ${at}`, ...months)),
      months,
      words(50),
    );
  }

  it.each<[string, unknown, RegExp]>([
    ['no list', { type: 'divider' }, /^blocks: /],
    ['no blocks', [], /^blocks: none/],
    ['51 blocks', times(51, () => divider), /51, at most 50/],
    ['an unknown type', [{ type: 'kop' }], /^blocks\[0\]\.type/],
    ['no type', [{ text: plain('a') }], /^blocks\[0\]\.type/],
    ['an unknown field', [{ ...divider, colour: 'red' }], /colour/],
    ['a header of 151', [header(words(151))], /blocks\[0\]\.text\.text/],
    ['an empty header', [header('')], /blocks\[0\]\.text\.text/],
    ['a header with markup', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }], /blocks\[0\]\.text\.type/],
    ['an unknown field of a text', [{ type: 'header', text: { ...plain('a'), style: 'bold' } }], /style/],
    ['emoji in marked text', [{ type: 'section', text: { type: 'mrkdwn', text: 'a', emoji: true } }], /emoji/],
    ['a section without text', [{ type: 'section' }], /needs text or fields/],
    ['eleven fields', [{ type: 'section', fields: times(11, () => plain('a')) }], /blocks\[0\]\.fields/],
    ['a section of 3,001', [{ type: 'section', text: plain(words(3_001)) }], /blocks\[0\]\.text/],
    ['eleven small texts', [context(...times(11, () => 'klein'))], /blocks\[0\]\.elements/],
    ['26 buttons', [actions(...times(26, (at) => button({ action_id: `a${at}` })))], /blocks\[0\]\.elements/],
    ['no buttons', [actions()], /blocks\[0\]\.elements/],
    ['a label of 76', [actions({ type: 'button', text: plain(words(76)) })], /elements\[0\]\.text\.text/],
    ['a value of 2,001', [actions(button({ value: words(2_001) }))], /elements\[0\]\.value/],
    ['an unknown style', [actions(button({ style: 'default' }))], /elements\[0\]\.style/],
    ['an action id of 256', [actions(button({ action_id: words(256) }))], /action_id/],
    ['a block id of 256', [{ ...divider, block_id: words(256) }], /block_id/],
    [
      'the same action id twice',
      [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
      /action_id "a"/,
    ],
    ['the same block id twice', times(2, () => ({ ...divider, block_id: 'b' })), /block_id "b" more than once/],
    ['an input in an actions block', [actions({ type: 'plain_text_input' })], /elements\[0\]\.type/],
    ['empty rich text', [said('')], /elements\[0\]\.text/],
    ['a rich text section without words', [rich()], /elements\[0\]\.elements/],
    ['rich text with an unknown style', [rich({ type: 'text', text: 'a', style: { big: true } })], /style/],
    ['a link that runs code', [rich({ type: 'link', url: 'javascript:alert(1)' })], /address/],
    ['a mention of nobody', [rich({ type: 'user', user_id: 'iemand' })], /user_id/],
    ['a broadcast', [rich({ type: 'broadcast', range: 'channel' })], /type/],
    ['three charts', times(3, () => chart([bar('Op koers', 'jan')], ['jan'])), /more than two charts/],
    [
      'seven series',
      [
        chart(
          times(7, (at) => bar(`${at}`, 'jan')),
          ['jan'],
        ),
      ],
      /series/,
    ],
    ['a title of 51', [chart([bar('Op koers', 'jan')], ['jan'], words(51))], /title/],
    ['a name of 21', [chart([bar(words(21), 'jan')], ['jan'])], /name/],
    ['two series of one name', [chart([bar('a', 'jan'), bar('a', 'jan')], ['jan'])], /twice the same name/],
    ['a series with other labels', [chart([bar('a', 'jan')], ['jan', 'feb'])], /other labels/],
    ['too much text in all', times(5, () => said(words(2_600))), /size 13625, at most 13200/],
  ])('refuses %s', (_name, blocks, problem) => {
    expect(checkBlocks(blocks, 'message')).toContainEqual(expect.stringMatching(problem));
  });

  it('counts every text, and something for each block', () => {
    const blocks = [header('kop'), divider, said('woorden'), actions(button({ value: words(1_000) }))];
    expect(sizeOf(blocks)).toBe(4 * COST_OF_A_BLOCK + 'kop'.length + 'woorden'.length + 'Op koers'.length);
  });

  it('has an answer to whatever is sent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (sent) => {
        for (const surface of ['message', 'modal', 'home'] as const)
          expect(checkBlocks(sent, surface).length).toBeGreaterThan(0);
        expect(checkView(sent).length).toBeGreaterThan(0);
      }),
    );
  });

  it('takes any words that fit, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 150, unit: 'binary' }), (text) => {
        expect(checkBlocks([header(text), said(text), context(text)], 'message')).toEqual([]);
      }),
    );
  });
});

describe('what a form may ask', () => {
  const field = { type: 'plain_text_input', action_id: 'a' };
  const grouped = (chosen: readonly object[]) => ({
    type: 'multi_static_select',
    option_groups: [
      { label: plain('een'), options: options(2) },
      { label: plain('twee'), options: [option('ander')] },
    ],
    initial_options: chosen,
  });

  it.each<[string, object]>([
    ['text with its limits', input({ ...field, min_length: 0, max_length: 3_000, initial_value: words(3_000) })],
    ['a label and a hint of 2,000', input(field, { label: plain(words(2_000)), hint: plain(words(2_000)) })],
    ['a date', input({ type: 'datepicker', initial_date: '2028-02-29' })],
    ['a time', input({ type: 'timepicker', initial_time: '23:59' })],
    ['a number', input({ type: 'number_input', is_decimal_allowed: true, initial_value: '-2.5', min_value: '-3' })],
    ['100 options', input(select({ options: options(100), initial_option: option('v99') }))],
    [
      '100 groups',
      input(select({ option_groups: times(100, (at) => ({ label: plain(`${at}`), options: [option(`g${at}`)] })) })),
    ],
    [
      'options in another order of fields',
      input(
        select({
          options: options(2),
          initial_option: { value: 'v1', text: { emoji: false, text: 'v1', type: 'plain_text' } },
        }),
      ),
    ],
    ['ten boxes', input({ type: 'checkboxes', options: options(10), initial_options: options(10) })],
    ['many out of many', input({ type: 'multi_static_select', options: options(100), initial_options: options(50) })],
    ['many out of one group', input(grouped(options(2)))],
  ])('takes %s', (_name, block) => {
    expect(checkBlocks([block], 'modal')).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['a label of 2,001', input(field, { label: plain(words(2_001)) }), /label/],
    ['a label with markup', input(field, { label: { type: 'mrkdwn', text: 'a' } }), /label/],
    ['no element', { type: 'input', label: plain('a') }, /element/],
    ['a button as element', input(button()), /element\.type/],
    ['a longest of 3,001', input({ ...field, max_length: 3_001 }), /max_length/],
    ['a shortest over the longest', input({ ...field, min_length: 5, max_length: 4 }), /min_length over max_length/],
    ['more beforehand than fits', input({ ...field, initial_value: 'lang', max_length: 3 }), /initial_value longer/],
    ['a placeholder of 151', input({ ...field, placeholder: plain(words(151)) }), /placeholder/],
    ['a day that is none', input({ type: 'datepicker', initial_date: '2027-02-29' }), /initial_date/],
    ['an empty day', input({ type: 'datepicker', initial_date: '' }), /initial_date/],
    ['a time that is none', input({ type: 'timepicker', initial_time: '24:00' }), /initial_time/],
    [
      'a number with a comma',
      input({ type: 'number_input', is_decimal_allowed: true, initial_value: '2,5' }),
      /initial_value/,
    ],
    [
      'a decimal where none are allowed',
      input({ type: 'number_input', is_decimal_allowed: false, initial_value: '2.5' }),
      /decimal/,
    ],
    ['a number without a word on decimals', input({ type: 'number_input' }), /is_decimal_allowed/],
    [
      'a number under the least',
      input({ type: 'number_input', is_decimal_allowed: false, initial_value: '1', min_value: '2' }),
      /order/,
    ],
    ['101 options', input(select({ options: options(101) })), /options/],
    ['no options', input(select({ options: [] })), /options/],
    ['neither options nor groups', input(select({})), /needs options or option_groups/],
    [
      'options and groups',
      input(select({ options: options(1), option_groups: [{ label: plain('a'), options: options(1) }] })),
      /not both/,
    ],
    ['the same value twice', input(select({ options: [option('a'), option('a', 'b')] })), /twice the same value/],
    ['an option of 76', input(select({ options: [option('a', words(76))] })), /text/],
    ['a value of 151', input(select({ options: [option(words(151), 'a')] })), /value/],
    [
      'chosen beforehand what is not there',
      input(select({ options: options(2), initial_option: option('v2') })),
      /none of the options/,
    ],
    [
      'chosen beforehand by another name',
      input(select({ options: options(2), initial_option: option('v1', 'anders') })),
      /none of the options/,
    ],
    ['eleven boxes', input({ type: 'checkboxes', options: options(11) }), /options/],
    [
      'no boxes ticked, in a list',
      input({ type: 'checkboxes', options: options(2), initial_options: [] }),
      /initial_options/,
    ],
    [
      'a ticked box that is not there',
      input({ type: 'checkboxes', options: options(2), initial_options: options(3) }),
      /initial_options/,
    ],
    [
      'more chosen than may be',
      input({ type: 'multi_static_select', options: options(3), initial_options: options(3), max_selected_items: 2 }),
      /more chosen/,
    ],
    ['chosen out of two groups', input(grouped([option('v1'), option('ander')])), /several groups/],
    [
      'many out of many beside buttons',
      { type: 'actions', elements: [{ type: 'multi_static_select', options: options(2) }] },
      /elements/,
    ],
  ])('refuses %s', (_name, block, problem) => {
    expect(checkBlocks([block], 'modal')).toContainEqual(expect.stringMatching(problem));
  });

  it('takes 100 blocks and no charts', () => {
    expect(
      checkBlocks(
        times(100, () => divider),
        'home',
      ),
    ).toEqual([]);
    expect(
      checkBlocks(
        times(101, () => divider),
        'home',
      ),
    ).toEqual(['blocks: 101, at most 100']);
    for (const surface of ['modal', 'home'] as const)
      expect(checkBlocks([chart([bar('a', 'jan')], ['jan'])], surface)).toHaveLength(1);
  });

  it('puts the cursor in one place', () => {
    const focused = (id: string) => input({ ...field, action_id: id, focus_on_load: true });
    expect(checkBlocks([focused('a')], 'modal')).toEqual([]);
    expect(checkBlocks([focused('a'), focused('b')], 'modal')).toEqual(['blocks: more than one focus_on_load']);
  });
});

describe('a modal and a Home page', () => {
  const modal = (more: object = {}) => ({ type: 'modal', title: plain(words(24)), blocks: [divider], ...more });
  const asking = [input({ type: 'plain_text_input' })];

  it.each<[string, object]>([
    ['a modal', modal({ close: plain('Sluit'), private_metadata: words(3_000), callback_id: words(255) })],
    ['a modal with an input', modal({ submit: plain('Klaar'), blocks: asking })],
    ['a Home page', { type: 'home', blocks: [divider] }],
  ])('takes %s', (_name, view) => {
    expect(checkView(view)).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['a title of 25', modal({ title: plain(words(25)) }), /view\.title\.text/],
    ['no title', { type: 'modal', blocks: [divider] }, /view\.title/],
    ['a title on Home', { type: 'home', title: plain('a'), blocks: [divider] }, /title/],
    ['inputs without submit', modal({ blocks: asking }), /needs submit/],
    ['a submit of 25', modal({ submit: plain(words(25)) }), /view\.submit/],
    ['metadata of 3,001', modal({ private_metadata: words(3_001) }), /private_metadata/],
    ['no blocks', modal({ blocks: [] }), /view\.blocks: none/],
    ['a wrong block', modal({ blocks: [header('')] }), /view\.blocks\[0\]\.text\.text/],
    ['an unknown field', modal({ state: {} }), /state/],
    ['too much', modal({ blocks: times(100, () => said(words(3_000))) }), new RegExp(`at most ${MOST_OF_A_VIEW}`)],
  ])('refuses %s', (_name, view, problem) => {
    expect(checkView(view)).toContainEqual(expect.stringMatching(problem));
  });
});
