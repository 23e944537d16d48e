/** Accounts of platforms: whose they are, and which could not be tied to anybody. */
import { and, eq } from 'drizzle-orm';
import type { Account, Colleague, PeopleStore, RefusedAccount } from '../src/people/people.store.ts';
import { byName } from './by-name.ts';
import type { Database } from './database.ts';
import { account } from './schema.ts';

const THIS = (table: string) =>
  `${table}.platform = :platform and ${table}.tenant = :tenant and ${table}.account = :account`;

const OF_PERSON = 'select platform, tenant, account from account where person_id = :personId and platform = :platform';
const UNLINK = 'delete from account where person_id = :personId and platform = :platform';
// It need not be told again as long as nothing else of the same person was used since.
const USED_SINCE = `
  select 1 from account where ${THIS('account')} and (last_used is null or exists (
    select 1 from account o
    where o.person_id = account.person_id and o.platform <> account.platform and o.last_used >= account.last_used))`;
// Also when a clock was set back.
const USED = `
  update account set last_used = max(:at, coalesce((
    select max(o.last_used) + 1 from account o where o.person_id = account.person_id), 0))
  where ${THIS('account')}`;
const USED_LAST = `
  select platform from account where person_id = :personId and last_used is not null order by last_used desc limit 1`;
const ADDRESSES = `
  select email from person where id = :personId
  union all select * from (select email from address where person_id = :personId order by kind desc, email)`;

const REFUSE = `
  insert into refused_account (platform, tenant, account, person_id, at) values (:platform, :tenant, :account, :personId, :at)
  on conflict (platform, tenant, account, person_id) do nothing`;
const SEEN_AGAIN = `update refused_account set at = :at where ${THIS('refused_account')}`;
const FORGET = `delete from refused_account where ${THIS('refused_account')}`;
// What else is refused of this person shows itself again at the next contact.
const MENDED = `
  delete from refused_account where (platform, tenant, account) in (
    select platform, tenant, account from refused_account where person_id = :personId)`;
const MAY_BE_OF = `select person_id from refused_account where ${THIS('refused_account')}`;
const REFUSED = `
  select r.platform, r.tenant, r.account, r.at, p.id, p.name, p.email
  from refused_account r join person p on p.id = r.person_id
  order by r.at desc, r.platform, r.tenant, r.account`;

const WAITING = `
  select platform, tenant, account from refused_account r
  where person_id = :personId and platform = :platform and not exists (
    select 1 from refused_account o
    where o.platform = r.platform and o.tenant = r.tenant and o.account = r.account and o.person_id <> r.person_id)
  order by at desc, account`;
const HOLDERS = 'select distinct p.id, p.name, p.email from account a join person p on p.id = a.person_id';

type RefusedRow = Account & Colleague & { readonly at: number };

type AccountQueries = Pick<
  PeopleStore,
  | 'linkAccount'
  | 'unlinkAccounts'
  | 'accountOf'
  | 'accountUsed'
  | 'platformUsedLast'
  | 'refuseAccount'
  | 'refusedAccounts'
  | 'waitingAccounts'
  | 'accountHolders'
  | 'addressesOf'
>;

export function accountQueries(database: Database): AccountQueries {
  return {
    linkAccount: (stamp, link, personId) =>
      database.act(stamp, (orm) => {
        const sameAccount = and(
          eq(account.platform, link.platform),
          eq(account.tenant, link.tenant),
          eq(account.account, link.account),
        );
        const holder = orm.select({ id: account.personId }).from(account).where(sameAccount).get();
        if (holder) return { result: holder.id === personId ? 'linked' : 'refused', subject: null };
        const other = and(eq(account.personId, personId), eq(account.platform, link.platform));
        if (orm.select({ id: account.personId }).from(account).where(other).get()) {
          return { result: 'refused', subject: null };
        }
        orm
          .insert(account)
          .values({ ...link, personId, linkedAt: stamp.at.getTime() })
          .run();
        database.statement(FORGET).run({ ...link });
        database.statement(MENDED).run({ personId });
        return { result: 'linked', subject: `person:${personId}` };
      }),

    unlinkAccounts: (stamp, personId, platform) =>
      database.act(stamp, () => {
        const { changes } = database.statement(UNLINK).run({ personId, platform });
        return { result: changes, subject: changes > 0 ? `person:${personId}` : null };
      }),

    accountOf: (personId, platform) =>
      database.read(() => database.statement<object, Account>(OF_PERSON).get({ personId, platform }) ?? null),

    accountUsed: async ({ platform, tenant, account }, now) => {
      const used = { platform, tenant, account };
      const isNews = () => database.statement(USED_SINCE).get(used) !== undefined;
      if (await database.read(isNews)) {
        await database.change(() => database.statement(USED).run({ ...used, at: now.getTime() }));
      }
    },

    platformUsedLast: (personId) =>
      database.read(
        () => (database.statement<object, Account['platform']>(USED_LAST).pluck().get({ personId }) as never) ?? null,
      ),

    refuseAccount: (stamp, link, people) =>
      database.act(stamp, () => {
        const at = stamp.at.getTime();
        const known = database
          .statement<object, number>(MAY_BE_OF)
          .pluck()
          .all({ ...link }) as readonly number[];
        // Who keeps trying is one entry, and one line on record.
        if (known.length === people.length && people.every((id) => known.includes(id))) {
          database.statement(SEEN_AGAIN).run({ ...link, at });
          return { result: undefined, subject: null };
        }
        database.statement(FORGET).run({ ...link });
        for (const personId of people) database.statement(REFUSE).run({ ...link, personId, at });
        return { result: undefined, subject: `person:${people[0]}` };
      }),

    refusedAccounts: () => database.read(() => refusedIn(database.statement<object, RefusedRow>(REFUSED).all({}))),

    waitingAccounts: (personId, platform) =>
      database.read(() => database.statement<object, Account>(WAITING).all({ personId, platform })),

    accountHolders: () => database.read(() => byName(database.statement<object, Colleague>(HOLDERS).all({}))),

    addressesOf: (personId) =>
      database.read(() => database.statement<object, string>(ADDRESSES).pluck().all({ personId }) as string[]),
  };
}

/** The rows of one account follow each other. */
function refusedIn(rows: readonly RefusedRow[]): readonly RefusedAccount[] {
  const accounts = new Map<string, { account: Account; people: Colleague[]; at: Date }>();
  for (const { platform, tenant, account, at, id, name, email } of rows) {
    const key = JSON.stringify([platform, tenant, account]);
    const known = accounts.get(key) ?? { account: { platform, tenant, account }, people: [], at: new Date(at) };
    accounts.set(key, known);
    known.people.push({ id, name, email });
  }
  return [...accounts.values()].map((refused) => ({ ...refused, people: byName(refused.people) }));
}
