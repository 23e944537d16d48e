/** A card that goes to somebody's own chat is kept: Teams does not tell what stood on it when one of its buttons is pressed, and it says `✓` then. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ControlsStore } from '../../../src/bot/controls.store.ts';
import type { Clock } from '../../../src/clock.ts';
import { markedDone, type TeamsMessage } from '../render.ts';
import { carrying, controlsIn } from './carried.ts';

/** The message with the name under which it is kept in its controls. One of which nothing can be pressed stays as it is. */
export async function keepCard(
  { controls, newKey }: { readonly controls: ControlsStore; readonly newKey: () => string },
  message: TeamsMessage,
  now: Date,
): Promise<TeamsMessage> {
  if (controlsIn(message.card).length === 0) return message;
  const card = newKey();
  const named = { ...message, card: carrying(message.card, { card }) };
  await controls.keep([{ key: card, content: folded(named) }], now);
  return named;
}

/** The message in which this was pressed, with what was pressed there before; null when it is not kept (any more). */
export async function markedMessage(
  { controls, clock }: { readonly controls: ControlsStore; readonly clock: Clock },
  { control, card }: { readonly control: string; readonly card: string | null },
): Promise<TeamsMessage | null> {
  const kept = card === null ? null : await controls.kept(card);
  const message = kept === null ? null : unfolded(kept);
  if (!message) return null;
  const shown = controlsIn(message.card);
  if (!shown.includes(control)) return null;
  const markOf = (index: number) => `${card} ${index}`;
  // One by one, as what is kept is never changed: two presses at a time both stay.
  await controls.keep([{ key: markOf(shown.indexOf(control)), content: '✓' }], clock.now());
  const marks = await Promise.all(shown.map((_, index) => controls.kept(markOf(index))));
  const done = shown.filter((_, index) => marks[index] !== null);
  return { ...message, card: done.reduce((marked, each) => markedDone(marked, each) ?? marked, message.card) };
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
