/** A long notice as several cards, each within what Teams takes. */
import { divided, piecesOf, questionAbove, type SmallPart } from '../../../src/bot/divided.ts';
import type { Notice, Part } from '../../../src/bot/reply.ts';
import { BODY_BYTES, bytesOf, type CardElement, MOST_ROWS, PIECE_LENGTH, SET_BUTTONS } from './card.ts';
import { withTitles } from './list.ts';
import { partElements, titleElements } from './part-elements.ts';

/** With its elements, and how large those are in bytes. */
export type Shown = { readonly part: SmallPart; readonly elements: readonly CardElement[]; readonly bytes: number };

const LIMITS = { length: PIECE_LENGTH, buttons: SET_BUTTONS, rows: MOST_ROWS };

/** Everything the notice says, in order. */
export function shownParts(notice: Notice): readonly Shown[] {
  const small = piecesOf({ ...notice, parts: notice.parts.map(withStandingTitles) }, LIMITS);
  const isSaid = small.every(({ part }) => part.kind === 'title');
  const shown = small.map(({ part, begins }, at): Shown => {
    const place = { about: questionAbove(small, at), above: small[at - 1]?.part, begins };
    const elements = part.kind === 'title' ? titleElements(part.text, isSaid) : partElements(part, place);
    return { part, elements, bytes: bytesOf(elements) };
  });
  return shown.filter(({ elements }) => elements.length > 0);
}

/** Each group is a card. */
export function teamsDivided(all: readonly Shown[]): readonly (readonly Shown[])[] {
  return divided(all, (some) => some.reduce((sum, { bytes }) => sum + bytes, 0) <= BODY_BYTES);
}

export function elementsOf(shown: readonly Shown[]): readonly CardElement[] {
  return shown.flatMap(({ elements }) => elements);
}

function withStandingTitles(part: Part): Part {
  return part.kind === 'list' ? { ...part, rows: withTitles(part.rows) } : part;
}
