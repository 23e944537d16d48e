/** What `controleer` asks of Slack: one call at a time, and a refusal or a broken connection is an answer too. */
import type { WebAPICallResult } from '@slack/web-api';
import type { Clock } from '../../../src/clock.ts';
import { createSlackApi } from '../api/api.ts';
import { retryAfterOf, slackCode, troubleWord } from '../errors.ts';

export type Asked =
  | {
      readonly outcome: 'answered';
      readonly answer: Readonly<Record<string, unknown>>;
      /** What the token may do; null when Slack did not say. */
      readonly scopes: readonly string[] | null;
    }
  /** `reason`: Slack's own code. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** `reason`: one word, such as `ECONNREFUSED`. */
  | { readonly outcome: 'unreachable'; readonly reason: string };

export type Ask = (method: string, given?: Readonly<Record<string, string | number>>) => Promise<Asked>;

export type Patience = {
  readonly clock: Clock;
  /** Waits this many milliseconds, when Slack asks to. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

const LONGEST_MILLISECONDS = 10_000;
/** How often a call that Slack finds too many is made again. */
const MOST_WAITS = 10;

/** Calls with this token. Waits as long as Slack asks when it is too much. Never throws on what Slack or the network does. */
export function asking(apiUrl: string, token: string, { clock, wait }: Patience): Ask {
  const { answers } = createSlackApi({ config: { apiUrl, botToken: token }, clock, wait, log: () => {} });
  const ask = async (
    method: string,
    given: Readonly<Record<string, string | number>>,
    waits: number,
  ): Promise<Asked> => {
    try {
      const answer = await answers.apiCall(method, given);
      return { outcome: 'answered', answer: { ...answer }, scopes: scopesIn(answer) };
    } catch (error) {
      const seconds = retryAfterOf(error);
      if (seconds === null || waits === 0) {
        return { outcome: slackCode(error) ? 'refused' : 'unreachable', reason: troubleWord(error) };
      }
      await wait(seconds * 1_000);
      return ask(method, given, waits - 1);
    }
  };
  return (method, given = {}) => ask(method, given, MOST_WAITS);
}

/** True, or why there is no answer at this `wss:` address. Any answer will do: nothing is connected. */
export async function isReachable(address: URL): Promise<true | string> {
  const page = `${address.protocol === 'ws:' ? 'http:' : 'https:'}//${address.host}/`;
  try {
    await fetch(page, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(LONGEST_MILLISECONDS) });
    return true;
  } catch (error) {
    return troubleWord(error);
  }
}

function scopesIn({ response_metadata: metadata }: WebAPICallResult): readonly string[] | null {
  return metadata?.scopes?.filter((scope) => scope !== '') ?? null;
}
