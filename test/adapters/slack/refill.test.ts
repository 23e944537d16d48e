/** A form that comes back holds what was filled in. */
import { expect, test } from 'vitest';
import { refilled } from '../../../adapters/slack/answer/refill.ts';
import { formValues, type SentValues } from '../../../adapters/slack/render/form-values.ts';
import { slackForm } from '../../../adapters/slack/render.ts';
import type { Form } from '../../../src/bot/reply.ts';
import { say } from '../../../src/bot/text.ts';
import { checkView } from '../../support/slack/check-view.ts';
import { FilledModal } from '../../support/slack/filled-modal.ts';
import { FORM } from '../../support/slack/scripted-slack.ts';

const OPTIONS = [
  { value: 'a', label: 'Op koers' },
  { value: 'b', label: 'Aandacht nodig' },
];
const ALL: Form = {
  ...FORM,
  key: 'key',
  fields: [
    { name: 'zin', kind: 'text', label: 'Zin', required: true, maxLength: 200 },
    { name: 'lang', kind: 'long-text', label: 'Verhaal', required: false, maxLength: 200, value: 'stond er al' },
    { name: 'getal', kind: 'number', label: 'Getal', required: false },
    { name: 'dag', kind: 'date', label: 'Dag', required: false },
    { name: 'tijd', kind: 'time', label: 'Tijd', required: false, value: '15:00' },
    { name: 'keuze', kind: 'choice', label: 'Status', required: true, options: OPTIONS },
    { name: 'keuzes', kind: 'choices', label: 'Dagen', required: false, options: OPTIONS },
    { name: 'tik', kind: 'tick', label: 'Delen', required: false },
  ],
};

test('every kind of field', () => {
  const view = { ...slackForm(ALL, 'home', say('nl')), id: 'V1' };
  const filled = new FilledModal();
  filled.fill(view, 'Zin', 'Groep 4 leest');
  filled.fill(view, 'Verhaal', '');
  filled.fill(view, 'Getal', '12.5');
  filled.fill(view, 'Dag', '2026-11-26');
  filled.fill(view, 'Status', 'Aandacht nodig');
  filled.fill(view, 'Dagen', ['Op koers', 'Aandacht nodig']);
  filled.fill(view, 'Delen', true);
  const values = filled.state(view).values as SentValues;
  const again = { ...view, blocks: refilled(view.blocks, values) };
  const { id: _, ...sendable } = again;
  expect(checkView(sendable)).toEqual([]);
  expect(new FilledModal().state({ ...again, id: 'V2' }).values).toEqual(values);
  expect(formValues(values)).toEqual({
    zin: 'Groep 4 leest',
    lang: '',
    getal: '12.5',
    dag: '2026-11-26',
    tijd: '15:00',
    keuze: 'b',
    keuzes: 'a,b',
    tik: 'ja',
  });
});
