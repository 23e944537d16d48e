/** What a scripted core answers. */
import { answer } from '../../../src/bot/notice.ts';
import type { Button, Form, Notice, Part } from '../../../src/bot/reply.ts';
import { literal } from '../../../src/bot/text.ts';

/** A notice with these words and buttons. */
export function says(words: string, buttons: readonly Button[] = [], more: Partial<Notice> = {}): Notice {
  const parts: readonly Part[] = buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
  return { ...answer(literal(words), parts), ...more };
}

export function button(label: string, args: Readonly<Record<string, string>> = {}): Button {
  return { label, intent: { name: 'doel.update', args } };
}

/** One field, "Zin". */
export const FORM: Form = {
  kind: 'form',
  title: 'Update',
  intro: null,
  fields: [
    { name: 'zin', kind: 'text', label: 'Zin', required: true, maxLength: 200 },
    { name: 'dag', kind: 'date', label: 'Dag', required: false },
  ],
  intent: { name: 'doel.update', args: { doel: '1' } },
  submit: 'Opslaan',
  small: [{ text: 'Je team leest mee.' }],
};
