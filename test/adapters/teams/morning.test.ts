/** The busiest morning: a thousand people get their first digest. Teams keeps its limits, and somebody asks something meanwhile. */
import { expect, test } from 'vitest';
import { type SchoolDraft, stamp } from '../../support/store.ts';
import type { FakeTeams } from '../../support/teams/fake-teams.ts';
import { TeamsSchool } from '../../support/teams/teams-school.ts';

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

test('1,000 digests arrive once each, without one 429; who asks something meanwhile is answered as fast as before', {
  timeout: 300_000,
}, async () => {
  const drafts = Array.from({ length: SCHOOLS }, (_, index) => schoolDraft(index + 1));
  const school = await TeamsSchool.open({ schools: drafts, at: `${DAY}T05:30:00Z`, withoutApp: true });
  await rollOut(school, drafts);
  const { fake, clock } = school;
  fake.enforceLimits();
  const everybody = drafts.flatMap(({ staff }) => staff.map(({ name }) => name));
  const asker = school.member('Collega 5-50');
  await school.givesApp('Collega 5-50');
  const command = () => asker.types('/doel status');
  const words = () => asker.writes('doel status');

  const before = [await answered(school, command), await answered(school, words)] as const;
  clock.moveTo(new Date(`${DAY}T06:00:00Z`));
  // They ask the same again, the one when a third is out and the other when two thirds are.
  const during = [whenSent(school, 300, command), whenSent(school, 600, words)];
  while (sum(digestsTo(school, everybody)) < everybody.length && clock.now() < new Date(`${DAY}T10:00:00Z`))
    await school.tick();

  expect(digestsTo(school, everybody).filter((count) => count !== 1)).toEqual([]);
  expect(fake.limited).toBe(0);
  expect(fake.calls.filter(({ refused }) => refused !== undefined)).toEqual([]);
  expect(school.faults).toEqual([]);
  expect(clock.now().getTime()).toBeLessThan(new Date(`${DAY}T06:15:00Z`).getTime());
  for (const [number, asked] of during.entries()) {
    const { words, milliseconds, callsBetween } = await asked;
    expect(words).toBe(before[number]!.words);
    expect(words).toContain('Doel van Collega 5-50');
    expect(milliseconds).toBeLessThanOrEqual(before[number]!.milliseconds);
    // It stands behind nothing: at most what was on its way to Teams already goes before it.
    expect(callsBetween).toBeLessThanOrEqual(before[number]!.callsBetween + 3);
  }
  await school.stop();
});

/** Everybody has had the app for a while, and was known by it; nobody said anything yet. Half of the conversations are not open, so each of those is opened first. */
async function rollOut(school: TeamsSchool, drafts: readonly SchoolDraft[]): Promise<void> {
  const { fake, opened, schools } = school;
  const { people, conversations } = opened.store;
  const { tenant, bot } = fake.app;
  for (const [index, { staff }] of drafts.entries()) {
    for (const [number, { name }] of staff.entries()) {
      const { aadId, id } = school.member(name).person;
      fake.install(aadId);
      await people.linkAccount(stamp(), { platform: 'teams', tenant, account: aadId }, schools[index]!.person(name));
      await conversations.remember(
        {
          tenant,
          of: { kind: 'person', account: aadId },
          name: null,
          conversation: number % 2 === 0 ? fake.chat(aadId) : null,
          member: id,
          team: null,
          serviceUrl: fake.serviceUrl,
          bot,
        },
        fake.now(),
      );
    }
  }
}

/** Asks as soon as so many messages more were sent. */
function whenSent(school: TeamsSchool, count: number, ask: () => Promise<string>): Promise<Answer> {
  return new Promise((answer) => {
    let sent = 0;
    school.fake.fail('send', {
      how: 'drop',
      times: Number.POSITIVE_INFINITY,
      only: () => {
        if (++sent === count) answer(answered(school, ask));
        return false;
      },
    });
  });
}

type Answer = {
  readonly words: string;
  /** On Teams' clock, from asking to the answer. */
  readonly milliseconds: number;
  /** Calls of the bot that Teams got before the answer. */
  readonly callsBetween: number;
};

async function answered({ fake, clock }: TeamsSchool, ask: () => Promise<string>): Promise<Answer> {
  const [first, asked] = [fake.calls.length, clock.now().getTime()];
  await ask();
  const since = fake.calls.slice(first);
  const answer = since.find(isAnswer)!;
  return {
    words: withoutKeys(JSON.stringify(answer.sent.attachments)),
    milliseconds: answer.at.getTime() - asked,
    callsBetween: since.indexOf(answer),
  };
}

function isAnswer({ call, sent }: FakeTeams['calls'][number]): boolean {
  return call === 'send' && sent.attachments !== undefined && !isDigest(sent);
}

function isDigest({ summary }: FakeTeams['calls'][number]['sent']): boolean {
  return String(summary).startsWith('Goedemorgen');
}

/** Every control has a new key. */
function withoutKeys(words: string): string {
  return words.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'key');
}

/** How many each of them has. */
function digestsTo(school: TeamsSchool, names: readonly string[]): readonly number[] {
  return names.map(
    (name) =>
      school.fake.messages(school.member(name).person.aadId).filter(({ activity }) => isDigest(activity)).length,
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
