/** Can somebody prepare each meeting? As "agenda klaarzetten" decides it (PRODUCT 6). */
import type { Leerteam } from '../agenda/leerteam.ts';
import { plannedMeetings } from '../agenda/planned-meetings.ts';
import { preparationOf } from '../agenda/preparation.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import type { SchoolState } from '../delivery/nudge.ts';

/** How many of the team's meetings from `today` to the end of the school year nobody can prepare. */
export function meetingsNobodyPrepares(state: SchoolState, team: Leerteam, today: LocalDate): number {
  const { until } = schoolYearRange(schoolYearOf(today));
  return plannedMeetings(state, team, today, until).filter((meeting) => !preparationOf(state, team, meeting)).length;
}
