/** Where something was done in Teams, and so how it can be answered there. */
import type { Arrival } from '../receive/arrival.ts';
import type { ControlData } from '../receive/payloads.ts';
import type { Who } from '../receive.ts';

export type Surface = {
  readonly who: Who;
  /** It is their own chat with the bot: what is private may stand there. */
  readonly isOwn: boolean;
  /** A card was pressed that is a form, or took its place: the answer takes its place too. */
  readonly isForm: boolean;
  /** What was pressed; null for words. `card`: the name under which its card is kept, null when it is not. */
  readonly pressed: { readonly control: string; readonly card: string | null } | null;
};

export function writtenSurface({ who, place }: Arrival): Surface {
  return { who, isOwn: place.kind === 'own', isForm: false, pressed: null };
}

export function pressedSurface({ who, place }: Arrival, { control, form, card }: ControlData): Surface {
  const isOwn = place.kind === 'own';
  return { who, isOwn, isForm: isOwn && form === true, pressed: { control, card: card ?? null } };
}
