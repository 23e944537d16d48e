/** Tells when a program in this process has nothing under way any more: no answer being made and no call to Slack that waits for its answer. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setImmediate as turn } from 'node:timers/promises';

/** After the last call the program goes on by itself for a few turns of the event loop; more than it ever needs. */
const QUIET_TURNS = 10;

type RequestMessage = { readonly request: { readonly origin: string } };

export type Quiet = {
  /** Counts this work too. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Nothing was under way for some turns of the event loop. What waits for a clock is not under way. */
  reached(): Promise<void>;
  stop(): void;
};

/** Watches every `fetch` of this process to that origin, and whatever is given to `during`. */
export function watchQuiet(origin: string): Quiet {
  const calls = new Set<object>();
  let works = 0;
  const begun = (message: unknown) => {
    const { request } = message as RequestMessage;
    if (request.origin === origin) calls.add(request);
  };
  const over = (message: unknown) => void calls.delete((message as RequestMessage).request);
  const listeners = [
    ['undici:request:create', begun],
    ['undici:request:trailers', over],
    ['undici:request:error', over],
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
