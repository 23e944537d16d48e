/** Each kind of part, field and mistake as Teams gets it: Teams takes it, and people's words stay as they were typed. */
import { describe, expect, test } from 'vitest';
import {
  activityOf,
  type CardElement,
  consentCard,
  controlsOf,
  dialogForm,
  dialogNotice,
  fileCard,
  formCard,
  formValues,
  markedDone,
  type TeamsMessage,
  teamsMessages,
} from '../../../adapters/teams/render.ts';
import { pack } from '../../../src/bot/control.ts';
import type { Field, Form, Notice, Part, Reply } from '../../../src/bot/reply.ts';
import { filePartsIn } from '../../../src/bot/reply-files.ts';
import { gallery, MISCHIEF } from '../../support/gallery.ts';
import { checkActivity } from '../../support/teams/check-activity.ts';
import { bytesOf, checkCard } from '../../support/teams/check-card.ts';
import { largeForm, largeNotice } from '../trial/large-replies.ts';
import { objectsIn } from './objects-in.ts';

const samples = Object.entries({ ...gallery, largeForm, largeNotice }) as [string, Reply][];

const messagesOf = (reply: Reply): readonly TeamsMessage[] => {
  if (reply.kind === 'form') return [formCard(reply, 'nl')];
  return teamsMessages(reply.kind === 'replace' ? reply.notice : reply, 'nl');
};
const noticeOf = (...parts: Part[]): Notice => ({ kind: 'notice', visibility: 'caller', title: null, parts });
const bodyOf = (...parts: Part[]): readonly CardElement[] =>
  teamsMessages(noticeOf(...parts), 'nl').flatMap(({ card }) => card.body);
const typed = (value: unknown, type: string) => objectsIn(value).filter((object) => object.type === type);
const textsIn = (value: unknown) => typed(value, 'TextRun').map(({ text }) => text);

describe('a reply', () => {
  test.each(Object.entries(gallery) as [string, Reply][])('%s', (_, reply) => {
    expect(messagesOf(reply)).toMatchSnapshot();
  });

  test.each(samples)('%s is taken by Teams, everywhere', (_, reply) => {
    for (const message of messagesOf(reply)) {
      const sent = { ...activityOf(message), textFormat: 'plain' as const };
      expect((['chat', 'channel', 'group'] as const).flatMap((place) => checkActivity(sent, place))).toEqual([]);
    }
  });

  test.each(samples)('%s is taken in the window of a message action', (_, reply) => {
    if (reply === largeNotice) return;
    const card =
      reply.kind === 'form'
        ? dialogForm(reply, 'nl')
        : dialogNotice(reply.kind === 'replace' ? reply.notice : reply, 'nl');
    expect(checkCard(card, 'dialog')).toEqual([]);
  });

  test('with a long list of short rows is divided', () => {
    const rows = Array.from({ length: 900 }, (_, at) => ({ title: [{ text: `${at}` }], lines: [] }));
    const facts = rows.map(({ title }) => ({ label: 'a', value: title }));
    for (const part of [{ kind: 'list', rows } as const, { kind: 'facts', facts } as const]) {
      const messages = messagesOf(noticeOf(part));
      for (const message of messages) expect(bytesOf(activityOf(message))).toBeLessThan(80_000);
      expect(textsIn(messages).filter((text) => /^\d+$/.test(String(text)))).toHaveLength(900);
    }
  });

  test('without a word is no message', () => expect(teamsMessages(noticeOf(), 'nl')).toEqual([]));

  test('is announced by its title, on one line', () => {
    expect(messagesOf(gallery.everyPart)[0]!.summary).toBe('Goedemorgen Sanne · dinsdag 24 november');
    expect(messagesOf(gallery.withoutTitle)[0]!.summary).toBe('Ik ken /doel stauts niet.');
    expect(messagesOf(gallery.form)[0]!.summary).toBe('Update van doel 1');
  });

  test('speaks the language of its reader', () => {
    const missing = (language: 'nl' | 'en') =>
      objectsIn(formCard(gallery.form, language)).flatMap(({ errorMessage }) => errorMessage ?? []);
    expect([missing('nl')[0], missing('en')[0]]).toEqual(['Vul dit in.', 'Fill this in.']);
    expect(formCard(gallery.form, 'en').card.lang).toBe('en');
  });
});

