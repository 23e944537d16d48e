/** One reply of every kind, with every kind of part and field: for snapshots, and for looking at. */
import type { Button, Form, Notice, Part, Replace, Reply } from '../../src/bot/reply.ts';

/** What somebody might type to make mischief; it must stay exactly this, everywhere. */
export const MISCHIEF =
  '<!channel> [x](https://evil.example) <img src=x onerror="alert(1)"> **vet** _scheef_ :smile: {{DATE(2026-11-24T08:00:00Z,LONG)}} \u202Eomgekeerd';

const button = (label: string, name: string, more: Partial<Button> = {}): Button => ({
  label,
  intent: { name, args: { doel: '1' } },
  key: `key-${name}-${label}`,
  ...more,
});

const PARTS = {
  text: {
    kind: 'text',
    text: [
      { text: 'Gewoon, ' },
      { text: 'vet', style: 'bold' },
      { text: ', ' },
      { text: 'schuin', style: 'italic' },
      { text: ' en ' },
      { text: '/doel status', style: 'code' },
      { text: '.' },
    ],
  },
  heading: { kind: 'heading', text: [{ text: 'Vraagt aandacht' }] },
  facts: {
    kind: 'facts',
    facts: [
      { label: 'Eigenaar', value: [{ text: 'Bovenbouw' }] },
      { label: 'Volgende update', value: [{ text: 'week van 23 november', style: 'bold' }] },
    ],
  },
  list: {
    kind: 'list',
    rows: [
      {
        state: { symbol: '●', word: 'op koers', tone: 'good' },
        title: [{ text: '1 Meer leerlingen op 1S rekenen' }],
        lines: [
          [{ text: '13% → ' }, { text: '22%', style: 'bold' }, { text: ' → 40% op 1 juli · ▁▂▃▄' }],
          [{ text: 'Update van 27 oktober door Nadia' }],
        ],
        buttons: [button('Update', 'doel.update')],
      },
      {
        state: { symbol: '▲', word: 'aandacht nodig', tone: 'attention' },
        title: [{ text: '2 Elke week rijke teksten' }],
        lines: [[{ text: '"In groep 6 lukt het nog niet elke week."', style: 'italic' }]],
      },
      {
        state: { symbol: '■', word: 'loopt achter', tone: 'bad' },
        title: [{ text: '3 Ouders bij het rapportgesprek' }],
        lines: [],
      },
      {
        state: { symbol: '‖', word: 'gepauzeerd', tone: 'neutral' },
        title: [{ text: '4 Buiten leren' }],
        lines: [[{ text: 'Verder na de meivakantie' }]],
      },
    ],
    more: button('Meer laten zien', 'doel.status'),
  },
  progress: {
    kind: 'progress',
    baseline: 13,
    now: 22,
    target: 40,
    sentence: [{ text: 'Van 13% naar ' }, { text: '22%', style: 'bold' }, { text: '; het doel is 40%.' }],
  },
  chart: {
    kind: 'chart',
    chart: {
      kind: 'stacked-bars',
      title: 'Doelen per maand',
      categories: ['sept', 'okt', 'nov'],
      series: [
        { name: 'op koers', symbol: '●', tone: 'good', values: [3, 4, 5] },
        { name: 'aandacht nodig', symbol: '▲', tone: 'attention', values: [2, 3, 2] },
        { name: 'loopt achter', symbol: '■', tone: 'bad', values: [1, 0, 0] },
        { name: 'gepauzeerd', symbol: '‖', tone: 'neutral', values: [0, 1, 1] },
      ],
    },
    sentence: [{ text: 'In november zijn 5 doelen op koers; in september waren dat er 3.' }],
  },
  buttons: {
    kind: 'buttons',
    buttons: [
      button('● Op koers', 'doel.update', { style: 'primary' }),
      button('▲ Aandacht nodig', 'doel.update'),
      button('■ Loopt achter', 'doel.update'),
      button('Met waarde…', 'doel.update'),
      button('Stoppen', 'doel.stop', { style: 'danger' }),
      button('Morgen opnieuw', 'nudge.snooze'),
      button('Niet meer over dit onderwerp', 'nudge.mute'),
    ],
  },
  file: {
    kind: 'file',
    file: {
      name: 'pop-gesprek.ics',
      type: 'text/calendar',
      content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n',
    },
    sentence: [{ text: 'Je gesprek met ' }, { text: 'Marieke', style: 'bold' }, { text: ' voor in je agenda.' }],
  },
  small: { kind: 'small', text: [{ text: 'Dit overzicht gaat over doelen, niet over personen.' }] },
} as const satisfies { readonly [Kind in Part['kind']]: Extract<Part, { kind: Kind }> };

const everyPart: Notice = {
  kind: 'notice',
  visibility: 'caller',
  title: [{ text: 'Goedemorgen Sanne' }, { text: ' · dinsdag 24 november' }],
  parts: Object.values(PARTS),
};

