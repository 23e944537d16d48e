/** A long notice as several messages, each within what Slack takes; a question stays with its buttons and a heading with what it is about. */
import { divided, leadsToNext, piecesOf, questionAbove, type SmallPart } from '../../../src/bot/divided.ts';
import type { Notice, Part } from '../../../src/bot/reply.ts';
import { BLOCK_BUTTONS, MESSAGE_BLOCKS, PIECE_LENGTH, type SlackBlock } from './blocks.ts';
import { partBlocks, titleBlocks, withTitles } from './part-blocks.ts';

/** With its blocks, and how many bytes their words have. */
export type Shown = { readonly part: SmallPart; readonly blocks: readonly SlackBlock[]; readonly bytes: number };

/**
 * Of all words in one message in bytes of UTF-8, with so many more for every block. `chat.postMessage` refuses larger ones with
 * `msg_blocks_too_long`; where exactly is not documented, so this stays well below what others measured:
 * https://github.com/slackapi/bolt-js/issues/2867, https://github.com/slackapi/bolt-js/issues/2509
 */
const MESSAGE_BYTES = 11_000;
const BLOCK_BYTES = 125;
const MOST_CHARTS = 2;

// Rows share a block.
const LIMITS = { length: PIECE_LENGTH, buttons: BLOCK_BUTTONS, rows: Number.POSITIVE_INFINITY };

/** Everything the notice says, in order. */
export function shownParts(notice: Notice): readonly Shown[] {
  const small = piecesOf({ ...notice, parts: notice.parts.map(withStandingTitles) }, LIMITS);
  const titles = small.filter(({ part }) => part.kind === 'title');
  const below = small.map(({ part }, at) => (part.kind === 'title' ? [] : partBlocks(part, questionAbove(small, at))));
  const isSaid = titles.length > 1 || below.every((blocks) => blocks.length === 0);
  const shown = small.map(({ part }, at): Shown => {
    const blocks = part.kind === 'title' ? titleBlocks(part.text, isSaid) : below[at]!;
    return { part, blocks, bytes: bytesOf(blocks) };
  });
  return shown.filter(({ blocks }) => blocks.length > 0);
}

function withStandingTitles(part: Part): Part {
  return part.kind === 'list' ? { ...part, rows: withTitles(part.rows) } : part;
}

/** Each group is a message. */
export function slackDivided(all: readonly Shown[]): readonly (readonly Shown[])[] {
  return divided(all, fits);
}

/** With a line above every heading, except at the top and right below another, and between buttons that do not belong together. */
export function blocksOf(all: readonly Shown[]): readonly SlackBlock[] {
  return all.flatMap((shown, index): readonly SlackBlock[] => {
    const above = all[index - 1];
    const isApart = above !== undefined && (isNewSubject(shown, above) || areOtherButtons(shown, above));
    return isApart ? [{ type: 'divider' }, ...shown.blocks] : shown.blocks;
  });
}

function isNewSubject({ part }: Shown, above: Shown): boolean {
  return part.kind === 'heading' && !leadsToNext(above);
}

function areOtherButtons({ part }: Shown, above: Shown): boolean {
  return part.kind === 'buttons' && above.blocks.at(-1)!.type === 'actions';
}

function fits(all: readonly Shown[]): boolean {
  const blocks = blocksOf(all);
  const charts = blocks.filter(({ type }) => type === 'data_visualization');
  const bytes = all.reduce((sum, shown) => sum + shown.bytes, blocks.length * BLOCK_BYTES);
  return blocks.length <= MESSAGE_BLOCKS && charts.length <= MOST_CHARTS && bytes <= MESSAGE_BYTES;
}

/** Of everything that can be read, wherever it stands in a block. */
function bytesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') sum += bytesOf(inner);
    else if (READ.has(name)) sum += Buffer.byteLength(inner);
  }
  return sum;
}

const READ = new Set(['text', 'url', 'title', 'name', 'label']);
