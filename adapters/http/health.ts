/** `GET /healthz` and `GET /metrics`: how the server is doing, without a name of a school or a person. */

import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../../src/store.ts';

export type HealthOptions = {
  /** With a token `/metrics` is for whoever has it; without one for this machine only. */
  readonly metricsToken: string | null;
  readonly slack: () => PlatformState;
  readonly teams: () => PlatformState;
};

/** `fault`: it cannot be reached; the rest works. Off: there are no tokens for it. */
export type PlatformState = 'off' | 'connecting' | 'on' | 'fault';

export type Health = {
  /** Answers the two paths. False when the path is another one; then nothing was done with it. */
  handle(request: IncomingMessage, response: ServerResponse, store: Store): Promise<boolean>;
  /** Counts an answer of the bot and how long it took. */
  counted<T>(answer: Promise<T>): Promise<T>;
  /** Counts a fault: of a command, of a nudge or of the page. */
  fault(where: 'command' | 'nudge' | 'page'): void;
};

export function createHealth(options: HealthOptions): Health {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const answers = new Histogram({
    name: 'leerteambot_answer_seconds',
    help: 'How long the bot took to answer',
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [metrics],
  });
  const faults = new Counter({
    name: 'leerteambot_faults_total',
    help: 'Faults, by where',
    labelNames: ['where'],
    registers: [metrics],
  });
  const outbox = new Gauge({
    name: 'leerteambot_outbox_rows',
    help: 'Nudges, by state',
    labelNames: ['state'],
    registers: [metrics],
  });

  /** Only without its database is it of no use: a restart does not bring Slack back. */
  async function healthz(response: ServerResponse, store: Store): Promise<void> {
    const platforms = { slack: options.slack(), teams: options.teams() };
    try {
      const lastTick = await store.outbox.lastTick();
      sendJson(response, 200, { status: 'ok', database: 'ok', ...platforms, lastTick });
    } catch {
      sendJson(response, 503, { status: 'fault', database: 'fault', ...platforms, lastTick: null });
    }
  }

  async function sendMetrics(request: IncomingMessage, response: ServerResponse, store: Store): Promise<void> {
    if (!mayRead(request, options.metricsToken)) {
      response.writeHead(401).end();
      return;
    }
    for (const [state, count] of Object.entries(await store.outbox.counts())) outbox.set({ state }, count);
    const text = await metrics.metrics();
    response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).end(text);
  }

  return {
    handle: async (request, response, store) => {
      const path = request.url?.split('?', 1)[0];
      if (request.method !== 'GET' || (path !== '/healthz' && path !== '/metrics')) return false;
      if (path === '/healthz') await healthz(response, store);
      else await sendMetrics(request, response, store);
      return true;
    },
    counted: async (answer) => {
      const stop = answers.startTimer();
      try {
        return await answer;
      } finally {
        stop();
      }
    },
    fault: (where) => faults.inc({ where }),
  };
}

function mayRead(request: IncomingMessage, token: string | null): boolean {
  if (token === null) return isFromThisMachine(request);
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A forwarding header means that a proxy speaks for somebody elsewhere. */
function isFromThisMachine(request: IncomingMessage): boolean {
  if (request.headers['x-forwarded-for'] || request.headers.forwarded) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(body));
}
