/** What Slack gets to show of every kind of reply, and that Slack would take it. */
import { describe, expect, test } from 'vitest';
import {
  controlsOf,
  escaped,
  formOffer,
  noticeView,
  readMetadata,
  type SlackBlock,
  slackForm,
  slackHome,
  slackMessages,
  waitingView,
  withMistake,
  withoutCharts,
} from '../../../adapters/slack/render.ts';
import { pack, toKeep } from '../../../src/bot/control.ts';
import { answer, textPart } from '../../../src/bot/notice.ts';
import type { Button, Form, Notice, Part, Reply, RichText, Row } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { gallery, MISCHIEF } from '../../support/gallery.ts';
import { checkBlocks } from '../../support/slack/check-blocks.ts';
import { checkView } from '../../support/slack/check-view.ts';

const say = voice('nl');
const samples = Object.entries(gallery) as [string, Reply][];
const noticeOf = (reply: Reply): Notice | Form => (reply.kind === 'replace' ? reply.notice : reply);
const notices = samples.flatMap(([name, reply]): [string, Notice][] => {
  const notice = noticeOf(reply);
  return notice.kind === 'notice' ? [[name, notice]] : [];
});
const forms = samples.flatMap(([name, reply]): [string, Form][] => (reply.kind === 'form' ? [[name, reply]] : []));

const text = (words: string): RichText => [{ text: words }];
const blocksOf = (...parts: readonly Part[]): readonly SlackBlock[] => {
  const messages = slackMessages(answer(null, parts));
  expect(messages.map(({ blocks }) => checkBlocks(blocks, 'message'))).toEqual(messages.map(() => []));
  return messages.flatMap(({ blocks }) => blocks);
};
const button = (label: string, more: Partial<Button> = {}): Button => ({
  label,
  intent: { name: 'doel.update', args: {} },
  key: `key-${label}`,
  ...more,
});
const row = (words: string, more: Partial<Row> = {}): Row => ({ title: text(words), lines: [], ...more });

describe('every kind of part and field', () => {
  test.each(notices)('%s, as messages', (_, notice) => {
    const messages = slackMessages(notice);
    expect(messages).toMatchSnapshot();
    expect(messages.flatMap(({ blocks }) => checkBlocks(blocks, 'message'))).toEqual([]);
  });

  test.each(notices)('%s, without Slack’s own charts', (_, notice) => {
    const blocks = slackMessages(notice).flatMap((message) => withoutCharts(message).blocks);
    expect(blocks.filter(({ type }) => type === 'data_visualization')).toEqual([]);
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });

  test.each(notices)('%s, on the Home page', (_, notice) => {
    expect(checkView(slackHome(notice, say))).toEqual([]);
  });

  test.each(notices)('%s, in a modal', (_, notice) => {
    expect(checkView(noticeView(notice, 'C1', say))).toEqual([]);
  });

  test.each(forms)('%s', (_, form) => {
    const view = slackForm(form, 'C1', say);
    expect(view).toMatchSnapshot();
    expect(checkView(view)).toEqual([]);
  });

  test.each(forms)('%s, asked for where no modal can be opened', (_, form) => {
    const offer = formOffer(form, { said: { kind: 'text', text: '/doel update' }, key: 'key-offer' }, say);
    expect(offer).toMatchSnapshot();
    expect(checkBlocks(offer.blocks, 'message')).toEqual([]);
  });

  test('while something is looked up', () => {
    expect(waitingView('home', say)).toMatchSnapshot();
    expect(checkView(waitingView('home', say))).toEqual([]);
  });
});

