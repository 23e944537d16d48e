/** A school with Slack and Teams at once: everybody gets their digest once, on the platform they used last, from both adapters as they are (PRODUCT 2, Accounts). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSlackPlatform } from '../../adapters/slack/index.ts';
import { createTeamsPlatform } from '../../adapters/teams/index.ts';
import { platformUsedLast } from '../../src/delivery/platform-used-last.ts';
import { startFakeSlack } from '../support/slack/fake-slack.ts';
import { REGENBUI, type SchoolDraft } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';
import { startFakeTeams } from '../support/teams/fake-teams.ts';

type Name = 'slack' | 'teams';
/** What somebody has and did before the morning, in this order. */
type Story = {
  readonly inSlack: boolean;
  readonly hasApp: boolean;
  /** Where they said something; what they do not have they did not use. */
  readonly uses: readonly Name[];
  readonly removesApp: boolean;
};

/** Monday of the fourth school week: everybody is asked about their own goal. */
const MONDAY = new Date('2026-09-21T06:00:00Z');
const HOUR = 3_600_000;
const NAMES = REGENBUI.staff.map(({ name }) => name);
const SCHOOL: SchoolDraft = {
  ...REGENBUI,
  // Everybody works on Monday.
  staff: REGENBUI.staff.map(({ workingDays: _, ...one }) => ({ ...one, workingDays: ['ma'] as const })),
  goals: NAMES.map((owner) => ({ title: `Doel van ${owner}`, owner })),
};

const STORY: fc.Arbitrary<Story> = fc.record({
  inSlack: fc.boolean(),
  hasApp: fc.boolean(),
  uses: fc.array(fc.constantFrom<Name>('slack', 'teams'), { maxLength: 4 }),
  removesApp: fc.boolean(),
});

function usesOf({ inSlack, hasApp, uses }: Story): readonly Name[] {
  return uses.filter((name) => (name === 'slack' ? inSlack : hasApp));
}

/** Null: they cannot be reached. */
function expected(story: Story): Name | null {
  const onTeams = story.hasApp && !story.removesApp;
  const last = usesOf(story).at(-1);
  if (last === 'slack') return 'slack';
  return onTeams ? 'teams' : story.inSlack ? 'slack' : null;
}

test('everybody who can be reached gets one digest, where they said something last', { timeout: 120_000 }, async () => {
  const stories = fc.array(STORY, { minLength: NAMES.length, maxLength: NAMES.length });
  await fc.assert(
    fc.asyncProperty(stories, async (each) => {
      const got = await morningAfter(each);
      expect(got).toEqual(
        Object.fromEntries(
          NAMES.map((name, index) => {
            const where = expected(each[index]!);
            return [name, { slack: where === 'slack' ? 1 : 0, teams: where === 'teams' ? 1 : 0 }];
          }),
        ),
      );
    }),
    { numRuns: 12 },
  );
});

/** How many messages each of the staff got on each platform. */
async function morningAfter(stories: readonly Story[]): Promise<Record<string, Record<Name, number>>> {
  const both = await openBoth();
  try {
    for (const [index, story] of stories.entries()) await both.lives(NAMES[index]!, story);
    return await both.morning();
  } finally {
    await both.stop();
  }
}

async function openBoth() {
  let time = MONDAY.getTime() - 3 * 24 * HOUR;
  const now = () => new Date(time);
  const wait = async (milliseconds: number) => {
    time += milliseconds;
  };
  const [slack, teams] = await Promise.all([startFakeSlack({ now }), startFakeTeams({ now })]);
  const { talk, schools } = await Talk.open(SCHOOL);
  const { store } = talk.opened;
  const { people, conversations, controls } = store;
  const { id, password, tenant, bot } = teams.app;
  const means = { people, conversations, controls, clock: { now }, wait, log: () => {}, newKey: () => 'key' };
  const { tick } = strictTick({
    store,
    platform: platformUsedLast({
      people,
      conversations,
      platforms: {
        slack: createSlackPlatform({
          ...means,
          config: { botToken: slack.botToken, apiUrl: slack.apiUrl, signingSecret: null, appToken: null },
        }),
        teams: createTeamsPlatform({
          ...means,
          config: { app: { id, password, tenant, type: 'SingleTenant' }, tenants: [tenant] },
          microsoft: teams.microsoft,
        }),
      },
    }),
  });
  const accounts: { readonly name: string; readonly user: string | null; readonly member: string | null }[] = [];

  return {
    lives: async (name: string, story: Story) => {
      const email = schools[0]!.email(name);
      const user = story.inSlack ? slack.addMember({ name, email }).id : null;
      const member = story.hasApp ? teams.addMember({ name, email }) : null;
      accounts.push({ name, user, member: member?.aadId ?? null });
      const of = { kind: 'person', account: member?.aadId ?? '' } as const;
      if (member) {
        const conversation = teams.chat(member.aadId);
        const { serviceUrl } = teams;
        const told = { tenant, of, name: null, conversation, member: member.id, team: null, serviceUrl, bot };
        await conversations.remember(told, now());
      }
      for (const used of usesOf(story)) {
        time += HOUR;
        const account = used === 'slack' ? [slack.team.id, user!] : [tenant, member!.aadId];
        const sender = { platform: used, tenant: account[0]!, account: account[1]!, addresses: [email] };
        await talk.bot.handle(
          {
            sender: { kind: 'account', ...sender },
            said: { kind: 'text', text: 'hulp' },
            once: null,
            place: { kind: 'personal' },
          },
          now(),
        );
      }
      if (member && story.removesApp) {
        teams.uninstall(member.aadId);
        await conversations.forget(tenant, of);
      }
    },

    /** Also tries again those who could not be reached at first. */
    morning: async () => {
      for (const hours of [0, 2.5, 5]) {
        time = Math.max(time, MONDAY.getTime() + hours * HOUR);
        await tick(now());
      }
      const posts = slack.calls.filter(({ method, refused }) => method === 'chat.postMessage' && refused === undefined);
      const inSlack = (user: string | null) =>
        posts.filter(({ sent }) => user !== null && sent.channel === user).length;
      const inTeams = (member: string | null) =>
        member === null ? 0 : teams.messages(member).filter(({ from }) => from === bot).length;
      return Object.fromEntries(
        accounts.map(({ name, user, member }) => [name, { slack: inSlack(user), teams: inTeams(member) }]),
      );
    },

    stop: async () => {
      await Promise.all([slack.stop(), teams.stop()]);
      talk.opened.close();
    },
  };
}
