/** The first or last day of a member or a team: today or later, and not years away. */
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';

/** Further away is a typing error. */
const MOST_DAYS = 2 * 366;

/** Without one it is today. Throws a UserError for what is no such day. */
export function dayAhead({ say, today }: Context, typed: string | undefined): LocalDate {
  if (typed === undefined) return today;
  const day = readDay(typed, today);
  if (day === null) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  if (day < today) throw new UserError(say('leerteam.day-past'));
  if (day > addDays(today, MOST_DAYS)) throw new UserError(say('leerteam.day-far'));
  return day;
}
