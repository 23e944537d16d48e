/** What Teams is told in answer to a button, in the form that it wants: a card in the place of the pressed one, or words at it. */
import type { RichText } from '../../../src/bot/reply.ts';
import { plainText } from '../../../src/bot/text.ts';
import type { InvokeAnswer } from '../receive.ts';
import { cardAttachment, type TeamsCard, type TeamsMessage } from '../render.ts';

export function cardAnswer({ card }: TeamsMessage): InvokeAnswer {
  return told('application/vnd.microsoft.card.adaptive', card);
}

export function wordsAnswer(words: RichText): InvokeAnswer {
  return told('application/vnd.microsoft.activity.message', plainText(words));
}

function told(type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** A card in a window. */
export function dialogAnswer(title: string, card: TeamsCard): InvokeAnswer {
  return inWindow('continue', { title, width: 'medium', height: 'medium', card: cardAttachment(card) });
}

/** A sentence in a window. */
export function dialogWords(words: RichText): InvokeAnswer {
  return inWindow('message', plainText(words));
}

function inWindow(type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { task: { type, value } } };
}
