/** The real answer to every command and every message that the bot sends by itself, as Slack gets them: one snapshot each, and Slack takes them all. */
import { addDays } from 'date-fns/addDays';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SlackBlock, slackForm, slackHome, slackMessages } from '../../../adapters/slack/render.ts';
import type { Notice, Reply } from '../../../src/bot/reply.ts';
import { say as voice } from '../../../src/bot/text.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { MESSAGE_KINDS, NUDGE_KINDS } from '../../../src/delivery/nudge.ts';
import { PEOPLE, playedWeeks, SCHOOLS } from '../../english/english-school.ts';
import { checkBlocks } from '../../support/slack/check-blocks.ts';
import { checkView } from '../../support/slack/check-view.ts';
import { strictTick } from '../../support/strict-tick.ts';
import { Talk } from '../../support/talk.ts';
import { NotedPlatform } from './noted-platform.ts';

const say = voice('nl');

/** A line for each block: short enough to read, and a difference shows where it is. Keys are new every time. */
function lines(blocks: readonly SlackBlock[]): readonly string[] {
  return blocks.map((block) => JSON.stringify(block).replaceAll(/(?:key|strict)-\d+/g, 'key'));
}

/** What is shown, after Slack would have taken it. */
function shown(notice: Notice): readonly (readonly string[])[] {
  const messages = slackMessages(notice);
  expect(messages.flatMap(({ blocks }) => checkBlocks(blocks, 'message'))).toEqual([]);
  expect(checkView(slackHome(notice, say))).toEqual([]);
  return messages.map(({ text, blocks }) => [text, ...lines(blocks)]);
}

function shownReply(reply: Reply): readonly (readonly string[])[] {
  if (reply.kind !== 'form') return shown(reply.kind === 'replace' ? reply.notice : reply);
  const view = slackForm(reply, 'C1', say);
  expect(checkView(view)).toEqual([]);
  const { blocks, title, submit, private_metadata } = view;
  return [[`${title.text} [${submit?.text}]`, ...lines(blocks), private_metadata!.replaceAll(/key-\d+/g, 'key')]];
}

describe('what is answered', () => {
  let talk: Talk;
  beforeAll(async () => {
    ({ talk } = await Talk.open(...SCHOOLS));
    await playedWeeks(talk);
    talk.opened.database.sqlite.exec("update person set language = 'nl'");
  });
  // Every question is asked of the same school: what it changes is taken back.
  beforeEach(() => void talk.opened.database.sqlite.exec('begin'));
  afterEach(() => void talk.opened.database.sqlite.exec('rollback'));
  afterAll(() => talk.opened.close());

  /** Of the first who gets more than a refusal. */
  async function answerTo(intent: string): Promise<Reply> {
    const { sqlite } = talk.opened.database;
    const replies: Reply[] = [];
    for (const name of PEOPLE) {
      sqlite.exec('savepoint asked');
      await talk.does(name, intent, {});
      sqlite.exec('rollback to asked');
      replies.push(talk.last!);
      if (talk.last!.kind !== 'notice' || !talk.last!.changedNothing) break;
    }
    return replies.at(-1)!.kind === 'notice' && (replies.at(-1) as Notice).changedNothing
      ? replies[0]!
      : replies.at(-1)!;
  }

  test.each(COMMANDS.map(({ intent }) => intent))('%s', async (intent) => {
    expect(shownReply(await answerTo(intent))).toMatchSnapshot();
  });
});

describe('what comes by itself in a school year', () => {
  let year: Talk;
  const platform = new NotedPlatform();
  beforeAll(async () => {
    const schools = SCHOOLS.map((draft) => ({ ...draft, newcomers: true }));
    ({ talk: year } = await Talk.open(...schools));
    const { tick } = strictTick({ store: year.opened.store, platform });
    await playedWeeks(year, tick);
    year.opened.database.sqlite.exec("update person set language = 'nl'");
    for (; year.now < new Date('2027-07-20T00:00:00Z'); year.now = addDays(year.now, 1)) {
      if (localDateOf(year.now) === '2027-01-11') await year.says('Nico', '/ik-ben-er');
      await tick(year.now);
    }
  }, 120_000);
  afterAll(() => year.opened.close());

  test('Slack takes all of it', () => {
    expect(platform.notices.length).toBeGreaterThan(100);
    for (const { notice } of platform.notices) shown(notice);
  });

  test.each([...NUDGE_KINDS, ...MESSAGE_KINDS])('%s', (kind) => {
    expect(shown(platform.lastOf(kind, year.opened.database))).toMatchSnapshot();
  });
});
