/** What a card that was sent says, line by line, and what its buttons carry. */
import type { FakeMessage, Json } from '../../support/teams/fake-teams.ts';

/** The card of a message; null for words or a file. */
export function cardOf({ activity }: Pick<FakeMessage, 'activity'>): Json | null {
  const [attachment] = (activity.attachments ?? []) as readonly Json[];
  return attachment?.contentType === 'application/vnd.microsoft.card.adaptive' ? (attachment.content as Json) : null;
}

export function wordsOf(message: Pick<FakeMessage, 'activity'>): string {
  const card = cardOf(message);
  return card ? linesOf(card.body).join('\n') : String(message.activity.text ?? '');
}

/** `data.control` of every button, in their order. */
export function controlsIn(message: Pick<FakeMessage, 'activity'>): readonly string[] {
  return actionsIn(cardOf(message)?.body).map(({ control }) => String(control));
}

/** The `data` of every Action.Execute, however deep. */
function actionsIn(value: unknown): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'Action.Execute' && 'data' in value) return [value.data as Json];
  return Object.values(value).flatMap(actionsIn);
}

function linesOf(elements: unknown): readonly string[] {
  return ((elements ?? []) as readonly Json[]).flatMap((element) => {
    if (element.type === 'RichTextBlock') {
      return [(element.inlines as readonly { readonly text: string }[]).map(({ text }) => text).join('')];
    }
    return [...linesOf(element.items), ...linesOf(element.columns)];
  });
}
