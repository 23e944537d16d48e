/** "18 oktober valt in de herfstvakantie. Zal ik maandag 26 oktober nemen?": asked once about a start or end that was filled in. */
import { z } from 'zod';
import type { Context } from '../bot/command.ts';
import { dayName } from '../bot/day-name.ts';
import { UserError } from '../bot/errors.ts';
import { buttonsPart } from '../bot/notice.ts';
import type { Button, Intent, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolId } from '../people/person.ts';
import type { GoalFields } from './goal.ts';
import { FIELD_LABELS } from './goal-fields.ts';

/** What the buttons under the question add to the arguments of the form. */
export const closedDateSchemas = {
  /** The form again, with what was filled in. */
  opnieuw: z.literal('ja').optional(),
  /** Closed days that somebody wants all the same: `2026-12-25,2027-07-31`. */
  toch: z.string().optional(),
};

type Dates = Pick<GoalFields, 'start' | 'end'>;

/**
 * Throws the question as a UserError when a date that is not as it was `before` lies on a day on which the school is closed. Today is
 * no such date: the form holds it already when it opens.
 */
export async function mustBeOpenDays(
  context: Context,
  schoolId: SchoolId,
  dates: Dates,
  before: Dates | null,
): Promise<void> {
  const { store, today, intent } = context;
  const school = await store.people.school(schoolId);
  if (!school) return;
  const calendar = schoolCalendar(school.calendar);
  const known = [today, ...(intent.args.toch ?? '').split(',')];
  const isNew = (date: LocalDate | null, was: LocalDate | null | undefined): date is LocalDate =>
    date !== null && date !== was && !known.includes(date) && !calendar.isOpen(date);

  if (isNew(dates.end, before?.end)) ask(context, calendar, dates, 'eind', dates.end);
  if (isNew(dates.start, before?.start)) ask(context, calendar, dates, 'start', dates.start);
}

/** For the form that comes back: what was kept on purpose is not asked again. */
export function keptDates({ intent }: Pick<Context, 'intent'>): Intent['args'] {
  return intent.args.toch ? { toch: intent.args.toch } : {};
}

function ask(context: Context, calendar: SchoolCalendar, dates: Dates, name: 'start' | 'eind', date: LocalDate): void {
  const { say, today, intent } = context;
  const next = calendar.nextOpen(date);
  // A goal that lies within a vacation on purpose has no open day to begin on.
  if (next === null || (name === 'start' && dates.end !== null && next > dates.end)) return;
  // Days are written out, because `vrijdag` is another day when the button is pressed later.
  const args = {
    ...intent.args,
    ...(dates.start && { start: dates.start }),
    ...(dates.end && { eind: dates.end }),
  };
  const button = (label: string, change: Intent['args']): Button => ({
    label,
    intent: { name: intent.name, args: { ...args, ...change } },
  });
  const asked = question(context, calendar.nameOf(date), date, next);
  const field = say('goals.closed-date', { field: say.plain(FIELD_LABELS[name]) });
  throw new UserError(
    // With both filled in, the question about the second may be the first in the very same words.
    dates.start && dates.end ? joinText([field, asked], ' ') : asked,
    buttonsPart([
      button(say.plain('bot.yes'), { [name]: next }),
      { ...button(say.plain('bot.date-other'), { opnieuw: 'ja' }), reopens: true },
      button(say.plain('bot.date-anyway', { date: say.dayMonth(date, today) }), {
        toch: [intent.args.toch, date].filter(Boolean).join(','),
      }),
    ]),
  );
}

function question({ say, today }: Context, name: string | null, date: LocalDate, open: LocalDate): RichText {
  const next = say.date(open, today);
  return name !== null && /vakantie$/i.test(name)
    ? say('bot.date-closed', { date: say.dayMonth(date, today), name: dayName(say, name), next })
    : say('bot.date-closed-plain', { date: say.date(date, today), next });
}
