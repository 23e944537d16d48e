/** What happened in the trial school before it opens, said again line by line through the ordinary bot. */
import { z } from 'zod';
import type { Bot } from '../bot/bot.ts';
import { parseInstant } from '../calendar/zone.ts';

/** One line that somebody typed. `op` is Dutch time. */
export type HistoryLine = { readonly op: string; readonly als: string; readonly tekst: string };

const LINE = z.object({ op: z.string(), als: z.string(), tekst: z.string() });

/**
 * Says all lines in order.
 * @throws Error when a line has no time, or was not done as said (the trial files are ours: that is a fault of ours).
 */
export async function replay(bot: Bot, lines: readonly unknown[]): Promise<void> {
  for (const each of lines) {
    const line = LINE.parse(each);
    const at = parseInstant(line.op);
    if (!at) throw new Error(`no time: ${line.op}`);
    await bot.handle(
      {
        sender: { kind: 'machine', email: line.als },
        said: { kind: 'text', text: line.tekst },
        once: null,
        place: { kind: 'personal' },
      },
      at,
    );
  }
}
