import type { ActionsBlock, Button, SectionBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { slackForm } from '../../../adapters/slack/render/form.ts';
import { slackPreview } from '../../../adapters/slack/render/preview.ts';
import { slackMessages } from '../../../adapters/slack/render.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { say } from '../../../src/bot/text.ts';
import { gallery } from '../../support/gallery.ts';
import { LONG_WORDS, largeForm, largeNotice, ROWS } from '../trial/large-replies.ts';

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

/** The `value` of every button, in the order of the page. */
function valuesIn(preview: ReturnType<typeof slackPreview>): readonly (string | undefined)[] {
  const blocks = 'messages' in preview ? preview.messages.flatMap((message) => message.blocks) : [];
  const elements = blocks.flatMap((block): readonly { readonly type: string }[] => {
    if (block.type === 'actions') return (block as ActionsBlock).elements;
    return block.type === 'section' ? [(block as SectionBlock).accessory!] : [];
  });
  return elements.map((element) => (element as Button).value);
}

describe('a notice', () => {
  test.each(notices)('%s is what would be sent', (_, notice) => {
    expect(slackPreview(notice, 'nl')).toMatchObject({ messages: slackMessages(notice) });
  });

  test.each(notices)('%s: every button stands for what it does', (_, notice) => {
    const preview = slackPreview(notice, 'nl');
    const buttons = notice.parts.flatMap((part) => {
      if (part.kind === 'buttons') return part.buttons;
      if (part.kind !== 'list') return [];
      return [...part.rows.flatMap((row) => row.buttons ?? []), ...(part.more ? [part.more] : [])];
    });
    expect(valuesIn(preview).map((value) => preview.controls[value!])).toEqual(
      buttons.map(({ intent, key }) => ({ intent: intent.name, args: intent.args, key })),
    );
  });

  test('a button that Slack would only get the name of, too', () => {
    const preview = slackPreview(largeNotice, 'nl');
    const value = valuesIn(preview)[ROWS - 1]!;
    expect(value.length).toBeLessThan(50);
    expect(preview.controls[value]).toMatchObject({ args: { doel: String(ROWS), zin: LONG_WORDS } });
  });
});

describe('a form', () => {
  test.each(forms)('%s is the modal that would be opened, in the language of the reader', (_, form) => {
    for (const language of ['nl', 'en'] as const) {
      expect(slackPreview(form, language)).toMatchObject({ view: slackForm(form, '', say(language)) });
    }
  });

  test.each(forms)('%s stands for what it does', (_, form) => {
    const preview = slackPreview(form, 'nl');
    const metadata = 'view' in preview ? preview.view.private_metadata : undefined;
    expect(preview.controls[metadata!]).toEqual({ intent: form.intent.name, args: form.intent.args, key: form.key });
  });
});
