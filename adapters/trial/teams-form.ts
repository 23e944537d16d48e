/** A form as Teams would show it: labelled inputs and one button that sends them with the form's intent. */
import type { Field, Form } from '../../src/bot/reply.ts';
import type { Language } from '../../src/people/person.ts';
import { pageTexts } from './page-texts.ts';
import { type CardElement, literalText, runs, textBlock } from './teams-text.ts';

/** Inputs share one object with the button's own data, so their names get a mark of their own. */
const FIELD_PREFIX = 'field.';
/** So that the page can tie a hint to its input. */
const HINT_PREFIX = 'hint.';

/** The body of the card. What is missing is said in the reader's language. */
export function formBody(form: Form, language: Language): readonly CardElement[] {
  return [
    textBlock(runs([{ text: form.title }], { weight: 'Bolder', size: 'Medium' })),
    ...(form.intro ? [textBlock(runs(form.intro))] : []),
    ...form.fields.flatMap((field) => fieldElements(field, language)),
    ...(form.small.length > 0 ? [textBlock(runs(form.small, { size: 'Small', isSubtle: true }))] : []),
    {
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          title: form.submit,
          style: 'positive',
          verb: form.intent.name,
          data: { intent: form.intent.name, args: form.intent.args, key: form.key ?? null },
        },
      ],
    },
  ];
}

function fieldElements(field: Field, language: Language): readonly CardElement[] {
  const input: CardElement = {
    ...inputOf(field, language),
    id: `${FIELD_PREFIX}${field.name}`,
    // A tick shows its label beside the box.
    ...(field.kind === 'tick' ? {} : { label: literalText(field.label) }),
    spacing: 'Medium',
    ...(field.required ? { isRequired: true, errorMessage: pageTexts[language].required } : {}),
  };
  if (!field.hint) return [input];
  const hint = runs([{ text: field.hint }], { size: 'Small', isSubtle: true });
  return [input, textBlock(hint, { id: `${HINT_PREFIX}${field.name}`, spacing: 'Small' })];
}

function inputOf(field: Field, language: Language): CardElement {
  const value = field.value === undefined || field.value === '' ? {} : { value: field.value };
  switch (field.kind) {
    case 'text':
      return { type: 'Input.Text', maxLength: field.maxLength, ...value };
    case 'long-text':
      return { type: 'Input.Text', isMultiline: true, maxLength: field.maxLength, ...value };
    case 'number': {
      const number = Number((field.value ?? '').replace(',', '.'));
      return { type: 'Input.Number', ...(field.value && Number.isFinite(number) ? { value: number } : {}) };
    }
    case 'date':
      return { type: 'Input.Date', ...value };
    case 'time':
      return { type: 'Input.Time', ...value };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        style: 'compact',
        choices: choices(field.required ? field.options : [noneOf(language), ...field.options]),
        ...value,
      };
    case 'choices':
      return { type: 'Input.ChoiceSet', isMultiSelect: true, wrap: true, choices: choices(field.options), ...value };
    case 'tick':
      return {
        type: 'Input.Toggle',
        title: literalText(field.label),
        valueOn: 'ja',
        valueOff: '',
        wrap: true,
        ...value,
      };
  }
}

/** The renderer's own empty choice cannot be chosen again, and an empty value is none to it; the bot reads a space as nothing. */
function noneOf(language: Language) {
  return { value: ' ', label: pageTexts[language].none };
}

function choices(options: readonly { readonly value: string; readonly label: string }[]) {
  return options.map(({ value, label }) => ({ title: literalText(label), value }));
}
