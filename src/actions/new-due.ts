/** The date that is proposed for an action whose own date is past: the first open school day from a week ahead on. Pure. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { School } from '../people/person.ts';

const WEEK = 7;

export function dayInAWeek(school: Pick<School, 'calendar'> | null, today: LocalDate): LocalDate {
  const day = addDays(today, WEEK);
  return (school && schoolCalendar(school.calendar).nextOpen(day)) ?? day;
}
