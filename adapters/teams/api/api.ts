/** Two ways of calling Teams: one for answers to somebody who waits, one for messages that nobody asked for. */
import type { Clock } from '../../../src/clock.ts';
import type { TeamsConfig } from '../../../src/config.ts';
import { isOfTheToken, TeamsError, troubleWord } from '../errors.ts';
import type { MicrosoftService, TeamsLog } from '../options.ts';
import type { TeamsCalls } from './calls.ts';
import { type Connectors, createConnectors } from './connector.ts';
import { type Ask, callsBy } from './operations.ts';
import { createPace } from './pace.ts';
import { createToken } from './token.ts';

export type { Outgoing, TeamsCalls, TeamsMember, Where } from './calls.ts';

export type TeamsApi = {
  /** Wait for next to nothing; try once more after a short 429. Neither ever repeats what may have been done. */
  readonly answers: TeamsCalls;
  /** Keep below Teams' limits by themselves. */
  readonly bulk: TeamsCalls;
  /** Does Microsoft take our id and secret, as far as the last call tells? */
  isWelcome(): boolean;
  /** Asks Microsoft for a token, unless there is a good one. Throws a TeamsError. */
  checkToken(): Promise<void>;
};

export type TeamsApiOptions = {
  readonly config: Pick<TeamsConfig, 'app'>;
  /** Microsoft's own when left out. */
  readonly microsoft?: Pick<MicrosoftService, 'login'>;
  readonly clock: Clock;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: TeamsLog;
  /** How long Teams may take for one answer, in milliseconds; 10,000 when left out. */
  readonly patience?: number;
};

const LOGIN = 'https://login.microsoftonline.com';
const PATIENCE = 10_000;
/** An answer is tried again after a 429 that asks for this many seconds at most. */
const SHORT_HOLD = 3;

export function createTeamsApi(options: TeamsApiOptions): TeamsApi {
  const { config, microsoft, clock, log, patience = PATIENCE } = options;
  const connectors = createConnectors(patience);
  const pace = createPace(options);
  const token = config.app && createToken({ app: config.app, login: microsoft?.login ?? LOGIN, clock, patience });
  let standing: 'unknown' | 'welcome' | 'refused' = 'unknown';

  return {
    answers: callsBy(asking(false)),
    bulk: callsBy(asking(true)),
    isWelcome: () => standing !== 'refused',
    checkToken: async () => {
      if (token) await noted(() => token.get());
    },
  };

  function asking(isBulk: boolean): Ask {
    return async (serviceUrl, conversation, call) => {
      for (let attempt = 1; ; attempt++) {
        const heldFor = await pace.turn(conversation, isBulk);
        if (heldFor !== null) throw new TeamsError('call', 429, 'held_back', heldFor);
        try {
          return await noted(() => signed(serviceUrl, call));
        } catch (error) {
          if (!(error instanceof TeamsError && error.of === 'call' && error.status === 429)) throw error;
          const seconds = error.retryAfter ?? 0;
          pace.hold(conversation, seconds);
          log('warn', 'teams: too many calls, this conversation waits', { seconds });
          if (isBulk || attempt > 1 || seconds > SHORT_HOLD) throw error;
        }
      }
    };
  }

  /** A token that is not taken any more is asked for anew: with the old one nothing was done. */
  async function signed<Answer>(serviceUrl: string, call: (by: Connectors) => Promise<Answer>): Promise<Answer> {
    if (!token) return call(connectors(serviceUrl, null));
    const shown = await token.get();
    try {
      return await call(connectors(serviceUrl, shown));
    } catch (error) {
      if (!isOfTheToken(error)) throw error;
      token.drop(shown);
    }
    const renewed = await token.get();
    try {
      return await call(connectors(serviceUrl, renewed));
    } catch (error) {
      if (isOfTheToken(error)) token.drop(renewed);
      throw error;
    }
  }

  async function noted<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await call();
      if (standing === 'refused') log('info', 'teams: the id and the secret of the bot work again');
      standing = 'welcome';
      return answer;
    } catch (error) {
      if (isOfTheToken(error)) {
        // Said once, however much fails by it.
        if (standing !== 'refused') {
          log('error', 'teams: Microsoft does not take the id and the secret of the bot', {
            reason: troubleWord(error),
          });
        }
        standing = 'refused';
      }
      throw error;
    }
  }
}
