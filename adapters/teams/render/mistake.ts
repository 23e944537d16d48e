/** What was wrong with a form that was sent, above that form. */
import type { Notice } from '../../../src/bot/reply.ts';
import { type CardElement, MISTAKE_BYTES } from './card.ts';
import { elementsOf, shownParts } from './split.ts';

const STYLE = 'attention';

/** In a box of its own, so that it is seen; its words say what is wrong. A very long one is shown from its beginning. */
export function mistakeElements(mistake: Notice): readonly CardElement[] {
  let room = MISTAKE_BYTES;
  const shown = shownParts(mistake).filter(({ bytes }) => {
    room -= bytes;
    return room >= 0;
  });
  const items = elementsOf(shown);
  return items.length === 0 ? [] : [{ type: 'Container', style: STYLE, items }];
}

/** Does this stand above a form, as what was wrong with it? */
export function isMistake({ type, style }: CardElement): boolean {
  return type === 'Container' && style === STYLE;
}
