/** Actions as they are written: each with the next number of its school, each change with an event. Call within an act or a change. */
import { eq, sql } from 'drizzle-orm';
import type { ActionId } from '../src/actions/action.ts';
import type { ActionEventKind, NewAction } from '../src/actions/actions.store.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type { PersonId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import type { Database, Orm } from './database.ts';
import { markAgendaChanged } from './meeting-rows.ts';
import { planAgain } from './planning-mark.ts';
import { action, actionEvent, school } from './schema.ts';

export type ActionChange = {
  readonly what: ActionEventKind;
  /** Of a date: the day before and after. */
  readonly from?: string;
  readonly to?: string;
  /** Of an owner: the person before and after. */
  readonly fromPersonId?: PersonId | null;
  readonly toPersonId?: PersonId | null;
  readonly reason?: string;
};

export function addActionEvent(orm: Orm, stamp: Pick<Stamp, 'by' | 'at'>, id: ActionId, change: ActionChange): void {
  orm
    .insert(actionEvent)
    .values({
      actionId: id,
      at: stamp.at.getTime(),
      byId: stamp.by,
      what: change.what,
      fromText: change.from ?? '',
      toText: change.to ?? '',
      fromPersonId: change.fromPersonId ?? null,
      toPersonId: change.toPersonId ?? null,
      reason: change.reason ?? '',
    })
    .run();
}

/** Adds an action, given by the person of the stamp, with the next number of its school. */
export function insertAction(database: Database, orm: Orm, stamp: Stamp, added: NewAction): ActionId {
  const counter = orm
    .update(school)
    .set({ nextActionNumber: sql`${school.nextActionNumber} + 1` })
    .where(eq(school.id, added.schoolId))
    .returning({ next: school.nextActionNumber })
    .get();
  if (!counter) throw new Error(`no school ${added.schoolId}`);
  const { id } = orm
    .insert(action)
    .values({ ...added, number: counter.next - 1, giverId: stamp.by, createdAt: stamp.at.getTime() })
    .returning({ id: action.id })
    .get() as { id: ActionId };
  addActionEvent(orm, stamp, id, { what: 'gemaakt', toPersonId: added.ownerId });
  if (added.offeredToId !== null) {
    addActionEvent(orm, stamp, id, { what: 'aangeboden', fromPersonId: added.ownerId, toPersonId: added.offeredToId });
  }
  if (added.teamId !== null) markAgendaChanged(database, added.teamId, localDateOf(stamp.at));
  planAgain(orm, added.schoolId);
  return id;
}
