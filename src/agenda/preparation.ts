/** Who gets the agenda ready, and on which day: "the chair, else the deputy" (PRODUCT 6, agenda klaarzetten). */
import { addDays, eachDay, type LocalDate, latest } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import type { TeamMeeting } from '../meetings/meeting.ts';
import { meetingBefore } from '../meetings/planned-meetings.ts';
import type { PersonId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';

export type Preparation = { readonly receiver: PersonId; readonly day: LocalDate };

/** How many calendar days before a meeting it is prepared at the earliest. */
export const MOST_DAYS_BEFORE = 7;

/** Who prepares this meeting and when; null: nobody can. Pure. */
export function preparationOf(state: SchoolState, team: Leerteam, meeting: TeamMeeting): Preparation | null {
  const calendar = schoolCalendar(state.school.calendar);
  const days = daysBefore(calendar, meeting.date, meetingBefore(state, team, meeting.date)?.date ?? null);
  const people = [team.chairId, team.deputyId].flatMap((id) => state.people.find((person) => person.id === id) ?? []);
  for (const person of people) {
    const day = dayBefore(calendar, person, days);
    if (day) return { receiver: person.id, day };
  }
  const present = people.find((person) => isOwnWorkingDay(calendar, person, meeting.date));
  return present ? { receiver: present.id, day: meeting.date } : null;
}

/** w1, w2, ...: the open days before the meeting and after the one before it, nearest first. */
function daysBefore(calendar: SchoolCalendar, meeting: LocalDate, previous: LocalDate | null): readonly LocalDate[] {
  const earliest = addDays(meeting, -MOST_DAYS_BEFORE);
  const from = previous === null ? earliest : latest(earliest, addDays(previous, 1));
  return [...eachDay(from, addDays(meeting, -1))].filter((day) => calendar.isOpen(day)).reverse();
}

/** Rather not the last day before the meeting: then there is time to change something. */
function dayBefore(
  calendar: SchoolCalendar,
  person: PlannedPerson,
  [nearest, ...earlier]: readonly LocalDate[],
): LocalDate | null {
  const isOwn = (day: LocalDate | undefined) => day !== undefined && isOwnWorkingDay(calendar, person, day);
  return earlier.find(isOwn) ?? (isOwn(nearest) ? nearest! : null);
}
