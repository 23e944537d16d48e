/** The HTTP of the fake: the Connector, Entra's token endpoint, the published keys and OneDrive, with the faults and limits a test asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FakeFaults } from './fake-faults.ts';
import { publishedKeys } from './fake-keys.ts';
import type { FakeLimits } from './fake-limits.ts';
import { Refusal } from './fake-refusal.ts';
import { type Answer, routeOf } from './fake-routes.ts';
import type { Failure, FakeCall, FakeCallName, Json } from './fake-types.ts';
import type { FakeWorld } from './fake-world.ts';

export type FakeServerParts = {
  readonly world: FakeWorld;
  readonly limits: FakeLimits;
  readonly faults: FakeFaults;
  readonly calls: FakeCall[];
  /** Path of the metadata, without the first slash: another one for each fake, because botbuilder keeps keys per address. */
  readonly metadataPath: string;
};

/** Something that can be called. */
type Callable = {
  readonly call: FakeCallName;
  readonly counted: string;
  /** For the list of calls. */
  readonly sent: Json;
  readonly work: () => Answer;
  /** An error as the one who is called words it. */
  readonly inWords: (refusal: Refusal) => Json;
};

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

export function answerWith(parts: FakeServerParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', parts.world.origin);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: pathname.slice(1),
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    const found = callableOf(asked, parts);
    if (found === null) write(response, 404, { error: { code: 'NotFound', message: 'No such address' } });
    else handle(found, asked, response, parts);
  };
}

/** One call: the fault that was planned, else the limit, else the work itself. */
function handle(found: Callable, asked: Asked, response: ServerResponse, parts: FakeServerParts): void {
  const { world, faults, limits, calls } = parts;
  const path = decodeURIComponent(asked.path.replace(/^emea\//, ''));
  const note = (status: number, refused?: string) =>
    calls.push({
      call: found.call,
      method: asked.method,
      path,
      at: world.now(),
      sent: found.sent,
      status,
      ...(refused === undefined ? {} : { refused }),
    });
  const fault = faults.next(found.call, path, found.sent);
  if (fault !== null) {
    if (fault.after) attempt(found);
    misbehave(fault.how, response, note);
    return;
  }
  const wait = limits.retryAfter(found.call, found.counted, world.now());
  if (wait !== null) {
    misbehave({ status: 429, code: 'Throttled', retryAfter: wait }, response, note);
    return;
  }
  const { status, body, refused } = attempt(found);
  note(status, refused);
  write(response, status, body);
}

function attempt({ work, inWords }: Callable): Answer & { readonly refused?: string } {
  try {
    return work();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { status: refusal.status, body: inWords(refusal), refused: `${refusal.code}: ${refusal.message}` };
  }
}

function misbehave(how: Failure['how'], response: ServerResponse, note: (status: number, refused: string) => void) {
  if (typeof how === 'string') {
    note(how === 'garbage' ? 200 : 0, how);
    if (how === 'drop') response.destroy();
    if (how === 'garbage')
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Oops</body></html>');
    // A timeout: nothing is ever said.
    return;
  }
  const { status, code = 'ServiceError', retryAfter } = how;
  note(status, code);
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  write(response, status, { error: { code, message: 'Something went wrong' } }, headers);
}

const ofTheConnector = ({ code, message }: Refusal): Json => ({ error: { code, message } });
const ofEntra = ({ code, message }: Refusal): Json => ({ error: code, error_description: message });

function callableOf(asked: Asked, parts: FakeServerParts): Callable | null {
  const { world, metadataPath } = parts;
  const { method, path, headers, body } = asked;
  const simple = (call: FakeCallName, work: () => Answer, sent: Json = {}): Callable => ({
    call,
    counted: '',
    sent,
    work,
    inWords: call === 'token' ? ofEntra : ofTheConnector,
  });

  const [, tenant] = /^login\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(path) ?? [];
  if (tenant !== undefined && method === 'POST') {
    const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    const { client_secret: _secret, ...sent } = form;
    return simple('token', () => ({ status: 200, body: world.tokens.give(tenant, form) }), sent);
  }
  if (path === metadataPath) {
    const keys = { jwks_uri: `${world.origin}${metadataPath}/keys`, issuer: 'https://api.botframework.com' };
    return simple('metadata', () => ({ status: 200, body: keys }));
  }
  if (path === `${metadataPath}/keys`) return simple('keys', () => ({ status: 200, body: publishedKeys() }));
  const [, upload] = /^onedrive\/upload\/([^/]+)$/.exec(path) ?? [];
  if (upload !== undefined && method === 'PUT')
    return simple('upload', () => ({ status: 201, body: world.uploads.receive(upload, headers, body) }), {
      length: body.length,
    });
  return path.startsWith('emea/') ? connectorCall(asked, world) : null;
}

function connectorCall({ method, path, query, headers, body }: Asked, world: FakeWorld): Callable | null {
  const sent = jsonOf(body);
  const route = routeOf(method, path.slice('emea/'.length), query, sent ?? {});
  if (route === null) return null;
  const work = () => {
    if (!world.anonymous) world.tokens.check(headers.authorization);
    if (sent === null) throw new Refusal(400, 'BadSyntax', 'Invalid or missing activities in request');
    return route.run(world);
  };
  return { call: route.call, counted: route.counted, sent: sent ?? {}, work, inWords: ofTheConnector };
}

/** Null: no object. */
function jsonOf(body: Buffer): Json | null {
  if (body.length === 0) return {};
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Json) : null;
  } catch {
    return null;
  }
}

function write(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (body === null) response.writeHead(status, headers).end();
  else
    response
      .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(body));
}
