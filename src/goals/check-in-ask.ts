/** Who is asked about a goal, and on which day: the owner, or the chair after the meeting (PRODUCT 6, doel check-in). */

import { addDays, earliest, isWithin, type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolWeek, SchoolYear } from '../calendar/school-days.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import { firstOwnWorkingDay } from '../calendar/working-day.ts';
import type { PlannedGoal, PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { plannedMeetings } from '../meetings/planned-meetings.ts';
import type { PersonId, TeamId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';

export type Ask = { readonly receiver: PersonId; readonly day: LocalDate };

/** Knows the people and meetings of one school in one school year. */
export class Asker {
  readonly #state: SchoolState;
  readonly #calendar: SchoolCalendar;
  readonly #year: SchoolYear;
  readonly #people: ReadonlyMap<PersonId, PlannedPerson>;
  readonly #teams: ReadonlyMap<TeamId, Leerteam>;

  constructor(state: SchoolState, calendar: SchoolCalendar, year: SchoolYear) {
    this.#state = state;
    this.#calendar = calendar;
    this.#year = year;
    this.#people = new Map(state.people.map((person) => [person.id, person]));
    this.#teams = new Map(state.teams.map((team) => [team.id, team]));
  }

  /**
   * The first nudge of a check-in that is due in this week; null when nobody can be asked any more this school year. A team talks
   * about it in its meeting of that week, so it is asked after that; without a meeting, and of a person, from the Monday on.
   */
  first({ owner }: PlannedGoal, { monday }: SchoolWeek): Ask | null {
    const range = schoolYearRange(this.#year);
    const meeting = owner?.kind === 'team' ? this.#meetingDay(owner.teamId, monday) : null;
    return this.within(owner, meeting ? addDays(meeting, 1) : latest(monday, range.from), range.until);
  }

  /** Whoever is asked first from `from` up to and including `until`. */
  within(owner: PlannedGoal['owner'], from: LocalDate, until: LocalDate): Ask | null {
    if (owner === null) return null;
    if (owner.kind === 'person') return this.#own(this.#people.get(owner.personId), from, until);
    const team = this.#teams.get(owner.teamId);
    const ask = team ? this.#ofTeam(team, from, until) : null;
    return ask && isWithin(ask.day, team!) ? ask : null;
  }

  /** The chair, whose absence is waited for; on days before and after the chair works here the deputy. */
  #ofTeam(team: Leerteam, from: LocalDate, until: LocalDate): Ask | null {
    const chair = this.#people.get(team.chairId);
    const deputy = team.deputyId === null ? undefined : this.#people.get(team.deputyId);
    if (!chair) return this.#own(deputy, from, until);
    const { from: first, until: last } = chair.employment;
    return (
      (first && this.#own(deputy, from, earliest(until, addDays(first, -1)))) ??
      this.#own(chair, from, until) ??
      (last && this.#own(deputy, latest(from, addDays(last, 1)), until))
    );
  }

  #own(person: PlannedPerson | undefined, from: LocalDate, until: LocalDate): Ask | null {
    const day = person && firstOwnWorkingDay(this.#calendar, person, from, until);
    return day ? { receiver: person.id, day } : null;
  }

  /** The day on which the team really meets in that week. */
  #meetingDay(teamId: TeamId, monday: LocalDate): LocalDate | null {
    const team = this.#teams.get(teamId);
    return team ? (plannedMeetings(this.#state, team, monday, addDays(monday, 6))[0]?.date ?? null) : null;
  }
}
