import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { openPretendSchool, type PretendSchool, SANNE } from './pretend-school.ts';

let school: PretendSchool;
let port: string;
beforeAll(async () => {
  school = await openPretendSchool();
  port = new URL(school.address).port;
});
afterAll(() => school.close());

const JSON_TYPE = { 'Content-Type': 'application/json' };
const HELLO = JSON.stringify({ als: SANNE, tekst: 'hallo' });

describe('only this machine, only from the page itself', () => {
  test.each([
    ['localhost', () => `localhost:${port}`, 200],
    ['LOCALHOST', () => `LOCALHOST:${port}`, 200],
    ['127.0.0.1', () => `127.0.0.1:${port}`, 200],
    ['[::1]', () => `[::1]:${port}`, 200],
    ['another port', () => 'localhost:1', 403],
    ['no port', () => 'localhost', 403],
    ['a name that points here', () => `evil.example:${port}`, 403],
    ['localhost as a part', () => `localhost.evil.example:${port}`, 403],
    ['another address of this machine', () => `0.0.0.0:${port}`, 403],
    ['a user before it', () => `localhost:${port}@evil.example`, 403],
  ])('Host %s', async (_, host, status) => {
    expect((await ask(school.address, '/', { headers: { Host: host() } })).status).toBe(status);
    expect((await ask(school.address, '/api/state', { headers: { Host: host() } })).status).toBe(status);
  });

  test('no Host at all', async () => {
    expect(await rawStatus('GET', '/', 'HTTP/1.0')).toBe(403);
  });

  test.each([
    ['the page', () => `http://127.0.0.1:${port}`, 200],
    ['another port of this machine', () => 'http://127.0.0.1:1', 403],
    ['another name of this machine', () => `http://localhost:${port}`, 403],
    ['https', () => `https://127.0.0.1:${port}`, 403],
    ['another site', () => 'https://evil.example', 403],
    ['a page without an origin', () => 'null', 403],
  ])('Origin %s', async (_, origin, status) => {
    const before = school.requests.length;
    const headers = { ...JSON_TYPE, Origin: origin() };
    const answer = await ask(school.address, '/api/zeg', { method: 'POST', headers, body: HELLO });
    expect(answer.status).toBe(status);
    expect(school.requests.length - before).toBe(status === 200 ? 1 : 0);
  });

  test.each(['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via'])(
    'behind a proxy (%s) there is nothing to see',
    async (name) => {
      const answer = await ask(school.address, '/api/state', { headers: { [name]: '203.0.113.7' } });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toMatchObject({ error: 'not-here' });
    },
  );

  test.each(['/', '/page/app.js', '/page/nothing.js', '/api/state', '/api/zeg'])(
    '%s comes with safe headers',
    async (path) => {
      const { headers } = await ask(school.address, path);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    },
  );

  test('what the server tells is not kept by the browser', async () => {
    expect((await ask(school.address, '/api/state')).headers['cache-control']).toBe('no-store');
  });
});

describe('paths', () => {
  test.each(['/healthz', '/metrics', '/slack/events', '/api/messages', '/apix', '//'])(
    '%s is not the page’s',
    async (path) => {
      expect((await ask(school.address, path)).status).toBe(418);
      expect((await ask(school.address, path, { method: 'POST', headers: JSON_TYPE, body: '{}' })).status).toBe(418);
    },
  );

  test.each([
    ['DELETE', '/api/state', 405],
    ['POST', '/', 405],
    ['GET', '/api/zeg', 405],
    ['GET', '/page/../index.ts', 404],
    ['GET', '/page/%2e%2e/index.ts', 404],
    ['GET', '/page/nothing.js', 404],
    ['HEAD', '/', 200],
  ])('%s %s', async (method, path, status) => {
    expect(await rawStatus(method, path)).toBe(status);
  });
});

describe('bad input', () => {
  test.each<[string, string, string | Buffer, number, string]>([
    ['no JSON', 'application/json', '{"als":', 400, 'bad-json'],
    ['nothing', 'application/json', '', 400, 'bad-json'],
    ['no text', 'application/json', Buffer.from([0xff, 0xfe, 0x00]), 400, 'bad-json'],
    ['a list', 'application/json', '[]', 400, 'bad-input'],
    ['a field too few', 'application/json', '{"als":"x@y.example"}', 400, 'bad-input'],
    ['a number for a text', 'application/json', '{"als":"x@y.example","tekst":7}', 400, 'bad-input'],
    ['a form of another site', 'text/plain', HELLO, 415, 'not-json'],
    ['a sent form', 'application/x-www-form-urlencoded', 'als=x&tekst=y', 415, 'not-json'],
    [
      'somebody unknown',
      'application/json',
      '{"als":"niemand@nergens.example","tekst":"hallo"}',
      404,
      'unknown-person',
    ],
  ])('%s', async (_, type, body, status, error) => {
    const before = school.requests.length;
    const answer = await ask(school.address, '/api/zeg', { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ error, message: expect.stringMatching(/\.$/) });
    expect(school.requests.length).toBe(before);
  });

  test.each([
    ['announced', { 'Content-Length': String(70 * 1024) }],
    ['in pieces', { 'Transfer-Encoding': 'chunked' }],
  ])('more than 64 KB, %s, is refused and the server goes on', async (_, headers) => {
    const body = JSON.stringify({ als: SANNE, tekst: 'a'.repeat(70 * 1024) }).slice(0, 70 * 1024);
    const answer = await ask(school.address, '/api/zeg', {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body,
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'too-large' });
    expect((await ask(school.address, '/api/state')).status).toBe(200);
  });

  test('10,000 characters, emoji and control characters reach the bot as they were typed', async () => {
    const tekst = `${'a'.repeat(10_000)} 🌧️ \u202E\u0007 '; drop table person`;
    const body = JSON.stringify({ als: SANNE, tekst });
    expect((await ask(school.address, '/api/zeg', { method: 'POST', headers: JSON_TYPE, body })).status).toBe(200);
    expect(school.requests.at(-1)!.said).toEqual({ kind: 'text', text: tekst });
  });

  test.each([
    ['nobody', '/api/berichten', 400],
    ['a word for a number', `/api/berichten?als=${SANNE}&na=abc`, 400],
    ['a number below zero', `/api/berichten?als=${SANNE}&na=-1`, 400],
    ['somebody unknown', '/api/berichten?als=niemand@nergens.example', 404],
    ['a number without end', '/api/postvak?voor=1e99', 400],
    ['an address without end', `/api/berichten?als=${'a'.repeat(400)}`, 400],
  ])('asked with %s', async (_, path, status) => {
    expect((await ask(school.address, path)).status).toBe(status);
  });

  test('a fault is told, not shown, and the server goes on', async () => {
    const body = JSON.stringify({ als: SANNE, intent: 'fout', args: {}, key: null, bericht: null });
    const answer = await ask(school.address, '/api/doe', { method: 'POST', headers: JSON_TYPE, body });
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('broken on purpose');
    expect(school.faults).toHaveLength(1);
    expect((await ask(school.address, '/api/state')).status).toBe(200);
  });
});

/** The status of a request line that is sent exactly as written: an HTTP client would resolve the dots. */
function rawStatus(method: string, path: string, version = 'HTTP/1.1'): Promise<number> {
  const host = version === 'HTTP/1.0' ? '' : `Host: 127.0.0.1:${port}\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${method} ${path} ${version}\r\n${host}Connection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('end', () => resolve(Number(text.slice(9, 12))));
    socket.on('error', reject);
  });
}
