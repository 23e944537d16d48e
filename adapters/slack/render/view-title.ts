/** "Punt voor de agenda": the title of a modal, for which Slack has little room. */
import type { PlainTextElement } from '@slack/types';
import { oneLine } from '../../../src/bot/cut-text.ts';
import { VIEW_TITLE_LENGTH } from './blocks.ts';
import { label } from './text.ts';

/** What only leads to words that are not there any more: a comma, a bracket with what is begun in it. */
const LEADS_ON = /(?:\s*[([][^)\]]*|[\s,;:·–-]+)…$/;

export function fitsAsTitle(title: string): boolean {
  return oneLine(title).length <= VIEW_TITLE_LENGTH;
}

/** What does not fit is cut after a word. */
export function viewTitle(title: string): PlainTextElement {
  const cut = label(title, VIEW_TITLE_LENGTH);
  return fitsAsTitle(title) ? cut : { ...cut, text: cut.text.replace(LEADS_ON, '…') };
}
