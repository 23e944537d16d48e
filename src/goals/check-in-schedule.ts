/** When somebody is asked "Hoe staat het ermee?": all days of a school year, from plans and calendars alone (PRODUCT 6, doel check-in). */
import { addDays, earliest, isWithin, type LocalDate, mondayOf } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolWeek, SchoolYear } from '../calendar/school-days.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import type { PlannedGoal, SchoolState } from '../delivery/nudge.ts';
import { type Ask, Asker } from './check-in-ask.ts';
import { type DueWeek, dueWeeks } from './check-in-weeks.ts';
import { type GoalId, isActive, type Rhythm } from './goal.ts';

/** Who is asked on which day; it still makes sense up to and including `until`. */
export type CheckInStep = Ask & { readonly until: LocalDate };

/** One check-in: the first nudge and its reminders. */
export type PlannedCheckIn = {
  readonly goal: PlannedGoal;
  /** The school year and the number of the school week in which it is due. */
  readonly year: SchoolYear;
  readonly week: number;
  readonly answeredFrom: LocalDate;
  /** Never empty, each on a later day than the one before. */
  readonly steps: readonly CheckInStep[];
  /** The last day on which anything is sent about it: before the next check-in, and within the goal and the school year. */
  readonly last: LocalDate;
  /** The Monday on which it becomes an agenda point when nobody answered; null when that would be in the next school year. */
  readonly pointOn: LocalDate | null;
};

/** How many school weeks after the one of the first nudge have a reminder. */
const REMINDERS = 2;

/** All check-ins of the school's active goals in this school year. Pure. */
export function checkInsOf(state: SchoolState, year: SchoolYear): readonly PlannedCheckIn[] {
  const plan = yearPlan(state, year);
  return activeGoals(state).flatMap((goal) => plan.all(goal));
}

/** Of those at least the ones that have a step open on `day`, or become a point in its week; the rest of the year is not worked out. */
export function checkInsNear(state: SchoolState, day: LocalDate): readonly PlannedCheckIn[] {
  const plan = yearPlan(state, schoolYearOf(day));
  return activeGoals(state).flatMap((goal) => plan.near(goal, day));
}

function activeGoals({ goals }: SchoolState): readonly PlannedGoal[] {
  return goals.filter(({ status }) => isActive(status));
}

const PLANS = new WeakMap<SchoolState, Map<SchoolYear, YearPlan>>();

/** Kept per loaded state, so that a preview may ask day by day. */
function yearPlan(state: SchoolState, year: SchoolYear): YearPlan {
  const years = PLANS.get(state) ?? new Map<SchoolYear, YearPlan>();
  PLANS.set(state, years);
  const plan = years.get(year) ?? new YearPlan(state, year);
  years.set(year, plan);
  return plan;
}

/** Works out what it is asked for, once. */
class YearPlan {
  readonly #calendar: SchoolCalendar;
  readonly #year: SchoolYear;
  readonly #weeks: readonly SchoolWeek[];
  readonly #asker: Asker;
  readonly #due = new Map<Rhythm, readonly DueWeek[]>();
  readonly #asks = new Map<GoalId, (Ask | null)[]>();
  readonly #checkIns = new Map<GoalId, (PlannedCheckIn | null)[]>();

  constructor(state: SchoolState, year: SchoolYear) {
    this.#calendar = schoolCalendar(state.school.calendar);
    this.#year = year;
    this.#weeks = this.#calendar.schoolWeeks(year);
    this.#asker = new Asker(state, this.#calendar, year);
  }

  all(goal: PlannedGoal): readonly PlannedCheckIn[] {
    return this.#dueWeeks(goal).flatMap((_, index) => this.#checkIn(goal, index) ?? []);
  }

