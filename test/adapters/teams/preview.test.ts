import { describe, expect, test } from 'vitest';
import { teamsPreview } from '../../../adapters/teams/render/preview.ts';
import { formCard, teamsMessages } from '../../../adapters/teams/render.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { buttonsIn } from '../../../src/bot/reply-buttons.ts';
import { gallery } from '../../support/gallery.ts';
import { LONG_WORDS, largeForm, largeNotice, ROWS } from '../trial/large-replies.ts';
import { objectsIn } from './objects-in.ts';

const notices: readonly (readonly [string, Notice])[] = [
  ['everyPart', gallery.everyPart],
  ['withoutTitle', gallery.withoutTitle],
  ['replace', gallery.replace.notice],
  ['mischief', gallery.mischief],
  ['large', largeNotice],
];
const forms = [
  ['form', gallery.form],
  ['mischiefForm', gallery.mischiefForm],
  ['large', largeForm],
] as const;

/** What every action carries, in the order of the page. */
function controlsIn({ cards }: ReturnType<typeof teamsPreview>): readonly string[] {
  const actions = objectsIn(cards).filter(({ type }) => type === 'Action.Execute');
  return actions.map(({ data }) => (data as { readonly control: string }).control);
}

describe('a notice', () => {
  test.each(notices)('%s is what would be sent', (_, notice) => {
    expect(teamsPreview(notice, 'nl').cards).toEqual(teamsMessages(notice, 'nl').map(({ card }) => card));
  });

  test.each(notices)('%s: every button stands for what it does', (_, notice) => {
    const preview = teamsPreview(notice, 'nl');
    expect(controlsIn(preview).map((control) => preview.controls[control])).toEqual(
      buttonsIn(notice).map(({ intent, key }) => ({ intent: intent.name, args: intent.args, key })),
    );
  });

  test('a button that Teams would only get the name of, too', () => {
    const preview = teamsPreview(largeNotice, 'nl');
    const control = controlsIn(preview)[ROWS - 1]!;
    expect(control.length).toBeLessThan(50);
    expect(preview.controls[control]).toMatchObject({ args: { doel: String(ROWS), zin: LONG_WORDS } });
  });
});

describe('a form', () => {
  test.each(forms)('%s is the card that would be sent, in the language of the reader', (_, form) => {
    for (const language of ['nl', 'en'] as const) {
      expect(teamsPreview(form, language).cards).toEqual([formCard(form, language).card]);
    }
  });

  test.each(forms)('%s says what it does when it is sent', (_, form) => {
    const preview = teamsPreview(form, 'nl');
    expect(controlsIn(preview).map((control) => preview.controls[control])).toEqual([
      { intent: form.intent.name, args: form.intent.args, key: form.key },
    ]);
  });
});
