/** `24 t/m 26 december: vrij, Kerstviering`: an own row of the school's calendar on one line. */
import type { Context } from '../bot/command.ts';
import { dayName } from '../bot/day-name.ts';
import type { Button, Row } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { OwnDays } from '../calendar/school-days.ts';
import { parseVacation, vacationTitle } from '../calendar/vacations.ts';

/** `24 t/m 26 december`, or one day with its weekday; both days included. */
export function periodWords(
  { say, today }: Pick<Context, 'say' | 'today'>,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): string {
  if (from === until) return say.date(from, today);
  return say.plain('school.period', { from: say.dayMonth(from, today), until: say.dayMonth(until, today) });
}

export function dayRow(context: Context, days: OwnDays, buttons: readonly Button[]): Row {
  const { say } = context;
  const kind = say.plain(`school.kind.${days.kind}`);
  const period = periodWords(context, days);
  const vacation = days.kind === 'vakantie' ? parseVacation(days.name) : null;
  const name = dayName(say, vacation ? vacationTitle(vacation) : days.name);
  // A name such as `studiedag rekenen` or `meivakantie` says the kind itself.
  const saysKind = vacation !== null || name.toLowerCase().startsWith(kind.toLowerCase());
  const title =
    name === '' || saysKind
      ? say('school.day-row', { period, kind: name || kind })
      : say('school.day-row-named', { period, kind, name });
  return { title, lines: [], buttons };
}
