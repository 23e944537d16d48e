/** One part of a notice as elements of a card; it is small enough already, see `small-parts.ts`. */
import { oneLine } from '../../../src/bot/cut-text.ts';
import { leadsToNext, type SmallPart } from '../../../src/bot/divided.ts';
import { progressShare } from '../../../src/bot/picture.ts';
import type { Part, RichText } from '../../../src/bot/reply.ts';
import { isName } from '../../../src/bot/shown-text.ts';
import { plainText } from '../../../src/bot/text.ts';
import { buttonSet } from './buttons.ts';
import type { CardElement } from './card.ts';
import { chartElements } from './chart.ts';
import { listElements } from './list.ts';
import { inlinesOf, run, runBlock, textBlocks } from './text.ts';

const PROGRESS_SIGNS = 10;

/** A heading when it is a name with something below it. */
export function titleElements(title: RichText, isAlone: boolean): readonly CardElement[] {
  const isHeading = !isAlone && isName(oneLine(plainText(title)));
  return textBlocks(title, isHeading ? { weight: 'Bolder', size: 'Large' } : {});
}

/** Where a part stands. */
export type Place = {
  /** Read out after the words of buttons. */
  readonly about: string;
  /** The part above it. */
  readonly above: SmallPart | undefined;
  /** Not the rest of what did not fit in one part. */
  readonly begins: boolean;
};

export function partElements(part: Part, { about, above, begins }: Place): readonly CardElement[] {
  switch (part.kind) {
    case 'text':
      // After buttons something else begins.
      return textBlocks(part.text, {}, above?.kind === 'buttons' ? { spacing: 'Large' } : {});
    case 'file':
      // The file itself is sent by whoever answers.
      return textBlocks(part.sentence);
    case 'heading':
      return textBlocks(part.text, { weight: 'Bolder' }, apart(above !== undefined && !leadsToNext({ part: above })));
    case 'facts':
      return part.facts.flatMap(factElements);
    case 'list':
      return listElements(part, above?.kind === 'list');
    case 'progress':
      return textBlocks(part.sentence, {}, {}).map((block, at) => (at === 0 ? withBar(block, part) : block));
    case 'chart':
      return [...chartElements(part.chart), ...textBlocks(part.sentence)];
    case 'buttons':
      return buttonSet(part.buttons, about).map((set) => ({ ...set, ...apart(begins && endsInButtons(above)) }));
    case 'small':
      return textBlocks(part.text, { size: 'Small', isSubtle: true });
  }
}

function factElements({ label, value }: { readonly label: string; readonly value: RichText }, at: number) {
  const [first, ...more] = textBlocks(value);
  const inlines = [run(`${oneLine(label)}: `, { isSubtle: true }), ...inlinesOf(first)];
  return [runBlock(inlines, { spacing: at === 0 ? 'Default' : 'Small' }), ...more];
}

/** Something else begins. */
function apart(isApart: boolean) {
  return isApart ? { spacing: 'Large', separator: true } : {};
}

function endsInButtons(part: SmallPart | undefined): boolean {
  return part?.kind === 'buttons' || (part?.kind === 'list' && (part.rows.at(-1)?.buttons ?? []).length > 0);
}

/** `▰▰▰▱▱▱▱▱▱▱ ` before the sentence, from baseline (or zero) to target; nothing when there is nothing to draw. */
function withBar(block: CardElement, progress: Extract<Part, { kind: 'progress' }>): CardElement {
  const share = progressShare(progress);
  if (share === null) return block;
  const done = Math.round(share * PROGRESS_SIGNS);
  const bar = [run('▰'.repeat(done), { color: 'Accent' }), run('▱'.repeat(PROGRESS_SIGNS - done), { isSubtle: true })];
  return { ...block, inlines: [...bar.filter(({ text }) => text !== ''), run(' '), ...inlinesOf(block)] };
}