  near(goal: PlannedGoal, day: LocalDate): readonly PlannedCheckIn[] {
    const due = this.#dueWeeks(goal);
    const monday = mondayOf(day);
    const weekBefore = this.#weeks.findLast(({ sunday }) => sunday < monday)?.monday ?? monday;
    const near: PlannedCheckIn[] = [];
    for (let index = due.findLastIndex(({ week }) => week.monday <= day); index >= 0; index--) {
      const checkIn = this.#checkIn(goal, index);
      if (checkIn) near.unshift(checkIn);
      // A check-in ends before the next one is asked, so those before this one ended before last week.
      const ask = this.#ask(goal, index);
      if (ask && ask.day <= weekBefore) break;
    }
    return near;
  }

  #checkIn(goal: PlannedGoal, index: number): PlannedCheckIn | null {
    return remembered(this.#checkIns, goal.id, index, () => this.#makeCheckIn(goal, index));
  }

  #makeCheckIn(goal: PlannedGoal, index: number): PlannedCheckIn | null {
    const { week, answeredFrom } = this.#dueWeeks(goal)[index]!;
    const next = this.#dueWeeks(goal)[index + 1]?.week;
    const first = this.#ask(goal, index);
    // Nobody to ask next time either: then its week is where this one stops.
    const nextDay = next && (this.#ask(goal, index + 1)?.day ?? next.monday);
    const ends = [schoolYearRange(this.#year).until, goal.end, nextDay ? addDays(nextDay, -1) : null];
    const last = ends.filter((end) => end !== null).reduce(earliest);
    if (!first || first.day > last || !isWithin(first.day, { from: goal.start, until: goal.end })) return null;
    const asks = [first, ...this.#reminders(goal, first.day, next).filter(({ day }) => day <= last)];
    return { goal, year: this.#year, week: week.number, answeredFrom, last, ...this.#withWindows(asks, last) };
  }

  /** Each step makes sense until the next one, the last until the Sunday of its week. */
  #withWindows(asks: readonly Ask[], last: LocalDate): Pick<PlannedCheckIn, 'steps' | 'pointOn'> {
    const steps = asks.map((ask, index): CheckInStep => {
      const next = asks[index + 1];
      const end = next ? addDays(next.day, -1) : this.#calendar.schoolWeekOf(ask.day)!.sunday;
      return { ...ask, until: earliest(end, last) };
    });
    return { steps, pointOn: this.#weeksAfter(steps.at(-1)!.day, 1)[0]?.monday ?? null };
  }

  #reminders(goal: PlannedGoal, first: LocalDate, next: SchoolWeek | undefined): readonly Ask[] {
    const { until } = schoolYearRange(this.#year);
    return this.#weeksAfter(first, REMINDERS)
      .filter((week) => week.monday !== next?.monday)
      .flatMap((week) => this.#asker.within(goal.owner, week.monday, earliest(week.sunday, until)) ?? []);
  }

  /** The school weeks after the one of `day`, within the year. */
  #weeksAfter(day: LocalDate, count: number): readonly SchoolWeek[] {
    const { number } = this.#calendar.schoolWeekOf(day)!;
    return this.#weeks.slice(number, number + count);
  }

  /** The first nudge as it would be without a start or an end of the goal. */
  #ask(goal: PlannedGoal, index: number): Ask | null {
    return remembered(this.#asks, goal.id, index, () => this.#asker.first(goal, this.#dueWeeks(goal)[index]!.week));
  }

  #dueWeeks({ rhythm }: PlannedGoal): readonly DueWeek[] {
    const known = this.#due.get(rhythm) ?? dueWeeks(this.#calendar, this.#year, rhythm);
    this.#due.set(rhythm, known);
    return known;
  }
}

function remembered<T>(of: Map<GoalId, (T | null)[]>, goal: GoalId, index: number, make: () => T | null): T | null {
  const list = of.get(goal) ?? [];
  of.set(goal, list);
  const known = list[index];
  if (known !== undefined) return known;
  const made = make();
  list[index] = made;
  return made;
}
