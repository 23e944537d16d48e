/** Who uses both Slack and Teams gets what comes by itself on the one used last; a channel is where it is (PRODUCT 2, Accounts). */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/bot/notice.ts';
import { literal } from '../../src/bot/text.ts';
import { platformUsedLast } from '../../src/delivery/platform-used-last.ts';
import type { PersonId } from '../../src/people/person.ts';
import { type Platform, PlatformError, Unreachable } from '../../src/platform.ts';
import { REGENBUI, stamp } from '../support/store.ts';
import { Talk } from '../support/talk.ts';
import { FakePlatform } from './fake-platform.ts';

type Name = 'slack' | 'teams';
const NOW = new Date('2026-11-24T08:30:00Z');
const NOTICE = answer(literal('Goedemorgen'));

let talk: Talk;
let sanne: PersonId;
let slack: FakePlatform;
let teams: FakePlatform;
let both: Platform;

beforeEach(async () => {
  const opened = await Talk.open(REGENBUI);
  talk = opened.talk;
  sanne = opened.schools[0]!.person('Sanne');
  [slack, teams] = [new FakePlatform(), new FakePlatform()];
  both = made({ slack, teams });
});
afterEach(() => talk.opened.close());

function made(platforms: { slack?: Platform; teams?: Platform }): Platform {
  const { people, conversations } = talk.opened.store;
  return platformUsedLast({ platforms, people, conversations });
}

/** Somebody types something there, minutes after NOW. */
async function says(platform: Name, minutes = 0): Promise<void> {
  const sender = {
    kind: 'account',
    platform,
    tenant: 'T',
    account: 'A',
    addresses: ['sanne@example.org'],
  } as const;
  const said = { kind: 'text', text: 'hulp' } as const;
  const now = new Date(NOW.getTime() + minutes * 60_000);
  await talk.bot.handle({ sender, said, once: null, place: { kind: 'personal' } }, now);
}
const toSanne = () => ({ kind: 'person', personId: sanne }) as const;
const toChannel = (channel: string) => ({ kind: 'channel', schoolId: 1 as never, channel }) as const;
const got = () => ({ slack: slack.sent.length, teams: teams.sent.length });
const gone = () => new Unreachable('not_there', 7_200);

describe('a person', () => {
  it('gets it where they said something last', async () => {
    await says('slack');
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 1, teams: 0 });
    await says('teams', 1);
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 1, teams: 1 });
    await says('slack', 2);
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 2, teams: 1 });
  });

  it('always gets it where they said something last, and once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Name>('slack', 'teams'), { minLength: 1, maxLength: 8 }),
        async (uses) => {
          for (const platform of uses) await says(platform);
          const before = got();
          await both.send(toSanne(), NOTICE, NOW);
          const last = uses.at(-1)!;
          expect(got()).toEqual({ ...before, [last]: before[last] + 1 });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('who said nothing yet gets it on Teams when they have the app, else on Slack', async () => {
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 0, teams: 1 });
    teams.fail(sanne, [gone()]);
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 1, teams: 1 });
  });

  it('who cannot be reached there any more gets it on the other one', async () => {
    await says('teams');
    await says('slack', 1);
    slack.fail(sanne, [gone()]);
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 0, teams: 1 });
  });

  it('whose app is gone for good gets it on the other one, and on neither that ends it', async () => {
    await says('teams');
    teams.fail(sanne, [new Unreachable('BotNotInConversationRoster', null)]);
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 1, teams: 0 });
    slack.fail(sanne, [gone()]);
    teams.fail(sanne, [new Unreachable('BotNotInConversationRoster', null)]);
    await expect(both.send(toSanne(), NOTICE, NOW)).rejects.toMatchObject({ outcome: 'permanent' });
  });

  it('who can be reached on neither waits, for the reason of the first', async () => {
    await says('slack');
    slack.fail(sanne, [gone()]);
    teams.fail(sanne, [new Unreachable('no_account', 7_200)]);
    await expect(both.send(toSanne(), NOTICE, NOW)).rejects.toMatchObject({
      outcome: 'retryable',
      message: 'not_there',
      retryAfter: 7_200,
    });
  });

  it.each([
    new PlatformError('ambiguous', 'http_500'),
    new PlatformError('retryable', 'ratelimited', 30),
    new PlatformError('permanent', 'blocked'),
    new Error('a fault'),
  ])('gets nothing twice, and nothing on the other one, after %s', async (error) => {
    await says('teams');
    teams.fail(sanne, [error], true);
    await expect(both.send(toSanne(), NOTICE, NOW)).rejects.toBe(error);
    expect(slack.attempts).toEqual([]);
  });

  it('is not followed to a platform of a later account that was only found', async () => {
    await says('slack');
    const found = { platform: 'teams', tenant: 'T', account: 'B' } as const;
    await talk.opened.store.people.linkAccount(stamp(null, '2026-11-25T08:00:00Z'), found, sanne);
    await both.send(toSanne(), NOTICE, NOW);
    expect(got()).toEqual({ slack: 1, teams: 0 });
  });
});