const withoutTitle: Notice = {
  kind: 'notice',
  visibility: 'everyone',
  title: null,
  parts: [{ kind: 'text', text: [{ text: 'Ik ken ' }, { text: '/doel stauts', style: 'code' }, { text: ' niet.' }] }],
};

const form: Form = {
  kind: 'form',
  title: 'Update van doel 1',
  intro: [{ text: 'Vorige keer: ' }, { text: 'op koers', style: 'bold' }, { text: ', 22%.' }],
  fields: [
    {
      kind: 'choice',
      name: 'status',
      label: 'Status',
      required: true,
      options: [
        { value: 'op koers', label: '● Op koers' },
        { value: 'aandacht nodig', label: '▲ Aandacht nodig' },
      ],
    },
    {
      kind: 'number',
      name: 'waarde',
      label: 'Waarde in %',
      hint: 'Alleen als je hebt gemeten.',
      required: false,
      value: '22,5',
    },
    { kind: 'long-text', name: 'zin', label: 'Wat zie je in de klas?', required: false, maxLength: 300 },
    {
      kind: 'text',
      name: 'titel',
      label: 'Titel',
      required: true,
      maxLength: 80,
      value: 'Meer leerlingen op 1S rekenen',
    },
    { kind: 'date', name: 'datum', label: 'Gemeten op', required: false, value: '2026-11-23' },
    { kind: 'time', name: 'tijd', label: 'Tijd', required: false, value: '08:30' },
    {
      kind: 'choices',
      name: 'groepen',
      label: 'Groepen',
      required: false,
      options: [
        { value: '6', label: 'groep 6' },
        { value: '7', label: 'groep 7' },
        { value: '8', label: 'groep 8' },
      ],
      value: '6,8',
    },
    { kind: 'tick', name: 'succes', label: 'Succes om te delen', required: false },
  ],
  intent: { name: 'doel.update', args: { doel: '1' } },
  submit: 'Opslaan',
  small: [{ text: 'Je team leest mee. Noem geen namen van leerlingen.' }],
  key: 'key-form',
};

const replace: Replace = {
  kind: 'replace',
  notice: {
    kind: 'notice',
    visibility: 'caller',
    title: [{ text: 'Opgeslagen: ' }, { text: 'doel 1', style: 'bold' }, { text: ' is op koers.' }],
    parts: [{ kind: 'buttons', buttons: [button('Ongedaan maken', 'doel.undo')] }],
  },
};

/** People's words wherever people's words can stand. */
const mischief: Notice = {
  kind: 'notice',
  visibility: 'caller',
  title: [{ text: MISCHIEF }],
  parts: [
    { kind: 'heading', text: [{ text: MISCHIEF }] },
    { kind: 'text', text: [{ text: MISCHIEF, style: 'bold' }] },
    { kind: 'facts', facts: [{ label: MISCHIEF, value: [{ text: MISCHIEF }] }] },
    {
      kind: 'list',
      rows: [
        {
          state: { symbol: '●', word: MISCHIEF, tone: 'good' },
          title: [{ text: MISCHIEF }],
          lines: [[{ text: MISCHIEF, style: 'code' }]],
          buttons: [
            { label: MISCHIEF, intent: { name: 'doel.status', args: { doel: MISCHIEF } }, key: 'key-mischief' },
          ],
        },
      ],
    },
    { kind: 'progress', baseline: null, now: null, target: 40, sentence: [{ text: MISCHIEF }] },
    {
      kind: 'chart',
      chart: {
        kind: 'stacked-bars',
        title: MISCHIEF,
        categories: [MISCHIEF],
        series: [{ name: MISCHIEF, symbol: '●', tone: 'good', values: [1] }],
      },
      sentence: [{ text: MISCHIEF }],
    },
    {
      kind: 'file',
      file: { name: `${MISCHIEF}.txt`, type: 'text/plain', content: MISCHIEF },
      sentence: [{ text: MISCHIEF }],
    },
    { kind: 'small', text: [{ text: MISCHIEF, style: 'italic' }] },
  ],
};

const mischiefForm: Form = {
  kind: 'form',
  title: MISCHIEF,
  intro: [{ text: MISCHIEF }],
  fields: [
    { kind: 'text', name: 'titel', label: MISCHIEF, hint: MISCHIEF, required: false, maxLength: 500, value: MISCHIEF },
    { kind: 'choice', name: 'doel', label: MISCHIEF, required: false, options: [{ value: '1', label: MISCHIEF }] },
    {
      kind: 'choices',
      name: 'doelen',
      label: MISCHIEF,
      required: false,
      options: [{ value: '1', label: MISCHIEF }],
      value: '1',
    },
    { kind: 'tick', name: 'succes', label: MISCHIEF, required: false },
  ],
  intent: { name: 'doel.wijzig', args: {} },
  submit: 'Opslaan',
  small: [{ text: MISCHIEF }],
  key: 'key-mischief-form',
};

export const gallery = { everyPart, withoutTitle, form, replace, mischief, mischiefForm } as const satisfies Readonly<
  Record<string, Reply>
>;
