/** How botbuilder's clients reach Teams: every call goes out once, waits so long and no longer, and fails with a TeamsError. */
import type { ConnectorClientOptions } from 'botframework-connector';
import { z } from 'zod';
import { TeamsError, USUAL_HOLD, unanswered } from '../errors.ts';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

const SAID = z.object({ error: z.object({ code: z.string() }) });
/** Of some refusals the word is JSON in what is said. */
const SAID_WITHIN = z.object({ message: z.string() });
const WITHIN = z.object({ subCode: z.string() });
/** `fetch` sets these itself. */
const ITS_OWN = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding']);

/**
 * botbuilder repeats a call that failed up to three times, also when it may have been done, and has no way to leave that out. It repeats only what
 * fails with an error of its own: so this one fails with ours. `patience` in milliseconds.
 */
export function onceOnly(patience: number): HttpClient {
  return {
    sendRequest: async (request) => {
      let response: Response;
      let bodyAsText: string;
      try {
        response = await fetch(request.url, {
          method: request.method,
          headers: Object.entries(request.headers.rawHeaders()).filter(([name]) => !ITS_OWN.has(name.toLowerCase())),
          body: request.body ?? null,
          redirect: 'manual',
          signal: AbortSignal.timeout(patience),
        });
        bodyAsText = await response.text();
      } catch (error) {
        throw unanswered('call', error);
      }
      if (!response.ok) {
        throw new TeamsError('call', response.status, codeIn(bodyAsText), retryAfterOf(response, Date.now()));
      }
      if (bodyAsText !== '' && parsed(bodyAsText) === undefined) {
        throw new TeamsError('call', response.status, 'unreadable');
      }
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      headers.set('content-type', 'application/json');
      return { request, status: response.status, headers, bodyAsText };
    },
  };
}

/** In seconds, from a number or a moment; of a 429 always. `now` in milliseconds. */
export function retryAfterOf({ status, headers }: Pick<Response, 'status' | 'headers'>, now: number): number | null {
  const said = headers.get('retry-after');
  const usual = status === 429 ? USUAL_HOLD : null;
  if (said === null) return usual;
  const seconds = /^\d+$/.test(said) ? Number(said) : Math.ceil((Date.parse(said) - now) / 1_000);
  return seconds >= 0 ? seconds : usual;
}

/** Teams' own word, of `{ error: { code } }`, or of `{ errorCode: 209, message: '{ "subCode": … }' }`. */
function codeIn(body: string): string | null {
  const said = parsed(body);
  const within = SAID_WITHIN.safeParse(said).data?.message ?? '';
  return SAID.safeParse(said).data?.error.code ?? WITHIN.safeParse(parsed(within)).data?.subCode ?? null;
}

/** Undefined: it is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
