/** `24 t/m 26 december: vrij, Kerstviering`: an own row of the school's calendar on one line. */
import type { Context } from '../bot/command.ts';
import type { Button, Row } from '../bot/reply.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { OwnDays } from '../calendar/school-days.ts';

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
  // A name such as `studiedag rekenen` says the kind itself.
  const saysKind = days.name.toLowerCase().startsWith(kind.toLowerCase());
  const title =
    days.name === '' || saysKind
      ? say('school.day-row', { period, kind: days.name || kind })
      : say('school.day-row-named', { period, kind, name: days.name });
  return { title, lines: [], buttons };
}