describe('a title', () => {
  const firstBlock = (title: RichText, parts: readonly Part[] = [textPart(text('Meer.'))]) =>
    slackMessages(answer(title, parts))[0]!.blocks[0]!.type;

  test.each([
    ['Doelen van Bovenbouw', 'header'],
    ['Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00', 'header'],
    ['Opgeslagen: doel 1 is op koers.', 'rich_text'],
    ['Hoe staat het ermee?', 'rich_text'],
    ['Welke bedoel je:', 'rich_text'],
    ['"Het gaat goed."', 'rich_text'],
    ['x'.repeat(151), 'rich_text'],
  ])('%s: %s', (words, type) => expect(firstBlock(text(words))).toBe(type));

  test('by itself it is a sentence', () => expect(firstBlock(text('Gelukt'), [])).toBe('rich_text'));

  test('of a modal is the title itself when it is short', () => {
    const view = noticeView(answer(text('Mijn leerteam'), [textPart(text('Meer.'))]), 'home', say);
    expect([view.title.text, view.blocks.length]).toEqual(['Mijn leerteam', 1]);
  });

  test('of a modal stands inside it when it is long', () => {
    const long = text('Doelen van leerteam Bovenbouw');
    const view = noticeView(answer(long, [textPart(text('Meer.'))]), 'home', say);
    expect([view.title.text, view.blocks.map(({ type }) => type)]).toEqual(['Leerteambot', ['header', 'rich_text']]);
  });

  test('of a form that does not fit is whole inside it', () => {
    const { title, blocks } = slackForm({ ...gallery.form, title: 'Update van doel 1 Rekenen' }, '', say);
    expect(title.text).toBe('Update van doel 1…');
    expect(JSON.stringify(blocks[0])).toContain('Update van doel 1 Rekenen');
  });
});

describe('people’s words', () => {
  test('an address by itself can be followed, and shows where it leads', () => {
    const [block] = blocksOf(textPart([{ text: 'Zie ' }, { text: 'https://example.org/pop', style: 'bold' }]));
    expect(block).toMatchObject({
      elements: [
        { elements: [{ text: 'Zie ' }, { type: 'link', url: 'https://example.org/pop', style: { bold: true } }] },
      ],
    });
    expect(JSON.stringify(block)).not.toContain('"text":"https');
  });

  test.each([
    'http://example.org',
    'Zie https://example.org',
    'https://example.org/a b',
    'https://',
    'https://[',
    'javascript:alert(1)',
    '<https://example.org|hier>',
  ])('%s is no link', (words) => {
    expect(JSON.stringify(blocksOf(textPart(text(words))))).not.toContain('"link"');
  });

  test('nothing is ever mrkdwn', () => {
    const shown = [
      slackMessages(gallery.everyPart),
      slackMessages(gallery.mischief),
      slackForm(gallery.mischiefForm, '', say),
      slackHome(gallery.mischief, say),
    ];
    expect(JSON.stringify(shown)).not.toContain('mrkdwn');
  });

  test('in the top-level text nothing comes alive', () => {
    const [message] = slackMessages(gallery.mischief);
    expect(message!.text).not.toMatch(/[<>]/);
    expect(message!.text).toContain(escaped(MISCHIEF, 3_000));
  });

  test('a cut comes before escaping, so that no sign is cut in two', () => {
    expect(escaped('a&'.repeat(10), 6)).toBe('a&amp;a&amp;a…');
  });
});

