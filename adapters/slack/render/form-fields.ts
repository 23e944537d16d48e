/** A field of a form as a labelled input of a modal. Reading them back is `form-values.ts`. */
import type { InputBlock, InputBlockElement, PlainTextInput } from '@slack/types';
import { oneLine, pieces } from '../../../src/bot/cut-text.ts';
import type { Field } from '../../../src/bot/reply.ts';
import { bold } from '../../../src/bot/shown-text.ts';
import type { Say } from '../../../src/bot/text.ts';
import { parseLocalDate } from '../../../src/calendar/local-date.ts';
import { parseLocalTime } from '../../../src/calendar/zone.ts';
import { PIECE_LENGTH, type SlackBlock } from './blocks.ts';
import { type ChoiceField, type Choices, choicesOf, type SlackOption } from './form-choices.ts';
import { smallBlocks } from './part-blocks.ts';
import { label, richBlocks } from './text.ts';

/** Before the name of a field: the `block_id` of its input, and the `action_id` too. */
export const FIELD = 'field:';
/** What a tick gives when it is ticked. */
const TICKED = 'ja';

/** In characters: a label or a hint, and what can be typed. */
const WORDS_LENGTH = 2_000;
const TYPED_LENGTH = 3_000;
/** A number, with room for a unit behind it. */
export const NUMBER_LENGTH = 50;
const MOST_CHECKBOXES = 10;

/** The input, and below it what Slack has no room for in it. */
export function fieldBlocks(field: Field, say: Say): readonly SlackBlock[] {
  if ('options' in field && field.options.length === 0) return nothingToChoose(field, say);
  const choices = 'options' in field ? choicesOf(field, say) : null;
  const input: InputBlock = {
    type: 'input',
    block_id: `${FIELD}${field.name}`,
    label: label(field.label, WORDS_LENGTH),
    ...(field.hint ? { hint: label(field.hint, WORDS_LENGTH) } : {}),
    optional: !field.required,
    element: elementOf(field, choices, say),
  };
  const words = [field.label, field.hint ?? ''].map(oneLine).filter((text) => text.length > WORDS_LENGTH);
  return [input, ...smallBlocks([...words, ...(choices?.tooLong ?? [])].join('\n'))];
}

/** Slack refuses a menu without options. What is sent then says no more of it than an empty field. */
function nothingToChoose(field: ChoiceField, say: Say): readonly SlackBlock[] {
  const hint = field.hint ? `\n${field.hint}` : '';
  return [
    ...pieces(bold([{ text: oneLine(field.label) }]), PIECE_LENGTH).flatMap(richBlocks),
    ...smallBlocks(`${say.plain('slack.nothing-to-choose')}${hint}`),
  ];
}

function elementOf(field: Field, choices: Choices | null, say: Say): InputBlockElement {
  const { value = '' } = field;
  const action_id = `${FIELD}${field.name}`;
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return textInput(action_id, field.kind === 'long-text', value, field.maxLength);
    case 'number':
      // Slack's own input for numbers takes no comma, and says so before anybody here can; the core reads `86,5` and `86.5`.
      return textInput(action_id, false, value, NUMBER_LENGTH);
    case 'date': {
      const date = parseLocalDate(value);
      return { type: 'datepicker', action_id, ...(date ? { initial_date: date } : {}) };
    }
    case 'time': {
      const time = parseLocalTime(value);
      return { type: 'timepicker', action_id, ...(time ? { initial_time: time } : {}) };
    }
    case 'choice': {
      const [chosen] = choices!.chosen;
      const known = chosen ? { initial_option: chosen } : {};
      return { type: 'static_select', action_id, ...choices!.menu, ...known };
    }
    case 'choices':
      return choices!.all.length > MOST_CHECKBOXES
        ? { type: 'multi_static_select', action_id, ...choices!.menu, ...initial(choices!.chosen) }
        : { type: 'checkboxes', action_id, options: [...choices!.all], ...initial(choices!.chosen) };
    case 'tick': {
      // Slack has no single tick: a checkbox with one option, below the label.
      const option: SlackOption = { text: label(say.plain('slack.tick-yes'), 75), value: TICKED };
      return { type: 'checkboxes', action_id, options: [option], ...initial(value ? [option] : []) };
    }
  }
}

function textInput(action_id: string, multiline: boolean, value: string, most: number): PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id,
    multiline,
    // Somebody must be able to mend what is too long already.
    max_length: Math.min(TYPED_LENGTH, Math.max(1, most, value.length)),
    ...(value ? { initial_value: value.slice(0, TYPED_LENGTH) } : {}),
  };
}

function initial(chosen: readonly SlackOption[]) {
  return chosen.length > 0 ? { initial_options: [...chosen] } : {};
}
