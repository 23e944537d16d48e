/** "Op deze dagen werkt iedereen": other days for a meeting (issue 3, move or cancel). Pure. */
import { addDays, daysBetween, eachDay, type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { isOwnWorkingDay, type Worker } from '../calendar/working-day.ts';
import type { PersonId } from '../people/person.ts';

export type Attendee = Worker & { readonly id: PersonId; readonly name: string };

export type ProposedDay = {
  readonly date: LocalDate;
  /** Names of who does not work then; never a reason. */
  readonly missing: readonly string[];
};

type Wishes = {
  readonly calendar: SchoolCalendar;
  /** The day that it was planned for. */
  readonly date: LocalDate;
  /** The day of the meeting before it; null without one. */
  readonly previous: LocalDate | null;
  /** Days on which the team meets already. */
  readonly taken: readonly LocalDate[];
  readonly today: LocalDate;
  readonly chairId: PersonId;
  /** Who asks: a day without them comes last. */
  readonly askerId: PersonId;
  /** The team on a day. */
  readonly teamOn: (date: LocalDate) => readonly Attendee[];
};

const MOST_DAYS = 3;
/** How many calendar days after the planned day, or after today, are looked at. */
const DAYS_AHEAD = 14;

/**
 * At most three days before the next meeting, by date: those on which everybody works that are nearest to the planned day; without such
 * a day those that most can make, the chair above all. Days without who asks come last.
 */
export function proposeDays(wishes: Wishes): readonly ProposedDay[] {
  const { calendar, chairId, askerId, date, previous, taken, teamOn, today } = wishes;
  const from = latest(addDays(today, 1), previous ? addDays(previous, 1) : today);
  // After the next meeting it would be no other day for this one.
  const next = taken.filter((day) => day > latest(date, today)).reduce<LocalDate | null>(earlier, null);
  const days = [...eachDay(from, addDays(latest(date, today), DAYS_AHEAD))]
    .filter((day) => day !== date && calendar.isOpen(day) && !taken.includes(day) && (next === null || day < next))
    .map((day) => ({ date: day, missing: awayOn(wishes, day) }))
    .filter(({ date: day, missing }) => missing.length < teamOn(day).length);
  const complete = days.filter(({ missing }) => missing.length === 0);
  const isWithout = ({ missing }: (typeof days)[number], person: PersonId) => missing.some(({ id }) => id === person);
  const askerLast = (a: (typeof days)[number], b: (typeof days)[number]) =>
    Number(isWithout(a, askerId)) - Number(isWithout(b, askerId));
  const away = (day: LocalDate) => Math.abs(daysBetween(date, day));
  return [...(complete.length > 0 ? complete : days)]
    .sort(
      (a, b) =>
        askerLast(a, b) ||
        a.missing.length - b.missing.length ||
        Number(isWithout(a, chairId)) - Number(isWithout(b, chairId)) ||
        away(a.date) - away(b.date) ||
        (a.date < b.date ? 1 : -1),
    )
    .slice(0, MOST_DAYS)
    .sort((a, b) => askerLast(a, b) || (a.date < b.date ? -1 : 1))
    .map(({ date, missing }) => ({ date, missing: missing.map(({ name }) => name) }));
}

function earlier(first: LocalDate | null, day: LocalDate): LocalDate {
  return first === null || day < first ? day : first;
}

/** Names of who of the team does not work at the school on this day. */
export function missingOn(wishes: Pick<Wishes, 'calendar' | 'teamOn'>, day: LocalDate): readonly string[] {
  return awayOn(wishes, day).map(({ name }) => name);
}

function awayOn({ calendar, teamOn }: Pick<Wishes, 'calendar' | 'teamOn'>, day: LocalDate): readonly Attendee[] {
  return teamOn(day).filter((person) => !isOwnWorkingDay(calendar, person, day));
}
