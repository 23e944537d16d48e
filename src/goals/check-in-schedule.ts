/** When somebody is asked "Hoe staat het met ...?": all days of one school year, from plans and calendars alone (PRODUCT 6, doel check-in). */
import type { Leerteam } from '../agenda/leerteam.ts';
import { meetingsOf } from '../agenda/meetings.ts';
import { addDays, earliest, isWithin, type LocalDate, latest } from '../calendar/local-date.ts';
import { type SchoolCalendar, type SchoolWeek, type SchoolYear, schoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { PlannedGoal, PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import type { PersonId, TeamId } from '../people/person.ts';
import { type DueWeek, dueWeeks } from './check-in-weeks.ts';
import { isActive, type Rhythm } from './goal.ts';

/** Who is asked on which day; it still makes sense up to and including `until`. */
export type CheckInStep = { readonly receiver: PersonId; readonly day: LocalDate; readonly until: LocalDate };

/** One check-in: the first nudge and its reminders. */
export type PlannedCheckIn = {
  readonly goal: PlannedGoal;
  /** The number of the school week in which it is due. */
  readonly week: number;
  readonly answeredFrom: LocalDate;
  /** Never empty, each on a later day than the one before. */
  readonly steps: readonly CheckInStep[];
  /** The Monday on which it becomes an agenda point when nobody answered; null when that would be in the next school year. */
  readonly pointOn: LocalDate | null;
};

/** How many school weeks after the one of the first nudge have a reminder. */
const REMINDERS = 2;

/** All check-ins of the school's active goals in this school year. Pure. */
export function checkInsOf(state: SchoolState, year: SchoolYear): readonly PlannedCheckIn[] {
  const plan = new YearPlan(state, year);
  return state.goals.filter((goal) => isActive(goal.status)).flatMap((goal) => plan.checkIns(goal));
}

type Ask = { readonly receiver: PersonId; readonly day: LocalDate };

/** Keeps what the goals of one school share: its calendar, people, meetings and due weeks. */
class YearPlan {
  readonly #calendar: SchoolCalendar;
  readonly #year: SchoolYear;
  readonly #range: ReturnType<typeof schoolYearRange>;
  readonly #people: ReadonlyMap<PersonId, PlannedPerson>;
  readonly #teams: ReadonlyMap<TeamId, Leerteam>;
  readonly #due = new Map<Rhythm, readonly DueWeek[]>();
  readonly #meetingDays = new Map<TeamId, readonly LocalDate[]>();

  constructor(state: SchoolState, year: SchoolYear) {
    this.#calendar = schoolCalendar(state.school.calendar);
    this.#year = year;
    this.#range = schoolYearRange(year);
    this.#people = new Map(state.people.map((person) => [person.id, person]));
    this.#teams = new Map(state.teams.map((team) => [team.id, team]));
  }

  checkIns(goal: PlannedGoal): readonly PlannedCheckIn[] {
    const due = this.#dueWeeks(goal.rhythm);
    const asks = due.map(({ week }) => this.#firstAsk(goal, week));
    return due.flatMap(({ week, answeredFrom }, index) => {
      const first = asks[index];
      const next = due[index + 1]?.week;
      // Nobody to ask next time either: then its week is where this one stops.
      const nextDay = next ? (asks[index + 1]?.day ?? next.monday) : null;
      const last = [goal.end, nextDay && addDays(nextDay, -1)].reduce<LocalDate>(
        (bound, day) => (day ? earliest(bound, day) : bound),
        this.#range.until,
      );
      if (!first || first.day > last || !isWithin(first.day, { from: goal.start, until: goal.end })) return [];
      const days = [first, ...this.#reminders(goal, first.day, next).filter(({ day }) => day <= last)];
      return [{ goal, week: week.number, answeredFrom, ...this.#withWindows(days, last) }];
    });
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
    return this.#weeksAfter(first, REMINDERS)
      .filter((week) => week.monday !== next?.monday)
      .flatMap((week) => this.#ask(goal, week.monday, earliest(week.sunday, this.#range.until)) ?? []);
  }

  /** The school weeks after the one of `day`, within the year. */
  #weeksAfter(day: LocalDate, count: number): readonly SchoolWeek[] {
    const number = this.#calendar.schoolWeekOf(day)!.number;
    return this.#calendar.schoolWeeks(this.#year).slice(number, number + count);
  }

  #dueWeeks(rhythm: Rhythm): readonly DueWeek[] {
    const known = this.#due.get(rhythm) ?? dueWeeks(this.#calendar, this.#year, rhythm);
    this.#due.set(rhythm, known);
    return known;
  }

  /** A team talks about it in its meeting of that week, so it is asked after that; without a meeting, and of a person, from the Monday on. */
  #firstAsk(goal: PlannedGoal, week: SchoolWeek): Ask | null {
    const meeting =
      goal.owner?.kind === 'team'
        ? this.#meetings(goal.owner.teamId).find((day) => isWithin(day, { from: week.monday, until: week.sunday }))
        : undefined;
    return this.#ask(goal, meeting ? addDays(meeting, 1) : latest(week.monday, this.#range.from), this.#range.until);
  }

  /** Days on which the team really meets. */
  #meetings(teamId: TeamId): readonly LocalDate[] {
    const team = this.#teams.get(teamId);
    const known =
      this.#meetingDays.get(teamId) ??
      (team ? meetingsOf(team, this.#calendar, this.#year) : [])
        .filter(({ closed }) => !closed)
        .map(({ date }) => date);
    this.#meetingDays.set(teamId, known);
    return known;
  }

  #ask(goal: PlannedGoal, from: LocalDate, until: LocalDate): Ask | null {
    if (goal.owner === null) return null;
    if (goal.owner.kind === 'person') return this.#own(this.#people.get(goal.owner.personId), from, until);
    const team = this.#teams.get(goal.owner.teamId);
    const ask = team ? this.#askChair(team, from, until) : null;
    return ask && isWithin(ask.day, team!) ? ask : null;
  }

  /** The chair; on a day on which the chair does not work here any more or not yet, the deputy. An absent chair is waited for. */
  #askChair(team: Leerteam, from: LocalDate, until: LocalDate): Ask | null {
    const chair = this.#people.get(team.chairId);
    const deputy = team.deputyId === null ? undefined : this.#people.get(team.deputyId);
    if (!chair) return this.#own(deputy, from, until);
    const always = { ...chair, employment: { ...chair.employment, from: null, until: null } };
    const ask = this.#own(always, from, until);
    return ask && !isWithin(ask.day, chair.employment) ? this.#own(deputy, from, until) : ask;
  }

  #own(person: PlannedPerson | undefined, from: LocalDate, until: LocalDate): Ask | null {
    const day = person && firstOwnWorkingDay(this.#calendar, person, from, until);
    return day ? { receiver: person.id, day } : null;
  }
}
