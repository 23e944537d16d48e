/** Who must see to it that something gets a new owner: the chair for what is a leerteam's, else the director (PRODUCT 6, overdracht). Pure. */
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { receiversOf } from '../delivery/receivers.ts';
import { longAbsences } from '../people/long-absence.ts';
import type { PersonId, Role } from '../people/person.ts';
import { type OpenThing, openWork, teamOf } from './open-work.ts';

/**
 * Of what the leaver has open on `day`: who hands over what. A team's work goes to its chair, without one to its deputy; all else, and a
 * team's work without either, to the directors; without another director to somebody of the board, else to an admin.
 */
export function handedBy(
  state: SchoolState,
  leaver: PersonId,
  day: LocalDate,
): ReadonlyMap<PersonId, readonly OpenThing[]> {
  const byReceiver = new Map<PersonId, OpenThing[]>();
  for (const thing of openWork(state, leaver, day)) {
    for (const receiver of handersOf(state, leaver, thing, day)) {
      const known = byReceiver.get(receiver);
      if (known) known.push(thing);
      else byReceiver.set(receiver, [thing]);
    }
  }
  return byReceiver;
}

/** Never the leaver, and nobody who is out of service or long absent on `day`. All directors of a school, one of any other role. */
export function handersOf(state: SchoolState, leaver: PersonId, thing: OpenThing, day: LocalDate): readonly PersonId[] {
  const calendar = schoolCalendar(state.school.calendar);
  const isThere = (person: PlannedPerson) =>
    person.id !== leaver &&
    isWithin(day, person.employment) &&
    !longAbsences(calendar, person).some((absence) => isWithin(day, absence));
  const people = [...receiversOf(state).values()].filter(isThere);
  const withRole = (role: Role) =>
    people.filter(({ employment }) => employment.roles.includes(role)).map(({ id }) => id);

  const team = state.teams.find(({ id }) => id === teamOf(thing));
  const ofTeam = [team?.chairId, team?.deputyId].find((id) => people.some((person) => person.id === id));
  if (ofTeam) return [ofTeam];
  const directors = withRole('directeur');
  if (directors.length > 0) return directors;
  return [...withRole('bestuur'), ...withRole('beheerder')].slice(0, 1);
}
