/** The real answer to every command and every message that the bot sends by itself: one snapshot each, and the platform takes them all. */
import { addDays } from 'date-fns/addDays';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Form, Notice, Reply } from '../../src/bot/reply.ts';
import { localDateOf } from '../../src/calendar/zone.ts';
import { COMMANDS } from '../../src/commands.ts';
import { MESSAGE_KINDS, NUDGE_KINDS } from '../../src/delivery/nudge.ts';
import { PEOPLE, playedWeeks, SCHOOLS } from '../english/english-school.ts';
import { NotedPlatform } from './noted-platform.ts';
import { strictTick } from './strict-tick.ts';
import { Talk } from './talk.ts';

/** As lines that are short enough to read, after the platform would have taken it: a difference shows where it is. */
export type Shows = {
  readonly notice: (notice: Notice) => unknown;
  readonly form: (form: Form) => unknown;
};

/** Keys are new every time. */
export function withoutKeys(line: string): string {
  return line.replaceAll(/(?:key|strict)-\d+/g, 'key');
}

export function everyMessage(shows: Shows): void {
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

    test.each(COMMANDS.map(({ intent }) => intent))('%s', async (intent) => {
      const reply = await answerTo(talk, intent);
      if (reply.kind === 'form') expect(shows.form(reply)).toMatchSnapshot();
      else expect(shows.notice(reply.kind === 'replace' ? reply.notice : reply)).toMatchSnapshot();
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

    test('the platform takes all of it', () => {
      expect(platform.notices.length).toBeGreaterThan(100);
      for (const { notice } of platform.notices) shows.notice(notice);
    });

    test.each([...NUDGE_KINDS, ...MESSAGE_KINDS])('%s', (kind) => {
      expect(shows.notice(platform.lastOf(kind, year.opened.database))).toMatchSnapshot();
    });
  });
}

/** Of the first who gets more than a refusal. */
async function answerTo(talk: Talk, intent: string): Promise<Reply> {
  const { sqlite } = talk.opened.database;
  const replies: Reply[] = [];
  for (const name of PEOPLE) {
    sqlite.exec('savepoint asked');
    await talk.does(name, intent, {});
    sqlite.exec('rollback to asked');
    replies.push(talk.last!);
    if (talk.last!.kind !== 'notice' || !talk.last!.changedNothing) return talk.last!;
  }
  return replies[0]!;
}
