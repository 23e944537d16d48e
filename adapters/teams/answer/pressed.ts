/** A card that goes to somebody's own chat is kept: Teams does not tell what stood on it when one of its buttons is pressed, and it says `✓` then. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ControlsStore } from '../../../src/bot/controls.store.ts';
import type { Clock } from '../../../src/clock.ts';
import { markedDone, type TeamsMessage } from '../render.ts';
import { carrying, controlsIn } from './carried.ts';

/** The message with a name in its controls, under which it is to be kept. One of which nothing can be pressed stays as it is. */
export function named(message: TeamsMessage, newKey: () => string): TeamsMessage {
  if (controlsIn(message.card).length === 0) return message;
  return { ...message, card: carrying(message.card, { card: newKey() }) };
}

/** The same for what nobody asked for: what it asks is answered by the forms that it opens, too. */
export function namedAsking(message: TeamsMessage, newKey: () => string): TeamsMessage {
  return named({ ...message, card: carrying(message.card, { asks: true }) }, newKey);
}

/** Keeps those that have a name. */
export async function keepCards(controls: ControlsStore, messages: readonly TeamsMessage[], now: Date): Promise<void> {
  const kept = messages.flatMap((message) => {
    const key = controlsIn(message.card)[0]?.card;
    return key === undefined ? [] : [{ key, content: folded(message) }];
  });
  await controls.keep(kept, now);
}

type Kept = { readonly controls: ControlsStore };

/** A button of a card that is kept, by its place on it; `message` is where the card stands. */
export type Question = { readonly card: string; readonly at: number; readonly message: string };

/** Null when the card is not kept (any more). */
export async function placeOn({ controls }: Kept, card: string, control: string): Promise<number | null> {
  const message = await keptMessage(controls, card);
  const at = message ? controlsIn(message.card).findIndex((each) => each.control === control) : -1;
  return at < 0 ? null : at;
}

/** Remembers that this was pressed, or that the form was sent that it led to. */
export async function keepPress(
  { controls, clock }: Kept & { readonly clock: Clock },
  { card, at }: Pick<Question, 'card' | 'at'>,
): Promise<void> {
  // Each by itself, as what is kept is never changed: of two presses at a time both stay.
  await controls.keep([{ key: markOf(card, at), content: '✓' }], clock.now());
}

/** Was this pressed before, on a card that is kept? Where Teams is open twice it may still stand there. */
export async function wasPressed(kept: Kept, card: string, control: string): Promise<boolean> {
  const at = await placeOn(kept, card, control);
  return at !== null && (await kept.controls.kept(markOf(card, at))) !== null;
}

/** The message as it is now, with all that was pressed in it; null when it is not kept (any more). */
export async function markedMessage({ controls }: Kept, card: string): Promise<TeamsMessage | null> {
  const message = await keptMessage(controls, card);
  if (!message) return null;
  const shown = controlsIn(message.card);
  const marks = await Promise.all(shown.map((_, index) => controls.kept(markOf(card, index))));
  const done = shown.filter((_, index) => marks[index] !== null);
  return { ...message, card: done.reduce((marked, each) => markedDone(marked, each.control) ?? marked, message.card) };
}

function markOf(card: string, index: number): string {
  return `${card} ${index}`;
}

/** As it was sent; null when it is not kept (any more). */
export async function keptMessage(controls: ControlsStore, card: string): Promise<TeamsMessage | null> {
  const kept = await controls.kept(card);
  return kept === null ? null : unfolded(kept);
}

/** A card says the same names over and over: folded it takes a tenth. */
function folded(message: TeamsMessage): string {
  return deflateRawSync(JSON.stringify(message)).toString('base64');
}

function unfolded(text: string): TeamsMessage | null {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString()) as TeamsMessage;
  } catch {
    return null;
  }
}
