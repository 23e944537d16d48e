/** Begins a chat with one person, or a thread in a channel. */
import { z } from 'zod';
import { placeOf, postAt } from './fake-places.ts';
import { badSyntax, noConversation, notInRoster, Refusal } from './fake-refusal.ts';
import type { Answer } from './fake-routes.ts';
import type { Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

const account = z.looseObject({ id: z.string().min(1) });

const parameters = z.strictObject({
  bot: account.optional(),
  isGroup: z.boolean().optional(),
  members: z.array(account).optional(),
  tenantId: z.string().optional(),
  activity: z.record(z.string(), z.unknown()).optional(),
  channelData: z
    .strictObject({ channel: account.optional(), tenant: account.optional(), team: account.optional() })
    .optional(),
});

type Parameters = z.infer<typeof parameters>;

/** Throws a Refusal. */
export function create(sent: Json, world: FakeWorld): Answer {
  const read = parameters.safeParse(sent);
  if (!read.success) throw new Refusal(400, 'BadArgument', z.prettifyError(read.error));
  const { bot, channelData } = read.data;
  if (bot !== undefined && bot.id !== world.bot.id) throw new Refusal(403, 'Forbidden', 'That is another bot.');
  return channelData?.channel === undefined
    ? beginChat(read.data, world)
    : beginThread(channelData.channel.id, read.data, world);
}

function beginThread(channel: string, { activity }: Parameters, world: FakeWorld): Answer {
  if (activity === undefined) throw new Refusal(400, 'BadArgument', 'A thread begins with an activity.');
  const place = placeOf(channel, world);
  if (place.kind !== 'channel' || place.thread !== null) throw badSyntax('That is no channel');
  const { id } = postAt(place, activity, world);
  return { status: 201, body: { id: `${channel};messageid=${id}`, activityId: id, serviceUrl: world.serviceUrl } };
}

function beginChat({ members = [], isGroup, tenantId, channelData, activity }: Parameters, world: FakeWorld): Answer {
  const [member] = members;
  if (member === undefined || members.length > 1 || isGroup === true)
    throw new Refusal(400, 'BadArgument', 'A bot begins a chat with one person, and no group.');
  const tenant = channelData?.tenant?.id ?? tenantId;
  if (tenant === undefined) throw new Refusal(400, 'BadArgument', 'The tenant is missing.');
  const person = world.directory.findMember(member.id);
  if (person === null) {
    if (member.id.startsWith('29:')) throw new Refusal(400, 'BadArgument', 'Failed to decrypt pairwise id');
    throw noConversation();
  }
  if (person.tenant !== tenant) throw new Refusal(403, 'Forbidden', 'The person is of another tenant.');
  if (!person.installed || person.deleted) throw notInRoster();
  const id = world.directory.beginChat(person.aadId);
  const posted = activity === undefined ? null : postAt(placeOf(id, world), activity, world);
  return {
    status: 201,
    body: { id, ...(posted === null ? {} : { activityId: posted.id }), serviceUrl: world.serviceUrl },
  };
}
