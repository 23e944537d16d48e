/** "Let op: op donderdag 31 december gaat het niet door": what of the calendar touches this meeting and the next (PRODUCT 3). Pure. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { nextSchoolYear, schoolYearOf } from '../calendar/school-year.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import { takesPlace, teamMeetings } from '../meetings/meeting.ts';

export type AgendaWarning =
  /** A meeting that is lost to a closed day of this name. */
  | { readonly kind: 'closed'; readonly date: LocalDate; readonly name: string }
  /** It takes place all the same. */
  | { readonly kind: 'study-day'; readonly date: LocalDate };

/** Days, when no other meeting follows. */
const LOOK_AHEAD = 28;

/**
 * Meetings on or after `today` that a closed day takes away, up to the one that follows this meeting; and a study day of this meeting
 * or the one that follows. By date.
 */
export function agendaWarnings(
  { team, meeting, calendar, stored }: FoundMeeting,
  today: LocalDate,
): readonly AgendaWarning[] {
  const year = schoolYearOf(meeting.date);
  const meetings = [year, nextSchoolYear(year)].flatMap((each) => teamMeetings(team, calendar, each, stored));
  const next = meetings.find((each) => each.date > meeting.date && takesPlace(each));
  const last = next?.date ?? addDays(meeting.date, LOOK_AHEAD);
  return meetings
    .filter(({ date }) => date >= today && date <= last)
    .flatMap((each): readonly AgendaWarning[] => {
      const { date, closed, state } = each;
      if (closed !== null && (state === 'gepland' || state === 'gedeeld'))
        return [{ kind: 'closed', date, name: closed }];
      const isNear = date === meeting.date || date === next?.date;
      return isNear && takesPlace(each) && calendar.kindOf(date) === 'studiedag' ? [{ kind: 'study-day', date }] : [];
    });
}
