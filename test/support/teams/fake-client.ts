/** A bare client for a test that calls the fake: no retries, and every answer is shown. */
import type { FakeTeams, Json } from './fake-types.ts';

export type Answered = {
  readonly status: number;
  readonly body: Json;
  /** The Connector's word for what was wrong; null when it went well. */
  readonly code: string | null;
  readonly retryAfter: string | null;
};

export type FakeClient = {
  /** `path`: after `v3/`; its parts are encoded here when given as a list. */
  call(method: string, path: readonly string[], body?: unknown): Promise<Answered>;
  /** Says it, and gives the answer. */
  say(conversation: string, activity: unknown): Promise<Answered>;
};

export const words = (text: string): Json => ({ type: 'message', textFormat: 'plain', text });

/** With a token of its own. */
export async function clientOf(fake: FakeTeams, token?: string): Promise<FakeClient> {
  const shown = token ?? String((await askToken(fake)).body.access_token);
  const call: FakeClient['call'] = async (method, path, body) =>
    answered(
      await fetch(`${fake.serviceUrl}v3/${path.map(encodeURIComponent).join('/')}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...(shown === '' ? {} : { Authorization: `Bearer ${shown}` }) },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  return {
    call,
    say: (conversation, activity) => call('POST', ['conversations', conversation, 'activities'], activity),
  };
}

/** As the app registration does; `changes` to what it sends. */
export async function askToken(fake: FakeTeams, changes: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const { tenant = fake.app.tenant, ...form } = changes;
  return answered(
    await fetch(`${fake.microsoft.login}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: fake.app.id,
        client_secret: fake.app.password,
        scope: 'https://api.botframework.com/.default',
        ...form,
      }),
    }),
  );
}

async function answered(response: Response): Promise<Answered> {
  const body = JSON.parse((await response.text()) || '{}') as Json;
  const { error } = body as { error?: string | { code: string } };
  return {
    status: response.status,
    body,
    code: error === undefined ? null : typeof error === 'string' ? error : error.code,
    retryAfter: response.headers.get('retry-after'),
  };
}
