/** Two clients of Slack's Web API: one for answers to somebody who waits, one for messages that nobody asked for. */
import { type WebAPICallResult, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import type { Clock } from '../../../src/clock.ts';
import type { SlackConfig } from '../../../src/config.ts';
import { isOfTheApp, retryAfterOf, slackCode, UNTIL_MENDED } from '../errors.ts';
import type { SlackLog } from '../options.ts';
import type { Workspace } from '../receive.ts';
import { createPace, type Pace } from './pace.ts';
import { SILENT } from './silent.ts';

export type SlackApi = {
  /** Waits for next to nothing; tries once more after a short 429. Both throw what `@slack/web-api` throws (`errors.ts` tells what it means). */
  readonly answers: WebClient;
  /** Keeps below Slack's limits by itself. */
  readonly bulk: WebClient;
  /** Our own workspace; asked once. */
  workspace(): Promise<Workspace>;
};

export type SlackApiOptions = {
  readonly config: Pick<SlackConfig, 'botToken' | 'apiUrl'>;
  readonly clock: Clock;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: SlackLog;
  /** How long Slack may take for one answer, in milliseconds; 10,000 when left out. */
  readonly patience?: number;
};

const PATIENCE = 10_000;
/** In seconds, when Slack does not say how long. */
const USUAL_HOLD = '30';
/** An answer is tried again after a 429 that asks for this many seconds at most. */
const SHORT_HOLD = 3;

export function createSlackApi(options: SlackApiOptions): SlackApi {
  const pace = createPace(options);
  const answers = new PacedClient(options, pace, false);
  let asked: Promise<Workspace> | null = null;
  return {
    answers,
    bulk: new PacedClient(options, pace, true),
    workspace: () => {
      asked ??= readWorkspace(answers).catch((error: unknown) => {
        asked = null;
        throw error;
      });
      return asked;
    },
  };
}

/** One client of its own for each, because the SDK's holds back everything after one 429. */
class PacedClient extends WebClient {
  readonly #pace: Pace;
  readonly #isBulk: boolean;
  readonly #clock: Clock;
  readonly #log: SlackLog;
  /** By method: why the app may not call it, and until when it is not tried again, in milliseconds. */
  readonly #refused = new Map<string, { readonly error: unknown; readonly until: number }>();

  constructor({ config, patience = PATIENCE, clock, log }: SlackApiOptions, pace: Pace, isBulk: boolean) {
    super(config.botToken, {
      slackApiUrl: config.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: patience,
      logger: SILENT,
      fetch: fetchWithHold,
    });
    this.#pace = pace;
    this.#isBulk = isBulk;
    this.#clock = clock;
    this.#log = log;
  }

  override async apiCall(method: string, options: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    // An upload is several calls, and each comes through here.
    if (method === 'files.uploadV2') return super.apiCall(method, options);
    const refused = this.#refused.get(method);
    if (refused && refused.until > this.#clock.now().getTime()) throw refused.error;
    for (let attempt = 1; ; attempt++) {
      const heldFor = await this.#pace.turn(method, channelOf(method, options), this.#isBulk);
      if (heldFor !== null) throw new WebAPIRateLimitedError(heldFor);
      try {
        return await super.apiCall(method, options);
      } catch (error) {
        if (this.#isBulk) this.#rememberRefusal(method, error);
        const seconds = retryAfterOf(error);
        if (seconds === null) throw error;
        this.#pace.hold(method, seconds);
        this.#log('warn', 'slack: too many calls, this method waits', { method, seconds });
        if (this.#isBulk || attempt > 1 || seconds > SHORT_HOLD) throw error;
      }
    }
  }

  /** A thousand messages need not ask a thousand times. */
  #rememberRefusal(method: string, error: unknown): void {
    // That may be the receiver's.
    if (!isOfTheApp(error) || slackCode(error) === 'account_inactive') return;
    this.#refused.set(method, { error, until: this.#clock.now().getTime() + UNTIL_MENDED * 1_000 });
    this.#log('error', 'slack: the app may not do this', { method, reason: slackCode(error) ?? '' });
  }
}

/** Slack counts messages per channel. */
function channelOf(method: string, { channel }: Record<string, unknown>): string | null {
  return method === 'chat.postMessage' && typeof channel === 'string' ? channel : null;
}

/** The SDK knows no 429 without Retry-After: it would look like any other error. */
async function fetchWithHold(url: string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.status !== 429 || Number.parseInt(response.headers.get('retry-after') ?? '', 10) >= 0) return response;
  return new Response(null, { status: 429, headers: { 'retry-after': USUAL_HOLD } });
}

async function readWorkspace(client: WebClient): Promise<Workspace> {
  const { team_id: teamId, user_id: botUserId, url } = await client.auth.test();
  return { teamId: teamId!, botUserId: botUserId!, url: url! };
}
