/** [Ongedaan maken] or [Klopt niet] under an absence: takes exactly that one back, of whoever presses the button, or of somebody of their school as director. */
import { z } from 'zod';
import { dayArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import { type Absentee, absenceTold, absenteeFor } from './absentee.ts';
import { personArgument } from './find-colleague.ts';
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
  example: 'example.absent',
  help: null,
  parse: () => null,
  args: z.object({
    /** Left out: of oneself. */
    wie: z.string().optional(),
    van: dayArgument,
    /** Left out for an open end. */
    tot: dayArgument.optional(),
    /** What was stored in these days before, as `from/until,from/until`. */
    eerder: z
      .string()
      .transform((text) => text.split(BETWEEN_ABSENCES))
      .pipe(z.array(written))
      .optional(),
    /** [Klopt niet]: somebody else reported it, or part of it. */
    gemeld: z.literal('ja').optional(),
  }),
  run: async (context, { wie, van, tot, eerder = [], gemeld }) => {
    const { say, store, stamp } = context;
    const absentee = await absenteeFor(context, wie);
    const absence = { from: van, until: tot ?? null };
    // A button's arguments are not trusted: what comes back lies within what goes away.
    const before = eerder.filter((one) => isPartOf(one, absence));
    const told = absenceTold(absentee, context);
    if (!(await store.people.withdrawAbsence(stamp, absentee.id, { absence, before }, told))) {
      throw new UserError(wordsFor(context, absentee, absence).gone);
    }
    const { undone, left } = wordsFor(context, absentee, absence);
    const periods = say.list(before.map((one) => periodWords(context, one)));
    return answer(undone, [
      ...(before.length > 0 ? [textPart(left(periods))] : []),
      ...(gemeld && van !== tot ? whichDays(context) : []),
    ]);
  },
});

/** Days that the person reported may have been among them: ranges that touch are stored as one. */
function whichDays({ say }: Context): readonly Part[] {
  return [textPart(say('absent.undone-part')), ...buttonsPart([absentButton({ say })])];
}

export function absentButton({ say }: Pick<Context, 'say'>): Button {
  return { label: say.plain('start.menu.absent'), intent: { name: 'afwezig', args: {} } };
}

type Words = {
  readonly undone: RichText;
  readonly gone: RichText;
  /** What is stored again. */
  readonly left: (periods: string) => RichText;
};

function wordsFor(context: Context, { schoolId, name }: Absentee, absence: Absence): Words {
  const { say } = context;
  const period = periodWords(context, absence);
  if (schoolId === null) {
    return {
      undone: say('absent.undone', { period }),
      gone: say('absent.undo-gone', { period }),
      left: (periods) => say('absent.undone-left', { periods }),
    };
  }
  return {
    undone: say('absent.other.undone', { name, period }),
    gone: say('absent.other.undo-gone', { name, period }),
    left: (periods) => say('absent.other.undone-left', { name, periods }),
  };
}

/** Takes back what was reported of the absentee. */
export function undoButton(
  { say }: Pick<Context, 'say'>,
  { absence: { from, until }, before }: ReportedAbsence,
  absentee: Pick<Absentee, 'id' | 'schoolId'>,
  label: 'absent.undo' | 'absent.button.not-right' = 'absent.undo',
): Button {
  const earlier = before.map((one) => `${one.from}${BETWEEN_DAYS}${one.until ?? ''}`).join(BETWEEN_ABSENCES);
  return {
    label: say.plain(label),
    intent: {
      name: 'afwezig.ongedaan',
      args: {
        ...(absentee.schoolId === null ? {} : { wie: personArgument(absentee) }),
        van: from,
        ...(until ? { tot: until } : {}),
        ...(earlier ? { eerder: earlier } : {}),
        ...(label === 'absent.undo' ? {} : { gemeld: 'ja' }),
      },
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
