/** Who hears that a meeting was moved or cancelled, and how: once each (PRODUCT 1 and 6). Pure. */
import { addDays, type LocalDate, latest } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import { type LocalTime, localDateOf, localTime, localTimeOf, parseLocalTime } from '../calendar/zone.ts';
import type { Announcement, PostDraft, Tell } from '../delivery/announcement.ts';
import { CLOSES, isOpenAt } from '../delivery/digest-times.ts';
import type { PlannedPerson } from '../delivery/nudge.ts';
import { meetingSubject } from '../delivery/subject.ts';
import type { PersonId } from '../people/person.ts';
import type { Destination } from '../platform.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import type { FoundMeeting } from './find-meeting.ts';

const SOON_DAYS = 2;
const END_OF_DAY = localTime('23:59');

/**
 * One post in the team's channel. Without a channel each of `others`: at once when it is soon and they are at work now, else in their
 * next digest. `to` is the new day; null when it is cancelled.
 */
export function changedMeeting(
  { team, meeting, calendar }: Pick<FoundMeeting, 'team' | 'meeting' | 'calendar'>,
  to: LocalDate | null,
  others: readonly PlannedPerson[],
  now: Date,
): Announcement {
  const today = localDateOf(now);
  const { date } = meeting;
  // A meeting that is moved again, even back, is another change.
  const key = `bijeenkomst-gewijzigd:${team.id}:${date}T${meeting.time}:${meeting.version ?? 0}`;
  const about = {
    kind: 'bijeenkomst-gewijzigd',
    schoolId: team.schoolId,
    subject: meetingSubject(team.id, date),
  } as const;
  const last = latest(latest(date, to ?? date), today);
  const post = (key: string, destination: Destination, until: LocalTime): PostDraft => ({
    ...about,
    key,
    to: destination,
    day: today,
    time: localTimeOf(now),
    untilDay: last,
    until,
  });
  if (team.channel !== '') {
    const channel = { kind: 'channel', schoolId: team.schoolId, channel: team.channel } as const;
    return { tells: [], posts: [post(key, channel, END_OF_DAY)], changed: [about.subject] };
  }
  const isUrgent = isOpenAt(now) && [date, ...(to ? [to] : [])].some((day) => isSoon(calendar, day, today));
  const isToldNow = (person: PlannedPerson) => isUrgent && isOwnWorkingDay(calendar, person, today);
  return {
    tells: others
      .filter((person) => !isToldNow(person))
      .map(({ id }) => changedTell(team, { key, subject: about.subject }, id, today, last)),
    posts: others
      .filter(isToldNow)
      .map(({ id }) => post(`${key}:${id}`, { kind: 'person', personId: id }, localTime(CLOSES))),
    changed: [about.subject],
  };
}

/** For the digest of one person of the team. */
export function changedTell(
  { schoolId }: Pick<Leerteam, 'schoolId'>,
  { key, subject }: Pick<PostDraft, 'key' | 'subject'>,
  receiver: PersonId,
  from: LocalDate,
  until: LocalDate,
): Tell {
  return { key: `${key}:${receiver}`, kind: 'bijeenkomst-gewijzigd', receiver, schoolId, subject, from, until };
}

/** The time that its receiver knows, from the key of such a message; null when it does not say. */
export function knownTime(key: string): LocalTime | null {
  const time = /^[^:]+:\d+:[\d-]{10}T(\d\d:\d\d):/.exec(key)?.[1];
  return time === undefined ? null : parseLocalTime(time);
}

/** Today, or at most two open days later. */
function isSoon(calendar: SchoolCalendar, day: LocalDate, today: LocalDate): boolean {
  let last = today;
  for (let count = 0; count < SOON_DAYS; count++) last = calendar.nextOpen(addDays(last, 1)) ?? last;
  return today <= day && day <= last;
}
