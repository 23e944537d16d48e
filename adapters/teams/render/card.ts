/** What Teams gets to show: one Adaptive Card 1.5 per message, and how much fits in it. */
import { cutAtWord, oneLine } from '../../../src/bot/cut-text.ts';
import type { Language } from '../../../src/people/person.ts';
import { literalText, withoutLinks } from './text.ts';

export type CardElement = { readonly type: string } & Readonly<Record<string, unknown>>;

export type TeamsCard = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: Language;
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly CardElement[];
};

/** One message: its card, and what a notification says of it. */
export type TeamsMessage = { readonly summary: string; readonly card: TeamsCard };

/**
 * Of the elements of one card that is divided when it is larger, in bytes (see `bytesOf`). Teams takes messages of about 100 KB; a message stays
 * under 80 KB with the rest of the card and of the message around it, also where one question alone is larger than this.
 */
export const BODY_BYTES = 50_000;
/** Of all of a form, which cannot be divided, without what is put around it and in its button; and of the elements of a mistake in it. */
export const FORM_BYTES = 79_000;
export const MISTAKE_BYTES = 6_000;
/** Of one piece of text, in characters. */
export const PIECE_LENGTH = 2_500;
/** Of one list, as every row takes much more than its words. */
export const MOST_ROWS = 50;
/** Teams shows at most six actions beside each other. */
export const SET_BUTTONS = 6;

/** How large this is for Teams, in bytes: it counts in UTF-16 (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). */
export function bytesOf(shown: unknown): number {
  return 2 * JSON.stringify(shown).length;
}

/** In characters: of a notification, and of what an app shows that knows no cards. */
const SUMMARY_LENGTH = 200;
const FALLBACK_LENGTH = 1_000;

/** `title` is what a notification says, `words` everything on the card as plain text; `body` is for a reader of this language. */
export function teamsMessage(
  title: string,
  words: string,
  body: readonly CardElement[],
  language: Language,
): TeamsMessage {
  return {
    summary: cutAtWord(oneLine(title), SUMMARY_LENGTH),
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      fallbackText: withoutLinks(literalText(cutAtWord(words, FALLBACK_LENGTH))),
      msteams: { width: 'Full' },
      body,
    },
  };
}

/** As the activity that Teams gets; the words stand on the card only, so that nothing is read twice. */
export function activityOf({ summary, card }: TeamsMessage) {
  return { type: 'message' as const, summary, attachments: [cardAttachment(card)] };
}

export function cardAttachment(card: TeamsCard) {
  return { contentType: 'application/vnd.microsoft.card.adaptive' as const, content: card };
}
