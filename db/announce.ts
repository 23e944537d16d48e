/** What others must hear because of an act, stored inside that act. */
import { instantAt } from '../src/calendar/zone.ts';
import type { Announcement, PostDraft, Tell } from '../src/delivery/announcement.ts';
import type { Database } from './database.ts';

const TELL = `
  insert into outbox (key, kind, receiver_id, school_id, subject, step, from_day, until_day, answered_from, next_day, told)
  values (:key, :kind, :receiver, :schoolId, :subject, 0, :from, :until, :from, :from, 1)
  on conflict (key) do update set state = 'planned', reason = '', from_day = excluded.from_day,
    until_day = excluded.until_day, next_day = max(excluded.next_day, coalesce(snoozed_to, '')), told = 1
  where state in ('planned', 'lapsed')`;
const ADD_POST = `
  insert into post (key, kind, school_id, person_id, channel, subject, due_at, until_at)
  values (:key, :kind, :schoolId, :personId, :channel, :subject, :dueAt, :untilAt)
  on conflict (key) do nothing`;
const TELL_POST = `
  insert into post (key, kind, school_id, person_id, channel, subject, due_at, until_at, told)
  values (:key, :kind, :schoolId, :personId, :channel, :subject, :dueAt, :untilAt, 1)
  on conflict (key) do update set state = 'planned', reason = '', person_id = excluded.person_id,
    channel = excluded.channel, due_at = excluded.due_at, until_at = excluded.until_at, told = 1, reference = null, sent_at = null,
    stale = 0
  where state <> 'sent' or (reason <> '' and token is null)`;
/** Starts an update of posts whose words changed. 2: while one is being sent or edited, so that the end of that does not hide the change. */
export const POSTS_CHANGED = `
  update post set stale = iif(token is null, 1, 2)
  where ((state = 'sent' and reference is not null) or (state = 'planned' and token is not null))`;
const CHANGED = `${POSTS_CHANGED} and subject = :subject`;

/** Call within an act or a change. What has a key that is known goes out once; what was not sent is told now, also a post that failed or cannot be edited. */
export function announce(database: Database, { tells, posts, changed }: Announcement): void {
  for (const tell of tells) database.statement<Tell, never>(TELL).run(tell);
  for (const post of posts) database.statement(TELL_POST).run(postRow(post));
  for (const subject of changed) markChanged(database, subject);
}

/** Plans it; true when it is new. A post with the same key is the same one. */
export function addPost(database: Database, post: PostDraft): boolean {
  return database.statement(ADD_POST).run(postRow(post)).changes === 1;
}

/** What a statement about this post may name. */
export function postRow(post: PostDraft) {
  const { key, kind, schoolId, subject, to } = post;
  return {
    key,
    kind,
    schoolId,
    subject,
    personId: to.kind === 'person' ? to.personId : null,
    channel: to.kind === 'channel' ? to.channel : null,
    dueAt: instantAt(post.day, post.time).getTime(),
    untilAt: instantAt(post.untilDay, post.until).getTime(),
  };
}

/** What went out about this subject is edited at the next tick. */
export function markChanged(database: Database, subject: string): void {
  database.statement<{ subject: string }, never>(CHANGED).run({ subject });
}
