/** What is left of a mistake above the form that led to it. */
import { describe, expect, test } from 'vitest';
import { answer, textPart } from '../../src/bot/notice.ts';
import type { Button, Part } from '../../src/bot/reply.ts';
import { aboveForm, buttonsIn } from '../../src/bot/reply-buttons.ts';
import { literal } from '../../src/bot/text.ts';

const button = (label: string, more: Partial<Button> = {}): Button => ({
  label,
  intent: { name: 'doel.nieuw', args: {} },
  ...more,
});
const buttons = (...all: readonly Button[]): Part => ({ kind: 'buttons', buttons: all });
const row = (...all: readonly Button[]) => ({ title: literal('Taal'), lines: [], buttons: all });
const YES = button('Ja');
const BACK = button('Verder invullen', { reopens: true });
const WORDS = textPart(literal('Kies een andere dag.'));

test('every button, in the order of the answer', () => {
  const parts: readonly Part[] = [
    buttons(YES),
    { kind: 'list', rows: [row(BACK), row()], more: YES },
    WORDS,
    buttons(BACK),
  ];
  expect(buttonsIn({ parts })).toEqual([YES, BACK, YES, BACK]);
  expect(buttonsIn({ parts: [WORDS] })).toEqual([]);
});

describe('above the form stands', () => {
  test.each<[string, readonly Part[], readonly Part[] | null]>([
    ['a mistake', [WORDS], [WORDS]],
    ['without the button that opens the form again', [WORDS, buttons(BACK)], [WORDS]],
    ['not a question', [WORDS, buttons(YES, BACK)], null],
    ['not a question with its buttons apart', [buttons(YES), buttons(BACK)], null],
    ['not a question in rows', [{ kind: 'list', rows: [row(YES)] }], null],
  ])('%s', (_, parts, left) => {
    const mistake = answer(literal('Die dag is dicht.'), parts);
    expect(aboveForm(mistake)).toEqual(left && { ...mistake, parts: left });
  });
});
