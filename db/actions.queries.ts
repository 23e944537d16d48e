/** Actions: what, one owner, a date. Every change leaves an event and raises the version. */
import { eq } from 'drizzle-orm';
import type { ActionId } from '../src/actions/action.ts';
import type { ActionLine, ActionsStore } from '../src/actions/actions.store.ts';
import { Stale } from '../src/bot/errors.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import { type Announcement, NOTHING_TO_TELL } from '../src/delivery/announcement.ts';
import { actionSubject } from '../src/delivery/subject.ts';
import type { Stamp } from '../src/stamp.ts';
import { actionEvents, actionLine, actionLines } from './action-lines.ts';
import { type ActionChange, addActionEvent, insertAction } from './action-rows.ts';
import { lapsePoints, restorePoints } from './agenda-points.ts';
import { announce } from './announce.ts';
import type { Database } from './database.ts';
import { markAgendaChanged } from './meeting-rows.ts';
import { planAgain } from './planning-mark.ts';
import { action } from './schema.ts';

type Columns = Partial<typeof action.$inferInsert>;
/** What becomes of an action: its columns and its events. */
type Step = { readonly columns: Columns; readonly event: ActionChange; readonly next?: ActionChange };

const NOT_OFFERED = { offeredToId: null, offeredOn: null } as const;

export function actionQueries(database: Database): ActionsStore {
  /** Changes an open action, as `step` tells from how it is now. */
  const change = (
    stamp: Stamp,
    id: ActionId,
    step: (before: ActionLine) => Step,
    announcement: Announcement = NOTHING_TO_TELL,
  ): Promise<ActionLine> =>
    database.act(stamp, (orm) => {
      const before = actionLine(database, id);
      if (before?.state !== 'open') throw new Stale();
      const { columns, event, next } = step(before);
      orm
        .update(action)
        .set({ ...columns, version: before.version + 1 })
        .where(eq(action.id, id))
        .run();
      addActionEvent(orm, stamp, id, event);
      if (next) addActionEvent(orm, stamp, id, next);
      const isClosedOrMoved = columns.state !== undefined || (columns.due !== undefined && columns.due !== before.due);
      if (isClosedOrMoved) lapsePoints(database, { actionId: id }, 'actie te laat', stamp.at);
      if (before.teamId !== null) markAgendaChanged(database, before.teamId, localDateOf(stamp.at));
      announce(database, announcement);
      planAgain(orm, before.schoolId);
      return { result: actionLine(database, id)!, subject: actionSubject(id) };
    });

  return {
    lines: (query) => database.read(() => actionLines(database, query)),
    line: (id) => database.read(() => actionLine(database, id)),
    events: (id) => database.read(() => actionEvents(database, id)),

    add: (stamp, added, announcement) =>
      database.act(stamp, (orm) => {
        const id = insertAction(database, orm, stamp, added);
        announce(database, announcement);
        return { result: actionLine(database, id)!, subject: actionSubject(id) };
      }),

    offer: (stamp, id, version, to, today, announcement) =>
      change(
        stamp,
        id,
        (before) => {
          mustBeVersion(before, version);
          return {
            columns: { offeredToId: to, offeredOn: today },
            event: { what: 'aangeboden', fromPersonId: before.ownerId, toPersonId: to },
          };
        },
        announcement,
      ),

    accept: (stamp, id, due) =>
      change(stamp, id, (before) => {
        mustBeOffered(before, stamp);
        return {
          columns: { ...NOT_OFFERED, ownerId: before.offeredToId!, agreed: false, ...(due && { due }) },
          event: { what: 'aangenomen', fromPersonId: before.ownerId, toPersonId: before.offeredToId },
          ...(due && { next: { what: 'datum', from: before.due, to: due } as const }),
        };
      }),

    giveBack: (stamp, id, reason, announcement) =>
      change(
        stamp,
        id,
        (before) => {
          mustBeOffered(before, stamp);
          return {
            columns: NOT_OFFERED,
            event: {
              what: 'teruggegeven',
              fromPersonId: before.offeredToId,
              toPersonId: before.ownerId,
              reason,
            },
          };
        },
        announcement,
      ),

    notRight: (stamp, id, to, reason, announcement) =>
      change(
        stamp,
        id,
        (before) => {
          if (!before.agreed || before.ownerId !== stamp.by) throw new Stale();
          return {
            columns: { ...NOT_OFFERED, ownerId: to, agreed: false },
            event: { what: 'klopt niet', fromPersonId: before.ownerId, toPersonId: to, reason },
          };
        },
        announcement,
      ),

    reassign: (stamp, id, version, to, reason, announcement) =>
      change(
        stamp,
        id,
        (before) => {
          mustBeVersion(before, version);
          return {
            columns: { ...NOT_OFFERED, ownerId: to, agreed: false },
            event: { what: 'overgedragen', fromPersonId: before.ownerId, toPersonId: to, reason },
          };
        },
        announcement,
      ),

    changeDue: (stamp, id, version, due, reason) =>
      change(stamp, id, (before) => {
        mustBeVersion(before, version);
        return { columns: { due }, event: { what: 'datum', from: before.due, to: due, reason } };
      }),

    askHelp: (stamp, id, sentence, announcement) =>
      change(stamp, id, () => ({ columns: {}, event: { what: 'hulp gevraagd', reason: sentence } }), announcement),

    finish: (stamp, id, announcement) =>
      change(
        stamp,
        id,
        () => ({ columns: { ...NOT_OFFERED, state: 'klaar' }, event: { what: 'klaar' } }),
        announcement,
      ),

    reopen: (stamp, id, version) =>
      database.act(stamp, (orm) => {
        const before = actionLine(database, id);
        if (before?.state !== 'klaar' || before.version !== version) throw new Stale();
        const [done] = actionEvents(database, id);
        orm
          .update(action)
          .set({ state: 'open', version: version + 1 })
          .where(eq(action.id, id))
          .run();
        addActionEvent(orm, stamp, id, { what: 'heropend' });
        if (done) restorePoints(database, id, 'actie te laat', done.at);
        if (before.teamId !== null) markAgendaChanged(database, before.teamId, localDateOf(stamp.at));
        planAgain(orm, before.schoolId);
        return { result: actionLine(database, id)!, subject: actionSubject(id) };
      }),

    stop: (stamp, id, reason) =>
      change(stamp, id, () => ({ columns: { ...NOT_OFFERED, state: 'gestopt' }, event: { what: 'gestopt', reason } })),
  };
}

function mustBeVersion({ version }: ActionLine, seen: number): void {
  if (version !== seen) throw new Stale();
}

function mustBeOffered({ offeredToId }: ActionLine, { by }: Stamp): void {
  if (offeredToId === null || offeredToId !== by) throw new Stale();
}
