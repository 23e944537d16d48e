/** botbuilder writes to the console what it does not take, keys and stacks and all: our own log has a line for it already. */
import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();
const listening = new WeakSet<typeof console.error>();

/** Does the work; what it writes as an error to the console is dropped. Nothing else of this program is. */
export function withoutConsole<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  listen();
  return quiet.run(true, work);
}

/** Once; and again when somebody put another console in its place. */
function listen(): void {
  const { error } = console;
  if (listening.has(error)) return;
  const listener = (...said: unknown[]) => {
    if (!quiet.getStore()) error(...said);
  };
  listening.add(listener);
  console.error = listener;
}
