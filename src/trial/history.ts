/** What happened in the trial school before it opens: lines said again through the ordinary bot, and the digests of those mornings. */
import { z } from 'zod';
import type { Bot } from '../bot/bot.ts';
import { addDays, eachDay } from '../calendar/local-date.ts';
import { instantAt, localDateOf, localTime, parseInstant } from '../calendar/zone.ts';

export type HistoryLine = { readonly at: Date; readonly email: string; readonly text: string };

/** The columns of the file: Dutch time, e-mail, what was typed. */
const LINE = z
  .object({ op: z.string(), als: z.email(), tekst: z.string().min(1) })
  .transform(({ op, als, tekst }, { addIssue }): HistoryLine => {
    const at = parseInstant(op);
    if (at) return { at, email: als, text: tekst };
    addIssue(`no time: ${op}`);
    return z.NEVER;
  });

/** Reads the rows of the file. Throws when one of them is no line: the file is part of the product. */
export function readHistory(rows: readonly unknown[]): readonly HistoryLine[] {
  return z.array(LINE).parse(rows);
}

/** Everybody in the trial school has the default digest time. */
const MORNING = localTime('08:00');

/** Says the lines in order, and lets the digests of every morning from `from` to `until` go out in between. */
export async function replay(
  { bot, tick }: { readonly bot: Bot; readonly tick: (now: Date) => Promise<unknown> },
  lines: readonly HistoryLine[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<void> {
  let said = 0;
  const sayUntil = async (moment: Date) => {
    for (; said < lines.length && lines[said]!.at < moment; said++) await sayLine(bot, lines[said]!);
  };
  for (const day of eachDay(addDays(localDateOf(from), 1), localDateOf(until))) {
    const morning = instantAt(day, MORNING);
    if (morning > until) break;
    await sayUntil(morning);
    await tick(morning);
  }
  await sayUntil(until);
}

function sayLine(bot: Bot, { at, email, text }: HistoryLine): Promise<unknown> {
  const sender = { kind: 'machine', email } as const;
  return bot.handle({ sender, said: { kind: 'text', text }, once: null, place: { kind: 'personal' } }, at);
}
