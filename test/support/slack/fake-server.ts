/** The HTTP of the fake: `/api/<method>`, the response addresses and the uploads, with the faults and limits a test asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bytesOf, fieldsOf, fileOf } from './fake-body.ts';
import { type FakeFaults, type Fault, nameOf } from './fake-faults.ts';
import type { FakeLimits } from './fake-limits.ts';
import { type Method, Refusal } from './fake-method.ts';
import type { FakeResponseUrls } from './fake-response-urls.ts';
import type { FakeCall, Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

type Answer = {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the list of calls. */
  readonly refused?: string;
};

export type FakeServerParts = {
  readonly world: FakeWorld;
  readonly methods: Readonly<Record<string, Method>>;
  readonly limits: FakeLimits;
  readonly faults: FakeFaults;
  readonly responseUrls: FakeResponseUrls;
  readonly calls: FakeCall[];
};

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

export function answerWith(parts: FakeServerParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const body = await bytesOf(request);
    const type = request.headers['content-type'] ?? '';
    const [, area = '', name = ''] = /^\/(api|respond|upload)\/(.+)$/.exec(path) ?? [];
    if (area === 'api') {
      const { token, ...sent } = fieldsOf(body, type) ?? {};
      const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? token;
      handle(parts, response, name, sent, () => callMethod(parts, name, sent, bearer));
    } else if (area === 'respond') {
      const sent = fieldsOf(body, type);
      handle(parts, response, 'response_url', sent ?? {}, () => useResponseUrl(parts, name, sent));
    } else if (area === 'upload') {
      const file = await fileOf(body, type);
      handle(parts, response, 'upload', { length: file.length }, () =>
        parts.world.uploads.receive(name, file)
          ? { status: 200, body: `OK - ${file.length}` }
          : { status: 400, body: 'Bad upload', refused: 'bad_upload' },
      );
    } else {
      write(response, { status: 404, body: 'Not found' });
    }
  };
}

/** One call: the fault that was planned, else the limit, else the work itself. */
function handle(
  { world, limits, faults, calls }: FakeServerParts,
  response: ServerResponse,
  method: string,
  sent: Json,
  work: () => Answer,
): void {
  const fault = faults.next(method, sent);
  const wait = fault === null ? limits.retryAfter(method, countedAs(sent.channel, world), world.now()) : null;
  const planned: Fault | null = fault?.how ?? (wait === null ? null : { retryAfter: wait });
  const done = planned === null || fault?.after === true ? work() : null;
  const refused = planned === null ? done?.refused : nameOf(planned);
  calls.push({ method, at: world.now(), sent, ...(refused === undefined ? {} : { refused }) });
  if (planned !== null) misbehave(response, planned);
  else if (done !== null) write(response, done);
}

/** A DM is one channel, whether it is named by its own id or by the person's; so is a channel by id and by name. */
function countedAs(channel: unknown, { directory }: FakeWorld): string {
  const found = typeof channel === 'string' ? directory.findChannel(channel) : null;
  return found?.dmWith ?? found?.id ?? String(channel);
}

function misbehave(response: ServerResponse, how: Fault): void {
  if (how === 'drop') response.destroy();
  else if (how === 'garbage') write(response, { status: 200, body: '<html><body>Bad gateway</body></html>' });
  else if (how === 'timeout') return;
  else if ('status' in how) write(response, { status: how.status, body: 'Something went wrong' });
  else if ('retryAfter' in how)
    write(response, {
      status: 429,
      body: '{"ok":false,"error":"ratelimited"}',
      headers: { ...JSON_TYPE, 'Retry-After': String(how.retryAfter) },
    });
  else write(response, { status: 200, body: JSON.stringify({ ok: false, error: how.error }), headers: JSON_TYPE });
}

function callMethod({ world, methods }: FakeServerParts, name: string, sent: Json, bearer: unknown): Answer {
  const { access } = world;
  const kind = bearer === access.botToken ? 'bot' : bearer === access.appToken ? 'app' : null;
  const granted = kind === 'app' ? ['connections:write'] : access.scopes;
  const headers = { ...JSON_TYPE, 'X-OAuth-Scopes': granted.join(',') };
  try {
    if (bearer === undefined) throw new Refusal('not_authed');
    if (kind === null) throw new Refusal('invalid_auth');
    if (access.revoked) throw new Refusal(kind === 'bot' ? 'token_revoked' : 'invalid_auth');
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new Refusal('unknown_method', { req_method: name });
    if (method.token !== 'either' && method.token !== kind) throw new Refusal('not_allowed_token_type');
    if (method.scope !== null && !granted.includes(method.scope))
      throw new Refusal('missing_scope', { needed: method.scope, provided: granted.join(',') });
    return { status: 200, body: JSON.stringify({ ok: true, ...method.run(sent, world, kind) }), headers };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const body = JSON.stringify({ ok: false, error: fault.code, ...fault.details });
    return { status: 200, body, headers, refused: fault.code };
  }
}

function useResponseUrl({ responseUrls }: FakeServerParts, key: string, sent: Json | null): Answer {
  try {
    responseUrls.use(key, sent);
    return { status: 200, body: 'ok' };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const status = typeof fault.details.status === 'number' ? fault.details.status : 400;
    const body = JSON.stringify({ ok: false, error: fault.code });
    return { status, body, headers: JSON_TYPE, refused: fault.code };
  }
}

function write(response: ServerResponse, { status, body, headers = { 'Content-Type': 'text/plain' } }: Answer): void {
  response.writeHead(status, headers).end(body);
}
