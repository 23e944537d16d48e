/** Who hears of saved minutes: the team in its channel, else each member in the digest, and each owner of an action. Pure. */
import { actionTell } from '../actions/tells.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { type LocalTime, localDateOf, localTime, localTimeOf } from '../calendar/zone.ts';
import type { Announcement, PostDraft, Tell } from '../delivery/announcement.ts';
import { CLOSES, isOpenAt, OPENS } from '../delivery/digest-times.ts';
import { meetingSubject } from '../delivery/subject.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import type { PersonId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import type { Announce, NewMinutes } from './minutes.store.ts';
import { savedPostKey, savedTellKey } from './minutes-message.ts';

/** Longer than a vacation without the summer; minutes from before the summer are history after it. */
const MOST_DAYS = 28;
/** A post in a channel that could not go out, or was added to, within a week. */
const POST_DAYS = 7;

/** `members`: everybody of the team today. Nobody hears what they wrote themselves, and nobody hears of one thing twice. */
export function minutesAnnouncement(
  { team, meeting, calendar }: FoundMeeting,
  said: NewMinutes,
  members: readonly PersonId[],
  writer: PersonId,
  now: Date,
): Announce {
  const { schoolId, id: teamId, channel } = team;
  const { date } = meeting;
  const today = localDateOf(now);
  const subject = meetingSubject(teamId, date);
  const { decisions, actions: agreed, carried, checkIns, advice, shared } = said;
  // "Het was gezellig" is for whoever looks it up, and for a channel; it is worth nobody's digest.
  const isNews =
    decisions.length + agreed.length + carried.length + checkIns.length > 0 || advice !== null || shared !== '';
  const readers = isNews && channel === '' ? members.filter((id) => id !== writer) : [];
  const tells = minutesTells(team, date, readers, now);
  const posts =
    (isNews || said.text !== '') && channel !== '' ? [channelPost(team, meeting.date, subject, calendar, now)] : [];
  return (actions) => {
    const owners = said.actions.flatMap(({ ownerId }, index): Tell[] =>
      // Whoever gets the minutes gets [Klopt niet] there.
      ownerId === writer || readers.includes(ownerId)
        ? []
        : [actionTell('afgesproken', { id: actions[index]!, schoolId }, ownerId, now, today)],
    );
    return { tells: [...tells, ...owners], posts, changed: posts.length > 0 ? [subject] : [] } satisfies Announcement;
  };
}

/** Each for themselves, from the day of `now` on. */
export function minutesTells(
  { id, schoolId }: Pick<Leerteam, 'id' | 'schoolId'>,
  date: LocalDate,
  readers: readonly PersonId[],
  now: Date,
): readonly Tell[] {
  const from = localDateOf(now);
  return readers.map((receiver) => ({
    key: savedTellKey(id, date, receiver, now),
    kind: 'verslag',
    receiver,
    schoolId,
    subject: meetingSubject(id, date),
    from,
    until: addDays(from, MOST_DAYS),
  }));
}

function channelPost(
  { id, schoolId, channel }: FoundMeeting['team'],
  date: LocalDate,
  subject: string,
  calendar: SchoolCalendar,
  now: Date,
): PostDraft {
  const { day, time } = postMoment(calendar, now);
  return {
    key: savedPostKey(id, date),
    kind: 'verslag',
    schoolId,
    to: { kind: 'channel', schoolId, channel },
    subject,
    day,
    time,
    untilDay: addDays(day, POST_DAYS),
    until: localTime(CLOSES),
  };
}

/** Now, when it is between 08:00 and 17:00 on a day on which the school is open; else the next such moment (PRODUCT 1). */
function postMoment(calendar: SchoolCalendar, now: Date): { readonly day: LocalDate; readonly time: LocalTime } {
  const today = localDateOf(now);
  const opens = localTime(OPENS);
  const time = localTimeOf(now);
  if (calendar.isOpen(today) && isOpenAt(now)) return { day: today, time };
  const from = time < opens ? today : addDays(today, 1);
  return { day: calendar.nextOpen(from) ?? from, time: opens };
}
