/** One part of a notice as blocks; it is small enough already, see `small-parts.ts`. */
import type { ActionsBlock, ContextBlock } from '@slack/types';
import { isBlank, oneLine, pieces } from '../../../src/bot/cut-text.ts';
import { progressShare } from '../../../src/bot/picture.ts';
import type { Part, RichText, Row } from '../../../src/bot/reply.ts';
import { bold, factText, isName, joined, rowText } from '../../../src/bot/shown-text.ts';
import { plainText } from '../../../src/bot/text.ts';
import { LABEL_LENGTH, PIECE_LENGTH, type SlackBlock } from './blocks.ts';
import { buttonBlocks } from './buttons.ts';
import { chartBlock } from './chart.ts';
import { richBlocks, richElements } from './text.ts';

const HEADER_LENGTH = 150;

/** A header when it is a name with something below it. */
export function titleBlocks(title: RichText, isAlone: boolean): readonly SlackBlock[] {
  const text = oneLine(plainText(title));
  if (isAlone || text.length > HEADER_LENGTH || !isName(text)) return richBlocks(title);
  return [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }];
}

/** `about` is read out after the words of buttons. */
export function partBlocks(part: Part, about = ''): readonly SlackBlock[] {
  switch (part.kind) {
    case 'text':
      return richBlocks(part.text);
    case 'heading':
      return richBlocks(bold(part.text));
    case 'facts':
      return richBlocks(joined(part.facts.map(factText), '\n'));
    case 'list':
      return listBlocks(part);
    case 'progress':
      return richBlocks([...progressBar(part), ...part.sentence]);
    case 'chart':
      return [chartBlock(part.chart), ...richBlocks(part.sentence)];
    case 'buttons':
      return [...buttonBlocks(part.buttons, about), ...fullLabels(part.buttons)];
    case 'file':
      // The file itself is sent by whoever answers.
      return richBlocks(part.sentence);
    case 'small':
      return smallBlocks(plainText(part.text));
  }
}

/** Titles stand out where there is more below them; the lines of an agenda are all alike, and code and a button beside a row stand out themselves. */
export function withTitles(rows: readonly Row[]): readonly Row[] {
  const without = rows.map(withoutBold);
  if (haveButtonsBeside(without)) return without;
  const hasMore = rows.every(({ lines }) => lines.length > 0) && !rows.every(({ lines }) => lines.every(isCode));
  return hasMore || rows.some(({ state }) => state) ? rows.map((row) => ({ ...row, title: bold(row.title) })) : rows;
}

/** All of them or none, so that a list looks like one. */
function haveButtonsBeside(rows: readonly Row[]): boolean {
  const withButtons = rows.filter(({ buttons = [] }) => buttons.length > 0);
  return withButtons.length > 0 && withButtons.every((row) => row.buttons!.length === 1 && isPlain(rowText(row)));
}

/** Slack has a button beside plain text only. */
function isPlain(text: RichText): boolean {
  return !isBlank(plainText(text)) && richElements(text).every(({ type, style }) => type === 'text' && !style);
}

function withoutBold(row: Row): Row {
  const plainer = (text: RichText) => text.map((span) => (span.style === 'bold' ? { text: span.text } : span));
  return { ...row, title: plainer(row.title), lines: row.lines.map(plainer) };
}

function isCode(text: RichText): boolean {
  return text.every(({ style }) => style === 'code');
}

/** Rows of one line stand close together. */
function rowSeparator(rows: readonly Row[]): string {
  return rows.some(({ lines }) => lines.length > 0) ? '\n\n' : '\n';
}

/** Small print: plain, as Slack has no small rich text. */
export function smallBlocks(words: string): readonly ContextBlock[] {
  const texts = pieces([{ text: words }], PIECE_LENGTH).map(plainText);
  return texts
    .filter((text) => !isBlank(text))
    .map((text) => ({ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }));
}

/** Rows without buttons share one block, so that a long list fits. */
function listBlocks({ rows, more }: Extract<Part, { kind: 'list' }>): readonly SlackBlock[] {
  const blocks: SlackBlock[] = [];
  let together: Row[] = [];
  const showTogether = () => {
    blocks.push(...richBlocks(joined(together.map(rowText), rowSeparator(rows))));
    together = [];
  };
  for (const row of rows) {
    const buttons = row.buttons ?? [];
    if (buttons.length === 0) {
      together.push(row);
      continue;
    }
    showTogether();
    blocks.push(...(besideBlocks(row) ?? [...richBlocks(rowText(row)), ...rowButtons(row)]), ...fullLabels(buttons));
  }
  showTogether();
  return [...blocks, ...buttonBlocks(more ? [more] : [])];
}

/** One button stands beside a plain row. Null: this row has more than that. */
function besideBlocks(row: Row): readonly SlackBlock[] | null {
  const text = rowText(row);
  const [
    {
      elements: [accessory, ...more],
    } = { elements: [] },
  ] = rowButtons(row);
  if (accessory?.type !== 'button' || more.length > 0 || !isPlain(text)) return null;
  return [{ type: 'section', text: { type: 'plain_text', text: plainText(text), emoji: false }, accessory }];
}

function rowButtons({ title, buttons = [] }: Row): ActionsBlock[] {
  return buttonBlocks(buttons, plainText(title));
}

/** A label that does not fit on its button stands whole below it. */
function fullLabels(buttons: readonly { readonly label: string }[]): readonly SlackBlock[] {
  const long = buttons.map(({ label }) => oneLine(label)).filter((label) => label.length > LABEL_LENGTH);
  return smallBlocks(long.join('\n'));
}

/** `▰▰▰▱▱▱▱▱▱▱ `, from baseline (or zero) to target; nothing when there is nothing to draw. The sentence says the same. */
function progressBar(progress: Extract<Part, { kind: 'progress' }>): RichText {
  const share = progressShare(progress);
  if (share === null) return [];
  const full = Math.round(share * 10);
  return [{ text: `${'▰'.repeat(full)}${'▱'.repeat(10 - full)} ` }];
}
