/** UserAssignedMSI: on a machine of Azure the bot has no secret, and the machine gives its token. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTeamsApi } from '../../../adapters/teams/api/api.ts';

const ID = '11111111-1111-4111-8111-111111111111';
/** Azure's package remembers for the whole program what it got for an identity. */
const OTHER = '22222222-2222-4222-8222-222222222222';

let time: number;
let asked: URL[];
let shown: (string | undefined)[];
let isRefused: boolean;
let machine: Server;
let url: string;
beforeEach(async () => {
  time = Date.now();
  asked = [];
  shown = [];
  isRefused = false;
  machine = createServer((request, response) => {
    const { pathname } = new URL(request.url!, url);
    response.setHeader('content-type', 'application/json');
    if (pathname !== '/msi') {
      shown.push(request.headers.authorization);
      response.end(JSON.stringify({ id: '1' }));
      return;
    }
    asked.push(new URL(request.url!, url));
    if (isRefused || request.headers['x-identity-header'] !== 'deze-machine') {
      response.writeHead(400).end(JSON.stringify({ error: 'invalid_request' }));
      return;
    }
    const expires = Math.floor(Date.now() / 1_000) + 86_400;
    const token = { access_token: `token-${asked.length}`, expires_on: String(expires), token_type: 'Bearer' };
    response.end(JSON.stringify({ ...token, resource: 'https://api.botframework.com', client_id: ID }));
  });
  await new Promise<void>((ready) => machine.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(machine.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  machine.close();
  machine.closeAllConnections();
});

function newApi(id: string, patience = 5_000) {
  const config = { app: { id, tenant: 'school', password: null, type: 'UserAssignedMSI' as const } };
  const clock = { now: () => new Date(time) };
  return createTeamsApi({ config, clock, wait: async () => {}, log: () => {}, patience });
}

it('is asked for as this identity, for the Connector, and shown with each call', async () => {
  vi.stubEnv('IDENTITY_ENDPOINT', `${url}/msi`);
  vi.stubEnv('IDENTITY_HEADER', 'deze-machine');
  const { bulk, isWelcome } = newApi(ID);
  for (const text of ['Een', 'Twee']) await bulk.post({ serviceUrl: url, conversation: 'a:1' }, { text });
  expect(shown).toEqual(['Bearer token-1', 'Bearer token-1']);
  expect(asked).toHaveLength(1);
  expect(asked[0]!.searchParams.get('client_id')).toBe(ID);
  expect(asked[0]!.searchParams.get('resource')).toBe('https://api.botframework.com');
  expect(isWelcome()).toBe(true);
});

it('that the machine does not give is a refusal, in one word', async () => {
  vi.stubEnv('IDENTITY_ENDPOINT', `${url}/msi`);
  vi.stubEnv('IDENTITY_HEADER', 'deze-machine');
  isRefused = true;
  const { checkToken, isWelcome } = newApi(OTHER, 100);
  const began = performance.now();
  await expect(checkToken()).rejects.toMatchObject({ of: 'token', code: 'no_managed_identity' });
  // Not after all the ways that Azure's package tries after it.
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(isWelcome()).toBe(false);
});
