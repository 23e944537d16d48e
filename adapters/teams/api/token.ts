/** What the bot shows to Teams to prove who it is: fetched at Microsoft with its id and secret, kept until it is nearly over. */
import { z } from 'zod';
import type { Clock } from '../../../src/clock.ts';
import type { TeamsConfig } from '../../../src/config.ts';
import { isOfTheToken, TeamsError, unanswered } from '../errors.ts';
import type { MicrosoftService } from '../options.ts';
import { retryAfterOf } from './http.ts';
import { managedIdentity } from './managed-identity.ts';

export type Token = {
  /** Throws a TeamsError of the token. */
  get(): Promise<string>;
  /** This one is not taken (any more); the next is a new one. */
  drop(token: string): void;
};

export type TokenOptions = {
  readonly app: NonNullable<TeamsConfig['app']>;
  readonly login: MicrosoftService['login'];
  readonly clock: Clock;
  /** In milliseconds. */
  readonly patience: number;
};

/** Whom the token is for: the Bot Connector. */
export const CONNECTOR_SCOPE = 'https://api.botframework.com';
/** A token is renewed so many milliseconds before it is over. */
const MARGIN = 300_000;
/** While Microsoft says no, it is asked again once in so many milliseconds. */
const ASKED_AGAIN = 60_000;

/** A token, and until when it is good, in milliseconds. */
export type Fetched = { readonly token: string; readonly until: number };

const GRANTED = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const REFUSED = z.object({ error: z.string() });

export function createToken(options: TokenOptions): Token {
  const { app, clock } = options;
  const fetchNew =
    app.type === 'UserAssignedMSI' ? managedIdentity(app, options.patience) : () => fetchGranted(options);
  let known: Fetched | null = null;
  let asking: Promise<string> | null = null;
  let refused: { readonly error: TeamsError; readonly at: number } | null = null;

  return {
    get: async () => {
      const now = clock.now().getTime();
      if (known && now < known.until - MARGIN) return known.token;
      // Less than nothing: the clock was put back.
      if (refused && now >= refused.at && now < refused.at + ASKED_AGAIN) throw refused.error;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    drop: (token) => {
      if (known?.token === token) known = null;
    },
  };

  async function ask(): Promise<string> {
    try {
      known = await fetchNew();
      refused = null;
      return known.token;
    } catch (error) {
      if (error instanceof TeamsError && isOfTheToken(error)) refused = { error, at: clock.now().getTime() };
      throw error;
    }
  }
}

/** OAuth's client credentials, as Entra gives them. */
async function fetchGranted({ app, login, clock, patience }: TokenOptions): Promise<Fetched> {
  const asked = clock.now().getTime();
  try {
    const response = await fetch(`${login.replace(/\/$/, '')}/${app.tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.id,
        client_secret: app.password ?? '',
        scope: `${CONNECTOR_SCOPE}/.default`,
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const answer: unknown = await response.json().catch(() => null);
    const granted = GRANTED.safeParse(answer);
    if (response.ok && granted.success) {
      return { token: granted.data.access_token, until: asked + granted.data.expires_in * 1_000 };
    }
    throw new TeamsError(
      'token',
      response.status,
      REFUSED.safeParse(answer).data?.error,
      retryAfterOf(response, asked),
    );
  } catch (error) {
    throw error instanceof TeamsError ? error : unanswered('token', error);
  }
}
