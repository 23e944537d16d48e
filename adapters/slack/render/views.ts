/** An answer in a modal: to a button on the Home page or in a modal, while the answer is looked up, and above a form with a mistake in it. */
import type { Block, PlainTextElement } from '@slack/types';
import type { Notice } from '../../../src/bot/reply.ts';
import { aboveForm } from '../../../src/bot/reply-buttons.ts';
import { isName } from '../../../src/bot/shown-text.ts';
import { plainText, type Say } from '../../../src/bot/text.ts';
import { type SlackBlock, type SlackModal, VIEW_BLOCKS, VIEW_TITLE_LENGTH } from './blocks.ts';
import { readMetadata, writeMetadata } from './form-metadata.ts';
import { label, richBlocks } from './text.ts';
import { noticeBlocks } from './view-blocks.ts';

/** The `callback_id` of a modal that asks nothing. */
export const SHOWN_MODAL = 'shown';

/** Marks the blocks of a mistake, so that the next one takes their place. */
const MISTAKE = 'mistake:';

/** `origin` is where it was asked, see `form-metadata.ts`. A short title stands on the modal itself. */
export function noticeView(notice: Notice, origin: string, say: Say): SlackModal {
  const title = notice.title ? plainText(notice.title).trim() : '';
  const isTitle = title.length <= VIEW_TITLE_LENGTH && isName(title) && notice.parts.length > 0;
  const below = isTitle ? { ...notice, title: null } : notice;
  return shownModal(isTitle ? title : say.plain('slack.window'), noticeBlocks(below, VIEW_BLOCKS, say), origin, say);
}

/** "Even geduld": holds the place of what is still looked up. */
export function waitingView(origin: string, say: Say): SlackModal {
  return shownModal(say.plain('slack.wait-title'), richBlocks(say('slack.wait')), origin, say);
}

/** A modal as Slack gives it back when it was sent. */
export type SentView = {
  readonly title: PlainTextElement;
  readonly submit: PlainTextElement | null;
  readonly close: PlainTextElement | null;
  readonly blocks: readonly Block[];
  readonly private_metadata: string;
  readonly callback_id: string;
};

/**
 * The same form, so that what was filled in stays, with what is wrong above it. A mistake that asks what to do takes the place of the form:
 * its buttons open it again.
 */
export function withMistake(view: SentView, mistake: Notice, say: Say): SlackModal {
  const notice = aboveForm(mistake);
  if (notice === null) {
    const { origin } = readMetadata(view.private_metadata);
    return shownModal(view.title.text, noticeBlocks(mistake, VIEW_BLOCKS, say), origin, say);
  }
  const form = view.blocks.filter(({ block_id }) => !block_id?.startsWith(MISTAKE)) as readonly SlackBlock[];
  const words = noticeBlocks(notice, VIEW_BLOCKS - form.length - 1, say);
  const marked = [...words, { type: 'divider' } as const].map((block, index) => {
    return { ...block, block_id: `${MISTAKE}${index}` };
  });
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: view.title,
    ...(view.submit ? { submit: view.submit } : {}),
    ...(view.close ? { close: view.close } : {}),
    blocks: [...marked, ...form],
  };
}

function shownModal(title: string, blocks: SlackBlock[], origin: string, say: Say): SlackModal {
  return {
    type: 'modal',
    callback_id: SHOWN_MODAL,
    private_metadata: writeMetadata(origin, null),
    title: label(title, VIEW_TITLE_LENGTH),
    close: label(say.plain('slack.close'), VIEW_TITLE_LENGTH),
    blocks,
  };
}