describe('words', () => {
  test('stay as they were typed, apart from what would become a date', () => {
    const shown = MISCHIEF.replace('{{DATE', '{\u2060{DATE');
    expect(textsIn(bodyOf({ kind: 'text', text: [{ text: MISCHIEF }] }))).toEqual([shown]);
  });

  test('on the card that an old app shows have no links behind other words', () => {
    const [message] = messagesOf(gallery.mischief);
    expect(message!.card.fallbackText).toContain('[x]');
    expect(message!.card.fallbackText).not.toContain('](');
  });

  test('only a whole address can be followed', () => {
    const address = 'https://example.org/pop?jaar=2026';
    const body = bodyOf({ kind: 'text', text: [{ text: address, style: 'bold' }, { text: ` of ${address}` }] });
    expect(typed(body, 'TextRun')).toEqual([
      { type: 'TextRun', text: address, weight: 'Bolder', selectAction: { type: 'Action.OpenUrl', url: address } },
      { type: 'TextRun', text: ` of ${address}` },
    ]);
    expect(textsIn(bodyOf({ kind: 'text', text: [{ text: 'http://example.org' }] }))).toHaveLength(1);
    expect(typed(bodyOf({ kind: 'text', text: [{ text: 'http://example.org' }] }), 'Action.OpenUrl')).toEqual([]);
  });

  test('of several lines are several blocks, as a run takes a line break for a space', () => {
    const body = bodyOf({ kind: 'text', text: [{ text: 'een\ntwee ' }, { text: 'drie\r\n\nvier', style: 'bold' }] });
    expect(body.map((block) => textsIn(block).join('|'))).toEqual(['een', 'twee |drie', 'vier']);
    expect(body.map(({ spacing }) => spacing)).toEqual([undefined, 'None', 'Default']);
  });
});

describe('a title', () => {
  const titled = (text: string, ...parts: Part[]) =>
    teamsMessages({ ...noticeOf(...parts), title: [{ text }] }, 'nl')[0]!.card.body[0];
  const small: Part = { kind: 'small', text: [{ text: 'Je team leest mee.' }] };

  test.each([
    ['Doelen van Bovenbouw', [small], { weight: 'Bolder', size: 'Large' }],
    ['Doelen van Bovenbouw', [], {}],
    ['Opgeslagen: doel 1 is op koers.', [small], {}],
  ] as const)('%s', (text, parts, style) => {
    expect(titled(text, ...parts)).toEqual({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text, ...style }],
    });
  });
});

