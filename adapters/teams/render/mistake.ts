/** What was wrong with a form that was sent, above that form. */
import { cutAtWord, oneLine } from '../../../src/bot/cut-text.ts';
import { plain } from '../../../src/bot/plain.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { type CardElement, MISTAKE_BYTES } from './card.ts';
import { elementsOf, shownParts } from './split.ts';
import { textBlocks } from './text.ts';

const STYLE = 'attention';

/** Of a mistake of which not even the first part fits, in characters. */
const BEGINNING_LENGTH = 400;

/** In a box of its own, so that it is seen; its words say what is wrong. A very long one is shown from its beginning. */
export function mistakeElements(mistake: Notice): readonly CardElement[] {
  let room = MISTAKE_BYTES;
  const all = shownParts(mistake);
  const shown = all.filter(({ bytes }) => {
    room -= bytes;
    return room >= 0;
  });
  const isTooLong = shown.length === 0 && all.length > 0;
  const items = isTooLong ? beginningOf(mistake) : elementsOf(shown);
  return items.length === 0 ? [] : [{ type: 'Container', style: STYLE, items }];
}

/** Does this stand above a form, as what was wrong with it? */
export function isMistake({ type, style }: CardElement): boolean {
  return type === 'Container' && style === STYLE;
}

function beginningOf(mistake: Notice): readonly CardElement[] {
  return textBlocks([{ text: cutAtWord(oneLine(plain(mistake)), BEGINNING_LENGTH) }]);
}
