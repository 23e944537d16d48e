/** Before a message goes out: the Teams account of its receiver. Who got the app before the school got them is found by e-mail or UPN (PRODUCT 2, Accounts). */
import { localDateOf } from '../../../src/calendar/zone.ts';
import type { ConversationsStore } from '../../../src/people/conversations.store.ts';
import { identify } from '../../../src/people/identify.ts';
import type { Account, PeopleStore } from '../../../src/people/people.store.ts';
import type { PersonId } from '../../../src/people/person.ts';
import { Unreachable } from '../../../src/platform.ts';
import { notThereYet, platformError } from '../errors.ts';
import type { TeamsAccount } from './account.ts';
import type { Asked, LookUp } from './look-up.ts';

export type FindOptions = {
  readonly people: PeopleStore;
  readonly conversations: ConversationsStore;
  readonly lookUp: LookUp;
  /** The organisations that the bot works for; empty: whichever it hears of. */
  readonly tenants: readonly string[];
};

/** Teams gives nobody by their address: each of these is asked for, and the message must go out before its lease ends. The next try goes on from there. */
const MOST_ASKED = 100;
/** When that is, in seconds. */
const GOES_ON = 60;

/** @throws PlatformError when there is no account to write to (now). */
export async function findAccount(options: FindOptions, personId: PersonId, now: Date): Promise<Account> {
  const { people, tenants } = options;
  const tied = await people.accountOf(personId, 'teams');
  if (tied && (tenants.length === 0 || tenants.includes(tied.tenant))) return tied;
  // An admin decides whether it moved.
  if (tied) throw notThereYet('other_tenant');
  const found = await amongStrangers(options, personId);
  if (found === 'unfinished') throw new Unreachable('no_account', GOES_ON);
  if (!found) throw notThereYet('no_account');
  const { asked, addresses } = found;
  const account: Account = { platform: 'teams', tenant: asked.tenant, account: asked.account };
  const holder = await identify({ people }, { kind: 'account', ...account, addresses }, now, localDateOf(now));
  if (holder?.id !== personId) throw notThereYet('account_refused');
  return account;
}

type Found = { readonly asked: Asked; readonly addresses: readonly string[] };

/** Somebody who has the app and one of these addresses, and whom nobody is tied to yet. */
async function amongStrangers(options: FindOptions, personId: PersonId): Promise<Found | 'unfinished' | null> {
  const { people, lookUp } = options;
  const addresses = await people.addressesOf(personId);
  const waiting = await people.waitingAccounts(personId, 'teams');
  const waits = (asked: Asked) =>
    waiting.some(({ tenant, account }) => tenant === asked.tenant && account === asked.account);
  const strangers = await strangersOf(options);
  let left = MOST_ASKED;
  // For the account that was refused while another was tied an admin let go of the other, which may still lead to the same address.
  for (const asked of [...strangers.filter(waits), ...strangers.filter((each) => !waits(each))]) {
    if (!lookUp.isKnown(asked) && left-- === 0) return 'unfinished';
    const account = await answerOf(lookUp, asked);
    if (account.outsider === null && account.addresses.some((address) => addresses.includes(address))) {
      return { asked, addresses: account.addresses };
    }
  }
  return null;
}

/** Newest first; only those whom Teams can be asked about. */
async function strangersOf({ conversations, tenants }: FindOptions): Promise<readonly Asked[]> {
  return (await conversations.strangers()).flatMap(({ tenant, of, serviceUrl, conversation, member }) => {
    if (of.kind !== 'person' || conversation === null) return [];
    if (tenants.length > 0 && !tenants.includes(tenant)) return [];
    return [{ tenant, account: of.account, member: member ?? of.account, serviceUrl, conversation }];
  });
}

async function answerOf(lookUp: LookUp, asked: Asked): Promise<TeamsAccount> {
  try {
    return await lookUp.sending(asked);
  } catch (error) {
    throw platformError(error, 'repeatable');
  }
}
