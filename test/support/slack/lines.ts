/** The two ways in which Slack reaches a bot: it calls the bot's server, or the bot calls Slack and keeps a socket open. */
import type { FakeSlack, Json, SocketEnvelope } from './fake-types.ts';
import { commandBody, eventBody, interactionBody, type SlackBody, sendSigned } from './signed.ts';

/** Each resolves with the body of the acknowledgement, when that has one, and rejects when the bot does not acknowledge. */
export type Line = {
  command(fields: Readonly<Record<string, string>>): Promise<unknown>;
  interaction(payload: Json): Promise<unknown>;
  event(payload: Json): Promise<unknown>;
};

/** Signed requests to this address. */
export function httpLine(url: string, signingSecret: string): Line {
  const send = async (body: SlackBody) => {
    const response = await sendSigned(url, signingSecret, body);
    const text = await response.text();
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}: ${text}`);
    return text === '' ? null : parsed(text);
  };
  return {
    command: (fields) => send(commandBody(fields)),
    interaction: (payload) => send(interactionBody(payload)),
    event: (payload) => send(eventBody(payload)),
  };
}

/** Envelopes over the newest socket. */
export function socketLine(fake: FakeSlack): Line {
  const send = async (type: SocketEnvelope['type'], payload: Json) => {
    const ack = await fake.sockets.send({ type, payload, acceptsResponsePayload: type !== 'events_api' });
    return ack.payload;
  };
  return {
    command: (fields) => send('slash_commands', fields),
    interaction: (payload) => send('interactive', payload),
    event: (payload) => send('events_api', payload),
  };
}

/** Words alone are an answer too, to a slash command. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
