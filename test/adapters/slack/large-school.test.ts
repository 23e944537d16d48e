/** In a large school with much to do, its longest forms and lists are still what Slack takes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slackForm, slackHome, slackMessages } from '../../../adapters/slack/render.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { LONGEST, openLargeSchool } from '../../support/large-school.ts';
import { checkBlocks } from '../../support/slack/check-blocks.ts';
import { checkView } from '../../support/slack/check-view.ts';
import type { Talk } from '../../support/talk.ts';

const say = voice('nl');

let talk: Talk;
beforeAll(async () => {
  talk = await openLargeSchool();
});
afterAll(() => talk.opened.close());

function problems(reply: Reply): readonly string[] {
  if (reply.kind === 'form') return checkView(slackForm(reply, 'C1', say));
  const notice = reply.kind === 'replace' ? reply.notice : reply;
  return [
    ...slackMessages(notice).flatMap(({ blocks }) => checkBlocks(blocks, 'message')),
    ...checkView(slackHome(notice, say)),
  ];
}

test.each(LONGEST)('%s gets a %s: %s', async (name, kind, line) => {
  await talk.says(name, line);
  expect([talk.last!.kind, problems(talk.last!)]).toEqual([kind, []]);
});
