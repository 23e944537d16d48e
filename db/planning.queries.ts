/** What is to be sent: references are added by key, so that planning twice is planning once. */
import { addDays, type LocalDate } from '../src/calendar/local-date.ts';
import { instantAt, localTime } from '../src/calendar/zone.ts';
import type { PostDraft } from '../src/delivery/announcement.ts';
import type { Reference } from '../src/delivery/nudge.ts';
import type { OutboxStore } from '../src/delivery/outbox.store.ts';
import type { SchoolId } from '../src/people/person.ts';
import { addPoint } from './agenda-points.ts';
import { addPost, postRow } from './announce.ts';
import type { Database } from './database.ts';
import { endOffersToLeavers } from './ended-offers.ts';
import { schoolState } from './school-state.ts';

const MIDNIGHT = localTime('00:00');

type Planned = Reference & { readonly nextDay: LocalDate };

const TO_PLAN = `
  select id from school where planned_day is null or planned_day <> :day or planned_version <> version order by id`;
const MARKED_NEWER = 'select 1 from school where id = :schoolId and planned_day = :day and planned_version > :version';
const MARK = 'update school set planned_day = :day, planned_version = :version where id = :schoolId';

const ADD = `
  insert into outbox (key, kind, receiver_id, school_id, subject, step, from_day, until_day, answered_from, next_day)
  values (:key, :kind, :receiver, :schoolId, :subject, :step, :from, :until, :answeredFrom, :nextDay)
  on conflict (key) do nothing`;
// What planning itself dropped comes back when it is due again; what was sent, lapsed at sending or failed stays so.
const REFRESH = `
  update outbox set receiver_id = :receiver, from_day = :from, answered_from = :answeredFrom,
    until_day = max(:until, coalesce(snoozed_to, '')), next_day = max(:nextDay, coalesce(snoozed_to, '')),
    state = 'planned', reason = ''
  where key = :key and (state = 'planned' or (state = 'lapsed' and reason = 'not planned any more'))`;
// What the receiver put off is not in the planning of a later day, so that one is left alone.
const DROP = `
  update outbox set state = 'lapsed', reason = 'not planned any more'
  where school_id = :schoolId and state = 'planned' and snoozed_to is null and told = 0 and from_day <= :day
    and until_day >= :day and key not in (select value from json_each(:keys))`;

// Planned for this day, but planning knows nothing of it any more. What an act told is left alone.
const DROP_POSTS = `
  update post set state = 'lapsed', reason = 'not planned any more'
  where school_id = :schoolId and state = 'planned' and told = 0 and due_at >= :from and due_at < :until
    and key not in (select value from json_each(:keys))`;
const RESTORE_POST = `
  update post set state = 'planned', reason = '', due_at = :dueAt, person_id = :personId, channel = :channel
  where key = :key and told = 0 and (state = 'planned' or (state = 'lapsed' and reason = 'not planned any more'))`;
// Of a meeting at another time of the day: what went out or was told by an act is edited until then, too.
const KEEP_UNTIL = 'update post set until_at = :untilAt where key = :key';

export function planningQueries(database: Database): Pick<OutboxStore, 'schoolsToPlan' | 'schoolState' | 'plan'> {
  const addAll = (references: readonly Planned[]): number => {
    const add = database.statement<Planned, never>(ADD);
    const refresh = database.statement<Planned, never>(REFRESH);
    let added = 0;
    for (const reference of references) {
      const isNew = add.run(reference).changes === 1;
      if (isNew) added++;
      else refresh.run(reference);
    }
    return added;
  };

  const addPosts = (schoolId: SchoolId, day: LocalDate, posts: readonly PostDraft[]): void => {
    for (const post of posts) {
      if (addPost(database, post)) continue;
      const row = postRow(post);
      database.statement(RESTORE_POST).run(row);
      database.statement(KEEP_UNTIL).run(row);
    }
    database.statement(DROP_POSTS).run({
      schoolId,
      from: instantAt(day, MIDNIGHT).getTime(),
      until: instantAt(addDays(day, 1), MIDNIGHT).getTime(),
      keys: JSON.stringify(posts.map(({ key }) => key)),
    });
  };

  return {
    schoolsToPlan: (day) =>
      database.read(() =>
        database
          .statement<{ day: LocalDate }, { id: SchoolId }>(TO_PLAN)
          .all({ day })
          .map((row) => row.id),
      ),

    schoolState: (id) => database.read(() => schoolState(database, id)),

    plan: (schoolId, version, day, references, points, posts) =>
      database.change((orm) => {
        const mark = { schoolId, version, day };
        // Another process planned from a newer state; this planning is out of date.
        if (database.statement(MARKED_NEWER).get(mark)) return { added: 0 };
        const added = addAll(references);
        const keys = JSON.stringify(references.map((reference) => reference.key));
        database.statement(DROP).run({ schoolId, day, keys });
        for (const point of points) addPoint(database, point);
        addPosts(schoolId, day, posts);
        endOffersToLeavers(database, orm, schoolId, day);
        database.statement(MARK).run(mark);
        return { added };
      }),
  };
}
