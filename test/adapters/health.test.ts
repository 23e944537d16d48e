import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createHealth, type PlatformState } from '../../adapters/http/health.ts';
import { buildSchool, type OpenStore, openStore } from '../support/store.ts';

let opened: OpenStore;
let server: Server;

async function serve(metricsToken: string | null, slack: PlatformState = 'off'): Promise<string> {
  opened = await openStore();
  const health = createHealth({ metricsToken, slack: () => slack, teams: () => 'off' });
  server = createServer(async (request, response) => {
    if (!(await health.handle(request, response, opened.store))) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  if (opened.database.sqlite.open) opened.close();
});

describe('/healthz', () => {
  test('tells how it is doing', async () => {
    const at = await serve(null);
    await opened.store.outbox.ticked(new Date('2026-11-24T07:00:00Z'));
    const response = await fetch(`${at}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'ok',
      database: 'ok',
      slack: 'off',
      teams: 'off',
      lastTick: '2026-11-24T07:00:00.000Z',
    });
  });

  test('is 503 when the database cannot be used', async () => {
    const at = await serve(null);
    opened.close();
    const response = await fetch(`${at}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ database: 'fault' });
  });
});

describe('/healthz of a school', () => {
  test.each(['on', 'connecting', 'fault'] as const)(
    'with Slack %s it is 200: a restart would not mend that',
    async (slack) => {
      const response = await fetch(`${await serve(null, slack)}/healthz`);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ status: 'ok', slack, teams: 'off' });
    },
  );
});

describe('/metrics', () => {
  test('counts, and names nobody', async () => {
    const at = await serve(null);
    await buildSchool(opened);
    const text = await (await fetch(`${at}/metrics`)).text();
    expect(text).toMatch(/leerteambot_outbox_rows\{state="planned"\} 0/);
    expect(text).not.toMatch(/Regenbui|Sanne|example\.org/);
  });

  test.each([
    [{}, 401],
    [{ authorization: 'Bearer wrong' }, 401],
    [{ authorization: 'Bearer a-token-of-sixteen' }, 200],
  ])('with a token: %j is %i', async (headers, status) => {
    const at = await serve('a-token-of-sixteen');
    expect((await fetch(`${at}/metrics`, { headers })).status).toBe(status);
  });

  test('without a token, what a proxy passes on is refused', async () => {
    const at = await serve(null);
    expect((await fetch(`${at}/metrics`, { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(401);
  });

  test('other paths are not its own', async () => {
    const at = await serve(null);
    expect((await fetch(`${at}/metrics/x`)).status).toBe(404);
    expect((await fetch(`${at}/healthz`, { method: 'POST' })).status).toBe(404);
  });
});
