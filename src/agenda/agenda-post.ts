/** What goes out when an agenda is shared: one post in the team's channel, else a point in the digest of each member (PRODUCT 6, agenda delen). Pure. */
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { Announcement } from '../delivery/announcement.ts';
import { meetingSubject } from '../delivery/subject.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import type { PersonId } from '../people/person.ts';
import { sharePostKey, shareTellKey } from './share.nudge.ts';

/** `members`: who gets it in a team without a channel. The draft that went out on the day itself is edited when it is shared after all. */
export function sharedAgenda(
  { team, meeting }: Pick<FoundMeeting, 'team' | 'meeting'>,
  members: readonly { readonly id: PersonId }[],
  now: Date,
): Announcement {
  const today = localDateOf(now);
  const { date, time } = meeting;
  const about = { kind: 'agenda-delen', schoolId: team.schoolId, subject: meetingSubject(team.id, date) } as const;
  if (team.channel === '') {
    const tell = (receiver: PersonId) => ({
      key: shareTellKey(team.id, date, receiver),
      receiver,
      from: today,
      until: date,
    });
    return { tells: members.map(({ id }) => ({ ...about, ...tell(id) })), posts: [], changed: [about.subject] };
  }
  const to = { kind: 'channel', schoolId: team.schoolId, channel: team.channel } as const;
  const times = { day: today, time: localTimeOf(now), untilDay: date, until: time };
  return {
    tells: [],
    posts: [{ ...about, key: sharePostKey(team.id, date), to, ...times }],
    changed: [about.subject],
  };
}
