/** A notice within one modal or on the Home page, where there is no second message for what does not fit. */
import type { Notice } from '../../../src/bot/reply.ts';
import { plainText, type Say } from '../../../src/bot/text.ts';
import type { SlackBlock } from './blocks.ts';
import { numbered } from './buttons.ts';
import { withoutCharts } from './chart.ts';
import { smallBlocks } from './part-blocks.ts';
import { blocksOf, type Shown, shownParts } from './split.ts';

/** A view may have 250,000 bytes, a button's value 2,000 characters. */
const VIEW_BYTES = 200_000;

/** At most so many blocks; when there are more, the last says so. Slack's own charts are for messages only. */
export function noticeBlocks(notice: Notice, most: number, say: Say): SlackBlock[] {
  const all = shownParts(notice);
  if (fits(all, most)) return asShown(all);
  let count = all.length - 1;
  while (count > 0 && !fits(all.slice(0, count), most - 1)) count -= 1;
  return [...asShown(all.slice(0, count)), ...smallBlocks(plainText(say('slack.more-below')))];
}

function fits(shown: readonly Shown[], most: number): boolean {
  const blocks = blocksOf(shown);
  return blocks.length <= most && Buffer.byteLength(JSON.stringify(blocks)) <= VIEW_BYTES;
}

function asShown(shown: readonly Shown[]): SlackBlock[] {
  return withoutCharts({ blocks: numbered(blocksOf(shown)) }).blocks;
}
