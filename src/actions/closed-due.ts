/** "18 oktober valt in de herfstvakantie. Zal ik maandag 26 oktober nemen?": the day for which an action is due. */
import { z } from 'zod';
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { dayName } from '../bot/day-name.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, Intent } from '../bot/reply.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolId } from '../people/person.ts';

/** What the buttons under the question add to the arguments. */
export const dueDateSchemas = {
  /** The form again, with what was filled in. */
  opnieuw: z.literal('ja').optional(),
  /** A closed day that somebody wants all the same. */
  toch: z.string().optional(),
};

/** Further away than this is a typing error. */
const MOST_DAYS = 2 * 366;

/**
 * The day that was typed or filled in. Throws a UserError when it is none, is past or far away, and asks about a day on which the school is
 * closed; its buttons repeat the intent with `datum`.
 */
export async function readDue(context: Context, schoolId: SchoolId, typed: string): Promise<LocalDate> {
  const { say, today, intent } = context;
  const due = readDay(typed, today);
  if (due === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }), again(context));
  if (due < today) throw new UserError(say('actions.date-past', { date: say.dayMonth(due, today) }), again(context));
  if (due > addDays(today, MOST_DAYS)) {
    throw new UserError(say('actions.date-far', { date: say.date(due, today) }), again(context));
  }
  if (due !== today && intent.args.toch !== due) await mustBeOpen(context, schoolId, due);
  return due;
}

async function mustBeOpen(context: Context, schoolId: SchoolId, due: LocalDate): Promise<void> {
  const { say, store, today } = context;
  const school = await store.people.school(schoolId);
  const calendar = school && schoolCalendar(school.calendar);
  const open = calendar?.isOpen(due) === false ? calendar.nextOpen(due) : null;
  if (!calendar || open === null) return;
  const name = calendar.nameOf(due);
  const next = say.date(open, today);
  const date = say.dayMonth(due, today);
  const question =
    name !== null && /vakantie$/i.test(name)
      ? say('bot.date-closed', { date, name: dayName(say, name), next })
      : say('bot.date-closed-plain', { date: say.date(due, today), next });
  throw new UserError(
    question,
    buttonsPart([
      button(context, say.plain('bot.yes'), { datum: open }),
      { ...button(context, say.plain('bot.date-other'), { datum: due, opnieuw: 'ja' }), reopens: true },
      button(context, say.plain('bot.date-anyway', { date }), { datum: due, toch: due }),
    ]),
  );
}

/** [Andere datum]: the form with the rest filled in. */
function again(context: Context) {
  const { datum: _, ...args } = context.intent.args;
  const label = context.say.plain('bot.date-other');
  return buttonsPart([
    { label, intent: { name: context.intent.name, args: { ...args, opnieuw: 'ja' } }, reopens: true },
  ]);
}

function button({ intent }: Context, label: string, change: Intent['args']): Button {
  const { opnieuw: _, toch: __, ...args } = intent.args;
  return { label, intent: { name: intent.name, args: { ...args, ...change } } };
}
