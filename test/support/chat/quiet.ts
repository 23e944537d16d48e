/** Tells when a program in this process has nothing under way any more: no answer being made and no call to a platform that waits for its answer. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

/** After the last call the program goes on by itself for a few turns of the event loop; more than it ever needs. */
const QUIET_TURNS = 10;

type FetchMessage = { readonly request: { readonly origin: string } };
type HttpMessage = { readonly request: ClientRequest };

export type Quiet = {
  /** Counts this work too. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Nothing was under way for some turns of the event loop. What waits for a clock is not under way. */
  reached(): Promise<void>;
  stop(): void;
};

/** Watches every call of this process to that origin, by `fetch` or by `node:http`, and whatever is given to `during`. */
export function watchQuiet(origin: string): Quiet {
  const calls = new Set<object>();
  let works = 0;
  const fetchBegun = (message: unknown) => {
    const { request } = message as FetchMessage;
    if (request.origin === origin) calls.add(request);
  };
  const fetchOver = (message: unknown) => void calls.delete((message as FetchMessage).request);
  const httpBegun = (message: unknown) => {
    const { request } = message as HttpMessage;
    if (`${request.protocol}//${request.getHeader('host')}` !== origin) return;
    calls.add(request);
    request.once('close', () => calls.delete(request));
  };
  const listeners = [
    ['undici:request:create', fetchBegun],
    ['undici:request:trailers', fetchOver],
    ['undici:request:error', fetchOver],
    ['http.client.request.start', httpBegun],
  ] as const;
  for (const [name, listener] of listeners) subscribe(name, listener);

  return {
    during: async (work) => {
      works++;
      try {
        return await work;
      } finally {
        works--;
      }
    },
    reached: async () => {
      for (let quiet = 0; quiet < QUIET_TURNS; ) {
        await turn();
        quiet = calls.size + works === 0 ? quiet + 1 : 0;
      }
    },
    stop: () => {
      for (const [name, listener] of listeners) unsubscribe(name, listener);
    },
  };
}