describe('a channel', () => {
  beforeEach(() =>
    talk.opened.store.conversations.remember(
      {
        tenant: 'T',
        of: { kind: 'channel', channel: '19:boven@thread.tacv2' },
        name: 'Bovenbouw',
        conversation: '19:boven@thread.tacv2',
        member: null,
        team: '19:team',
        serviceUrl: 'https://smba.example/',
        bot: '28:1',
      },
      NOW,
    ),
  );

  it.each([
    ['19:boven@thread.tacv2', 'teams'],
    ['19:unknown@thread.tacv2', 'teams'],
    ['19:group@thread.v2', 'teams'],
    ['Bovenbouw', 'teams'],
    ['#bovenbouw', 'teams'],
    ['C0123ABCD', 'slack'],
    ['#onderbouw', 'slack'],
    ['Onderbouw', 'slack'],
  ] as const)('%j is on %s', async (channel, home) => {
    await both.send(toChannel(channel), NOTICE, NOW);
    expect({ slack: slack.channelSent.length, teams: teams.channelSent.length }).toEqual({
      slack: home === 'slack' ? 1 : 0,
      teams: home === 'teams' ? 1 : 0,
    });
  });

  it('that is not there is looked for nowhere else', async () => {
    teams.fail('Bovenbouw', [gone()]);
    await expect(both.send(toChannel('Bovenbouw'), NOTICE, NOW)).rejects.toBeInstanceOf(Unreachable);
    expect(slack.channelAttempts).toEqual([]);
  });
});

describe('what was sent', () => {
  it('is edited where it stands, also when they went to the other one since', async () => {
    await says('teams');
    const { reference } = await both.send(toSanne(), NOTICE, NOW);
    await says('slack', 1);
    await both.edit(toSanne(), reference, NOTICE, NOW);
    expect(teams.edits.map((edit) => edit.reference)).toEqual(['message 1']);
    expect(slack.edits).toEqual([]);
  });

  it('before there was Teams stands in Slack', async () => {
    await both.edit(toChannel('#bovenbouw'), 'C012:123.456,123.457', NOTICE, NOW);
    expect(slack.edits.map((edit) => edit.reference)).toEqual(['C012:123.456,123.457']);
  });

  it('on a platform that was taken away is never edited', async () => {
    const { reference } = await both.send(toChannel('19:boven'), NOTICE, NOW);
    const only = made({ slack });
    await expect(only.edit(toChannel('19:boven'), reference, NOTICE, NOW)).rejects.toMatchObject({
      outcome: 'permanent',
    });
  });
});

describe('with one platform', () => {
  it.each(['slack', 'teams'] as const)(
    'everything goes to %s, and can be edited when the other one comes',
    async (name) => {
      const own = name === 'slack' ? slack : teams;
      const only = made({ [name]: own });
      await says(name === 'slack' ? 'teams' : 'slack');
      const { reference } = await only.send(toSanne(), NOTICE, NOW);
      await only.send(toChannel(name === 'slack' ? '19:boven' : '#bovenbouw'), NOTICE, NOW);
      expect([own.sent.length, own.channelSent.length]).toEqual([1, 1]);
      await both.edit(toSanne(), reference, NOTICE, NOW);
      expect(own.edits).toHaveLength(1);
    },
  );

  it('who cannot be reached there waits', async () => {
    teams.fail(sanne, [gone()]);
    await expect(made({ teams }).send(toSanne(), NOTICE, NOW)).rejects.toBeInstanceOf(Unreachable);
    expect(slack.attempts).toEqual([]);
  });
});
