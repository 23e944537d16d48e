/** What every listener does: something of another shape is left alone, and Teams hears soon that something came. */
import type { z } from 'zod';
import { within } from '../../../src/bot/patience.ts';
import type { Tools } from '../receive.ts';

/** In milliseconds: after fifteen seconds Teams says that the bot cannot be reached, and sends it again. */
const BEFORE_ACKNOWLEDGED = 10_000;
/** Of something pressed: then it says so sooner. */
const BEFORE_PRESS_ACKNOWLEDGED = 4_000;

/** Null when it is nothing that Teams sends; the log says so, without what was in it. */
export function read<Shape extends z.ZodType>(
  tools: Pick<Tools, 'log'>,
  what: string,
  shape: Shape,
  activity: unknown,
): z.infer<Shape> | null {
  const parsed = shape.safeParse(activity);
  if (parsed.success) return parsed.data;
  tools.log('warn', 'teams: not what Teams sends', { what });
  return null;
}

/** Resolves when the work is done, or when Teams would not wait any longer: then it goes on. Never rejects. */
export async function acknowledged(
  tools: Pick<Tools, 'later' | 'wait'>,
  work: Promise<void>,
  how: 'said' | 'pressed' = 'said',
): Promise<null> {
  tools.later(work);
  const done = work.then(
    () => ({}),
    () => ({}),
  );
  await within(tools, done, how === 'pressed' ? BEFORE_PRESS_ACKNOWLEDGED : BEFORE_ACKNOWLEDGED);
  return null;
}
