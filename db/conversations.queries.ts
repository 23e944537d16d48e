/** Where the bot can write on Teams: one row for each person and each channel. */
import type { Conversation, ConversationOf, ConversationsStore } from '../src/people/conversations.store.ts';
import type { PersonId } from '../src/people/person.ts';
import { channelKey } from '../src/teams/channel-of.ts';
import type { Database } from './database.ts';

/** In milliseconds. Every activity comes by here, and a write waits for the disk. */
const MOMENT_STANDS = 3_600_000;

const COLUMNS =
  'c.tenant, c.kind, c.place, c.name, c.conversation, c.member, c.team, c.service_url as serviceUrl, c.bot, c.at';
const THIS = 'c.tenant = :tenant and c.kind = :kind and c.place = :place';

const ONE = `select ${COLUMNS} from conversation c where ${THIS}`;
const CALLED = `
  select ${COLUMNS} from conversation c where c.kind = 'channel' and (c.name_key = :nameKey or c.place = :called)
  order by c.tenant, c.place`;
// What comes late must not hide what is newer.
const REMEMBER = `
  insert into conversation (tenant, kind, place, name, name_key, conversation, member, team, service_url, bot, at)
  values (:tenant, :kind, :place, :name, :nameKey, :conversation, :member, :team, :serviceUrl, :bot, :at)
  on conflict (place, tenant) do update set
    name = coalesce(excluded.name, name), name_key = coalesce(excluded.name_key, name_key),
    conversation = coalesce(excluded.conversation, conversation), member = coalesce(excluded.member, member),
    team = coalesce(excluded.team, team), service_url = excluded.service_url, bot = excluded.bot, at = max(at, excluded.at)`;
const FORGET = `delete from conversation as c where ${THIS}`;
const FORGET_TEAM = 'delete from conversation where tenant = :tenant and team = :team';

const TIED = "a.platform = 'teams' and a.tenant = c.tenant and a.account = c.place";
const STRANGERS = `
  select ${COLUMNS} from conversation c
  where c.kind = 'person' and not exists (select 1 from account a where ${TIED})
  order by c.at desc, c.tenant, c.place`;
const REACHABLE = `
  select a.person_id from conversation c join account a on ${TIED} where c.kind = 'person'`;
const LAST_SEEN = 'select max(at) as at from conversation';

type Row = Omit<Conversation, 'of'> & { readonly kind: string; readonly place: string; readonly at: number };

export function conversationQueries(database: Database): ConversationsStore {
  const find = (tenant: string, of: ConversationOf): Row | null =>
    database.statement<object, Row>(ONE).get({ tenant, ...keyOf(of) }) ?? null;
  const conversation = async (tenant: string, of: ConversationOf): Promise<Conversation | null> => {
    const row = await database.read(() => find(tenant, of));
    return row && conversationOf(row);
  };

  return {
    remember: async (told, now) => {
      const at = now.getTime();
      const known = await database.read(() => find(told.tenant, told.of));
      if (known && at < known.at + MOMENT_STANDS && saysNothingNew(told, known)) return;
      const { of, ...rest } = told;
      const nameKey = told.name === null ? null : channelKey(told.name);
      await database.change(() => database.statement(REMEMBER).run({ ...rest, ...keyOf(of), nameKey, at }));
    },

    conversationWith: (tenant, account) => conversation(tenant, { kind: 'person', account }),
    conversationIn: (tenant, channel) => conversation(tenant, { kind: 'channel', channel }),

    channelsCalled: (called) =>
      database.read(() =>
        database
          .statement<object, Row>(CALLED)
          .all({ called, nameKey: channelKey(called) })
          .map(conversationOf),
      ),

    forget: async (tenant, of) => {
      await database.change(() => database.statement(FORGET).run({ tenant, ...keyOf(of) }));
    },

    forgetTeam: async (tenant, team) => {
      await database.change(() => database.statement(FORGET_TEAM).run({ tenant, team }));
    },

    strangers: () => database.read(() => database.statement<object, Row>(STRANGERS).all({}).map(conversationOf)),

    reachable: () =>
      database.read(() => new Set(database.statement<object, PersonId>(REACHABLE).pluck().all({}) as PersonId[])),

    lastSeen: () =>
      database.read(() => {
        const { at } = database.statement<object, { at: number | null }>(LAST_SEEN).get({})!;
        return at === null ? null : new Date(at);
      }),
  };
}

function keyOf(of: ConversationOf): { readonly kind: string; readonly place: string } {
  return of.kind === 'person' ? { kind: of.kind, place: of.account } : { kind: of.kind, place: of.channel };
}

function saysNothingNew(told: Conversation, known: Row): boolean {
  const stands = (key: 'name' | 'conversation' | 'member' | 'team') => told[key] === null || told[key] === known[key];
  return (
    stands('name') &&
    stands('conversation') &&
    stands('member') &&
    stands('team') &&
    told.serviceUrl === known.serviceUrl &&
    told.bot === known.bot
  );
}

function conversationOf({ kind, place, at: _, ...rest }: Row): Conversation {
  const of: ConversationOf = kind === 'person' ? { kind, account: place } : { kind: 'channel', channel: place };
  return { ...rest, of };
}
