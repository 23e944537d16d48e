/** An HTTP server that is started and stopped as one act each. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens; `port` 0 takes any free one. Rejects when the port is taken (code EADDRINUSE). A handler that fails answers 500. */
export function listen(
  { port, host }: { readonly port: number; readonly host: string },
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return new Promise((listening, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => listening(server));
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** As this machine itself can ask it: `http://127.0.0.1:3000`. */
export function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  // Listening everywhere is listening here too.
  if (address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (address === '::') return `http://[::1]:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Takes no new requests, waits a second for those under way, and then lets go of them. */
export function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}
