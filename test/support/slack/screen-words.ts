/** What somebody reads in a message, a modal or on the Home page: its words, with buttons as [Opslaan] and fields with what they hold. */
import type { Json } from './fake-types.ts';

/** One line for each line on the screen. */
export function blockWords(blocks: readonly Json[]): string {
  return blocks
    .map(wordsOfBlock)
    .filter((words) => words !== '')
    .join('\n');
}

/** Title, blocks and the two buttons below. */
export function viewWords(view: Json): string {
  const buttons = [view.submit, view.close].filter(Boolean).map((button) => `[${textOf(button)}]`);
  return [textOf(view.title), blockWords(view.blocks as readonly Json[]), buttons.join(' ')]
    .filter((words) => words !== '')
    .join('\n');
}

/** Of a text object; empty when there is none, as with an acknowledgement over a socket, which is an empty object. */
export function textOf(object: unknown): string {
  return String((object as Json | null | undefined)?.text ?? '');
}

function wordsOfBlock(block: Json): string {
  switch (block.type) {
    case 'header':
      return textOf(block.text);
    case 'section':
      return [
        textOf(block.text),
        ...list(block.fields).map(textOf),
        ...(block.accessory ? elements([block.accessory]) : []),
      ]
        .filter((words) => words !== '')
        .join('\n');
    case 'rich_text':
      return list(block.elements).map(wordsOfRichText).join('\n');
    case 'context':
      return list(block.elements).map(textOf).join(' ');
    case 'actions':
      return elements(list(block.elements)).join(' ');
    case 'input': {
      const hint = block.hint ? ` (${textOf(block.hint)})` : '';
      return `${textOf(block.label)}${block.optional ? '' : ' *'}: ${wordsOfElement(block.element as Json)}${hint}`;
    }
    case 'data_visualization':
      return `(chart: ${block.title})`;
    default:
      return '';
  }
}

function wordsOfRichText(element: Json): string {
  if (element.type === 'rich_text_list')
    return list(element.elements)
      .map((item) => `• ${wordsOfRichText(item)}`)
      .join('\n');
  return list(element.elements).map(wordsOfSpan).join('');
}

function wordsOfSpan(span: Json): string {
  if (span.type === 'link') return String(span.text ?? span.url);
  return String(span.text ?? '');
}

function elements(all: readonly unknown[]): readonly string[] {
  return all.map((element) => wordsOfElement(element as Json));
}

function wordsOfElement(element: Json): string {
  if (element.type === 'button') return `[${textOf(element.text)}]`;
  const options = [...list(element.options), ...list(element.option_groups).flatMap((group) => list(group.options))];
  if (options.length === 0) return String(element.initial_value ?? element.initial_date ?? element.initial_time ?? '');
  const held = [...list(element.initial_options), ...(element.initial_option ? [element.initial_option as Json] : [])];
  const chosen = held.map(({ value }) => value);
  return options.map(({ text, value }) => (chosen.includes(value) ? `(${textOf(text)})` : textOf(text))).join(' / ');
}

function list(value: unknown): readonly Json[] {
  return (value ?? []) as readonly Json[];
}
