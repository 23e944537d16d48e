/** Everything that the bot says, as Slack gets it. */
import { expect } from 'vitest';
import { type SlackBlock, slackForm, slackHome, slackMessages } from '../../../adapters/slack/render.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { everyMessage, withoutKeys } from '../../support/every-message.ts';
import { checkBlocks } from '../../support/slack/check-blocks.ts';
import { checkView } from '../../support/slack/check-view.ts';

const say = voice('nl');

const lines = (blocks: readonly SlackBlock[]) => blocks.map((block) => withoutKeys(JSON.stringify(block)));

everyMessage({
  notice: (notice) => {
    const messages = slackMessages(notice);
    expect(messages.flatMap(({ blocks }) => checkBlocks(blocks, 'message'))).toEqual([]);
    expect(checkView(slackHome(notice, say))).toEqual([]);
    return messages.map(({ text, blocks }) => [text, ...lines(blocks)]);
  },
  form: (form) => {
    const view = slackForm(form, 'C1', say);
    expect(checkView(view)).toEqual([]);
    const { blocks, title, submit, private_metadata } = view;
    return [[`${title.text} [${submit?.text}]`, ...lines(blocks), withoutKeys(private_metadata!)]];
  },
});