describe('buttons', () => {
  const button = (label: string, key = label) => ({ label, intent: { name: 'actie.klaar', args: { nr: '1' } }, key });
  const actionsOf = (body: unknown) => typed(body, 'ActionSet').map(({ actions }) => actions as CardElement[]);

  test.each([
    [1, [1]],
    [6, [6]],
    [7, [4, 3]],
    [13, [5, 5, 3]],
  ])('%i in sets of %j', (count, sets) => {
    const buttons = Array.from({ length: count }, (_, at) => button(`knop ${at}`));
    expect(actionsOf(bodyOf({ kind: 'buttons', buttons })).map((actions) => actions.length)).toEqual(sets);
  });

  test('carry what they say, and what is too long by name only', () => {
    const long = { label: 'Ja', intent: { name: 'actie.nieuw', args: { wat: 'x'.repeat(3_000) } }, key: 'k2' };
    const body = bodyOf({ kind: 'buttons', buttons: [button('Klaar', 'k1'), long] });
    expect(actionsOf(body)[0]).toEqual([
      {
        type: 'Action.Execute',
        title: 'Klaar',
        verb: 'actie.klaar',
        data: { control: '{"i":"actie.klaar","a":{"nr":"1"},"k":"k1"}' },
      },
      { type: 'Action.Execute', title: 'Ja', verb: 'actie.nieuw', data: { control: '{"l":"k2"}' } },
    ]);
    const notice = noticeOf({ kind: 'buttons', buttons: [button('Klaar', 'k1'), long] });
    expect(controlsOf(notice).map(({ control, limit }) => pack(control, limit))).toEqual(
      actionsOf(body)[0]!.map(({ data }) => (data as { control: string }).control),
    );
  });

  test('that return say what they are about to who hears them', () => {
    const row = (title: string) => ({ title: [{ text: title }], lines: [], buttons: [button('Klaar', title)] });
    const body = bodyOf({ kind: 'list', rows: [row('Actie 1'), row('Actie 2')] });
    expect(typed(body, 'Action.Execute').map(({ tooltip }) => tooltip)).toEqual(['Klaar: Actie 1', 'Klaar: Actie 2']);
    const asked = (text: string): Part[] => [
      { kind: 'text', text: [{ text }] },
      { kind: 'buttons', buttons: [button('Klaar', text)] },
    ];
    expect(typed(bodyOf(...asked('Een?')), 'Action.Execute')[0]).not.toHaveProperty('tooltip');
    expect(typed(bodyOf(...asked('Een?'), ...asked('Twee?')), 'Action.Execute').map(({ tooltip }) => tooltip)).toEqual([
      'Klaar: Een?',
      'Klaar: Twee?',
    ]);
  });

  test('of which one was pressed become what was pressed; the others stay', () => {
    const rows = ['a', 'b'].map((key) => ({ title: [{ text: key }], lines: [], buttons: [button('Klaar', key)] }));
    const parts: Part[] = [
      { kind: 'list', rows },
      { kind: 'buttons', buttons: [button('Morgen opnieuw', 'c')] },
    ];
    const [{ card }] = teamsMessages(noticeOf(...parts), 'nl') as [TeamsMessage];
    const control = (key: string) => pack({ said: { kind: 'intent', intent: button('', '').intent }, key }, 2_000);
    const marked = markedDone(card, control('b'))!;
    expect(checkCard(marked)).toEqual([]);
    expect(textsIn(marked)).toEqual(['a', 'b', '✓ Klaar']);
    expect(typed(marked, 'Action.Execute').map(({ data }) => data)).toEqual(
      ['a', 'c'].map((key) => ({ control: control(key) })),
    );
    expect(textsIn(markedDone(marked, control('c')))).toEqual(['a', 'b', '✓ Klaar', '✓ Morgen opnieuw']);
    expect(markedDone(marked, control('b'))).toBeNull();
  });
});

