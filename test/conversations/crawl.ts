/** Every command, button and form of the trial school, for everybody who may use it: each is answered, and no channel reads along. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands.ts';
import type { ChatSchool } from '../support/chat/chat-school.ts';
import { Crawl, type Crawled } from '../support/chat/crawl.ts';
import {
  aWeekPasses,
  CRAWLED_LINES,
  CRAWLERS,
  intentOf,
  inWords,
  NOT_CRAWLED,
  WENT_WRONG,
} from '../support/chat/crawled-week.ts';
import type { ChatSchoolDraft } from '../support/chat/open-core.ts';
import { TRIAL_DRAFT } from '../support/chat/trial-school.ts';

/** A platform: how the school opens there, who is on its screen, and what it refused so far. */
export type Crawling<School extends ChatSchool> = {
  readonly open: (draft: ChatSchoolDraft) => Promise<School>;
  readonly crawled: (school: School, name: string, channel: string) => Crawled;
  /** Of all calls until now, oldest first; null for one that went well. */
  readonly refusals: (school: School) => readonly (string | null)[];
};

export function crawlsThrough<School extends ChatSchool>({ open, crawled, refusals }: Crawling<School>): void {
  let school: School;
  const reached = new Set<string | null>();
  beforeAll(async () => {
    school = await open(TRIAL_DRAFT);
    await aWeekPasses(school);
    expect(school.faults).toEqual([]);
  }, 60_000);
  afterAll(() => school.stop());

  test.each(CRAWLERS)(
    '$name does everything that can be done',
    async ({ name, hows }) => {
      const crawl = new Crawl(crawled(school, name, school.channel('team')));
      const wrong: string[] = [];
      let known = refusals(school).length;
      for await (const { way, words } of crawl.steps(CRAWLED_LINES, hows)) {
        reached.add(intentOf(way, school));
        const all = refusals(school);
        const refused = all.slice(known).flatMap((refusal) => refusal ?? []);
        known = all.length;
        const problems = [
          ...school.faults.splice(0),
          ...refused,
          ...(words === '' ? ['no answer'] : []),
          ...(WENT_WRONG.test(words) ? [words] : []),
        ];
        wrong.push(...problems.map((problem) => `${inWords(way)}: ${problem}`));
      }
      expect(wrong.join('\n')).toBe('');
    },
    300_000,
  );

  describe('all of that together', () => {
    test('reaches every command', () => {
      expect(COMMANDS.map(({ intent }) => intent).filter((intent) => !reached.has(intent))).toEqual(NOT_CRAWLED);
    });

    test('lets a channel read only what the core sends to everybody in it', () => {
      expect(school.leaks()).toEqual([]);
      expect(school.posted.map(({ visibility }) => visibility)).toEqual(school.posted.map(() => 'everyone'));
      expect(school.postsIn(school.channel('team'))).toEqual([]);
    });
  });
}
