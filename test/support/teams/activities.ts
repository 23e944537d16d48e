/** What Teams tells the bot: activities as the Connector posts them to `/api/messages`, unsigned. Examples are in Microsoft's own docs of each event. */
import { randomUUID } from 'node:crypto';
import type { FakeMessage, FakePerson, FakeTeams, FakeUpload, Json } from './fake-types.ts';

export type Activities = ReturnType<typeof activitiesOf>;

type Written = {
  /** The person's own chat when left out. `;messageid=` for a thread. */
  readonly where?: string;
  /** By aadId: whoever is in the text as `<at>Name</at>`. */
  readonly mentioning?: readonly string[];
};

export function activitiesOf(fake: FakeTeams) {
  const bot = { id: fake.app.bot, name: fake.app.botName };
  const fromOf = ({ id, name, aadId }: FakePerson) => ({ id, name, aadObjectId: aadId });

  function base(type: string, person: FakePerson, where: string): Json {
    const at = fake.now().toISOString();
    return {
      type,
      id: `f:${randomUUID()}`,
      timestamp: at,
      localTimestamp: at,
      channelId: 'msteams',
      serviceUrl: fake.serviceUrl,
      from: fromOf(person),
      recipient: bot,
      conversation: conversationOf(person, where),
      entities: [{ locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam', type: 'clientInfo' }],
      channelData: placeOf(person, where),
      locale: 'nl-NL',
      localTimezone: 'Europe/Amsterdam',
    };
  }

  /** Somebody of another organisation has its id in their own chat only. */
  const tenantOf = (person: FakePerson, where: string) =>
    kindOf(where) === 'personal' ? person.tenant : fake.app.tenant;

  function conversationOf(person: FakePerson, where: string): Json {
    const conversationType = kindOf(where);
    const shared = conversationType === 'personal' ? {} : { isGroup: true };
    return { ...shared, conversationType, tenantId: tenantOf(person, where), id: where };
  }

  /** Neither a channel's name nor a team's is in it. */
  function placeOf(person: FakePerson, where: string): Json {
    const tenant = { tenant: { id: tenantOf(person, where) } };
    if (kindOf(where) !== 'channel') return tenant;
    const id = withoutThread(where);
    const team = fake.team(id);
    return { teamsChannelId: id, teamsTeamId: team.id, channel: { id }, team: { id: team.id }, ...tenant };
  }

  /** Words that stand there already. */
  function written(person: FakePerson, message: FakeMessage, text: string, mentions: readonly Json[]): Json {
    const { entities, ...rest } = base('message', person, whereOf(message));
    return {
      ...rest,
      id: message.id,
      textFormat: 'plain',
      text,
      attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div>\n</div>` }],
      entities: [...mentions, ...(entities as readonly Json[])],
    };
  }

  const mentionOf = ({ id, name }: { readonly id: string; readonly name: string }): Json => ({
    type: 'mention',
    mentioned: { id, name },
    text: `<at>${name}</at>`,
  });

  /** Writes it in the fake, and gives what the bot hears of it. */
  function message(person: string, text: string, { where, mentioning = [] }: Written = {}): Json {
    const who = fake.member(person);
    const stands = fake.write(where ?? fake.chat(who.aadId), who.aadId, text);
    return written(
      who,
      stands,
      text,
      mentioning.map((each) => mentionOf(fake.member(each))),
    );
  }

  /** The bot's name before it, as a channel and a group need. */
  function mention(
    person: string,
    text: string,
    { where, mentioning = [] }: Written & { readonly where: string },
  ): Json {
    const who = fake.member(person);
    const typed = `<at>${bot.name}</at> ${text}\n`;
    const stands = fake.write(where, who.aadId, typed);
    return written(who, stands, typed, [mentionOf(bot), ...mentioning.map((each) => mentionOf(fake.member(each)))]);
  }

  function invoke(name: string, person: string, where: string, value: Json, replyToId?: string): Json {
    const activity = base('invoke', fake.member(person), where);
    const source = { source: { name: 'message' }, ...(replyToId === undefined ? {} : { legacy: { replyToId } }) };
    return {
      ...activity,
      name,
      ...(replyToId === undefined ? {} : { replyToId }),
      channelData: { ...(activity.channelData as Json), ...source },
      value,
    };
  }

  const whereOf = ({ conversation, thread }: FakeMessage): string =>
    thread === null ? conversation : `${conversation};messageid=${thread}`;

  /** An Action.Execute of the card in this message; `data` is the button's own with the inputs in it. */
  function pressed(
    person: string,
    on: FakeMessage,
    { verb, data }: { readonly verb?: string; readonly data: Json },
  ): Json {
    const action = { type: 'Action.Execute', ...(verb === undefined ? {} : { verb }), data };
    return invoke('adaptiveCard/action', person, whereOf(on), { action, trigger: 'manual' }, on.id);
  }

  /** What somebody says to the offer of a file in this message. `context` is what the offer carried. */
  function fileConsent(person: string, on: FakeMessage, context: Json, upload: FakeUpload | null): Json {
    const answer = upload === null ? { action: 'decline', context } : { action: 'accept', context, uploadInfo: upload };
    return invoke('fileConsent/invoke', person, whereOf(on), { type: 'fileUpload', ...answer }, on.id);
  }

  function messageAction(name: string, person: string, on: FakeMessage, commandId: string, more: Json): Json {
    return invoke(name, person, whereOf(on), {
      commandId,
      commandContext: 'message',
      requestId: randomUUID().replaceAll('-', ''),
      context: { theme: 'default' },
      messagePayload: payloadOf(on),
      ...more,
    });
  }

  function payloadOf({ id, conversation, thread, activity, at, from }: FakeMessage): Json {
    const human = fake.app.bot !== from;
    return {
      linkToMessage: `https://teams.microsoft.com/l/message/${conversation}/${id}`,
      id,
      replyToId: thread === id ? null : thread,
      createdDateTime: at.toISOString(),
      deleted: false,
      importance: 'normal',
      locale: 'nl-nl',
      body: { contentType: 'html', content: `<div>${typeof activity.text === 'string' ? activity.text : ''}</div>` },
      from: human
        ? { user: { userIdentityType: 'aadUser', id: fake.member(from).aadId, displayName: fake.member(from).name } }
        : { application: { applicationIdentityType: 'bot', id: fake.app.id, displayName: fake.app.botName } },
      reactions: [],
      mentions: [],
      attachments: [],
    };
  }

  function update(person: FakePerson, where: string, changes: Json): Json {
    const activity = base('conversationUpdate', person, where);
    return { ...activity, channelData: { ...(activity.channelData as Json), ...eventOf(where, changes) }, ...changes };
  }

  /** Of a change in a team, with the names that only these events tell. */
  function eventOf(where: string, changes: Json): Json {
    if (kindOf(where) !== 'channel') return {};
    const { id, aadGroupId, name } = fake.team(withoutThread(where));
    const eventType = 'membersAdded' in changes ? 'teamMemberAdded' : 'teamMemberRemoved';
    return { team: { id, aadGroupId, name }, eventType };
  }

  function installation(action: string, person: FakePerson, where: string): Json {
    const activity = base('installationUpdate', person, where);
    const team = kindOf(where) === 'channel' ? fake.team(where) : null;
    const named = team === null ? {} : { team: { id: team.id, aadGroupId: team.aadGroupId, name: team.name } };
    const settings = team === null ? {} : { settings: { selectedChannel: { id: where } } };
    return {
      ...activity,
      action,
      channelData: { ...(activity.channelData as Json), ...named, ...settings, source: { name: 'message' } },
    };
  }

  return {
    message,
    mention,
    pressed,
    fileConsent,

    /** The message action on this message. */
    fetchTask: (person: string, on: FakeMessage, commandId: string): Json =>
      messageAction('composeExtension/fetchTask', person, on, commandId, {}),

    /** The form in its dialog, sent. `data` as with a press. */
    submitAction: (person: string, on: FakeMessage, commandId: string, data: Json): Json =>
      messageAction('composeExtension/submitAction', person, on, commandId, { data }),

    /** The app was put there by this person, or (left out of `where`) for them. Both that Teams sends, in its order. */
    installed: (by: string, where?: string): readonly Json[] => {
      const who = fake.member(by);
      const there = where ?? fake.chat(who.aadId);
      return [update(who, there, { membersAdded: [{ id: bot.id }] }), installation('add', who, there)];
    },

    /** Of a person's own chat Teams says it once. */
    removed: (by: string, where?: string): readonly Json[] => {
      const who = fake.member(by);
      const there = where ?? fake.chat(who.aadId);
      const gone = installation('remove', who, there);
      return where === undefined ? [gone] : [update(who, there, { membersRemoved: [{ id: bot.id }] }), gone];
    },

    /** Somebody came into a team or a group that has the app. */
    joined: (person: string, where: string): Json => {
      const who = fake.member(person);
      return update(who, where, { membersAdded: [{ id: who.id, aadObjectId: who.aadId }] });
    },

    /** A channel was made or got another name: told in the team's first channel, with the name. */
    channelChanged: (
      by: string,
      channel: string,
      eventType: 'channelCreated' | 'channelRenamed',
      name: string,
    ): Json => {
      const { id } = fake.team(channel);
      const activity = base('conversationUpdate', fake.member(by), id);
      const { teamsChannelId: _id, ...rest } = activity.channelData as Json;
      return { ...activity, channelData: { ...rest, channel: { id: channel, name }, eventType } };
    },
  };
}

export function kindOf(where: string): 'personal' | 'channel' | 'groupChat' {
  if (where.startsWith('a:')) return 'personal';
  return withoutThread(where).endsWith('@thread.tacv2') ? 'channel' : 'groupChat';
}

const withoutThread = (conversation: string): string => conversation.split(';')[0]!;
