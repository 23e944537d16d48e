/** Replies that are more than Slack takes in one message, one button or one menu. */
import type { Form, Notice } from '../../../src/bot/reply.ts';

export const LONG_WORDS = 'Wat we in de klas zien. '.repeat(100).trim();
export const ROWS = 60;
export const ADDRESS = 'https://school.example/pop';

/** Several messages; the last button does not fit in Slack. */
export const largeNotice: Notice = {
  kind: 'notice',
  visibility: 'caller',
  title: [{ text: 'Alle doelen' }],
  parts: [
    { kind: 'text', text: [{ text: 'Je POP: ' }, { text: ADDRESS }, { text: ' en niet http://school.example' }] },
    {
      kind: 'list',
      rows: Array.from({ length: ROWS }, (_, index) => ({
        title: [{ text: `Doel ${index + 1}` }],
        lines: [],
        buttons: [
          {
            label: 'Update',
            intent: { name: 'doel.fase', args: { doel: String(index + 1), zin: index + 1 === ROWS ? LONG_WORDS : '' } },
            key: `key-${index + 1}`,
          },
        ],
      })),
    },
    {
      kind: 'chart',
      chart: {
        kind: 'stacked-bars',
        title: 'Meer reeksen dan Slack tekent',
        categories: ['okt', 'nov'],
        series: [...'●▲■○‖✓✕'].map((symbol, index) => ({
          name: `reeks ${index + 1}`,
          symbol,
          tone: 'neutral',
          values: [index, 1],
        })),
      },
      sentence: [{ text: 'In november van alles één.' }],
    },
  ],
};

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: `keuze ${index + 1}` }));

/** Menus longer than Slack's lists, and something that must be chosen. */
export const largeForm: Form = {
  kind: 'form',
  title: 'Een titel die langer is dan Slack boven een venster zet',
  intro: null,
  fields: [
    { kind: 'choice', name: 'wie', label: 'Wie', required: true, options: numbered(120), value: '110' },
    { kind: 'choices', name: 'dagen', label: 'Dagen', required: true, options: numbered(5) },
    { kind: 'choices', name: 'leden', label: 'Leden', required: true, options: numbered(12), value: '2,11' },
  ],
  intent: { name: 'leerteam.leden', args: { leerteam: '1' } },
  submit: 'Opslaan',
  small: [{ text: 'Iedereen in de school leest dit.' }],
  key: 'key-large-form',
};
