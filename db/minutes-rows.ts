/** What one form of minutes leaves behind, row by row. Call within an act. */
import { and, eq } from 'drizzle-orm';
import type { ActionId } from '../src/actions/action.ts';
import type { ItemId } from '../src/agenda/agenda-item.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { StoredMeeting } from '../src/meetings/meeting.ts';
import type { NewMinutes } from '../src/minutes/minutes.store.ts';
import type { TeamId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import { insertAction } from './action-rows.ts';
import { insertAdvice } from './advice-rows.ts';
import { addItemEvent } from './agenda-item-changes.ts';
import { insertCheckIn } from './check-in.queries.ts';
import type { Database, Orm } from './database.ts';
import { agendaItem, decision, minutes } from './schema.ts';

/** Adds all that the form says to this meeting; gives the actions in the order of the form. */
export function insertMinutes(
  database: Database,
  orm: Orm,
  stamp: Stamp,
  meeting: StoredMeeting,
  said: NewMinutes,
): readonly ActionId[] {
  const { id: meetingId, teamId, date } = meeting;
  const { text, shared } = said;
  orm.insert(minutes).values({ meetingId, at: stamp.at.getTime(), byId: stamp.by, text, shared }).run();
  for (const words of said.decisions) insertDecision(orm, stamp, teamId, date, words, meetingId);
  // Before the items: an update takes a point "doel zonder update" off the agenda.
  for (const checkIn of said.checkIns) insertCheckIn(database, orm, stamp, checkIn);
  dealWithItems(orm, stamp, meeting, said.dealtWith);
  carryItems(orm, stamp, meeting, said.carried);
  const actions = said.actions.map((action) => insertAction(database, orm, stamp, { ...action, meetingId }));
  if (said.advice) insertAdvice(database, orm, stamp, { ...said.advice, meetingId });
  return actions;
}

/** `meetingId` is null for a decision outside a meeting. */
export function insertDecision(
  orm: Orm,
  stamp: Stamp,
  teamId: TeamId,
  day: LocalDate,
  text: string,
  meetingId: StoredMeeting['id'] | null,
): number {
  return orm
    .insert(decision)
    .values({ teamId, meetingId, day, at: stamp.at.getTime(), byId: stamp.by, text })
    .returning({ id: decision.id })
    .get().id;
}

/** Those of the team that are still open; whatever closed meanwhile stays as it is. */
export function dealWithItems(orm: Orm, stamp: Stamp, { id, teamId }: StoredMeeting, items: readonly ItemId[]): void {
  for (const item of openAmong(orm, teamId, items)) {
    orm
      .update(agendaItem)
      .set({ state: 'behandeld', meetingId: id, closedAt: stamp.at.getTime() })
      .where(eq(agendaItem.id, item))
      .run();
    addItemEvent(orm, stamp, item, 'behandeld', id);
  }
}

function carryItems(orm: Orm, stamp: Stamp, { id, teamId }: StoredMeeting, items: readonly ItemId[]): void {
  for (const item of openAmong(orm, teamId, items)) addItemEvent(orm, stamp, item, 'doorgeschoven', id);
}

function openAmong(orm: Orm, teamId: TeamId, items: readonly ItemId[]): readonly ItemId[] {
  return items.filter((item) => {
    const isOpen = and(eq(agendaItem.id, item), eq(agendaItem.teamId, teamId), eq(agendaItem.state, 'open'));
    return orm.select({ id: agendaItem.id }).from(agendaItem).where(isOpen).get() !== undefined;
  });
}
