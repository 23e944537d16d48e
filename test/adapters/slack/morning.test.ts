/** The busiest morning: a thousand people get their first digest, Slack keeps its limits, and somebody types a command meanwhile. */
import { expect, test } from 'vitest';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { SlackSchool } from '../../support/slack/slack-school.ts';
import type { SchoolDraft } from '../../support/store.ts';

const SCHOOLS = 10;
const PEOPLE = 100;
/** Monday of the fourth school week: everybody is asked about their own goal. */
const DAY = '2026-09-21';

function schoolDraft(school: number): SchoolDraft {
  const names = Array.from({ length: PEOPLE }, (_, index) => `Collega ${school}-${index}`);
  return {
    school: { school: `School ${school}` },
    staff: names.map((name) => ({ name, email: `${name.replace('Collega ', 'c')}@example.org` })),
    goals: names.map((owner) => ({ title: `Doel van ${owner}`, owner })),
  };
}

const called = (fake: FakeSlack, method: string) => fake.calls.filter((call) => call.method === method);

test('1,000 digests arrive once each, without one 429; who types meanwhile is answered as fast as before', {
  timeout: 300_000,
}, async () => {
  const drafts = Array.from({ length: SCHOOLS }, (_, index) => schoolDraft(index + 1));
  const school = await SlackSchool.open({ schools: drafts, at: `${DAY}T05:30:00Z` });
  const { fake, clock } = school;
  fake.enforceLimits();
  const everybody = drafts.flatMap(({ staff }) => staff.map(({ name }) => name));
  const asker = school.member('Collega 5-50');

  const before = await answered(fake, () => asker.types('/doel status'));

  // They ask the same again when a third is out.
  clock.moveTo(new Date(`${DAY}T06:00:00Z`));
  let during: Promise<Answer> | null = null;
  let sent = 0;
  fake.fail('chat.postMessage', {
    how: 'drop',
    times: Number.POSITIVE_INFINITY,
    only: () => {
      sent++;
      if (sent === 300) during = answered(fake, () => asker.types('/doel status'));
      return false;
    },
  });
  while (called(fake, 'chat.postMessage').length < everybody.length && clock.now() < new Date(`${DAY}T10:00:00Z`)) {
    await school.tick();
  }
  await during!;

  const counts = everybody.map((name) => fake.messages(school.member(name).id).filter(isDigest).length);
  expect(counts.filter((count) => count !== 1)).toEqual([]);
  expect(fake.limited).toBe(0);
  expect(fake.calls.filter(({ refused }) => refused !== undefined)).toEqual([]);
  expect(school.faults).toEqual([]);
  expect(clock.now().getTime()).toBeLessThan(new Date(`${DAY}T07:00:00Z`).getTime());

  const { words, milliseconds, callsBetween } = await during!;
  expect(words).toBe(before.words);
  expect(words).toContain('Doel van Collega 5-50');
  expect(milliseconds).toBeLessThanOrEqual(before.milliseconds);
  // It stands behind nothing: at most what was on its way to Slack already goes before it.
  expect(callsBetween).toBeLessThanOrEqual(before.callsBetween + 3);
  await school.stop();
});

type Answer = {
  readonly words: string;
  /** On Slack's clock, from asking to the answer. */
  readonly milliseconds: number;
  /** Calls of the bot that Slack got before the answer. */
  readonly callsBetween: number;
};

async function answered(fake: FakeSlack, ask: () => Promise<string>): Promise<Answer> {
  const first = fake.calls.length;
  const asked = fake.calls.at(-1)?.at.getTime() ?? 0;
  const answers = called(fake, 'response_url').length;
  await ask();
  const answer = called(fake, 'response_url')[answers]!;
  const words = JSON.stringify(answer.sent.blocks);
  const since = first === 0 ? 0 : answer.at.getTime() - asked;
  return { words: withoutKeys(words), milliseconds: since, callsBetween: fake.calls.indexOf(answer) - first };
}

/** Every control has a new key. */
function withoutKeys(words: string): string {
  return words.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'key');
}

function isDigest({ text }: { readonly text: string }): boolean {
  return text.startsWith('Goedemorgen');
}
