/** "Mijn leerteam": the page that opens with the app, the Home of Slack. */
import type { Notice } from '../../../src/bot/reply.ts';
import type { Say } from '../../../src/bot/text.ts';
import { type SlackHome, VIEW_BLOCKS } from './blocks.ts';
import { noticeBlocks } from './view-blocks.ts';

export function slackHome(notice: Notice, say: Say): SlackHome {
  return { type: 'home', blocks: noticeBlocks(notice, VIEW_BLOCKS, say) };
}