describe('rows', () => {
  test('without buttons they share a block; a heading gets a line above it, but not under the title', () => {
    const rows = [row('1 Inchecken'), row('2 Acties', { lines: [text('2 open')] }), row('3 Doel 1')];
    const [message] = slackMessages(
      answer(text('Agenda'), [
        { kind: 'heading', text: text('Punten') },
        { kind: 'list', rows },
        { kind: 'heading', text: text('Let op') },
        textPart(text('Studiedag')),
      ]),
    );
    expect(message!.blocks.map(({ type }) => type)).toEqual([
      'header',
      'rich_text',
      'rich_text',
      'divider',
      'rich_text',
      'rich_text',
    ]);
  });

  test('a heading right below another has no line between', () => {
    const heading = (words: string): Part => ({ kind: 'heading', text: text(words) });
    const types = blocksOf(textPart(text('Hoi')), heading('Verslag'), heading('Besluiten'), textPart(text('Lezen')));
    expect(types.map(({ type }) => type)).toEqual(['rich_text', 'divider', 'rich_text', 'rich_text', 'rich_text']);
  });

  test('buttons that are not of the last row stand apart from it', () => {
    const rows = [row('Actie 12', { buttons: [button('Klaar'), button('Stoppen')] })];
    const menu: Part = { kind: 'buttons', buttons: [button('Nieuwe actie')] };
    const types = (...parts: Part[]) => blocksOf(...parts).map(({ type }) => type);
    expect(types({ kind: 'list', rows }, menu)).toEqual(['rich_text', 'actions', 'divider', 'actions']);
    expect(types(menu, menu)).toEqual(['actions', 'divider', 'actions']);
    expect(types({ kind: 'list', rows: [row('Actie 12')] }, menu)).toEqual(['rich_text', 'actions']);
  });

  test('a screen reader hears what a button is about', () => {
    const rows = [row('Actie 12', { buttons: [button('Klaar'), button('Stoppen')] })];
    const [, actions] = blocksOf({ kind: 'list', rows });
    expect(actions).toMatchObject({
      elements: [{ accessibility_label: 'Klaar: Actie 12' }, { accessibility_label: 'Stoppen: Actie 12' }],
    });
  });

  test('a screen reader hears of which question a button is, when another has the same words', () => {
    const question = (words: string, ...labels: string[]): Part[] => [
      textPart(text(words)),
      { kind: 'buttons', buttons: labels.map((label) => button(label)) },
    ];
    const heard = (...parts: Part[]) =>
      blocksOf(...parts).flatMap((block) =>
        block.type === 'actions' ? block.elements.map((one) => ('text' in one && one.accessibility_label) || null) : [],
      );
    const first = question('Actie 12 staat voor morgen.', 'Klaar', 'Stoppen');
    expect(heard(...first, ...question('Actie 15 stond voor gisteren.', 'Klaar'))).toEqual([
      'Klaar: Actie 12 staat voor morgen.',
      'Stoppen: Actie 12 staat voor morgen.',
      'Klaar: Actie 15 stond voor gisteren.',
    ]);
    expect(heard(...first, ...question('Hoe was Bovenbouw?', 'Ging door'))).toEqual([null, null, null]);
  });

  test('the one button of a plain row stands beside it', () => {
    const rows = [row('1 Inchecken'), row('2 Actie 12', { buttons: [button('Bekijken')] })];
    expect(blocksOf({ kind: 'list', rows })).toEqual([
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '1 Inchecken' }] }],
      },
      {
        type: 'section',
        text: { type: 'plain_text', text: '2 Actie 12', emoji: false },
        accessory: {
          type: 'button',
          action_id: 'say:1',
          text: { type: 'plain_text', text: 'Bekijken', emoji: false },
          value: '{"i":"doel.update","a":{},"k":"key-Bekijken"}',
          accessibility_label: 'Bekijken: 2 Actie 12',
        },
      },
    ]);
  });

  test('where no row has more than one button, they stand beside what can be read', () => {
    const lines = [text('Nico · voor vrijdag')];
    const types = (...rows: Row[]) => blocksOf({ kind: 'list', rows }).map(({ type }) => type);
    const one = row('Actie 12', { lines, buttons: [button('Bekijken')] });
    expect(types(one, one)).toEqual(['section', 'section']);
    const two = row('Actie 15', { lines, buttons: [button('Klaar'), button('Bekijken')] });
    expect(types(one, two)).toEqual(['rich_text', 'actions', 'rich_text', 'actions']);
    const withLink = row('POP', { lines: [text('https://school.example/pop')], buttons: [button('Bekijken')] });
    expect(types(one, withLink)).toEqual(['rich_text', 'actions', 'rich_text', 'actions']);
    const bold = { ...one, title: [{ text: 'Actie 13', style: 'bold' as const }] };
    expect(types(bold, row('Actie 14', { lines }))).toEqual(['section', 'rich_text']);
  });

  test('titles are bold where there is more to read, and then all of them', () => {
    const bolds = (...rows: Row[]) =>
      JSON.stringify(blocksOf({ kind: 'list', rows })).match(/"style":\{"bold":true\}/g)?.length ?? 0;
    const state = { symbol: '●', word: 'op koers', tone: 'good' } as const;
    expect(bolds(row('1 Inchecken'), row('2 Acties', { lines: [text('2 open')] }))).toBe(0);
    expect(bolds(row('1 Rekenen', { lines: [text('22%')] }), row('2 Taal', { lines: [text('3%')] }))).toBe(2);
    expect(bolds(row('1 Rekenen', { state }), row('2 Taal'))).toBe(2);
    const code = [[{ text: '/doel', style: 'code' }]] as const;
    expect(bolds(row('Je doelen', { lines: code }), row('Je acties', { lines: code }))).toBe(0);
  });

  test('sixty with buttons become several messages, each with its own words and none without its buttons', () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      row(`Actie ${at}`, { lines: [text('vandaag')], buttons: [button(`Klaar ${at}`), button('Stoppen')] }),
    );
    const messages = slackMessages(answer(text('Acties'), [{ kind: 'list', rows }]));
    expect(messages.length).toBe(3);
    expect(messages.map(({ blocks }) => checkBlocks(blocks, 'message'))).toEqual([[], [], []]);
    expect(messages.map(({ blocks }) => blocks.at(-1)!.type)).toEqual(['actions', 'actions', 'actions']);
    for (let at = 0; at < 60; at += 1) {
      const holding = messages.filter((message) =>
        message.text.includes(`Actie ${at}\n  vandaag\n  [Klaar ${at}] [Stoppen]`),
      );
      expect(holding.length).toBe(1);
    }
  });

  test.each([
    ['a row', (buttons: Button[]): Part => ({ kind: 'list', rows: [row('Wie?', { buttons })] })],
    ['a question', (buttons: Button[]): Part => ({ kind: 'buttons', buttons })],
  ])('all sixty buttons of %s are there', (_, part) => {
    const labels = Array.from({ length: 60 }, (_, at) => `Naam ${at}`);
    const shown = blocksOf(part(labels.map((label) => button(label)))).flatMap((block) =>
      block.type === 'actions' ? block.elements : [],
    );
    expect(shown.map((element) => 'text' in element && element.text?.text)).toEqual(labels);
  });

  test('on the Home page the last line says that there is more', () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      row(`Actie ${at}`, { lines: [text('vandaag')], buttons: [button('Klaar'), button('Stoppen')] }),
    );
    const home = slackHome(answer(text('Acties'), [{ kind: 'list', rows }]), say);
    expect(checkView(home)).toEqual([]);
    expect(home.blocks.length).toBe(100);
    expect(home.blocks.at(-1)).toMatchObject({ type: 'context' });
    expect(JSON.stringify(home.blocks.at(-1))).toContain(say.plain('slack.more-below'));
  });
});

