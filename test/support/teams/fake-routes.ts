/** The calls of the Bot Connector that the fake knows; learn.microsoft.com/azure/bot-service/rest-api */
import { z } from 'zod';
import { create } from './fake-create.ts';
import type { Place } from './fake-directory.ts';
import { checkSent, placeOf, postAt, refuseBlocked } from './fake-places.ts';
import { splitThread } from './fake-postings.ts';
import { badSyntax, noActivity, Refusal } from './fake-refusal.ts';
import type { FakeCallName, FakePerson, Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

export type Answer = { readonly status: number; readonly body: Json | readonly Json[] | null };

/** What was asked: the parts of the path that are in braces, the query and the body. */
type Asked = { readonly path: readonly string[]; readonly query: URLSearchParams; readonly sent: Json };

type Route = {
  readonly call: FakeCallName;
  readonly method: string;
  /** `*` is anything but a slash. */
  readonly path: string;
  readonly run: (asked: Asked, world: FakeWorld) => Answer;
};

const ROUTES: readonly Route[] = [
  { call: 'create', method: 'POST', path: 'v3/conversations', run: ({ sent }, world) => create(sent, world) },
  {
    call: 'send',
    method: 'POST',
    path: 'v3/conversations/*/activities',
    run: ({ path: [conversation = ''], sent }, world) => {
      const place = placeOf(conversation, world);
      if (sent.type === 'typing') return typing(place, sent);
      return { status: 201, body: { id: postAt(place, sent, world).id } };
    },
  },
  {
    call: 'send',
    method: 'POST',
    path: 'v3/conversations/*/activities/*',
    run: ({ path: [conversation = '', answered = ''], sent }, world) => {
      const place = placeOf(conversation, world);
      // What is answered may be no message: a press has an id that begins so.
      if (!answered.startsWith('f:') && world.postings.find(place.id, answered) === null) throw noActivity();
      return { status: 201, body: { id: postAt(place, sent, world).id } };
    },
  },
  {
    call: 'edit',
    method: 'PUT',
    path: 'v3/conversations/*/activities/*',
    run: ({ path: [conversation = '', id = ''], sent }, world) => {
      const place = placeOf(conversation, world);
      ownMessage(place.id, id, world);
      refuseBlocked(place);
      checkSent(place, sent);
      world.postings.edit(place.id, id, sent);
      return { status: 200, body: { id } };
    },
  },
  {
    call: 'remove',
    method: 'DELETE',
    path: 'v3/conversations/*/activities/*',
    run: ({ path: [conversation = '', id = ''] }, world) => {
      const place = placeOf(conversation, world);
      ownMessage(place.id, id, world);
      world.postings.remove(place.id, id);
      return { status: 200, body: null };
    },
  },
  {
    call: 'members',
    method: 'GET',
    path: 'v3/conversations/*/members',
    run: ({ path: [conversation = ''] }, world) => ({ status: 200, body: membersIn(conversation, world) }),
  },
  {
    call: 'members',
    method: 'GET',
    path: 'v3/conversations/*/pagedmembers',
    run: ({ path: [conversation = ''], query }, world) => ({
      status: 200,
      body: page(membersIn(conversation, world), query),
    }),
  },
  {
    call: 'member',
    method: 'GET',
    path: 'v3/conversations/*/members/*',
    run: ({ path: [conversation = '', member = ''] }, world) => {
      const place = placeOf(conversation, world);
      const found = world.directory
        .membersOf(place)
        .find(({ id, aadId }) => id === member || aadId === member.toLowerCase());
      if (found === undefined) throw new Refusal(404, 'MemberNotFoundInConversation', 'Member not found.');
      return { status: 200, body: account(found) };
    },
  },
  {
    call: 'channels',
    method: 'GET',
    path: 'v3/teams/*/conversations',
    run: ({ path: [id = ''] }, world) => {
      const team = teamOf(id, world);
      const conversations = Object.entries(team.channels).map(([name, channel]) =>
        // The first one has the name that each reader's own Teams gives it.
        channel === team.id ? { id: channel } : { id: channel, name },
      );
      return { status: 200, body: { conversations } };
    },
  },
  {
    call: 'team',
    method: 'GET',
    path: 'v3/teams/*',
    run: ({ path: [id = ''] }, world) => {
      const { name, aadGroupId, channels, members } = teamOf(id, world);
      const counts = { channelCount: Object.keys(channels).length, memberCount: members.length };
      return { status: 200, body: { id, name, aadGroupId, type: 'standard', ...counts } };
    },
  },
];

export type Found = {
  readonly call: FakeCallName;
  /** What the limits are counted of. */
  readonly counted: string;
  readonly run: (world: FakeWorld) => Answer;
};

/** The call with this method and path (without the host and `emea/`; encoded). Null: there is none. */
export function routeOf(method: string, path: string, query: URLSearchParams, sent: Json): Found | null {
  const parts = path.split('/');
  for (const route of ROUTES) {
    const wanted = route.path.split('/');
    if (route.method !== method || wanted.length !== parts.length) continue;
    if (!wanted.every((each, at) => (each === '*' ? parts[at] !== '' : each === parts[at]))) continue;
    const given = parts.filter((_, at) => wanted[at] === '*').map(decodeURIComponent);
    return {
      call: route.call,
      counted: given[0] === undefined ? receiverOf(sent) : splitThread(given[0]).base,
      run: (world) => route.run({ path: given, query, sent }, world),
    };
  }
  return null;
}

/** Shown for a moment, and nothing of it stays; in a channel Teams shows none. */
function typing(place: Place, sent: Json): Answer {
  refuseBlocked(place);
  if (place.kind === 'channel' || Object.keys(sent).length > 1) throw badSyntax('typing with more, or in a channel');
  return { status: 202, body: null };
}

const RECEIVER = z.union([
  z
    .object({ channelData: z.object({ channel: z.object({ id: z.string() }) }) })
    .transform((to) => to.channelData.channel.id),
  z.object({ members: z.tuple([z.object({ id: z.string() })]) }).transform((to) => to.members[0].id),
]);

const receiverOf = (sent: Json): string => RECEIVER.safeParse(sent).data ?? '';

function ownMessage(conversation: string, id: string, { postings, bot }: FakeWorld): void {
  const message = postings.find(conversation, id);
  if (message === null) throw noActivity();
  if (message.from !== bot.id) throw new Refusal(403, 'NotEnoughPermissions', 'The bot did not send this message.');
}

function teamOf(id: string, { directory }: FakeWorld) {
  const team = directory.findTeam(id);
  if (team === null || team.id !== id) throw new Refusal(404, 'NotFound', 'Team not found.');
  if (!team.withApp) throw new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the team.');
  return team;
}

const membersIn = (conversation: string, world: FakeWorld): readonly Json[] =>
  world.directory.membersOf(placeOf(conversation, world)).map(account);

const MOST_ON_A_PAGE = 500;

function page(members: readonly Json[], query: URLSearchParams): Json {
  const from = Number(query.get('continuationToken') ?? 0);
  const until = from + Math.min(Number(query.get('pageSize') ?? 200), MOST_ON_A_PAGE);
  const more = until < members.length ? { continuationToken: String(until) } : {};
  return { members: members.slice(from, until), ...more };
}

/** As Teams tells about somebody. */
function account({ id, aadId, name, email, upn, guest, tenant }: FakePerson): Json {
  const [givenName, ...surname] = name.split(' ');
  return {
    id,
    objectId: aadId,
    name,
    givenName,
    surname: surname.join(' '),
    ...(email === null ? {} : { email }),
    ...(upn === null ? {} : { userPrincipalName: upn }),
    tenantId: tenant,
    userRole: guest ? 'guest' : 'user',
  };
}
