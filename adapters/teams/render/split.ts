/** A long notice as several cards, each within what Teams takes. */
import { divided, questionAbove, type SmallPart, smallPartsOf } from '../../../src/bot/divided.ts';
import type { Notice, Part } from '../../../src/bot/reply.ts';
import { BODY_BYTES, type CardElement, PIECE_LENGTH, SET_BUTTONS } from './card.ts';
import { partElements, titleElements, withTitles } from './part-elements.ts';

/** With its elements, and how large those are in bytes of UTF-8. */
export type Shown = { readonly part: SmallPart; readonly elements: readonly CardElement[]; readonly bytes: number };

const LIMITS = { length: PIECE_LENGTH, buttons: SET_BUTTONS };

/** Everything the notice says, in order. */
export function shownParts(notice: Notice): readonly Shown[] {
  const small = smallPartsOf({ ...notice, parts: notice.parts.map(withStandingTitles) }, LIMITS);
  const isSaid = small.filter(({ kind }) => kind === 'title').length === small.length;
  const shown = small.map((part, at): Shown => {
    const elements =
      part.kind === 'title'
        ? titleElements(part.text, isSaid)
        : partElements(part, questionAbove(small, at), small[at - 1]);
    return { part, elements, bytes: Buffer.byteLength(JSON.stringify(elements)) };
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
