/** What every listener does: something of another shape is left alone, twice the same is done once, and no fault ends up with Slack. */
import type { z } from 'zod';
import type { Tools } from '../receive.ts';

/** Null when it is nothing that Slack sends; the log says so, without what was in it. */
export function read<Shape extends z.ZodType>(
  tools: Tools,
  what: string,
  shape: Shape,
  body: unknown,
): z.infer<Shape> | null {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  tools.log('warn', 'slack: not what Slack sends', { what });
  return null;
}

/** Is every workspace that is named our own? */
export function isOurs({ workspace }: Tools, ...teams: readonly (string | null | undefined)[]): boolean {
  return teams.every((team) => team === null || team === undefined || team === workspace.teamId);
}

/** Says to Slack that it came. When that fails the work goes on: Slack shows that something went wrong, and the answer still comes. */
export async function acknowledge<Answer>(
  tools: Tools,
  ack: (answer?: Answer) => Promise<void>,
  answer?: Answer,
): Promise<void> {
  try {
    await ack(answer);
  } catch (fault) {
    tools.onFault(fault);
  }
}
