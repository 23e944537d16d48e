/** What goes out when an agenda is shared: one post in the team's channel, else a point in the digest of each member (PRODUCT 6, agenda delen). Pure. */
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { Announcement, Tell } from '../delivery/announcement.ts';
import { meetingSubject } from '../delivery/subject.ts';
import type { FoundMeeting } from '../meetings/find-meeting.ts';
import type { PersonId, TeamId } from '../people/person.ts';
import type { Leerteam } from '../teams/leerteam.ts';

type Shared = Pick<FoundMeeting, 'team' | 'meeting'>;

/** The post in this channel; the agenda that somebody shares has the same one, so that nobody gets it twice. */
export function sharePostKey({ id, channel }: Pick<Leerteam, 'id' | 'channel'>, date: LocalDate): string {
  return `agenda-delen:${id}:${date}:${channel}`;
}

/** The point in the digest of somebody of a team without a channel, or whose channel could not be reached. */
export function shareTellKey(teamId: TeamId, date: LocalDate, receiver: PersonId): string {
  return `agenda-delen:${teamId}:${date}:${receiver}`;
}

/** `members`: who gets it in a team without a channel. The draft that went out on the day itself is edited when it is shared after all. */
export function sharedAgenda(shared: Shared, members: readonly { readonly id: PersonId }[], now: Date): Announcement {
  const { team, meeting } = shared;
  const about = aboutOf(shared);
  if (team.channel === '') return { tells: agendaTells(shared, members, now), posts: [], changed: [about.subject] };
  const to = { kind: 'channel', schoolId: team.schoolId, channel: team.channel } as const;
  const times = { day: localDateOf(now), time: localTimeOf(now), untilDay: meeting.date, until: meeting.time };
  return {
    tells: [],
    posts: [{ ...about, key: sharePostKey(team, meeting.date), to, ...times }],
    changed: [about.subject],
  };
}

/** Each for themselves, from the day of `now` until the meeting. */
export function agendaTells(shared: Shared, members: readonly { readonly id: PersonId }[], now: Date): readonly Tell[] {
  const { team, meeting } = shared;
  return members.map(({ id }) => ({
    ...aboutOf(shared),
    key: shareTellKey(team.id, meeting.date, id),
    receiver: id,
    from: localDateOf(now),
    until: meeting.date,
  }));
}

function aboutOf({ team, meeting }: Shared) {
  const subject = meetingSubject(team.id, meeting.date);
  return { kind: 'agenda-delen', schoolId: team.schoolId, subject } as const;
}
