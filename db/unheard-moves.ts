/** A meeting moved again before anybody heard of it: one message tells the whole, from the date that people know. Call within an act. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { Announcement } from '../src/delivery/announcement.ts';
import { meetingSubject } from '../src/delivery/subject.ts';
import type { PersonId, TeamId } from '../src/people/person.ts';
import type { Database } from './database.ts';
import { meetingOn } from './meeting-rows.ts';

// By school, because that has an index.
const OF_SCHOOL = 'school_id = (select school_id from team where id = :teamId)';
const UNHEARD = `
  select key, subject, receiver_id as personId, 0 as isPost from outbox
  where ${OF_SCHOOL} and subject = :subject and kind = 'bijeenkomst-gewijzigd' and state = 'planned'
  union all
  select key, subject, person_id as personId, 1 as isPost from post
  where subject = :subject and kind = 'bijeenkomst-gewijzigd' and state = 'planned' and token is null`;
const DROP_TELL = 'delete from outbox where key = :key';
const DROP_POST = 'delete from post where key = :key';
// An agenda shared for a day that nobody heard of; the new day gets its own.
const DROP_AGENDAS = [
  `delete from outbox where ${OF_SCHOOL} and subject = :subject and kind = 'agenda-delen' and state = 'planned'`,
  `delete from post where ${OF_SCHOOL} and subject = :subject and kind = 'agenda-delen' and state = 'planned' and token is null`,
];

type Unheard = {
  readonly key: string;
  readonly subject: string;
  /** Null: the channel. */
  readonly personId: PersonId | null;
  readonly isPost: 0 | 1;
};

/**
 * Takes back what was planned and not sent about the moves that led to this day. Gives the announcement in which each receiver hears of
 * the date in the oldest of these instead, under its key: that is the last one they know.
 */
export function fromHeardDate(
  database: Database,
  teamId: TeamId,
  date: LocalDate,
  { tells, posts, changed }: Announcement,
): Announcement {
  const unheard = movesTo(database, teamId, date).flatMap((day) =>
    database.statement<object, Unheard>(UNHEARD).all({ teamId, subject: meetingSubject(teamId, day) }),
  );
  for (const { key, isPost } of unheard) database.statement(isPost ? DROP_POST : DROP_TELL).run({ key });
  if (unheard.length > 0) {
    for (const drop of DROP_AGENDAS) database.statement(drop).run({ teamId, subject: meetingSubject(teamId, date) });
  }
  const known = (personId: PersonId | null): Pick<Unheard, 'key' | 'subject'> | undefined => {
    const row = unheard.find((each) => each.personId === personId);
    return row && { key: row.key, subject: row.subject };
  };
  return {
    tells: tells.map((tell) => ({ ...tell, ...known(tell.receiver) })),
    posts: posts.map((post) => ({ ...post, ...known(post.to.kind === 'person' ? post.to.personId : null) })),
    changed,
  };
}

/** The days on which this meeting was before, oldest first, and this one. */
function movesTo(database: Database, teamId: TeamId, date: LocalDate): readonly LocalDate[] {
  const days = [date];
  for (let day = date; ; ) {
    const from = meetingOn(database, teamId, day)?.movedFrom ?? null;
    if (from === null || days.includes(from)) return days;
    if (meetingOn(database, teamId, from)?.movedTo !== day) return days;
    days.unshift(from);
    day = from;
  }
}
