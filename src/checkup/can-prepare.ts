/** Can somebody prepare each meeting? As "agenda klaarzetten" decides it (PRODUCT 6). */

import { preparationOf } from '../agenda/preparation.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf, schoolYearRange } from '../calendar/school-year.ts';
import type { SchoolState } from '../delivery/nudge.ts';
import { plannedMeetings } from '../meetings/planned-meetings.ts';
import type { Leerteam } from '../teams/leerteam.ts';

/** How many of the team's meetings from `today` to the end of the school year nobody can prepare. */
export function meetingsNobodyPrepares(state: SchoolState, team: Leerteam, today: LocalDate): number {
  const { until } = schoolYearRange(schoolYearOf(today));
  return plannedMeetings(state, team, today, until).filter((meeting) => !preparationOf(state, team, meeting)).length;
}
