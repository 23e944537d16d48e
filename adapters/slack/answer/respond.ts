/** An answer by `response_url`: the way back that Slack gives with each command and button. It is used at once, never kept and never logged. */
import type { SlackMessage } from '../render.ts';

/** As it was given with what came in, by Slack or by somebody who would like us to call another server. */
export type ResponseUrl = string | undefined;

export type ResponseHow = {
  /** Seen by everybody in the channel or the conversation, or by one person. */
  readonly seenBy: 'everyone' | 'caller';
  /** In the place of the message whose button was pressed. */
  readonly replaces: boolean;
  readonly thread: string | null;
};

/** Slack did not show it; `reason` is Slack's word for why (`expired_url`), or our own. `shown`: it may be there all the same. */
export class ResponseFailed extends Error {
  readonly code: string;
  readonly shown: 'no' | 'perhaps';

  constructor(reason: string, shown: 'no' | 'perhaps', cause?: unknown) {
    super(reason, { cause });
    this.name = 'ResponseFailed';
    this.code = reason;
    this.shown = shown;
  }
}

const SLACK_HOST = 'hooks.slack.com';
/** Milliseconds. */
const PATIENCE = 10_000;
/** Slack's reasons are words like `used_url`; anything else is not repeated. */
const REASON = /^[a-z_]{1,60}$/;

/** Shows it. `apiUrl` is where the Web API is, for another server than Slack's own. Throws a ResponseFailed. */
export async function respond(
  url: ResponseUrl,
  apiUrl: string,
  message: SlackMessage,
  how: ResponseHow,
): Promise<void> {
  if (url === undefined || !isOurs(url, apiUrl)) throw new ResponseFailed('no_response_url', 'no');
  const failed = await post(url, {
    ...message,
    response_type: how.seenBy === 'everyone' ? 'in_channel' : 'ephemeral',
    replace_original: how.replaces,
    ...(how.thread === null ? {} : { thread_ts: how.thread }),
    unfurl_links: false,
    unfurl_media: false,
  });
  if (failed) throw failed;
}

function isOurs(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const [given, api] = [new URL(url), new URL(apiUrl)];
  if (given.protocol === 'https:' && given.host === SLACK_HOST) return true;
  return !isSlacks(api) && given.protocol === api.protocol && given.host === api.host;
}

function isSlacks({ hostname }: URL): boolean {
  return hostname === 'slack.com' || hostname.endsWith('.slack.com');
}

/** Null when Slack took it. */
async function post(url: string, body: object): Promise<ResponseFailed | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return failureIn(response.status, (await response.text()).trim());
  } catch (error) {
    return new ResponseFailed('no_answer', 'perhaps', error);
  }
}

/** What is no answer of Slack, but of something between us and Slack, leaves open what Slack did. */
function failureIn(status: number, text: string): ResponseFailed | null {
  const told = text.startsWith('{') ? errorIn(text) : text;
  if (status === 200 && TAKEN.has(told)) return null;
  if (REASON.test(told)) return new ResponseFailed(told, HALFWAY.has(told) ? 'perhaps' : 'no');
  return new ResponseFailed(`http_${status}`, status >= 400 && status < 500 ? 'no' : 'perhaps');
}

const TAKEN = new Set(['', 'ok']);
/** Slack broke off while it was at it. */
const HALFWAY = new Set(['internal_error', 'fatal_error', 'service_unavailable']);

/** Empty when the JSON tells of no error. */
function errorIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown };
    return typeof error === 'string' ? error : '';
  } catch {
    return 'no_json';
  }
}
