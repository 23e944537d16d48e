/** Every command, button and form of the trial school, in Slack, for everybody who may use it: each is answered, and no channel reads along. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokens } from '../../../src/bot/tokens.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { Crawl, type How, type Way } from '../../support/slack/crawl.ts';
import { textOf } from '../../support/slack/screen-words.ts';
import type { SlackSchool } from '../../support/slack/slack-school.ts';
import { openTrialSchoolInSlack } from '../../support/slack/trial-school.ts';

/** A chair, a teacher, the director, the quality coach of two schools, the board and an admin; each types in a way of their own too. */
const PEOPLE: readonly { readonly name: string; readonly hows: readonly How[] }[] = [
  { name: 'Sanne Voorbeeld', hows: ['command', 'message'] },
  { name: 'Piet Proef', hows: ['command'] },
  { name: 'Marieke Proef', hows: ['command', 'mention'] },
  { name: 'Joost Verzonnen', hows: ['message'] },
  { name: 'Bea Bestuur', hows: ['mention'] },
  { name: 'Axel Beheer', hows: ['command'] },
];
const LINES = [
  ...COMMANDS.flatMap(({ words }) => words.map((line) => `/${line}`)),
  '/agenda verzet Bovenbouw 4 december',
  '/school account los Piet',
];
/** Only in the digest of October: see `talk-pop.test.ts`. */
const ELSEWHERE = ['pop.bijna'];

let school: SlackSchool;
const reached = new Set<string>();

beforeAll(async () => {
  school = await openTrialSchoolInSlack();
  await aWeekPasses();
  expect(school.faults).toEqual([]);
}, 60_000);
afterAll(() => school.stop());

describe('everything that can be done', () => {
  test.each(PEOPLE)(
    '$name',
    async ({ name, hows }) => {
      const crawl = new Crawl(school, school.member(name), school.channel('team'));
      const wrong: string[] = [];
      let seen = school.fake.calls.length;
      for await (const { way, words } of crawl.steps(LINES, hows)) {
        reached.add(intentOf(way) ?? '');
        const refused = school.fake.calls.slice(seen).filter((call) => call.refused !== undefined);
        seen = school.fake.calls.length;
        const problems = [
          ...school.faults.splice(0),
          ...refused.map((call) => `${call.method}: ${call.refused}`),
          ...(words === '' ? ['no answer'] : []),
          ...(/\(referentie|(knop|formulier) is te oud|cannot be done/.test(words) ? [words] : []),
        ];
        wrong.push(...problems.map((problem) => `${inWords(way)}: ${problem}`));
      }
      expect(wrong.join('\n')).toBe('');
    },
    300_000,
  );

  test('reaches every command', () => {
    expect(COMMANDS.map(({ intent }) => intent).filter((intent) => !reached.has(intent))).toEqual(ELSEWHERE);
  });

  test('lets a channel read only what the core sends to everybody in it', () => {
    const { fake, posted } = school;
    const channels = ['team', 'bovenbouw-regenbui', 'rekenen-regenbui', 'bovenbouw-windvlaag'];
    const read = channels.flatMap((name) =>
      fake.messages(school.channel(name)).filter(({ user }) => user === fake.bot.userId),
    );
    expect(read).toHaveLength(posted.length);
    expect(posted.map(({ visibility }) => visibility)).toEqual(posted.map(() => 'everyone'));
    expect(fake.messages(school.channel('team')).filter(({ user }) => user === fake.bot.userId)).toEqual([]);
  });
});

/** Leaves something open of everything, so that each button is somewhere; ends on a morning with its digests. */
async function aWeekPasses(): Promise<void> {
  const [sanne, nadia, piet] = ['Sanne Voorbeeld', 'Nadia Voorbeeld', 'Piet Proef'].map((name) => school.member(name));
  await nadia!.types('/actie Kopieën maken @Sanne 10 december');
  await nadia!.types('/agenda verslag Rekenen');
  await nadia!.submits({
    'Actie 1: wat': 'Rekenspel kiezen',
    'Actie 1: wie': 'Piet Proef',
    'Actie 1: wanneer': '2026-12-10',
  });
  await sanne!.types('/actie Toetsen klaarleggen @Sanne 3 december');
  await sanne!.presses('Bovenbouw');
  await sanne!.types('/advies Meer tijd voor rekenen');
  await sanne!.presses('Bovenbouw');
  await piet!.types('/agenda punt Lezen in groep 5');
  await piet!.submits({ 'Voor welk leerteam?': 'Bovenbouw' });
  await school.comes('2026-11-26T15:20:00Z');
  await school.comes('2026-11-30T07:05:00Z');
  await school.comes('2026-12-01T07:05:00Z');
}

function intentOf(way: Way): string | null {
  if (way.kind === 'home') return 'start';
  if (way.kind === 'line') {
    const match = school.bot.registry.match(tokens(way.line), localDateOf(school.clock.now()));
    return match.kind === 'intent' ? match.intent.name : null;
  }
  return way.said?.kind === 'intent' ? way.said.intent.name : null;
}

function inWords(way: Way): string {
  switch (way.kind) {
    case 'home':
      return 'Home';
    case 'line':
      return `${way.how} ${way.line}`;
    case 'press':
      return `[${textOf(way.button.text)}] ${JSON.stringify(way.said)}${way.opener ? ` in ${inWords(way.opener)}` : ''}`;
    case 'submit':
      return `form ${way.filling} ${JSON.stringify(way.said)} in ${inWords(way.opener)}`;
  }
}
