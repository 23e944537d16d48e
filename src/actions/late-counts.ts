/** How many actions are late, per team where that says nothing about a person, and in all (PRODUCT 1 and 7). */
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { PlannedAction, PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { longAbsences } from '../people/long-absence.ts';
import type { PersonId, TeamId } from '../people/person.ts';

/** A group of fewer people is not counted apart. */
const FEWEST = 5;

export type LateCounts = {
  /** Of the whole school; null when somebody could work out the number of one small team from it. */
  readonly total: number | null;
  /** Teams that may be shown apart, also those with none. */
  readonly teams: ReadonlyMap<TeamId, number>;
};

/** Open actions that were due before `today`. Of somebody who is away for long nothing counts as late (PRODUCT 3, Absence). Pure. */
export function lateActions({ actions, people, school }: SchoolState, today: LocalDate): readonly PlannedAction[] {
  const calendar = schoolCalendar(school.calendar);
  const isAway = (person: PlannedPerson) => longAbsences(calendar, person).some((absence) => isWithin(today, absence));
  const away = new Set(people.filter(isAway).map(({ id }) => id));
  return actions.filter(({ due, ownerId }) => due < today && !away.has(ownerId));
}

/**
 * What a reader may see who knows the actions of the teams in `known` (their own) anyway. Teams of five and more are shown apart, the others are in the
 * total only. What the total holds beyond the numbers that are shown or known is always of two or more teams with five or more people together; to reach
 * that, the smallest of the other teams are not shown apart either, and when that is not enough there is no total. Which teams these are follows from their
 * size alone, never from how many actions are late. So no number of a small team follows from the others, unless nothing is late in all of that rest. Pure.
 */
export function lateCounts(state: SchoolState, today: LocalDate, known: ReadonlySet<TeamId>): LateCounts {
  const late = lateActions(state, today);
  const groups = state.teams
    .filter((team) => isWithin(today, team))
    .map(({ id }) => ({ id, people: teamPeople(state, id, today) }))
    .sort((a, b) => a.people.size - b.people.size || a.id - b.id);
  const open = groups.filter(({ id, people }) => known.has(id) || people.size >= FEWEST);
  const hidden = groups.filter((group) => !open.includes(group));
  const count = (shown: readonly Group[]) =>
    new Map(shown.map(({ id }) => [id, late.filter(({ teamId }) => teamId === id).length]));
  if (hidden.length === 0) return { total: late.length, teams: count(open) };
  const spare = open.filter(({ id }) => !known.has(id));
  for (let folded = 0; folded <= spare.length; folded++) {
    const apart = open.filter((group) => !spare.slice(0, folded).includes(group));
    if (hides([...hidden, ...spare.slice(0, folded)])) return { total: late.length, teams: count(apart) };
  }
  return { total: null, teams: count(open) };
}

type Group = { readonly id: TeamId; readonly people: ReadonlySet<PersonId> };

function hides(groups: readonly Group[]): boolean {
  const people = new Set(groups.flatMap((group) => [...group.people]));
  return groups.length >= 2 && people.size >= FEWEST;
}

/** Chair, deputy and members on `today` who work at the school then. */
function teamPeople({ teams, members, people }: SchoolState, teamId: TeamId, today: LocalDate): ReadonlySet<PersonId> {
  const team = teams.find(({ id }) => id === teamId);
  const here = new Set(people.filter(({ employment }) => isWithin(today, employment)).map(({ id }) => id));
  const ids = [
    team?.chairId,
    team?.deputyId,
    ...members.filter((one) => one.teamId === teamId && isWithin(today, one)).map(({ personId }) => personId),
  ];
  return new Set(ids.filter((id): id is PersonId => id != null && here.has(id)));
}
