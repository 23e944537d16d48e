/** When the chair is asked "Hoe was Bovenbouw vandaag?": all days of a school year, from rhythms and calendars alone (PRODUCT 6, verslag). */
import { addDays, daysBetween, isWithin, type LocalDate, latest } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolYear } from '../calendar/school-days.ts';
import { schoolYearRange } from '../calendar/school-year.ts';
import { firstOwnWorkingDay, isOwnWorkingDay } from '../calendar/working-day.ts';
import { type LocalTime, localTime } from '../calendar/zone.ts';
import { CLOSES, OPENS } from '../delivery/digest-times.ts';
import type { PlannedPerson, SchoolState } from '../delivery/nudge.ts';
import { addMinutesTo, endOf, type TeamMeeting } from '../meetings/meeting.ts';
import { plannedMeetings } from '../meetings/planned-meetings.ts';
import { longAbsences } from '../people/long-absence.ts';
import type { PersonId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';

/** `at`: a message of its own, on the day of the meeting; null: in the digest. */
export type RequestStep = { readonly receiver: PersonId; readonly day: LocalDate; readonly at: LocalTime | null };

/** The request for the minutes of one meeting and, at most, one reminder. */
export type MinutesRequest = {
  readonly team: Leerteam;
  readonly date: LocalDate;
  readonly first: RequestStep;
  readonly reminder: RequestStep | null;
  /** The last day on which it still makes sense. */
  readonly last: LocalDate;
};

const MINUTES_AFTER = 15;
const WEEK = 7;
/** From the first request to the reminder at most, and as long as it makes sense to ask. */
const MOST_DAYS = 7;
/** Over a summer and what comes with it. After two absences on end it may be longer, and then nobody is asked any more. */
const MOST_DAYS_AHEAD = 73;
/** The request of a meeting longer ago than this is over. */
const DAYS_BACK = MOST_DAYS_AHEAD + MOST_DAYS;

/** The requests that may be asked on `day`, by team. Pure. */
export function requestsNear(state: SchoolState, day: LocalDate): readonly MinutesRequest[] {
  const plan = planOf(state);
  return state.teams.flatMap((team) => {
    const near: MinutesRequest[] = [];
    for (const meeting of meetingsBack(state, team, day)) {
      const request = plan.of(team, meeting);
      // Whoever is asked of an earlier meeting is asked earlier, or on the same day.
      if (request && request.last < day) break;
      if (request && request.first.day <= day) near.unshift(request);
    }
    return near;
  });
}

/** Those on or before `day`, newest first, week by week: mostly one or two weeks are enough. */
function* meetingsBack(state: SchoolState, team: Leerteam, day: LocalDate): Generator<TeamMeeting> {
  const earliest = addDays(day, -DAYS_BACK);
  for (let until = day; until >= earliest; until = addDays(until, -WEEK)) {
    yield* [...plannedMeetings(state, team, latest(addDays(until, 1 - WEEK), earliest), until)].reverse();
  }
}

/** The requests for the minutes of the school's meetings in this school year, of which nobody said yet what became of them. Pure. */
export function requestsOf(state: SchoolState, year: SchoolYear): readonly MinutesRequest[] {
  const plan = planOf(state);
  const { from, until } = schoolYearRange(year);
  return state.teams.flatMap((team) =>
    plannedMeetings(state, team, from, until).flatMap((meeting) => plan.of(team, meeting) ?? []),
  );
}

const PLANS = new WeakMap<SchoolState, RequestPlan>();

/** Kept per loaded state, so that a preview may ask day by day. */
function planOf(state: SchoolState): RequestPlan {
  const plan = PLANS.get(state) ?? new RequestPlan(state);
  PLANS.set(state, plan);
  return plan;
}

/** Works out what it is asked for, once. */
class RequestPlan {
  readonly #calendar: SchoolCalendar;
  readonly #people: ReadonlyMap<PersonId, PlannedPerson>;
  readonly #requests = new Map<string, MinutesRequest | null>();

  constructor({ school, people }: SchoolState) {
    this.#calendar = schoolCalendar(school.calendar);
    this.#people = new Map(people.map((person) => [person.id, person]));
  }

  of(team: Leerteam, meeting: TeamMeeting): MinutesRequest | null {
    const key = `${team.id} ${meeting.date}`;
    const known = this.#requests.get(key);
    if (known !== undefined) return known;
    const isTold = meeting.state === 'gehouden';
    const request = isTold ? null : requestFor(team, meeting, this.#calendar, this.#people);
    this.#requests.set(key, request);
    return request;
  }
}

function requestFor(
  team: Leerteam,
  meeting: TeamMeeting,
  calendar: SchoolCalendar,
  people: ReadonlyMap<PersonId, PlannedPerson>,
): MinutesRequest | null {
  const chair = people.get(team.chairId);
  const deputy = team.deputyId === null ? undefined : people.get(team.deputyId);
  if (chair && isLongAway(chair, meeting.date, calendar)) return null;
  const asked: Asked = { chair, deputy, calendar };
  const first = onTheDay(asked, meeting) ?? after(asked, meeting.date);
  if (!first) return null;
  const next = after(asked, first.day);
  const reminder = next && daysBetween(first.day, next.day) <= MOST_DAYS ? next : null;
  return { team, date: meeting.date, first, reminder, last: addDays(first.day, MOST_DAYS) };
}

/** The chair is asked; on days on which the chair does not work at the school (any more) the deputy. */
type Asked = {
  readonly chair: PlannedPerson | undefined;
  readonly deputy: PlannedPerson | undefined;
  readonly calendar: SchoolCalendar;
};

/** Null when the working day is over by then, or it is not their own. */
function onTheDay({ chair, deputy, calendar }: Asked, meeting: TeamMeeting): RequestStep | null {
  const { date } = meeting;
  const at = addMinutesTo(endOf(meeting), MINUTES_AFTER);
  const person = chair && isWithin(date, chair.employment) ? chair : deputy;
  if (at >= CLOSES || !person || !isOwnWorkingDay(calendar, person, date)) return null;
  return { receiver: person.id, day: date, at: at < OPENS ? localTime(OPENS) : at };
}

/** In the digest of the first own working day after `day`. */
function after({ chair, deputy, calendar }: Asked, day: LocalDate): RequestStep | null {
  const tomorrow = addDays(day, 1);
  const until = addDays(day, MOST_DAYS_AHEAD);
  const own = (person: PlannedPerson | undefined, from: LocalDate): RequestStep | null => {
    const found = person && firstOwnWorkingDay(calendar, person, from, until);
    return found ? { receiver: person.id, day: found, at: null } : null;
  };
  if (!chair) return own(deputy, tomorrow);
  const left = chair.employment.until;
  return own(chair, tomorrow) ?? (left ? own(deputy, latest(tomorrow, addDays(left, 1))) : null);
}

/** Who is back after a long absence gets one overview, and no flood of questions about meetings without them (PRODUCT 3). */
function isLongAway({ employment, absences }: PlannedPerson, date: LocalDate, calendar: SchoolCalendar): boolean {
  return isWithin(date, employment) && longAbsences(calendar, { absences }).some((absence) => isWithin(date, absence));
}
