/** When the director is asked for an answer: on or after ten school days, then weekly, three in all; then a point (PRODUCT 6, advies wacht). */
import { addDays, isWithin, type LocalDate } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { PlannedAdvice, PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import type { PersonId } from '../people/person.ts';

/** From `from` on, until the day before the next one; the last one makes sense for a week. */
export type AdviceReminder = {
  readonly receiver: PersonId;
  readonly step: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

export type WaitingAdvice = {
  readonly advice: PlannedAdvice;
  readonly reminders: readonly AdviceReminder[];
  /** A week after somebody was asked for the third time. */
  readonly pointOn: LocalDate;
};

const SCHOOL_DAYS = 10;
const REMINDERS = 3;
const WEEK = 7;
/** A director who has no own working day for so long is not asked: the longest vacation and a long absence are shorter. */
const LONGEST_WAIT = 366;

const PLANS = new WeakMap<SchoolState, readonly WaitingAdvice[]>();

/** All advice that waits, without that of teams that a director chairs. Pure; worked out once per loaded state. */
export function waitingAdvice(state: SchoolState): readonly WaitingAdvice[] {
  const known = PLANS.get(state);
  if (known) return known;
  const calendar = schoolCalendar(state.school.calendar);
  const made = state.advice.flatMap((advice) => {
    const since = tenSchoolDaysAfter(calendar, advice.sentOn);
    return since === null || isDirectors(state, advice, since) ? [] : [plan(state, calendar, advice, since)];
  });
  PLANS.set(state, made);
  return made;
}

function plan(state: SchoolState, calendar: SchoolCalendar, advice: PlannedAdvice, since: LocalDate): WaitingAdvice {
  const asked = directors(state).map((director) => remindersOf(calendar, director, since));
  const thirds = asked.flatMap((reminders) => reminders[REMINDERS - 1]?.from ?? []);
  // Where nobody can be asked so often, the agenda is all the more needed.
  const third = thirds.length > 0 ? thirds.reduce((a, b) => (a < b ? a : b)) : addDays(since, (REMINDERS - 1) * WEEK);
  return { advice, reminders: asked.flat(), pointOn: addDays(third, WEEK) };
}

/** The first on or after `since`, each next one on or after a week later; none when the director has no own working day left. */
function remindersOf(calendar: SchoolCalendar, director: PlannedPerson, since: LocalDate): readonly AdviceReminder[] {
  const days: LocalDate[] = [];
  for (let earliest = since; days.length < REMINDERS; earliest = addDays(days.at(-1)!, WEEK)) {
    const day = firstOwnWorkingDay(calendar, director, earliest, addDays(earliest, LONGEST_WAIT));
    if (day === null) break;
    days.push(day);
  }
  return days.map((from, step) => {
    const next = days[step + 1] ?? addDays(from, WEEK);
    return { receiver: director.id, step, from, until: addDays(next, -1) };
  });
}

/** The tenth day after `sentOn` on which the school is open; null when none comes within a year. */
function tenSchoolDaysAfter(calendar: SchoolCalendar, sentOn: LocalDate): LocalDate | null {
  let day: LocalDate | null = sentOn;
  for (let counted = 0; counted < SCHOOL_DAYS && day !== null; counted++) day = calendar.nextOpen(addDays(day, 1));
  return day;
}

function directors({ people }: SchoolState): readonly PlannedPerson[] {
  return people.filter(({ employment }) => employment.roles.includes('directeur'));
}

/** Advice of a team that the director chairs is a decision: nobody is asked for an answer (PRODUCT 4). */
function isDirectors(state: SchoolState, { teamId }: PlannedAdvice, since: LocalDate): boolean {
  const chairId = state.teams.find(({ id }) => id === teamId)?.chairId;
  return directors(state).some(({ id, employment }) => id === chairId && isWithin(since, employment));
}