describe('a form', () => {
  const formOf = (...fields: Field[]): Form => ({ ...gallery.form, fields });
  const inputOf = (field: Field) => formCard(formOf(field), 'nl').card.body.find(({ id }) => id === 'field.x');
  const base = { name: 'x', label: 'Vraag', required: false };

  test.each<[Field, object]>([
    [
      { ...base, kind: 'number', value: '72,5' },
      { type: 'Input.Text', value: '72,5', maxLength: 50 },
    ],
    [
      { ...base, kind: 'date', value: '2026-12-08' },
      { type: 'Input.Date', value: '2026-12-08' },
    ],
    [
      { ...base, kind: 'time', value: '9.00' },
      { type: 'Input.Time', value: '09:00' },
    ],
    [
      { ...base, kind: 'text', maxLength: 3, value: 'te lang' },
      { type: 'Input.Text', maxLength: 7 },
    ],
    [
      { ...base, kind: 'tick' },
      { type: 'Input.Toggle', title: 'Ja', value: ' ' },
    ],
    [
      { ...base, kind: 'tick', value: 'ja' },
      { type: 'Input.Toggle', title: 'Ja', value: 'ja' },
    ],
  ])('has a labelled input for %j', (field, input) => {
    expect(inputOf(field)).toMatchObject({ ...input, label: 'Vraag' });
  });

  test('a date that is none is left out', () => {
    expect(inputOf({ ...base, kind: 'date', value: 'vrijdag' })).not.toHaveProperty('value');
  });

  test('what may stay open can be taken back, and what is chosen must be there', () => {
    const options = [{ value: '1', label: 'een' }];
    expect(inputOf({ ...base, kind: 'choice', options, value: 'weg' })).toEqual({
      type: 'Input.ChoiceSet',
      style: 'compact',
      id: 'field.x',
      label: 'Vraag',
      spacing: 'Medium',
      choices: [
        { title: 'Geen keuze', value: ' ' },
        { title: 'een', value: '1' },
      ],
    });
  });

  test('has no links in what is chosen: the words beside a tick may be read as markdown', () => {
    const options = [{ value: '1', label: 'Lees [dit](https://evil.example)' }];
    expect(inputOf({ ...base, kind: 'choices', options })).toMatchObject({
      choices: [{ title: 'Lees [dit]\u2060(https://evil.example)' }],
    });
  });

  test('says so when there is nothing to choose', () => {
    const { card } = formCard(formOf({ ...base, kind: 'choices', options: [] }), 'nl');
    expect(textsIn(card)).toContain('Er valt nu niets te kiezen.');
    expect(checkCard(card)).toEqual([]);
    expect(formValues(typed(card, 'Action.Execute')[0]!.data as Record<string, unknown>)).toEqual({});
  });

  test('with a mistake has it above the form, which stays the same', () => {
    const mistake: Notice = { ...noticeOf(), title: [{ text: 'Dat is geen percentage.' }], changedNothing: true };
    const [first, ...rest] = formCard(gallery.form, 'nl', mistake).card.body;
    expect(first).toMatchObject({ type: 'Container', style: 'attention' });
    expect(textsIn(first)).toEqual(['Dat is geen percentage.']);
    expect(rest).toEqual(formCard(gallery.form, 'nl').card.body);
  });

  test.each([
    ['quotes', '"'.repeat(2_000)],
    ['lines', 'x\n'.repeat(1_000)],
  ])('never goes without the mistake, however much room its %s take', (_, typed) => {
    const mistake = { ...noticeOf(), title: [{ text: `Ik begrijp niet wat je bedoelt met ${typed}` }] };
    const { card } = formCard(gallery.form, 'nl', mistake);
    expect(textsIn(card)[0]).toMatch(/^Ik begrijp niet wat je bedoelt/);
    expect(checkCard(card)).toEqual([]);
  });
});

describe('what comes back', () => {
  test.each<[Record<string, unknown>, object]>([
    [{ control: 'c' }, {}],
    [
      { control: 'c', fields: ['status', 'zin', 'succes'], 'field.status': 'op koers', 'field.succes': ' ' },
      { status: 'op koers', zin: '', succes: '' },
    ],
    [{ fields: ['zin'], 'field.zin': '{\u2060{DATE(x)}}' }, { zin: '{{DATE(x)}}' }],
    [
      { fields: [7, { a: 1 }], 'field.raar': { a: 1 }, 'field.getal': 7 },
      { raar: '', getal: '' },
    ],
    [{ fields: 'zin' }, {}],
  ])('%j', (data, values) => expect(formValues(data)).toEqual(values));
});

describe('a file', () => {
  const [part] = filePartsIn(gallery.everyPart);

  test('is offered with what it is and how large it is', () => {
    const card = consentCard(part!, 'key-1');
    expect(card).toMatchObject({
      name: 'pop-gesprek.ics',
      content: { description: 'Je gesprek met Marieke voor in je agenda.', acceptContext: { file: 'key-1' } },
    });
    expect(card.content.sizeInBytes).toBe(part!.file.content.length);
    expect(checkActivity({ type: 'message', attachments: [card] }, 'chat')).toEqual([]);
  });

  test('without words is offered by its name', () => {
    expect(consentCard({ ...part!, sentence: [] }, 'k').content.description).toBe('pop-gesprek.ics');
  });

  test('can be opened where it was put', () => {
    const uploaded = {
      name: 'pop-gesprek.ics',
      contentUrl: 'https://school.sharepoint.example/pop-gesprek.ics',
      uniqueId: 'u-1',
      fileType: 'ics',
    };
    expect(checkActivity({ type: 'message', attachments: [fileCard(uploaded)] }, 'chat')).toEqual([]);
  });
});
