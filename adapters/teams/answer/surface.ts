/** Where something was done in Teams, and so how it can be answered there. */
import type { Arrival } from '../receive/arrival.ts';
import type { ControlData } from '../receive/payloads.ts';
import type { Who } from '../receive.ts';
import type { Question } from './pressed.ts';

export type Pressed = {
  readonly control: string;
  /** The name under which its card is kept; null when it is not. */
  readonly card: string | null;
  /** The message that asks something by this button; null when it does not. */
  readonly asking: string | null;
};

export type Surface = {
  readonly who: Who;
  /** It is their own chat with the bot: what is private may stand there. */
  readonly isOwn: boolean;
  /** A card was pressed that is a form, or took its place: the answer takes its place too. */
  readonly isForm: boolean;
  /** What was pressed; null for words. */
  readonly pressed: Pressed | null;
  /** What this form answers in a message that asked it. */
  readonly question: Question | null;
};

export function writtenSurface({ who, place }: Arrival): Surface {
  return { who, isOwn: place.kind === 'own', isForm: false, pressed: null, question: null };
}

export function pressedSurface({ who, place, pressed }: Arrival, data: ControlData): Surface {
  const { control, form, card = null, asks, aside, question } = data;
  const isOwn = place.kind === 'own';
  const isForm = isOwn && form === true;
  const asking = isOwn && asks && !aside ? pressed : null;
  return { who, isOwn, isForm, pressed: { control, card, asking }, question: (isForm && question) || null };
}
