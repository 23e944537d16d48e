/** The things to choose from in a form, within the lengths of Slack's menus. */
import type { OptionGroup, PlainTextElement, PlainTextOption } from '@slack/types';
import { cutAtWord, oneLine } from '../../../src/bot/cut-text.ts';
import type { Field, Option } from '../../../src/bot/reply.ts';
import type { Say } from '../../../src/bot/text.ts';
import { LABEL_LENGTH } from './blocks.ts';
import { label } from './text.ts';

export type SlackOption = PlainTextOption & { value: string };

export type Choices = {
  readonly all: readonly SlackOption[];
  /** What is filled in already. */
  readonly chosen: readonly SlackOption[];
  /** In groups when there are more than fit in one list. */
  readonly menu: { options: SlackOption[] } | { option_groups: (OptionGroup & { options: SlackOption[] })[] };
  /** Whole labels of which a part is not shown. */
  readonly tooLong: readonly string[];
};

/** Stands for nothing: a menu of Slack cannot be emptied, and an option must have a value. */
export const NO_CHOICE = '-';

const MOST_OPTIONS = 100;

export type ChoiceField = Extract<Field, { kind: 'choice' | 'choices' }>;

/** `field.options` has at least one; values are the core's own codes, of at most 150 characters. */
export function choicesOf(field: ChoiceField, say: Say): Choices {
  const none: readonly SlackOption[] =
    field.kind === 'choice' && !field.required
      ? [{ text: label(say.plain('slack.no-choice'), LABEL_LENGTH), value: NO_CHOICE }]
      : [];
  const options = field.options.map((option) => ({ ...slackOption(option), value: option.value }));
  const values = field.kind === 'choice' ? [field.value ?? ''] : (field.value ?? '').split(',');
  const all = [...none, ...options];
  const chosen = options.filter(({ value }) => values.includes(value));
  return {
    all,
    chosen,
    menu: all.length > MOST_OPTIONS ? { option_groups: grouped(inOneGroup(all, chosen)) } : { options: all },
    tooLong: field.options
      .map((option) => oneLine(option.label))
      .filter((words) => restOf(words).length > LABEL_LENGTH),
  };
}

/** A long label goes on in the description below it. */
function slackOption(option: Option): SlackOption {
  const { text, description } = shown(oneLine(option.label));
  return { text, value: option.value, ...(description ? { description } : {}) };
}

function shown(words: string): { readonly text: PlainTextElement; readonly description: PlainTextElement | null } {
  const text = label(words, LABEL_LENGTH);
  const rest = restOf(words);
  return { text, description: rest === '' ? null : label(rest, LABEL_LENGTH) };
}

/** What of a label does not fit on its first line. */
function restOf(words: string): string {
  if (words.length <= LABEL_LENGTH) return '';
  const first = cutAtWord(words, LABEL_LENGTH).length - '…'.length;
  return `…${words.slice(first).trimStart()}`;
}

/** Several that are chosen come first: Slack refuses those of different groups, https://github.com/slackapi/bolt-js/issues/1496 */
function inOneGroup(all: readonly SlackOption[], chosen: readonly SlackOption[]): readonly SlackOption[] {
  return chosen.length > 1 ? [...chosen, ...all.filter((option) => !chosen.includes(option))] : all;
}

/** Each group is named after its first and its last. */
function grouped(options: readonly SlackOption[]): (OptionGroup & { options: SlackOption[] })[] {
  const groups: (OptionGroup & { options: SlackOption[] })[] = [];
  for (let from = 0; from < options.length; from += MOST_OPTIONS) {
    const group = options.slice(from, from + MOST_OPTIONS);
    const [first, last] = [group[0]!, group.at(-1)!].map(({ text }) => cutAtWord(text.text, (LABEL_LENGTH - 3) / 2));
    groups.push({ label: label(`${first} – ${last}`, LABEL_LENGTH), options: group });
  }
  return groups;
}
