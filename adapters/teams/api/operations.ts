/** Each call of the bot as an operation of botbuilder's clients, and what comes back as the bot knows it. */
import type { Activity, ConversationParameters } from 'botbuilder';
import { z } from 'zod';
import { TeamsError } from '../errors.ts';
import type { Outgoing, TeamsCalls, TeamsMember } from './calls.ts';
import type { Connectors } from './connector.ts';

/** Makes one call about a conversation (or what is counted like one). */
export type Ask = <Answer>(
  serviceUrl: string,
  conversation: string,
  call: (by: Connectors) => Promise<Answer>,
) => Promise<Answer>;

const STANDS = z.object({ id: z.string().min(1) });
const OPENED = z.object({ id: z.string().min(1) });
const BEGUN = z.object({ id: z.string().min(1), activityId: z.string().min(1) });
const WORD = z
  .string()
  .nullish()
  .transform((said) => said?.trim() || null);
const MEMBER = z.object({
  id: z.string().min(1),
  aadObjectId: WORD,
  objectId: WORD,
  name: WORD,
  email: WORD,
  userPrincipalName: WORD,
  userRole: WORD,
  tenantId: WORD,
});
const CHANNELS = z.object({ conversations: z.array(z.object({ id: z.string().min(1), name: WORD })).default([]) });

export function callsBy(ask: Ask): TeamsCalls {
  return {
    post: async ({ serviceUrl, conversation }, activity, replyTo) => {
      const said = message(activity);
      const answer = await ask(serviceUrl, counted(conversation), ({ connector: { conversations } }) =>
        replyTo === undefined
          ? conversations.sendToConversation(conversation, said)
          : conversations.replyToActivity(conversation, replyTo, { ...said, replyToId: replyTo }),
      );
      return read(STANDS, answer).id;
    },

    update: async ({ serviceUrl, conversation }, activityId, activity) => {
      const said = { ...message(activity), id: activityId };
      await ask(serviceUrl, counted(conversation), ({ connector: { conversations } }) =>
        conversations.updateActivity(conversation, activityId, said),
      );
    },

    remove: async ({ serviceUrl, conversation }, activityId) => {
      await ask(serviceUrl, counted(conversation), ({ connector: { conversations } }) =>
        conversations.deleteActivity(conversation, activityId),
      );
    },

    typing: async ({ serviceUrl, conversation }) => {
      await ask(serviceUrl, counted(conversation), ({ connector: { conversations } }) =>
        conversations.sendToConversation(conversation, message({ type: 'typing' })),
      );
    },

    openPersonal: async ({ serviceUrl, tenant, bot, member }) => {
      const asked = parameters({
        isGroup: false,
        bot: { id: bot, name: '' },
        members: [{ id: member, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      });
      const answer = await ask(serviceUrl, member, ({ connector: { conversations } }) =>
        conversations.createConversation(asked),
      );
      return read(OPENED, answer).id;
    },

    openThread: async ({ serviceUrl, tenant, bot, channel }, activity) => {
      const asked = parameters({
        isGroup: true,
        bot: { id: bot, name: '' },
        tenantId: tenant,
        channelData: { channel: { id: channel }, tenant: { id: tenant } },
        activity: message(activity),
      });
      const answer = await ask(serviceUrl, channel, ({ connector: { conversations } }) =>
        conversations.createConversation(asked),
      );
      const { id: conversation, activityId: id } = read(BEGUN, answer);
      return { conversation, id };
    },

    member: async ({ serviceUrl, conversation }, member) => {
      // Teams counts look-ups by themselves.
      const answer = await ask(serviceUrl, `members ${counted(conversation)}`, ({ connector: { conversations } }) =>
        conversations.getConversationMember(conversation, member),
      );
      return memberOf(read(MEMBER, answer));
    },

    channels: async ({ serviceUrl }, team) => {
      const answer = await ask(serviceUrl, `channels ${team}`, ({ teams }) => teams.teams.fetchChannelList(team));
      return read(CHANNELS, answer).conversations;
    },
  };
}

/** Teams counts a channel as a whole, not its threads. */
function counted(conversation: string): string {
  return conversation.split(';')[0]!;
}

function message(activity: Outgoing): Activity {
  // botbuilder wants what only an activity that came in has.
  return { type: 'message', ...activity } as Activity;
}

function parameters(asked: Partial<ConversationParameters>): ConversationParameters {
  return asked as ConversationParameters;
}

function memberOf({ id, aadObjectId, objectId, ...member }: z.infer<typeof MEMBER>): TeamsMember {
  return {
    id,
    account: (aadObjectId ?? objectId)?.toLowerCase() ?? null,
    name: member.name,
    email: member.email,
    upn: member.userPrincipalName,
    role: member.userRole,
    tenant: member.tenantId,
  };
}

/** It was done, but what came back is not what Teams says. */
function read<Read>(schema: z.ZodType<Read>, answer: unknown): Read {
  const said = schema.safeParse(answer);
  if (!said.success) throw new TeamsError('call', 200, 'unreadable');
  return said.data;
}
