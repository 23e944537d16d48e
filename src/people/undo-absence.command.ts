/** [Ongedaan maken] under an absence: takes exactly that one back, of whoever presses the button and of nobody else. */
import { z } from 'zod';
import { dayArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, textPart } from '../bot/notice.ts';
import type { Button } from '../bot/reply.ts';
import type { ReportedAbsence } from './people.store.ts';
import type { Absence } from './person.ts';

const BETWEEN_DAYS = '/';
const BETWEEN_ABSENCES = ',';

/** `2027-01-12/2027-01-16`, with nothing behind the slash for an open end. */
const written = z
  .string()
  .transform((text) => text.split(BETWEEN_DAYS))
  .pipe(z.tuple([dayArgument, z.union([z.literal('').transform(() => null), dayArgument])]))
  .transform(([from, until]): Absence => ({ from, until }));

export const undoAbsence = command({
  intent: 'afwezig.ongedaan',
  words: [],
  example: '/afwezig 12 t/m 16 januari',
  help: null,
  parse: () => null,
  args: z.object({
    van: dayArgument,
    /** Left out for an open end. */
    tot: dayArgument.optional(),
    /** What was stored in these days before, as `from/until,from/until`. */
    eerder: z
      .string()
      .transform((text) => text.split(BETWEEN_ABSENCES))
      .pipe(z.array(written))
      .optional(),
  }),
  run: async (context, { van, tot, eerder = [] }) => {
    const { say, store, stamp, actor } = context;
    const absence = { from: van, until: tot ?? null };
    // A button's arguments are not trusted: what comes back lies within what goes away.
    const before = eerder.filter((one) => isPartOf(one, absence));
    if (!(await store.people.withdrawAbsence(stamp, actor.id, { absence, before }))) {
      throw new UserError(say('absent.undo-gone', { period: periodWords(context, absence) }));
    }
    const left = before.map((one) => periodWords(context, one));
    return answer(
      say('absent.undone', { period: periodWords(context, absence) }),
      left.length > 0 ? [textPart(say('absent.undone-left', { periods: say.list(left) }))] : [],
    );
  },
});

/** Takes back what was reported. */
export function undoButton(
  { say }: Pick<Context, 'say'>,
  { absence: { from, until }, before }: ReportedAbsence,
): Button {
  const earlier = before.map((one) => `${one.from}${BETWEEN_DAYS}${one.until ?? ''}`).join(BETWEEN_ABSENCES);
  return {
    label: say.plain('absent.undo'),
    intent: {
      name: 'afwezig.ongedaan',
      args: { van: from, ...(until ? { tot: until } : {}), ...(earlier ? { eerder: earlier } : {}) },
    },
  };
}

/** `op dinsdag 12 januari`, `van ... tot en met ...`, `vanaf ...`. */
export function periodWords({ say, today }: Pick<Context, 'say' | 'today'>, { from, until }: Absence): string {
  if (until === null) return say.plain('absent.period-open', { from: say.date(from, today) });
  if (until === from) return say.plain('absent.period-day', { day: say.date(from, today) });
  return say.plain('absent.period-range', { from: say.date(from, today), until: say.date(until, today) });
}

function isPartOf(part: Absence, whole: Absence): boolean {
  if (part.until !== null && part.until < part.from) return false;
  const endsWithin = whole.until === null || (part.until !== null && part.until <= whole.until);
  return whole.from <= part.from && endsWithin;
}
