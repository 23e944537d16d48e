/** Before a message goes out: the Slack account of its receiver, looked up by e-mail when they never wrote to the bot (PRODUCT 2, Accounts). */

import { localDateOf } from '../../../src/calendar/zone.ts';
import type { Account } from '../../../src/people/people.store.ts';
import type { PersonId } from '../../../src/people/person.ts';
import { PlatformError } from '../../../src/platform.ts';
import type { Stamp } from '../../../src/stamp.ts';
import { notThereYet, platformError, slackCode } from '../errors.ts';
import { readAccount, type SlackAccount } from './account.ts';
import type { PeopleOptions } from './people.ts';

const NOBODY = new Set(['users_not_found', 'user_not_found', 'user_not_visible']);

type FindOptions = Pick<PeopleOptions, 'api' | 'people'>;

/** @throws PlatformError when there is no account to write to (now). */
export async function findAccount(options: FindOptions, personId: PersonId, now: Date): Promise<string> {
  const { api, people } = options;
  const { teamId } = await asked(api.workspace());
  const tied = await people.accountOf(personId, 'slack');
  if (tied?.tenant === teamId) return tied.account;
  // Of another workspace: an admin decides whether it moved.
  if (tied) throw notThereYet('other_workspace');
  const addresses = await people.addressesOf(personId);
  const found = (await waiting(options, personId, teamId, addresses)) ?? (await byAddress(options, teamId, addresses));
  if (!found) throw notThereYet('users_not_found');
  if (found.outsider) throw notThereYet(`is_${found.outsider}`);
  await link(options, { platform: 'slack', tenant: teamId, account: found.id }, personId, now);
  return found.id;
}

/** The account that was refused while another was tied: for this one an admin let go of the other, whatever address leads there still. */
async function waiting(
  { api, people }: FindOptions,
  personId: PersonId,
  teamId: string,
  addresses: readonly string[],
): Promise<SlackAccount | null> {
  for (const { tenant, account: user } of await people.waitingAccounts(personId, 'slack')) {
    if (tenant !== teamId) continue;
    const account = await found(() => api.bulk.users.info({ user }), teamId);
    if (account?.outsider === null && account.email !== null && addresses.includes(account.email)) return account;
  }
  return null;
}

/** By the present address first; of an outsider only when no other address leads to a colleague. */
async function byAddress(
  { api }: FindOptions,
  teamId: string,
  addresses: readonly string[],
): Promise<SlackAccount | null> {
  let outsider: SlackAccount | null = null;
  for (const email of addresses) {
    const account = await found(() => api.bulk.users.lookupByEmail({ email }), teamId);
    if (account?.outsider === null) return account;
    outsider ??= account;
  }
  return outsider;
}

async function found(look: () => Promise<{ readonly user?: unknown }>, teamId: string): Promise<SlackAccount | null> {
  try {
    return readAccount((await look()).user, teamId);
  } catch (error) {
    if (NOBODY.has(slackCode(error) ?? '')) return null;
    throw platformError(error, 'repeatable');
  }
}

/** Throws when the account is somebody else's already. */
async function link({ people }: FindOptions, account: Account, personId: PersonId, now: Date): Promise<void> {
  const stamp = (act: string): Stamp => ({ by: null, at: now, act, once: null });
  if ((await people.linkAccount(stamp('account.link'), account, personId)) === 'linked') return;
  const holder = await people.actorByAccount(account, localDateOf(now));
  const whose = holder && holder.id !== personId ? [personId, holder.id] : [personId];
  await people.refuseAccount(stamp('account.refuse'), account, whose);
  throw notThereYet('account_refused');
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof PlatformError ? error : platformError(error, 'repeatable');
  }
}
