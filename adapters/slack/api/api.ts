/** Two clients of Slack's Web API: one for answers to somebody who waits, one for messages that nobody asked for. */
import { type WebAPICallResult, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import type { Clock } from '../../../src/clock.ts';
import type { SlackConfig } from '../../../src/config.ts';
import { refusalOf } from '../connect/refusal.ts';
import { isOfEveryCall, isOfTheToken, retryAfterOf, slackCode, UNTIL_MENDED } from '../errors.ts';
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
  /** Does Slack take our token, as far as the last call tells? */
  isWelcome(): boolean;
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
  const standing: Standing = { of: 'unknown' };
  const answers = new PacedClient(options, pace, standing, false);
  let asked: Promise<Workspace> | null = null;
  return {
    answers,
    bulk: new PacedClient(options, pace, standing, true),
    isWelcome: () => standing.of !== 'refused',
    workspace: () => {
      asked ??= readWorkspace(answers).catch((error: unknown) => {
        asked = null;
        throw error;
      });
      return asked;
    },
  };
}

/** What the last call told of our token. */
type Standing = { of: 'unknown' | 'welcome' | 'refused' };

/** One client of its own for each, because the SDK's holds back everything after one 429. */
class PacedClient extends WebClient {
  readonly #pace: Pace;
  readonly #standing: Standing;
  readonly #isBulk: boolean;
  readonly #clock: Clock;
  readonly #log: SlackLog;
  /** By method: why the app may not call it, and since when, in milliseconds. */
  readonly #refused = new Map<string, { readonly error: unknown; readonly since: number }>();

  constructor(
    { config, patience = PATIENCE, clock, log }: SlackApiOptions,
    pace: Pace,
    standing: Standing,
    isBulk: boolean,
  ) {
    super(config.botToken, {
      slackApiUrl: config.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: patience,
      logger: SILENT,
      fetch: fetchWithHold,
    });
    this.#pace = pace;
    this.#standing = standing;
    this.#isBulk = isBulk;
    this.#clock = clock;
    this.#log = log;
  }

  override async apiCall(method: string, options: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    // An upload is several calls, and each comes through here.
    if (method === 'files.uploadV2') return super.apiCall(method, options);
    this.#refuseAgain(method);
    for (let attempt = 1; ; attempt++) {
      const heldFor = await this.#pace.turn(method, channelOf(method, options), this.#isBulk);
      if (heldFor !== null) throw new WebAPIRateLimitedError(heldFor);
      try {
        const answer = await super.apiCall(method, options);
        this.#welcomed();
        return answer;
      } catch (error) {
        if (isOfTheToken(error, method)) this.#turnedAway(error);
        if (this.#isBulk) this.#rememberRefusal(method, error);
        const seconds = retryAfterOf(error);
        if (seconds === null) throw error;
        this.#pace.hold(method, seconds);
        this.#log('warn', 'slack: too many calls, this method waits', { method, seconds });
        if (this.#isBulk || attempt > 1 || seconds > SHORT_HOLD) throw error;
      }
    }
  }

  #welcomed(): void {
    if (this.#standing.of === 'refused') this.#log('info', 'slack: the token of the bot works again');
    this.#standing.of = 'welcome';
  }

  /** Said once, however much fails by it. A token that never worked is told by whoever starts with it. */
  #turnedAway(error: unknown): void {
    const refusal = refusalOf('bot', error);
    if (this.#standing.of === 'welcome' && refusal) this.#log('error', refusal.message);
    this.#standing.of = 'refused';
  }

  /** Throws while it is of no use to try again. */
  #refuseAgain(method: string): void {
    const refused = this.#refused.get(method);
    if (!refused) return;
    const passed = this.#clock.now().getTime() - refused.since;
    // Less than nothing: the clock was put back.
    if (passed >= 0 && passed < UNTIL_MENDED * 1_000) throw refused.error;
    this.#refused.delete(method);
  }

  /** A thousand messages need not ask a thousand times. */
  #rememberRefusal(method: string, error: unknown): void {
    if (!isOfEveryCall(error, method)) return;
    this.#refused.set(method, { error, since: this.#clock.now().getTime() });
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
