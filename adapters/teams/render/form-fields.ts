/** A field of a form as a labelled input, with its hint below it. Reading them back is `form-values.ts`. */
import { oneLine } from '../../../src/bot/cut-text.ts';
import type { Field, Option } from '../../../src/bot/reply.ts';
import { bold } from '../../../src/bot/shown-text.ts';
import type { Say } from '../../../src/bot/text.ts';
import { parseLocalDate } from '../../../src/calendar/local-date.ts';
import { parseLocalTime } from '../../../src/calendar/zone.ts';
import type { CardElement } from './card.ts';
import { literalText, textBlocks, withoutLinks } from './text.ts';

/** Before the name of a field: inputs share one object with what the form itself carries. */
export const FIELD = 'field.';
/** Before the name of a field: the id of its hint. */
const HINT = 'hint.';
/** Stands for nothing: a menu cannot be emptied again, and an empty value is none to it. */
export const NOTHING = ' ';
/** What a tick gives when it is ticked. */
const TICKED = 'ja';
/** A number, with room for a unit behind it. */
const NUMBER_LENGTH = 50;

/** `mostLetters` of a thing to choose are shown. */
export function fieldElements(field: Field, mostLetters: number, say: Say): readonly CardElement[] {
  const label = oneLine(field.label) || '…';
  const hint = textBlocks([{ text: field.hint ?? '' }], { size: 'Small', isSubtle: true }, { spacing: 'Small' });
  if (!isAsked(field)) {
    const why = textBlocks(say('msteams.nothing-to-choose'), { isSubtle: true }, { spacing: 'Small' });
    return [...textBlocks(bold([{ text: label }]), {}, { spacing: 'Medium' }), ...why, ...hint];
  }
  const input: CardElement = {
    ...inputOf(field, mostLetters, say),
    id: `${FIELD}${field.name}`,
    label: literalText(label),
    spacing: 'Medium',
    ...(field.required ? { isRequired: true, errorMessage: say.plain('msteams.required') } : {}),
  };
  return [input, ...hint.map((block, at) => (at === 0 ? { ...block, id: `${HINT}${field.name}` } : block))];
}

/** Where there is nothing to choose, there is no input. */
export function isAsked(field: Field): boolean {
  return !('options' in field) || field.options.length > 0;
}

function inputOf(field: Field, mostLetters: number, say: Say): CardElement {
  const { value = '' } = field;
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return textInput(value, field.maxLength, field.kind === 'long-text');
    case 'number':
      // Not every app takes a comma in an input for numbers; the core reads `86,5` and `86.5`.
      return textInput(value, NUMBER_LENGTH, false);
    case 'date':
      return { type: 'Input.Date', ...filledWith(parseLocalDate(value)) };
    case 'time':
      return { type: 'Input.Time', ...filledWith(parseLocalTime(value)) };
    case 'choice': {
      const none = field.required ? [] : [{ title: say.plain('msteams.no-choice'), value: NOTHING }];
      const known = field.options.some((option) => option.value === value) ? value : null;
      const all = [...none, ...choices(field.options, mostLetters)];
      return { type: 'Input.ChoiceSet', style: 'compact', choices: all, ...filledWith(known) };
    }
    case 'choices': {
      const known = value.split(',').filter((one) => field.options.some((option) => option.value === one));
      const all = choices(field.options, mostLetters);
      return { type: 'Input.ChoiceSet', isMultiSelect: true, wrap: true, choices: all, ...filledWith(known.join(',')) };
    }
    case 'tick': {
      const title = say.plain('msteams.tick-yes');
      return {
        type: 'Input.Toggle',
        title,
        valueOn: TICKED,
        valueOff: NOTHING,
        value: value === '' ? NOTHING : TICKED,
      };
    }
  }
}

function textInput(value: string, most: number, isMultiline: boolean): CardElement {
  const shown = literalText(value);
  return {
    type: 'Input.Text',
    ...(isMultiline ? { isMultiline } : {}),
    // Somebody must be able to mend what is too long already.
    maxLength: Math.max(1, most, shown.length),
    ...filledWith(shown),
  };
}

function filledWith(value: string | null) {
  return value ? { value } : {};
}

function choices(options: readonly Option[], mostLetters: number) {
  return options.map(({ value, label }) => {
    return { title: withoutLinks(literalText(cutInMiddle(oneLine(label), mostLetters))) || '…', value };
  });
}

/** Names often end in what tells them apart. By characters, so that none is cut in two. */
function cutInMiddle(label: string, most: number): string {
  if (label.length <= most) return label;
  const characters = [...label];
  const half = Math.floor((most - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
