/** What others must hear because of an act, stored inside that act. */
import { instantAt } from '../src/calendar/zone.ts';
import type { Announcement, PostDraft, Tell } from '../src/delivery/announcement.ts';
import type { Database } from './database.ts';

const TELL = `
  insert into outbox (key, kind, receiver_id, school_id, subject, step, from_day, until_day, answered_from, next_day, told)
  values (:key, :kind, :receiver, :schoolId, :subject, 0, :from, :until, :from, :from, 1)
  on conflict (key) do nothing`;
const POST = `
  insert into post (key, kind, school_id, person_id, channel, subject, due_at, until_at, told)
  values (:key, :kind, :schoolId, :personId, :channel, :subject, :dueAt, :untilAt, :told)
  on conflict (key) do nothing`;
/** Starts an update of posts whose words changed. 2: while one is being sent or edited, so that the end of that does not hide the change. */
export const POSTS_CHANGED = `
  update post set stale = iif(token is null, 1, 2)
  where ((state = 'sent' and reference is not null) or (state = 'planned' and token is not null))`;
const CHANGED = `${POSTS_CHANGED} and subject = :subject`;

/** Call within an act or a change. */
export function announce(database: Database, { tells, posts, changed }: Announcement): void {
  for (const tell of tells) database.statement<Tell, never>(TELL).run(tell);
  for (const post of posts) addPost(database, post, true);
  for (const subject of changed) markChanged(database, subject);
}

/** True when it is new. A post with the same key is the same one. `told`: by an act and not by planning. */
export function addPost(database: Database, post: PostDraft, told: boolean): boolean {
  const { key, kind, schoolId, subject, to } = post;
  const { changes } = database.statement(POST).run({
    key,
    kind,
    schoolId,
    subject,
    personId: to.kind === 'person' ? to.personId : null,
    channel: to.kind === 'channel' ? to.channel : null,
    dueAt: instantAt(post.day, post.time).getTime(),
    untilAt: instantAt(post.untilDay, post.until).getTime(),
    told: told ? 1 : 0,
  });
  return changes === 1;
}

/** What went out about this subject is edited at the next tick. */
export function markChanged(database: Database, subject: string): void {
  database.statement<{ subject: string }, never>(CHANGED).run({ subject });
}
