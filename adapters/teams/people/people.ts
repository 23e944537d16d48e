/** Who somebody of Teams is to the core, and where in Teams a person of the core is found (PRODUCT 2, Accounts). */
import { say as voice } from '../../../src/bot/text.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import type { Clock } from '../../../src/clock.ts';
import type { ConversationsStore } from '../../../src/people/conversations.store.ts';
import type { Account, PeopleStore } from '../../../src/people/people.store.ts';
import type { Actor, PersonId } from '../../../src/people/person.ts';
import type { TeamsApi } from '../api/api.ts';
import { troubleWord } from '../errors.ts';
import type { TeamsLog } from '../options.ts';
import type { Mentioned, SenderOf, Who } from '../receive.ts';
import type { Outsider, TeamsAccount } from './account.ts';
import { findAccount } from './find-account.ts';
import { LookUp, NOBODY } from './look-up.ts';

export type TeamsPeople = {
  /** Of an account of an organisation that the bot works for, and who waits for an answer. Never throws. */
  readonly sender: SenderOf;
  /** The same of somebody who asked nothing: they got the app, as a thousand others may. Never throws. */
  readonly unaskedSender: SenderOf;
  /** The address of whoever `who` mentioned, for the core to find them by; null when Teams does not tell. Never throws. */
  addressOf(who: Who, mentioned: Mentioned): Promise<string | null>;
  /**
   * The account to write to; one that has the app is found by e-mail or UPN and tied to the person when none is tied yet.
   * @throws PlatformError when they cannot be reached (now).
   */
  accountOf(personId: PersonId, now: Date): Promise<Account>;
};

export type PeopleOptions = {
  readonly api: Pick<TeamsApi, 'answers' | 'bulk'>;
  readonly people: PeopleStore;
  readonly conversations: ConversationsStore;
  /** The organisations that the bot works for; empty: whichever it hears of. */
  readonly tenants: readonly string[];
  readonly clock: Clock;
  readonly log: TeamsLog;
};

export function createPeople(options: PeopleOptions): TeamsPeople {
  const { people, clock, log } = options;
  const lookUp = new LookUp(options);

  return {
    sender: (who) => senderBy(who, () => lookUp.answering(who)),
    unaskedSender: (who) => senderBy(who, () => lookUp.sending(who)),

    addressOf: async (who, { member, account }) => {
      const linked = account === null ? null : await linkedTo({ tenant: who.tenant, account });
      if (linked) return linked.email;
      try {
        const asked = { ...who, member, account: account ?? member };
        return (await lookUp.answering(asked)).addresses[0] ?? null;
      } catch (error) {
        log('warn', 'teams: an account could not be looked up', { reason: troubleWord(error) });
        return null;
      }
    },

    accountOf: (personId, now) => findAccount({ ...options, lookUp }, personId, now),
  };

  async function senderBy(who: Who, look: () => Promise<TeamsAccount>): ReturnType<SenderOf> {
    let addresses: readonly string[] = [];
    try {
      const account = await look();
      const linked = account.outsider && (await linkedTo(who));
      if (account.outsider && !(linked && account === NOBODY)) return refused(linked, REFUSALS[account.outsider]);
      addresses = account.addresses;
    } catch (error) {
      log('warn', 'teams: an account could not be looked up', { reason: troubleWord(error) });
      // Who is known goes on: that they became a guest just now is less likely than that Teams is slow.
      if (!(await linkedTo(who))) return refused(null, 'msteams.cannot-tell');
    }
    return { kind: 'sender', sender: { kind: 'account', ...ours(who), addresses } };
  }

  /** Null as well when the store cannot tell: whatever is done next says so. */
  async function linkedTo(who: Pick<Who, 'tenant' | 'account'>): Promise<Actor | null> {
    try {
      return await people.actorByAccount(ours(who), localDateOf(clock.now()));
    } catch {
      return null;
    }
  }
}

function ours({ tenant, account }: Pick<Who, 'tenant' | 'account'>): Account {
  return { platform: 'teams', tenant, account };
}

const REFUSALS = {
  bot: 'msteams.refused-bot',
  guest: 'msteams.refused-guest',
  stranger: 'msteams.refused-stranger',
} as const satisfies Record<Outsider, string>;

/** In their own language when the core knows them. */
function refused(linked: Actor | null, why: (typeof REFUSALS)[Outsider] | 'msteams.cannot-tell') {
  return { kind: 'refused', text: voice(linked?.language ?? 'nl')(why) } as const;
}
