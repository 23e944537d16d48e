/** `/agenda punt` and what takes such a point off again: each leaves an event. */
import { eq } from 'drizzle-orm';
import type { AgendaStore } from '../src/agenda/agenda.store.ts';
import type { AgendaItem, ItemEvent, ItemId } from '../src/agenda/agenda-item.ts';
import { Stale } from '../src/bot/errors.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type { MeetingId } from '../src/meetings/meeting.ts';
import type { Stamp } from '../src/stamp.ts';
import { ITEM } from './agenda-items.ts';
import type { Database, Orm } from './database.ts';
import { markAgendaChanged } from './meeting-rows.ts';
import { agendaItem, agendaItemEvent } from './schema.ts';

const BY_ID = `${ITEM} where i.id = :id`;

/** Call within an act or a change. */
export function addItemEvent(
  orm: Orm,
  stamp: Pick<Stamp, 'by' | 'at'>,
  itemId: ItemId,
  what: ItemEvent['what'],
  meetingId: MeetingId | null,
): void {
  orm.insert(agendaItemEvent).values({ itemId, at: stamp.at.getTime(), byId: stamp.by, what, meetingId }).run();
}

export function agendaItemChanges(database: Database): Pick<AgendaStore, 'addItem' | 'withdrawItem'> {
  const itemById = (id: ItemId) => database.statement<object, AgendaItem>(BY_ID).get({ id });
  const changed = (item: AgendaItem, stamp: Stamp) => {
    if (item.teamId !== null) markAgendaChanged(database, item.teamId, localDateOf(stamp.at));
    return { result: item, subject: `item:${item.id}` };
  };

  return {
    addItem: (stamp, item) =>
      database.act(stamp, (orm) => {
        const { id } = orm
          .insert(agendaItem)
          .values({ ...item, byId: stamp.by, madeOn: localDateOf(stamp.at) })
          .returning({ id: agendaItem.id })
          .get() as { id: ItemId };
        addItemEvent(orm, stamp, id, 'gemaakt', null);
        return changed(itemById(id)!, stamp);
      }),

    withdrawItem: (stamp, id) =>
      database.act(stamp, (orm) => {
        if (itemById(id)?.state !== 'open') throw new Stale();
        orm
          .update(agendaItem)
          .set({ state: 'ingetrokken', closedAt: stamp.at.getTime() })
          .where(eq(agendaItem.id, id))
          .run();
        addItemEvent(orm, stamp, id, 'ingetrokken', null);
        return changed(itemById(id)!, stamp);
      }),
  };
}
