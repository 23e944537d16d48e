/** Slack wants to hear something soon: what is not ready by then comes later. */
import type { SlackOptions } from '../options.ts';

/** What the work gives when that takes at most so many milliseconds, else null; the work goes on. */
export function within<Done extends object>(
  { wait }: Pick<SlackOptions, 'wait'>,
  work: Promise<Done>,
  milliseconds: number,
): Promise<Done | null> {
  return Promise.race([work, wait(milliseconds).then(() => null)]);
}
