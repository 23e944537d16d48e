/** Requests as Slack sends them to `/slack/events`: a body, when it was sent, and a signature of both. */
import { createHmac } from 'node:crypto';

const FORM = 'application/x-www-form-urlencoded';

export type SlackBody = { readonly type: typeof FORM | 'application/json'; readonly text: string };

/** A slash command: a form with its fields. */
export function commandBody(fields: Readonly<Record<string, string>>): SlackBody {
  return { type: FORM, text: new URLSearchParams(fields).toString() };
}

/** A button, a modal or a shortcut: a form with JSON in `payload`. */
export function interactionBody(payload: object): SlackBody {
  return { type: FORM, text: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
}

/** Something that happened: JSON. */
export function eventBody(event: object): SlackBody {
  return { type: 'application/json', text: JSON.stringify(event) };
}

/** The headers that say it comes from Slack, as of `at`: for a server that looks at the clock on the wall, the time it is. */
export function signedHeaders(secret: string, body: SlackBody, at: Date): Readonly<Record<string, string>> {
  const seconds = Math.floor(at.getTime() / 1_000);
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body.text}`).digest('hex');
  return {
    'Content-Type': body.type,
    'X-Slack-Request-Timestamp': String(seconds),
    'X-Slack-Signature': `v0=${hash}`,
    'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
  };
}

/** Sends it, and gives the answer that acknowledges it. */
export function sendSigned(url: string, secret: string, body: SlackBody, at = new Date()): Promise<Response> {
  return fetch(url, { method: 'POST', headers: signedHeaders(secret, body, at), body: body.text });
}
