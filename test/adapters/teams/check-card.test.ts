/** The check refuses cards that Teams refuses, or that somebody could not read or use. */
import { describe, expect, it } from 'vitest';
import { checkCard } from '../../support/teams/check-card.ts';
import { checkInvokeAnswer } from '../../support/teams/check-invoke.ts';

const run = (text: string, more: object = {}) => ({ type: 'TextRun', text, ...more });
const block = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });
const said = block(run('Hoi'));
const card = (...body: object[]) => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'nl',
  fallbackText: 'Hoi',
  msteams: { width: 'Full' },
  body,
});
const button = (title: string, more: object = {}) => ({ type: 'Action.Execute', title, data: {}, ...more });
const actions = (...of: object[]) => ({ type: 'ActionSet', actions: of });
const chart = {
  type: 'Chart.HorizontalBar.Stacked',
  title: 'Doelen',
  data: [{ title: 'Rekenen', data: [{ legend: 'Op koers', value: 3, color: 'good' }] }],
  fallback: { type: 'Container', items: [said] },
};
const choices = [
  { title: 'Ma', value: 'ma' },
  { title: 'Di', value: 'di' },
];
const form = card(
  said,
  { type: 'Input.Text', id: 'field.zin', label: 'Zin', maxLength: 200, isRequired: true, errorMessage: 'Vul dit in.' },
  { type: 'Input.Date', id: 'field.datum', label: 'Datum', value: '2026-12-01' },
  { type: 'Input.Time', id: 'field.tijd', label: 'Tijd', value: '14:30' },
  { type: 'Input.ChoiceSet', id: 'field.dagen', label: 'Dagen', choices, isMultiSelect: true, value: 'ma,di' },
  { type: 'Input.Toggle', id: 'field.eens', title: 'Eens', valueOn: 'ja', valueOff: '' },
  actions(button('Opslaan', { style: 'positive', verb: 'doel.update' })),
);

describe('a card that Teams shows', () => {
  it.each<[string, object]>([
    ['words', card(said, block(run('vet', { weight: 'Bolder' }), run(' en een [gewone](zin)')))],
    ['a form', form],
    ['a chart', card(said, chart)],
    ['columns', card({ type: 'ColumnSet', columns: [{ type: 'Column', width: '76px', items: [said] }] })],
    ['a link', card(block(run('https://a.nl', { selectAction: { type: 'Action.OpenUrl', url: 'https://a.nl' } })))],
  ])('%s', (_name, shown) => expect(checkCard(shown)).toEqual([]));

  it('has another kind of button in a dialog', () => {
    const inDialog = card(said, actions(button('Zet op de agenda', { type: 'Action.Submit' })));
    expect(checkCard(inDialog, 'dialog')).toEqual([]);
    expect(checkCard(inDialog)).not.toEqual([]);
    expect(checkCard(form, 'dialog')).not.toEqual([]);
  });
});

const input = (more: object) => card({ type: 'Input.Text', id: 'field.a', label: 'A', ...more });
const several = (more: object) =>
  card({ type: 'Input.ChoiceSet', id: 'field.a', label: 'A', choices, isMultiSelect: true, ...more });

