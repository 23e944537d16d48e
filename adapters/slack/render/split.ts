/** A long notice as several messages, each within what Slack takes; a question stays with its buttons and a heading with what it is about. */
import type { Notice, Part } from '../../../src/bot/reply.ts';
import { plainText } from '../../../src/bot/text.ts';
import { MESSAGE_BLOCKS, PIECE_LENGTH, type SlackBlock } from './blocks.ts';
import { partBlocks, titleBlocks } from './part-blocks.ts';
import { smallParts } from './small-parts.ts';
import { pieces } from './text.ts';

/** What is never divided: the title or one small part, with its blocks. */
export type Shown = {
  readonly part: Part | { readonly kind: 'title'; readonly text: NonNullable<Notice['title']> };
  readonly blocks: readonly SlackBlock[];
};

/**
 * Of all words in one message in bytes of UTF-8, with so many more for every block. `chat.postMessage` refuses larger ones with
 * `msg_blocks_too_long`; where exactly is not documented, so this stays well below what others measured:
 * https://github.com/slackapi/bolt-js/issues/2867, https://github.com/slackapi/bolt-js/issues/2509
 */
const MESSAGE_BYTES = 11_000;
const BLOCK_BYTES = 125;
const MOST_CHARTS = 2;

/** Everything the notice says, in order. */
export function shownParts({ title, parts }: Notice): readonly Shown[] {
  const small = parts.flatMap(smallParts);
  const below = small.map((part, at): Shown => ({ part, blocks: partBlocks(part, questionOf(small, at)) }));
  const titles = title ? pieces(title, PIECE_LENGTH) : [];
  const isSaid = titles.length > 1 || below.every(({ blocks }) => blocks.length === 0);
  const above = titles.map((text): Shown => ({ part: { kind: 'title', text }, blocks: titleBlocks(text, isSaid) }));
  return [...above, ...below].filter(({ blocks }) => blocks.length > 0);
}

/** `[Klaar]` below one action and below another: for who hears them, what stands above buttons that return. */
function questionOf(parts: readonly Part[], at: number): string {
  const [part, above] = [parts[at]!, parts[at - 1]];
  if (part.kind !== 'buttons' || above?.kind !== 'text') return '';
  const others = parts.flatMap((other) => (other !== part && other.kind === 'buttons' ? other.buttons : []));
  const returns = part.buttons.some(({ label }) => others.some((other) => other.label === label));
  return returns ? plainText(above.text) : '';
}

/** Each group is a message. */
export function divided(all: readonly Shown[]): readonly (readonly Shown[])[] {
  const messages: Shown[][] = [];
  const add = (some: readonly Shown[]) => {
    const last = messages.at(-1);
    if (last && fits([...last, ...some])) last.push(...some);
    else if (some.length === 1 || fits(some)) messages.push([...some]);
    else for (const one of some) add([one]);
  };
  for (const some of inseparable(all)) add(some);
  return messages;
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

/** Groups that a reader wants to see together. */
function inseparable(all: readonly Shown[]): readonly (readonly Shown[])[] {
  const groups: Shown[][] = [];
  for (const one of all) {
    const last = groups.at(-1);
    const isTogether = last && (leadsToNext(last.at(-1)!) || belongsToPrevious(one));
    if (isTogether) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function leadsToNext({ part }: Shown): boolean {
  return part.kind === 'title' || part.kind === 'heading';
}

function belongsToPrevious({ part }: Shown): boolean {
  return part.kind === 'buttons' || part.kind === 'small';
}

function fits(all: readonly Shown[]): boolean {
  const blocks = blocksOf(all);
  const charts = blocks.filter(({ type }) => type === 'data_visualization');
  return (
    blocks.length <= MESSAGE_BLOCKS &&
    charts.length <= MOST_CHARTS &&
    bytesOf(blocks) + blocks.length * BLOCK_BYTES <= MESSAGE_BYTES
  );
}

/** Of everything that can be read, wherever it stands in a block. */
function bytesOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + bytesOf(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, inner]) => {
    if (typeof inner !== 'string') return sum + bytesOf(inner);
    return READ.has(name) ? sum + Buffer.byteLength(inner) : sum;
  }, 0);
}

const READ = new Set(['text', 'url', 'title', 'name', 'label']);
