/** Trying again after a platform could not be reached: ever more slowly, until it works or all is stopped. */

const FIRST = 1_000;
const LONGEST = 30_000;

export type BackOff = {
  /** Waits: 1 s after the first failure, then twice as long each time up to 30 s, and never shorter than `atLeast` milliseconds. */
  pause(atLeast: number, tell: (milliseconds: number) => void): Promise<'go on' | 'stopped'>;
  /** It worked: the next failure is a first one again. */
  reset(): void;
  stop(): void;
  readonly stopped: Promise<'stopped'>;
};

export function createBackOff(wait: (milliseconds: number) => Promise<void>): BackOff {
  let failures = 0;
  let stop = () => {};
  const stopped = new Promise<'stopped'>((resolve) => {
    stop = () => resolve('stopped');
  });
  return {
    pause: (atLeast, tell) => {
      const milliseconds = Math.max(Math.min(FIRST * 2 ** failures++, LONGEST), atLeast);
      tell(milliseconds);
      return Promise.race([stopped, wait(milliseconds).then(() => 'go on' as const)]);
    },
    reset: () => {
      failures = 0;
    },
    stop: () => stop(),
    stopped,
  };
}
