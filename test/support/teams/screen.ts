/** What one person has before them in Teams: their chat with the bot, the channels and groups they are in, and a dialog on top. */
import { elementsOf } from './check-card.ts';
import type { FakeMessage, FakeTeams, Json } from './fake-types.ts';
import { cardOf, cardWords, messageWords } from './screen-words.ts';

/** The window of a message action: a card, or words alone. */
export type Dialog = { readonly on: FakeMessage; readonly title: string; readonly shows: Json | string };

export type Shown =
  | { readonly kind: 'message'; readonly message: FakeMessage }
  | { readonly kind: 'dialog'; readonly dialog: Dialog };

/** What the bot said, the oldest first. */
export function messagesOf(fake: FakeTeams, conversations: readonly string[]): readonly Shown[] {
  return conversations
    .flatMap((conversation) => fake.messages(conversation))
    .filter(({ from }) => from === fake.app.bot)
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((message) => ({ kind: 'message', message }));
}

/** The same for as long as it is the same message, whatever it says. */
export function keyOf(shown: Shown): string {
  return shown.kind === 'dialog' ? 'dialog' : `${shown.message.conversation} ${shown.message.id}`;
}

/** Another one when the bot put something in its place, also when that says the same. */
export function contentOf(shown: Shown): Json | string {
  return shown.kind === 'dialog' ? shown.dialog.shows : shown.message.activity;
}

export function wordsOf(shown: Shown): string {
  if (shown.kind === 'message') return wordsOnce(shown.message.activity);
  const { title, shows } = shown.dialog;
  return [title, typeof shows === 'string' ? shows : cardWords(shows)].join('\n');
}

/** A message that changes is another activity, so each is read once. */
const READ = new WeakMap<Json, string>();

function wordsOnce(activity: Json): string {
  const words = READ.get(activity) ?? messageWords(activity);
  READ.set(activity, words);
  return words;
}

/** Null when it has none. */
export function cardIn(shown: Shown): Json | null {
  if (shown.kind === 'message') return cardOf(shown.message.activity);
  const { shows } = shown.dialog;
  return typeof shows === 'string' ? null : shows;
}

/** All buttons that can be pressed, in the order in which they stand there. */
export function buttonsOf(shown: Shown): readonly Json[] {
  const card = cardIn(shown);
  const actions = card ? elementsOf(card).filter(({ type }) => String(type).startsWith('Action.')) : [];
  return (actions as readonly Json[]).filter(({ type }) => type !== 'Action.OpenUrl');
}
