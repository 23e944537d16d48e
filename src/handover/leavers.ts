/** Who leaves the school or has left, and whose work may be given to others meanwhile. Pure. */
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { longAbsences } from '../people/long-absence.ts';
import type { PersonId } from '../people/person.ts';
import { handoverStart } from './handover-days.ts';

export type Leaver = { readonly id: PersonId; readonly name: string; readonly end: LocalDate };

/** Everybody with an end date who is within ten school days of it on `day`, or past it. */
export function leaversOn(state: SchoolState, day: LocalDate): readonly Leaver[] {
  const calendar = schoolCalendar(state.school.calendar);
  return state.people.flatMap(({ id, name, employment: { until: end } }) =>
    end !== null && handoverStart(calendar, end) <= day ? [{ id, name, end }] : [],
  );
}

/** Nobody's work is given away long before they leave. */
const MOST_DAYS_AHEAD = 92;

/** Leaves within three months, has left, or is away on `day` for long or without a known end: then others may give their work away. */
export function mayBeReplaced(state: SchoolState, { employment, absences }: PlannedPerson, day: LocalDate): boolean {
  const calendar = schoolCalendar(state.school.calendar);
  return (
    (employment.until !== null && employment.until <= addDays(day, MOST_DAYS_AHEAD)) ||
    absences.some((absence) => absence.until === null && isWithin(day, absence)) ||
    longAbsences(calendar, { absences }).some((absence) => isWithin(day, absence))
  );
}
