/** What every listener does with what Teams sent: something of another shape is left alone. */
import type { z } from 'zod';
import type { Tools } from '../receive.ts';

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
