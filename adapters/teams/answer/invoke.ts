/** What Teams is told in answer to a button, in the form that it wants: a card in the place of the pressed one, or words at it. */
import type { RichText } from '../../../src/bot/reply.ts';
import { plainText } from '../../../src/bot/text.ts';
import type { InvokeAnswer } from '../receive.ts';
import type { TeamsMessage } from '../render.ts';

export function cardAnswer({ card }: TeamsMessage): InvokeAnswer {
  return told('application/vnd.microsoft.card.adaptive', card);
}

export function wordsAnswer(words: RichText): InvokeAnswer {
  return told('application/vnd.microsoft.activity.message', plainText(words));
}

function told(type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type, value } };
}
