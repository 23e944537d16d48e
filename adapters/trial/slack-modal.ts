/** A form as Slack would show it: a modal window with labelled inputs. */
import type { Field, Form, Intent, Option } from '../../src/bot/reply.ts';
import { type PlainText, plainObject, type SlackText, slackText } from './slack-text.ts';

type Choice = { readonly value: string; readonly text: PlainText };

export type SlackInputElement =
  | {
      readonly type: 'plain_text_input';
      readonly multiline: boolean;
      readonly max_length: number;
      readonly initial: string;
    }
  | { readonly type: 'number_input' | 'datepicker' | 'timepicker'; readonly initial: string }
  | { readonly type: 'static_select'; readonly options: readonly Choice[]; readonly initial: string }
  | { readonly type: 'checkboxes'; readonly options: readonly Choice[]; readonly initial: readonly string[] };

export type SlackInput = {
  readonly type: 'input';
  readonly name: string;
  readonly label: PlainText;
  readonly hint: PlainText | null;
  readonly optional: boolean;
  readonly element: SlackInputElement;
};

export type SlackModal = {
  readonly type: 'modal';
  readonly title: PlainText;
  readonly submit: PlainText;
  readonly intro: readonly SlackText[];
  readonly inputs: readonly SlackInput[];
  readonly small: readonly SlackText[];
  readonly value: { readonly intent: string; readonly args: Intent['args']; readonly key: string | null };
};

export function slackModal(form: Form): SlackModal {
  return {
    type: 'modal',
    title: plainObject(form.title),
    submit: plainObject(form.submit),
    intro: slackText(form.intro ?? []),
    inputs: form.fields.map((field) => ({
      type: 'input',
      name: field.name,
      label: plainObject(field.label),
      hint: field.hint ? plainObject(field.hint) : null,
      optional: !field.required,
      element: elementOf(field),
    })),
    small: slackText(form.small),
    value: { intent: form.intent.name, args: form.intent.args, key: form.key ?? null },
  };
}

function elementOf(field: Field): SlackInputElement {
  const initial = field.value ?? '';
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return { type: 'plain_text_input', multiline: field.kind === 'long-text', max_length: field.maxLength, initial };
    case 'number':
      return { type: 'number_input', initial: initial.replace(',', '.') };
    case 'date':
      return { type: 'datepicker', initial };
    case 'time':
      return { type: 'timepicker', initial };
    case 'choice':
      return { type: 'static_select', options: field.options.map(choice), initial };
    case 'choices':
      return {
        type: 'checkboxes',
        options: field.options.map(choice),
        initial: initial.split(',').filter((one) => one !== ''),
      };
    case 'tick':
      // Slack has no single tick: a checkbox with one option.
      return {
        type: 'checkboxes',
        options: [{ value: 'ja', text: plainObject(field.label) }],
        initial: initial ? [initial] : [],
      };
  }
}

function choice({ value, label }: Option): Choice {
  return { value, text: plainObject(label) };
}
