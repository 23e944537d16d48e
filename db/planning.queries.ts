/** What is to be sent: references are added by key, so that planning twice is planning once. */
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { PointDraft, Reference } from '../src/delivery/nudge.ts';
import type { OutboxStore } from '../src/delivery/outbox.store.ts';
import type { SchoolId } from '../src/people/person.ts';
import { hasCheckInSince } from './check-in.queries.ts';
import type { Database } from './database.ts';
import { schoolState } from './school-state.ts';

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
  where school_id = :schoolId and state = 'planned' and snoozed_to is null and from_day <= :day and until_day >= :day
    and key not in (select value from json_each(:keys))`;

// A goal that waits on the agenda already is not put there again.
const ADD_POINT = `
  insert into agenda_point (key, school_id, team_id, kind, goal_id, made_on)
  select :key, :schoolId, :teamId, :kind, :goalId, :madeOn
  where not exists (select 1 from agenda_point where goal_id = :goalId and closed_at is null)
  on conflict (key) do nothing`;

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

  const addPoint = (point: PointDraft): void => {
    if (hasCheckInSince(database, point.goalId, point.unlessUpdatedSince)) return;
    database.statement<PointDraft, never>(ADD_POINT).run(point);
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

    plan: (schoolId, version, day, references, points) =>
      database.change(() => {
        const mark = { schoolId, version, day };
        // Another process planned from a newer state; this planning is out of date.
        if (database.statement(MARKED_NEWER).get(mark)) return { added: 0 };
        const added = addAll(references);
        const keys = JSON.stringify(references.map((reference) => reference.key));
        database.statement(DROP).run({ schoolId, day, keys });
        for (const point of points) addPoint(point);
        database.statement(MARK).run(mark);
        return { added };
      }),
  };
}
