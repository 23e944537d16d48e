/** Who has a POP at a school in a year, and whom somebody leads there on a day: what planning and every POP message go by. Pure. */
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { workplacesIn } from '../delivery/receivers.ts';
import { longAbsences } from '../people/long-absence.ts';
import type { PersonId } from '../people/person.ts';
import { leadOf } from './lead.ts';
import { opensOn, type PopTerms } from './pop-days.ts';

/** Does that year's POP begin in time? Who starts after the evaluation opened begins next year; so does the whole school when the consent came then. */
export function beginsIn(year: SchoolYear, { consent, days }: PopTerms, from: LocalDate | null): boolean {
  const evaluation = opensOn(days, 'evaluatie', year);
  return consent !== null && consent <= evaluation && (from === null || from <= evaluation);
}

/** Everybody with a POP of that year. */
export function takingPart({ people, pop }: SchoolState, year: SchoolYear): readonly PlannedPerson[] {
  return people.filter(({ employment }) => employment.pop && beginsIn(year, pop, employment.from));
}

/** The lead on that day (see `leadOf`); null: has none. */
export function leadOn(state: SchoolState, { id, employment }: PlannedPerson, day: LocalDate): PersonId | null {
  const recorded = employment.leadId;
  const isThere = recorded !== null && workplacesIn(state, recorded).some((place) => isWithin(day, place.employment));
  return leadOf(id, isThere ? recorded : null, directorsOn(state, day));
}

/** The people of this lead on that day, of those in `takesPart`: in service at the school, and not away for long. */
export function ledOn(
  state: SchoolState,
  takesPart: readonly PlannedPerson[],
  lead: PersonId,
  day: LocalDate,
): readonly PlannedPerson[] {
  return takesPart.filter(
    (person) =>
      isWithin(day, person.employment) && leadOn(state, person, day) === lead && !isAwayForLong(state, person, day),
  );
}

/** Who is, is not waited for (PRODUCT 3, Absence). */
function isAwayForLong({ school }: SchoolState, person: PlannedPerson, day: LocalDate): boolean {
  const isAway = person.absences.some((absence) => isWithin(day, absence));
  return isAway && longAbsences(schoolCalendar(school.calendar), person).some((absence) => isWithin(day, absence));
}

function directorsOn({ people }: SchoolState, day: LocalDate): readonly PersonId[] {
  return people
    .filter(({ employment }) => employment.roles.includes('directeur') && isWithin(day, employment))
    .map(({ id }) => id);
}
