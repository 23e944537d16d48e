/** Socket Mode's side of the fake: real WebSockets that say hello, carry envelopes and are acknowledged. docs.slack.dev/apis/events-api/using-socket-mode */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FakeSockets, Json, SocketAck, SocketEnvelope } from './fake-types.ts';

/** Slack allows ten at a time. */
const MOST_CONNECTIONS = 10;

type Waiting = { readonly socket: WebSocket; resolve(ack: SocketAck): void; reject(fault: Error): void };

export class FakeSocketServer implements FakeSockets {
  readonly acks: SocketAck[] = [];
  opened = 0;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #open = new Set<WebSocket>();
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #now: () => Date;
  #watchers: (() => void)[] = [];
  #how: 'usual' | 'refuse' | 'silent' = 'usual';

  constructor(http: Server, now: () => Date) {
    this.#now = now;
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get connected(): number {
    return this.#open.size;
  }

  /** For `apps.connections.open`: good for one connection. Null: there are too many. */
  newTicket(): string | null {
    if (this.#open.size >= MOST_CONNECTIONS) return null;
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  whenConnected(count = 1): Promise<void> {
    return this.#when(() => this.#open.size >= count);
  }

  send({ type, payload, acceptsResponsePayload, envelopeId, retryAttempt }: SocketEnvelope): Promise<SocketAck> {
    const id = envelopeId ?? randomUUID();
    const socket = this.#newest();
    const acknowledged = new Promise<SocketAck>((resolve, reject) => {
      this.#waiting.set(id, { socket, resolve, reject });
    });
    const retry = retryAttempt === undefined ? {} : { retry_attempt: retryAttempt, retry_reason: 'timeout' };
    const accepts = acceptsResponsePayload ?? type !== 'events_api';
    socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: accepts, ...retry }));
    return acknowledged;
  }

  sendRaw(text: string): void {
    this.#newest().send(text);
  }

  drop(): void {
    for (const socket of this.#open) {
      socket.terminate();
      this.#closed(socket);
    }
  }

  disconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled'): void {
    for (const socket of this.#open) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }));
      // A warning only tells that it will be closed soon.
      if (reason === 'warning') continue;
      socket.close(1000);
      this.#closed(socket);
    }
  }

  behave(how: 'usual' | 'refuse' | 'silent'): void {
    this.#how = how;
  }

  async stop(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket') ?? '';
    if (this.#how === 'refuse' || !this.#tickets.delete(ticket)) {
      socket.end(`HTTP/1.1 ${this.#how === 'refuse' ? '503 Service Unavailable' : '404 Not Found'}\r\n\r\n`);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
  }

  #welcome(socket: WebSocket): void {
    socket.on('error', () => {});
    if (this.#how === 'silent') return;
    this.opened += 1;
    this.#open.add(socket);
    socket.on('message', (data) => this.#acknowledged(String(data)));
    socket.on('close', () => this.#closed(socket));
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: this.#open.size, connection_info: { app_id: 'fake' } }),
    );
    this.#changed();
  }

  #acknowledged(text: string): void {
    const { envelope_id: envelopeId, payload } = JSON.parse(text) as { envelope_id: string; payload?: Json };
    const ack: SocketAck = { envelopeId, payload: payload ?? null, at: this.#now() };
    this.acks.push(ack);
    this.#waiting.get(envelopeId)?.resolve(ack);
    this.#waiting.delete(envelopeId);
  }

  #closed(socket: WebSocket): void {
    if (!this.#open.delete(socket)) return;
    for (const [id, waiting] of this.#waiting)
      if (waiting.socket === socket) {
        this.#waiting.delete(id);
        waiting.reject(new Error('The connection closed before this was acknowledged'));
      }
    this.#changed();
  }

  #newest(): WebSocket {
    const socket = [...this.#open].at(-1);
    if (socket === undefined) throw new Error('Nobody is connected to the fake by Socket Mode');
    return socket;
  }

  #when(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#watchers.push(() => {
        if (holds()) resolve();
      });
    });
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
