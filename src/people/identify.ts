/** Who is speaking: by the machine's own word, or by a platform account that is linked once, by e-mail or UPN (PRODUCT 2, Accounts). */
import type { Sender } from '../bot/request.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Stamp } from '../stamp.ts';
import type { Store } from '../store.ts';
import type { Actor } from './person.ts';

/**
 * The person behind the sender, or null for somebody unknown: no such address, addresses of two people, or a person whose account on
 * that platform is another one already. Of the last two the admin is shown the account (`controleer`).
 */
export async function identify(
  store: Pick<Store, 'people'>,
  sender: Sender,
  now: Date,
  today: LocalDate,
): Promise<Actor | null> {
  if (sender.kind === 'machine') return store.people.actorByEmail(sender.email, today);
  const account = { platform: sender.platform, tenant: sender.tenant, account: sender.account };
  const known = await store.people.actorByAccount(account, today);
  if (known) return known;

  const found = await Promise.all(sender.addresses.map((address) => store.people.actorByEmail(address, today)));
  const people = new Map(found.filter((actor) => actor !== null).map((actor) => [actor.id, actor]));
  const [person] = people.values();
  if (!person) return null;
  const link: Stamp = { by: person.id, at: now, act: 'account.link', once: null };
  const isLinked = people.size === 1 && (await store.people.linkAccount(link, account, person.id)) === 'linked';
  if (isLinked) return person;
  const refuse: Stamp = { by: null, at: now, act: 'account.refuse', once: null };
  await store.people.refuseAccount(refuse, account, [...people.keys()]);
  return null;
}
