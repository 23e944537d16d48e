/** Who somebody of Slack is to the core, and where in Slack a person of the core is found (PRODUCT 2, Accounts). */
import { say as voice } from '../../../src/bot/text.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import type { Clock } from '../../../src/clock.ts';
import type { Account, PeopleStore } from '../../../src/people/people.store.ts';
import type { Actor, PersonId } from '../../../src/people/person.ts';
import type { SlackApi } from '../api/api.ts';
import { slackCode, troubleWord } from '../errors.ts';
import type { SlackLog } from '../options.ts';
import type { SenderOf } from '../receive.ts';
import { type Outsider, readAccount, type SlackAccount } from './account.ts';
import { findAccount } from './find-account.ts';

export type SlackPeople = {
  /** Of an account (U…) of our own workspace. Never throws. */
  readonly sender: SenderOf;
  /** The address of whoever was mentioned (`<@U…>`), for the core to find them by; null when Slack does not tell. Never throws. */
  addressOf(account: string): Promise<string | null>;
  /**
   * The account to write to; found by e-mail and tied to the person when none is tied yet.
   * @throws PlatformError when they cannot be reached (now).
   */
  accountOf(personId: PersonId, now: Date): Promise<string>;
};

export type PeopleOptions = {
  readonly api: SlackApi;
  readonly people: PeopleStore;
  readonly clock: Clock;
  readonly log: SlackLog;
};

/** Slack is asked about somebody once in so many milliseconds: a guest of today may be a colleague tomorrow. */
const KNOWN_MILLISECONDS = 3_600_000;

type Asked = { readonly at: number; readonly account: Promise<SlackAccount> };

export function createPeople(options: PeopleOptions): SlackPeople {
  const { api, people, clock, log } = options;
  /** Longest ago first. */
  const asked = new Map<string, Asked>();

  return {
    sender: async (id) => {
      let addresses: readonly string[] = [];
      try {
        const account = await accountFor(id);
        if (account.outsider) return refused(await linkedTo(id), REFUSALS[account.outsider]);
        if (account.email) addresses = [account.email];
      } catch (error) {
        log('warn', 'slack: an account could not be looked up', { reason: troubleWord(error) });
        // Who is known goes on: that they became a guest just now is less likely than that Slack is slow.
        if (!(await linkedTo(id))) return refused(null, isNobodyHere(error) ? REFUSALS.stranger : 'slack.cannot-tell');
      }
      return { kind: 'sender', sender: { kind: 'account', ...(await ours(id)), addresses } };
    },

    addressOf: async (id) => {
      const linked = await linkedTo(id);
      if (linked) return linked.email;
      try {
        return (await accountFor(id)).email;
      } catch (error) {
        log('warn', 'slack: an account could not be looked up', { reason: troubleWord(error) });
        return null;
      }
    },

    accountOf: (personId, now) => findAccount(options, personId, now),
  };

  async function ours(account: string): Promise<Account> {
    const { teamId } = await api.workspace();
    return { platform: 'slack', tenant: teamId, account };
  }

  /** Null as well when the store cannot tell: whatever is done next says so. */
  async function linkedTo(id: string): Promise<Actor | null> {
    try {
      return await people.actorByAccount(await ours(id), localDateOf(clock.now()));
    } catch {
      return null;
    }
  }

  function accountFor(id: string): Promise<SlackAccount> {
    const now = clock.now().getTime();
    forgetOld(now);
    const known = asked.get(id);
    if (known) return known.account;
    const account = ask(id);
    asked.set(id, { at: now, account });
    account.catch(() => asked.delete(id));
    return account;
  }

  async function ask(id: string): Promise<SlackAccount> {
    const { teamId } = await api.workspace();
    const { user } = await api.answers.users.info({ user: id });
    const account = readAccount(user, teamId);
    if (!account) throw new Error('users.info gives no user');
    return account;
  }

  function forgetOld(now: number): void {
    for (const [id, { at }] of asked) {
      if (at > now - KNOWN_MILLISECONDS) return;
      asked.delete(id);
    }
  }
}

const REFUSALS = {
  bot: 'slack.refused-bot',
  deactivated: 'slack.refused-deactivated',
  guest: 'slack.refused-guest',
  stranger: 'slack.refused-stranger',
} as const satisfies Record<Outsider, string>;

/** In their own language when the core knows them. */
function refused(linked: Actor | null, why: (typeof REFUSALS)[Outsider] | 'slack.cannot-tell') {
  return { kind: 'refused', text: voice(linked?.language ?? 'nl')(why) } as const;
}

function isNobodyHere(error: unknown): boolean {
  return ['user_not_found', 'user_not_visible'].includes(slackCode(error) ?? '');
}
