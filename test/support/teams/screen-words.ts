/** What somebody reads in a message or a card: its words, with buttons as [Opslaan] and fields with what they hold. */
import { ADAPTIVE_CARD, FILE_CONSENT, FILE_INFO } from './check-activity.ts';
import type { Json } from './fake-types.ts';

/** The card of a message; null when it has none. */
export function cardOf(activity: Json): Json | null {
  return (attachmentOf(activity, ADAPTIVE_CARD)?.content as Json | undefined) ?? null;
}

/** The offer of a file, with its name and what goes back when somebody takes it; null when the message is none. */
export function offerOf(activity: Json): { readonly name: string; readonly context: Json } | null {
  const offer = attachmentOf(activity, FILE_CONSENT);
  return offer && { name: String(offer.name), context: (offer.content as Json).acceptContext as Json };
}

/** A message of the bot. */
export function messageWords(activity: Json): string {
  const [card, offer, file] = [cardOf(activity), offerOf(activity), attachmentOf(activity, FILE_INFO)];
  return [
    String(activity.text ?? ''),
    card ? cardWords(card) : '',
    offer ? `(file offered: ${offer.name})` : '',
    file ? `(file: ${file.name})` : '',
  ]
    .filter((words) => words !== '')
    .join('\n');
}

/** One line for each line on the screen. */
export function cardWords(card: Json): string {
  return list(card.body).flatMap(wordsOfElement).join('\n');
}

function attachmentOf(activity: Json, contentType: string): Json | null {
  return list(activity.attachments).find((each) => each.contentType === contentType) ?? null;
}

function wordsOfElement(element: Json): readonly string[] {
  switch (element.type) {
    case 'RichTextBlock':
      return [
        list(element.inlines)
          .map(({ text }) => String(text))
          .join(''),
      ];
    case 'Container':
      return list(element.items).flatMap(wordsOfElement);
    case 'ColumnSet':
      return [
        list(element.columns)
          .flatMap(({ items }) => list(items).flatMap(wordsOfElement))
          .join(' '),
      ];
    case 'ActionSet':
      return [
        list(element.actions)
          .map(({ title }) => `[${title}]`)
          .join(' '),
      ];
    case 'Chart.HorizontalBar.Stacked':
      return [`(chart: ${element.title})`];
    default:
      return [`${element.label}${element.isRequired ? ' *' : ''}: ${wordsOfInput(element)}`];
  }
}

function wordsOfInput(input: Json): string {
  const value = String(input.value ?? '');
  if (input.type === 'Input.Toggle') return value === input.valueOn ? `(${input.title})` : String(input.title);
  if (input.type !== 'Input.ChoiceSet') return value;
  const chosen = input.isMultiSelect ? value.split(',') : [value];
  return list(input.choices)
    .map((choice) => (chosen.includes(String(choice.value)) ? `(${choice.title})` : String(choice.title)))
    .join(' / ');
}

function list(value: unknown): readonly Json[] {
  return (value ?? []) as readonly Json[];
}
