/** `/afwezig 12 t/m 16 januari`, `/afwezig vanaf morgen`: dates only, never a reason. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { readDay, readRange } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Form, RichText } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { daysBetween, type LocalDate, nextYear } from '../calendar/local-date.ts';
import type { Absence } from './person.ts';
import { undoButton } from './undo-absence.command.ts';

const MOST_DAYS = 2 * 366;

export const absent = command({
  intent: 'afwezig',
  words: ['afwezig'],
  example: '/afwezig 12 t/m 16 januari',
  help: 'help.absent',
  parse: (rest) => (rest.length === 0 ? {} : { periode: wordsOf(rest) }),
  args: z.object({ periode: z.string().optional(), van: z.string().optional(), tot: z.string().optional() }),
  run: async (context, args) => {
    if (!args.periode && !args.van) return form(context);
    const absence = args.periode ? typedPeriod(context, args.periode) : filledPeriod(context, args.van!, args.tot);
    const { say, today } = context;
    if (absence.until && absence.until < absence.from) throw new UserError(say('absent.end-before-start'));
    if (absence.until && absence.until < today) throw over(context, absence.from, absence.until);
    // Longer, or further away, than this is a typing error.
    if (daysBetween(today, absence.until ?? absence.from) > MOST_DAYS) throw new UserError(say('absent.too-long'));
    const reported = await context.store.people.reportAbsent(context.stamp, context.actor.id, absence);
    const back: Button = { label: say.plain('absent.back-button'), intent: { name: 'ik-ben-er', args: {} } };
    return answer(
      saved(context, absence),
      buttonsPart([...(absence.from > today ? [] : [back]), undoButton(context, reported)]),
    );
  },
});

/** Without a year the days that are just over are meant, so the answer says how to write those of next year. */
function over({ say }: Context, from: LocalDate, until: LocalDate): UserError {
  const [first, last] = [from, until].map((day) => say.dayMonth(nextYear(day), day));
  return new UserError(say('absent.over', { example: first === last ? first! : `${first} t/m ${last}` }));
}

function typedPeriod({ say, today }: Context, text: string): Absence {
  const range = readRange(text, today);
  if (!range) throw new UserError(say('absent.unknown'));
  if ('wrong' in range) throw new UserError(say('absent.end-before-start'));
  return range;
}

function filledPeriod({ say, today }: Context, from: string, until: string | undefined): Absence {
  const read = (text: string) => {
    const day = readDay(text, today);
    if (!day) throw new UserError(say('bot.date-unknown', { typed: text }));
    return day;
  };
  return { from: read(from), until: until ? read(until) : null };
}

function saved({ say, today }: Context, { from, until }: Absence): RichText {
  if (until === null) return say('absent.saved-open', { from: say.date(from, today) });
  if (until === from) return say('absent.saved-day', { day: say.date(from, today) });
  return say('absent.saved-range', { from: say.date(from, today), until: say.date(until, today) });
}

function form({ say, today }: Context): Form {
  return {
    kind: 'form',
    title: say.plain('absent.form.title'),
    intro: null,
    fields: [
      { kind: 'date', name: 'van', label: say.plain('absent.form.from'), required: true, value: today },
      {
        kind: 'date',
        name: 'tot',
        label: say.plain('absent.form.until'),
        hint: say.plain('absent.form.until-hint'),
        required: false,
      },
    ],
    intent: { name: 'afwezig', args: {} },
    submit: say.plain('bot.save'),
    small: say('absent.form.small'),
  };
}
