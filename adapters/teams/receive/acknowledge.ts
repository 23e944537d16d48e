/** Teams wants to hear soon that something came; the work goes on. */
import { within } from '../../../src/bot/patience.ts';
import type { Tools } from '../receive.ts';

/** In milliseconds: after fifteen seconds Teams says that the bot cannot be reached, and sends it again. */
const BEFORE_ACKNOWLEDGED = 10_000;

export async function acknowledged(tools: Pick<Tools, 'later' | 'wait'>, work: Promise<void>): Promise<null> {
  tools.later(work);
  const done = work.then(
    () => ({}),
    () => ({}),
  );
  await within(tools, done, BEFORE_ACKNOWLEDGED);
  return null;
}