describe('what is long', () => {
  const words = (length: number) => textPart(text('woord '.repeat(Math.ceil(length / 6)).slice(0, length)));
  /** So full that what comes next just fits, or just not. */
  const nearlyFull = Array.from({ length: 40 }, (_, step) => [...Array(4).fill(words(2_400)), words(300 + step * 15)]);
  const messagesOf = (...parts: readonly Part[]) => {
    const messages = slackMessages(answer(null, parts));
    expect(messages.flatMap(({ blocks }) => checkBlocks(blocks, 'message'))).toEqual([]);
    return messages;
  };

  test('a text is divided over messages', () => {
    const messages = messagesOf(words(30_000));
    expect(messages.length).toBe(3);
    expect(messages.map(({ text }) => text.startsWith('woord'))).toEqual([true, true, true]);
  });

  test('a heading is never the last of a message', () => {
    const counts = nearlyFull.map((before) => {
      const messages = messagesOf(...before, { kind: 'heading', text: text('Kop') }, words(20));
      for (const { blocks } of messages) expect(JSON.stringify(blocks.at(-1))).not.toContain('"Kop"');
      return messages.length;
    });
    expect(new Set(counts)).toEqual(new Set([1, 2]));
  });

  test('a question stays with its buttons', () => {
    const question: Part[] = [
      textPart(text('Hoe staat het ermee?')),
      { kind: 'buttons', buttons: [button('Op koers')] },
    ];
    const counts = nearlyFull.map((before) => {
      const messages = messagesOf(...before, ...question);
      const last = messages.at(-1)!.blocks.slice(-2);
      expect(last.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
      expect(JSON.stringify(last[0])).toContain('Hoe staat het ermee?');
      return messages.length;
    });
    expect(new Set(counts)).toEqual(new Set([1, 2]));
  });

  test('more than two charts are divided over messages', () => {
    const chart = { ...gallery.everyPart.parts.find(({ kind }) => kind === 'chart')! };
    const messages = slackMessages(answer(null, [chart, chart, chart]));
    expect(messages.map(({ blocks }) => blocks.filter(({ type }) => type === 'data_visualization').length)).toEqual([
      2, 1,
    ]);
  });

  test('a label that does not fit on its button stands whole below it', () => {
    const label = 'Meer leerlingen op 1S rekenen in de bovenbouw, en elke week een les met rijke teksten';
    const [actions, context] = blocksOf({ kind: 'buttons', buttons: [button(label)] });
    expect(actions).toMatchObject({
      elements: [{ text: { text: 'Meer leerlingen op 1S rekenen in de bovenbouw, en elke week een les met…' } }],
    });
    expect(context).toMatchObject({ type: 'context', elements: [{ text: label }] });
  });
});

describe('a chart', () => {
  const chart = {
    kind: 'stacked-bars' as const,
    title: 'Doelen per maand',
    categories: ['okt', 'november'],
    series: [
      { name: 'op koers', symbol: '●', tone: 'good' as const, values: [30, 1] },
      { name: 'loopt achter', symbol: '■', tone: 'bad' as const, values: [10, 0] },
    ],
  };
  const sentence = text('In november is 1 doel op koers.');
  const signs = ['Doelen per maand', 'okt       ●●●●●●●●●●●●●●●■■■■■', 'november  ●', '● op koers · ■ loopt achter'];
  const drawn = (blocks: readonly SlackBlock[]) =>
    (blocks[0] as unknown as { elements: { type: string; elements: { text: string }[] }[] }).elements[0]!;

  test('is Slack’s own, with the sign of each series in its name', () => {
    expect(blocksOf({ kind: 'chart', chart, sentence })[0]).toEqual({
      type: 'data_visualization',
      title: 'Doelen per maand',
      chart: {
        type: 'bar',
        series: [
          {
            name: '● op koers',
            data: [
              { label: 'okt', value: 30 },
              { label: 'november', value: 1 },
            ],
          },
          {
            name: '■ loopt achter',
            data: [
              { label: 'okt', value: 10 },
              { label: 'november', value: 0 },
            ],
          },
        ],
        axis_config: { categories: ['okt', 'november'] },
      },
    });
  });

  test('is made of signs where Slack refuses its own', () => {
    const [message] = slackMessages(answer(null, [{ kind: 'chart', chart, sentence }]));
    const { type, elements } = drawn(withoutCharts(message!).blocks);
    expect([type, elements[0]!.text.split('\n')]).toEqual(['rich_text_preformatted', signs]);
  });

  test('is made of signs on the Home page', () => {
    const home = slackHome(answer(null, [{ kind: 'chart', chart, sentence }]), say);
    expect(drawn(home.blocks).elements[0]!.text.split('\n')).toEqual(signs);
  });

  const seven = Array.from({ length: 7 }, (_, at) => ({ ...chart.series[0]!, name: `reeks ${at}`, symbol: `${at}` }));
  test.each([
    ['more series than Slack takes', { series: seven }],
    ['no series', { series: [] }],
    ['more bars than Slack takes', { categories: Array.from({ length: 21 }, (_, at) => `week ${at}`) }],
    ['two bars of one name', { categories: ['okt', 'okt'] }],
    ['two names that begin the same', { categories: ['Bovenbouw van school A', 'Bovenbouw van school B'] }],
    ['a bar without a name', { categories: ['okt', ''] }],
    ['no title', { title: '' }],
  ])('with %s is made of signs', (_, other) => {
    const blocks = blocksOf({ kind: 'chart', chart: { ...chart, ...other }, sentence });
    expect(drawn(blocks).type).toBe('rich_text_preformatted');
  });
});

describe('controls', () => {
  test('every control is named with the room it has, and what does not fit can be kept', () => {
    const long = button('Lang', { intent: { name: 'agenda.punt', args: { tekst: 'x'.repeat(2_000) } } });
    const notice = answer(null, [
      { kind: 'list', rows: [row('1', { buttons: [button('Kort')] })], more: button('Meer') },
      { kind: 'buttons', buttons: [long] },
    ]);
    const controls = controlsOf(notice);
    expect(controls.map(({ control }) => control.key)).toEqual(['key-Kort', 'key-Meer', 'key-Lang']);
    const kept = controls.flatMap(({ control, limit }) => toKeep(control, limit) ?? []);
    expect(kept.map(({ key }) => key)).toEqual(['key-Lang']);
    const values = controls.map(({ control, limit }) => pack(control, limit));
    const blocks = JSON.stringify(slackMessages(notice));
    for (const value of values) expect(blocks).toContain(JSON.stringify(value));
  });

  test('a form carries where it was asked and what it says', () => {
    const { control, origin } = readMetadata(slackForm(gallery.form, 'C1 17.1', say).private_metadata!);
    const [own] = controlsOf(gallery.form);
    expect([origin, control]).toEqual(['C1 17.1', pack(own!.control, own!.limit)]);
  });

  test('a form with long arguments still fits', () => {
    const form = { ...gallery.form, intent: { name: 'doel.update', args: { zin: '"'.repeat(2_000) } } };
    const view = slackForm(form, 'C'.repeat(400), say);
    expect(checkView(view)).toEqual([]);
    expect(readMetadata(view.private_metadata!).control).toBe('{"l":"key-form"}');
  });

  test('a modal without anything to send carries only where it was asked', () => {
    expect(readMetadata(waitingView('C1', say).private_metadata!)).toEqual({ origin: 'C1', control: null });
  });
});

describe('a form with a mistake in it', () => {
  /** As Slack gives it back: with ids of its own, and with more about it. */
  const sent = (view: ReturnType<typeof slackForm>) => ({
    ...view,
    id: 'V1',
    hash: '1.x',
    private_metadata: view.private_metadata!,
    callback_id: view.callback_id!,
    submit: view.submit ?? null,
    close: view.close ?? null,
    blocks: view.blocks.map((block, at) => ({ block_id: `auto${at}`, ...block })),
  });
  const notice = (words: string, ...more: readonly Button[]) =>
    answer(text(words), [{ kind: 'buttons', buttons: [{ ...button('Verder invullen'), reopens: true }, ...more] }]);

  test('keeps its inputs, shows what is wrong on top, and forgets the mistake before', () => {
    const first = sent(slackForm(gallery.form, 'C1', say));
    const second = withMistake(first, notice('18 oktober valt in de herfstvakantie.'), say);
    expect(checkView(second)).toEqual([]);
    expect(second.blocks.slice(0, 2).map(({ type }) => type)).toEqual(['rich_text', 'divider']);
    expect(second.blocks.slice(2)).toEqual(first.blocks);
    const third = withMistake(sent(second), notice('Dat is een zaterdag.'), say);
    expect(third.blocks.length).toBe(second.blocks.length);
    expect(JSON.stringify(third)).not.toContain('herfstvakantie');
    expect(third).toMatchObject({ private_metadata: first.private_metadata, submit: { text: 'Opslaan' } });
  });

  test('gives way to a mistake that asks what to do', () => {
    const first = sent(slackForm(gallery.form, 'C1', say));
    const second = withMistake(first, notice('18 oktober valt in de herfstvakantie.', button('Ja')), say);
    expect(checkView(second)).toEqual([]);
    expect(second.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
    expect(second.submit).toBeUndefined();
    expect(second).toMatchObject({ private_metadata: 'C1', callback_id: 'shown' });
  });

  test('leaves room for the whole form when much is wrong', () => {
    const fields = Array.from({ length: 60 }, (_, at) => ({ ...gallery.form.fields[3]!, name: `veld-${at}` }));
    const form = sent(slackForm({ ...gallery.form, fields }, 'C1', say));
    const again = { ...button('Verder invullen'), reopens: true } as const;
    const rows = Array.from({ length: 60 }, (_, at) => row(`${at}`, { buttons: [again, again] }));
    const mended = withMistake(form, answer(text('Welke bedoel je?'), [{ kind: 'list', rows }]), say);
    expect(checkView(mended)).toEqual([]);
    expect(mended.blocks.slice(-form.blocks.length)).toEqual(form.blocks);
  });
});
