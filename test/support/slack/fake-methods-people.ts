/** `auth.test`, `users.*` and `conversations.*` of the fake. */
import { z } from 'zod';
import { count, flag, messageObject, method, Refusal, userObject } from './fake-method.ts';
import type { FakeWorld } from './fake-world.ts';

const PAGE = 1_000;

export const peopleMethods = {
  'auth.test': method({ token: 'either', scope: null }, {}, (_sent, { team, bot }, token) =>
    token === 'app'
      ? { app_name: 'Leerteambot', app_id: bot.appId }
      : {
          url: team.url,
          team: team.domain,
          team_id: team.id,
          user: 'leerteambot',
          user_id: bot.userId,
          bot_id: bot.botId,
          is_enterprise_install: false,
        },
  ),

  'users.info': method(
    { token: 'bot', scope: 'users:read' },
    { user: z.string(), include_locale: flag.optional() },
    ({ user }, world) => {
      const member = world.directory.findMember(user);
      if (member === null) throw new Refusal('user_not_found');
      return { user: userObject(member, world) };
    },
  ),

  'users.lookupByEmail': method(
    { token: 'bot', scope: 'users:read.email' },
    { email: z.string() },
    ({ email }, world) => {
      const member = world.directory.memberByEmail(email);
      if (member === null) throw new Refusal('users_not_found');
      return { user: userObject(member, world) };
    },
  ),

  'users.list': method(
    { token: 'bot', scope: 'users:read' },
    { cursor: z.string().optional(), limit: count.optional(), include_locale: flag.optional() },
    ({ cursor = '', limit = PAGE }, world) => {
      const from = cursor === '' ? 0 : Number(/^member-(\d+)$/.exec(cursor)?.[1] ?? Number.NaN);
      if (Number.isNaN(from)) throw new Refusal('invalid_cursor');
      if (limit < 1 || limit > PAGE) throw new Refusal('invalid_limit');
      const all = world.directory.members();
      const next = from + limit < all.length ? `member-${from + limit}` : '';
      return {
        members: all.slice(from, from + limit).map((member) => userObject(member, world)),
        response_metadata: { next_cursor: next },
      };
    },
  ),

  'conversations.open': method(
    { token: 'bot', scope: 'im:write' },
    { users: z.string(), return_im: flag.optional(), prevent_creation: flag.optional() },
    ({ users }, world) => ({ channel: { id: dmOf(users, world) } }),
  ),

  'conversations.history': method(
    { token: 'bot', scope: 'im:history' },
    {
      channel: z.string(),
      limit: count.optional(),
      oldest: z.string().optional(),
      latest: z.string().optional(),
      inclusive: flag.optional(),
    },
    ({ channel, limit = 100, oldest, latest, inclusive = false }, world) => {
      const place = world.directory.channelById(channel);
      if (place === null) throw new Refusal('channel_not_found');
      if (place.dmWith === null)
        throw new Refusal('missing_scope', { needed: 'channels:history', provided: world.access.scopes.join(',') });
      if (limit < 1 || limit > PAGE - 1) throw new Refusal('invalid_limit');
      const isIn = (ts: string) =>
        (oldest === undefined || ts > oldest || (inclusive && ts === oldest)) &&
        (latest === undefined || ts < latest || (inclusive && ts === latest));
      const found = world.postings.messages(channel).filter(({ ts, threadTs }) => threadTs === null && isIn(ts));
      return {
        messages: found
          .slice(-limit)
          .reverse()
          .map((message) => messageObject(message, world)),
        has_more: found.length > limit,
      };
    },
  ),
};

/** The DM of the bot with this person. */
export function dmOf(user: string, { directory, team }: FakeWorld): string {
  const member = directory.findMember(user);
  if (member === null || member.team !== team.id) throw new Refusal('user_not_found');
  if (member.deleted) throw new Refusal('user_disabled');
  if (member.bot) throw new Refusal('cannot_dm_bot');
  return directory.dm(user).id;
}
