/** The two fields of a form that ask for somebody's working days: every week, and every other week. Both are lists to choose from. */
import { type Context, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import type { Field } from '../bot/reply.ts';
import { isoWeekOf } from '../calendar/local-date.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import { parseWorkingDays } from '../calendar/working-day.ts';
import type { WorkingDay } from './person.ts';

/** A field's name and label. */
type Named = { readonly name: string; readonly label: string };

const WEEKS = ['even', 'oneven'] as const;

export function dayFields(
  { say, today }: Pick<Context, 'say' | 'today'>,
  days: readonly WorkingDay[],
  weekly: Named,
  alternate: Named,
): readonly Field[] {
  const named = (day: (typeof WEEKDAYS)[number]) => say.plain(`day.${day}`);
  const week = isoWeekOf(today);
  return [
    {
      kind: 'choices',
      ...weekly,
      required: false,
      options: WEEKDAYS.map((day) => ({ value: day, label: named(day) })),
      value: days.filter((day) => !day.includes('-')).join(','),
    },
    {
      kind: 'choices',
      ...alternate,
      hint: say.plain(`settings.alternate-hint.${week % 2 === 0 ? 'even' : 'oneven'}`, { week }),
      required: false,
      options: WEEKDAYS.flatMap((day) =>
        WEEKS.map((which) => ({
          value: `${day}-${which}`,
          label: say.plain(`day.every-second.${which}`, { day: named(day) }),
        })),
      ),
      value: days.filter((day) => day.includes('-')).join(','),
    },
  ];
}

/** What was chosen in both fields, in the order of the week. Throws a UserError for words that are no day, and for a day that is in both. */
export function readDays(
  { say }: Pick<Context, 'say'>,
  weekly: string | undefined,
  alternate: string | undefined,
): readonly WorkingDay[] {
  const days = parseWorkingDays([weekly, alternate].filter((part) => part).join(','));
  if ('wrong' in days) throw new UserError(say('settings.wrong-days', { typed: short(days.wrong) }));
  const [everyWeek, everySecond] = [weekly, alternate].map((part) => part?.split(',') ?? []);
  const both = WEEKDAYS.filter(
    (day) => everyWeek!.includes(day) && WEEKS.some((week) => everySecond!.includes(`${day}-${week}`)),
  );
  if (both.length > 0) {
    throw new UserError(say('settings.days-twice', { days: say.list(both.map((day) => say.plain(`day.${day}`))) }));
  }
  return days.ok;
}