describe('a card that Teams refuses, or that says too little', () => {
  it.each<[string, unknown, string]>([
    ['no card', 'Hoi', 'card: Invalid'],
    ['nothing', card(), 'card.body: Too small'],
    ['another version', { ...card(said), version: '1.6' }, 'card.version'],
    ['no fallback', { ...card(said), fallbackText: '' }, 'card.fallbackText'],
    ['no language', { ...card(said), lang: undefined }, 'card.lang'],
    ['a property that is not there', card({ ...said, wrap: true }), 'Unrecognized key: "wrap"'],
    ['an element that is not there', card({ type: 'Rating' }), 'card.body[0].type'],
    ['markdown', card({ type: 'TextBlock', text: 'Hoi' }), 'card.body[0].type'],
    ['markdown in facts', card({ type: 'FactSet', facts: [{ title: 'a', value: 'b' }] }), 'card.body[0].type'],
    ['deeper down', card({ type: 'Container', items: [{ type: 'Media' }] }), 'card.body[0].items[0].type'],
    ['no words', card(block(run(''))), 'card.body[0].inlines[0].text'],
    ['no run', card(block()), 'card.body[0].inlines'],
    ['a date of what was typed', card(block(run('{{DATE(2026-01-01)}}'))), 'would become a date'],
    ['a colour of its own', card(block(run('a', { color: '#ff0000' }))), 'card.body[0].inlines[0].color'],
    ['another way than https', card(actions({ type: 'Action.OpenUrl', title: 'a', url: 'javascript:x' })), 'url'],
    ['seven buttons', card(actions(...Array.from({ length: 7 }, (_, at) => button(`B ${at}`)))), 'actions: Too big'],
    ['a button without words', card(actions(button(''))), 'actions[0].title'],
    ['an input without a label', input({ label: undefined }), 'card.body[0].label'],
    ['required without saying so', input({ isRequired: true }), 'errorMessage'],
    ['more than fits', input({ maxLength: 2, value: 'abc' }), 'maxLength'],
    ['no day', card({ type: 'Input.Date', id: 'a', label: 'A', value: '2026-02-30' }), 'card.body[0].value'],
    ['no time', card({ type: 'Input.Time', id: 'a', label: 'A', value: '24:00' }), 'card.body[0].value'],
    ['no choices', several({ choices: [] }), 'choices: Too small'],
    ['twice the same choice', several({ choices: [...choices, ...choices] }), 'twice the same value'],
    ['chosen beforehand, and not there', several({ value: 'ma,wo' }), 'none of the choices'],
    ['a comma in a choice', several({ choices: [{ title: 'A', value: 'a,b' }] }), 'a comma'],
    ['twice the same id', card({ ...said, id: 'a' }, { ...said, id: 'a' }), 'id "a" more than once'],
    ['four columns', card({ type: 'ColumnSet', columns: Array(4).fill({ type: 'Column', items: [said] }) }), 'Too big'],
    [
      'a wide column',
      card({ type: 'ColumnSet', columns: [{ type: 'Column', width: '300px', items: [said] }] }),
      '120px',
    ],
    ['a chart without fallback', card({ ...chart, fallback: undefined }), 'chart.fallback'],
    ['a chart of nothing', card({ ...chart, data: [] }), 'chart.data'],
    [
      'markdown where the chart is',
      card({ ...chart, fallback: { type: 'TextBlock', text: 'a' } }),
      'card.body[0].type',
    ],
    ['too big', card(block(run('a'.repeat(40_000)))), 'at most 80000'],
  ])('%s', (_name, shown, problem) => {
    expect(checkCard(shown).join('\n')).toContain(problem);
  });
});

const CARD = 'application/vnd.microsoft.card.adaptive';
const inPlace = { statusCode: 200, type: CARD, value: card(said) };
const message = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Klaar.' };
const dialog = (content: object) => ({
  task: { type: 'continue', value: { title: 'Agenda', card: { contentType: CARD, content } } },
});

describe('the answer to an invoke', () => {
  it.each<[string, string, unknown]>([
    ['a card in place', 'adaptiveCard/action', inPlace],
    ['words', 'adaptiveCard/action', message],
    [
      'a form in a dialog',
      'composeExtension/fetchTask',
      dialog(card(said, actions(button('a', { type: 'Action.Submit' })))),
    ],
    ['an outcome', 'composeExtension/submitAction', { task: { type: 'message', value: 'Klaar.' } }],
    ['a dialog that closes', 'composeExtension/submitAction', null],
    ['a file that was taken', 'fileConsent/invoke', null],
  ])('is shown: %s', (_name, invoke, body) => {
    expect(checkInvokeAnswer(invoke, { status: 200, body })).toEqual([]);
  });

  it.each<[string, string, number, unknown]>([
    ['another status', 'adaptiveCard/action', 500, message],
    ['nothing', 'adaptiveCard/action', 200, null],
    ['no words', 'adaptiveCard/action', 200, { ...message, value: '' }],
    ['a card that is wrong', 'adaptiveCard/action', 200, { ...inPlace, value: card({ type: 'Foo' }) }],
    ['a form that the dialog cannot send', 'composeExtension/fetchTask', 200, dialog(form)],
    ['a dialog of nothing', 'composeExtension/fetchTask', 200, null],
    ['words that nobody reads', 'fileConsent/invoke', 200, message],
    ['something else', 'signin/verifyState', 200, null],
  ])('is refused: %s', (_name, invoke, status, body) => {
    expect(checkInvokeAnswer(invoke, { status, body })).not.toEqual([]);
  });
});
