/** The goals of a team, the lines of an agenda: rows with a state in a sign and a word, and what can be done with each. */
import { oneLine } from '../../../src/bot/cut-text.ts';
import type { Part, RichText, Row } from '../../../src/bot/reply.ts';
import { bold } from '../../../src/bot/shown-text.ts';
import { plainText } from '../../../src/bot/text.ts';
import { buttonSet } from './buttons.ts';
import type { CardElement } from './card.ts';
import { TONE_COLOR } from './chart.ts';
import { inlinesOf, run, runBlock, textBlocks } from './text.ts';

/** `goesOn`: it stands right below other rows. */
export function listElements({ rows, more }: Extract<Part, { kind: 'list' }>, goesOn: boolean): readonly CardElement[] {
  const shown = rows.every(isOneLine)
    ? rows.flatMap(lineElements)
    : rows.flatMap((row, at) => rowElements(row, goesOn || at > 0));
  return [...shown, ...buttonSet(more ? [more] : [])];
}

/** Titles stand out where there is more below them; the lines of an agenda are all alike, and code stands out itself. */
export function withTitles(rows: readonly Row[]): readonly Row[] {
  const hasMore = rows.every(({ lines }) => lines.length > 0) && !rows.every(({ lines }) => lines.every(isCode));
  const standsOut = hasMore || rows.some(({ state, buttons = [] }) => state || buttons.length > 0);
  return standsOut ? rows.map((row) => ({ ...row, title: bold(row.title) })) : rows;
}

function isCode(text: RichText): boolean {
  return text.every(({ style }) => style === 'code');
}

function isOneLine({ lines, buttons = [] }: Row): boolean {
  return lines.length === 0 && buttons.length === 0;
}

/** Close together. */
function lineElements(row: Row): readonly CardElement[] {
  return titleElements(row).map((block, at) => (at === 0 ? { ...block, spacing: 'Small' } : block));
}

function rowElements(row: Row, isBelowAnother: boolean): readonly CardElement[] {
  const items = [
    ...titleElements(row),
    ...row.lines.flatMap((line) => textBlocks(line, {}, { spacing: 'None' })),
    ...buttonSet(row.buttons ?? [], plainText(row.title)),
  ];
  if (items.length === 0) return [];
  const layout = isBelowAnother ? { spacing: 'Medium', separator: true } : { spacing: 'Small' };
  return [{ type: 'Container', ...layout, items }];
}

/** `Elke week rijke teksten · ▲ aandacht nodig`. */
function titleElements({ title, state }: Row): readonly CardElement[] {
  const blocks = textBlocks(title);
  if (!state) return blocks;
  // Only the sign: some colours of Teams cannot be read as words.
  const known = [run(' · '), run(state.symbol, { color: TONE_COLOR[state.tone] }), run(` ${oneLine(state.word)}`)];
  const last = blocks.at(-1);
  return last ? [...blocks.slice(0, -1), { ...last, inlines: [...inlinesOf(last), ...known] }] : [runBlock(known)];
}
