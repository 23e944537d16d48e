/** `/doel update 3 op koers 72`: check-ins are only ever added; one that replaces or withdraws another names it. */
import { and, eq, inArray, or } from 'drizzle-orm';
import { Stale } from '../src/bot/errors.ts';
import type { LocalDate } from '../src/calendar/local-date.ts';
import {
  ACTIVE_STATUSES,
  type CheckIn,
  type CheckInId,
  type CheckInStatus,
  type Goal,
  type GoalId,
  type GoalStatus,
  isActive,
} from '../src/goals/goal.ts';
import type { GoalsStore, NewCheckIn } from '../src/goals/goals.store.ts';
import type { PersonId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import { markAgendaOfGoal } from './agenda-marks.ts';
import type { Database, Orm } from './database.ts';
import { CURRENT, NEWEST_FIRST } from './goal-lines.ts';
import { goalById } from './goal-row.ts';
import { agendaItem, checkIn, goal } from './schema.ts';

/** Starts a query over check-ins `c`, to be read with `checkInOf`. */
export const CHECK_IN = `
  c.id, c.goal_id as goalId, c.day, c.at, c.by_id as byId, b.name as byName, c.status, c.value, c.sentence, c.success`;

const OF_GOAL = `
  select ${CHECK_IN} from check_in c left join person b on b.id = c.by_id
  where c.goal_id = :id and ${CURRENT} order by ${NEWEST_FIRST}`;
const BY_ID = `select ${CHECK_IN} from check_in c left join person b on b.id = c.by_id where c.id = :id`;
const SINCE = `select 1 from check_in c where c.goal_id = :id and c.day >= :from and ${CURRENT} limit 1`;

/** In SQL: a list for `in (...)`. */
export const ACTIVE = ACTIVE_STATUSES.map((status) => `'${status}'`).join(', ');
/**
 * Over goal events: those by which an import (which is by nobody) set an active status, or with which the goal was made. What a person
 * resumed or agreed to only repeats what history said then, perhaps by a check-in that is withdrawn since.
 */
export const SETS_STATUS = `(what = 'gemaakt' or (what = 'status' and by_id is null)) and to_text in (${ACTIVE})`;

const LAST_SET = `
  select at, to_text as status from goal_event where goal_id = :id and ${SETS_STATUS} order by at desc, id desc limit 1`;

export type CheckInRow = {
  readonly id: CheckInId;
  readonly goalId: GoalId;
  readonly day: LocalDate;
  readonly at: number;
  readonly byId: PersonId | null;
  readonly byName: string | null;
  readonly status: CheckInStatus;
  readonly value: number | null;
  readonly sentence: string;
  readonly success: number;
};

export function checkInOf(row: CheckInRow): CheckIn {
  const { day, at, byName, success, ...rest } = row;
  return { ...rest, date: day, at: new Date(at), byName: byName ?? '', success: success === 1 };
}

/** The current check-ins of the goal, newest first. */
function currentOf(database: Database, id: GoalId): readonly CheckIn[] {
  return database.statement<{ id: GoalId }, CheckInRow>(OF_GOAL).all({ id }).map(checkInOf);
}

export function hasCheckInSince(database: Database, id: GoalId, from: LocalDate): boolean {
  return database.statement(SINCE).get({ id, from }) !== undefined;
}

/** The status that an active goal has by its history: of the last check-in, or of what an import set after it. */
export function statusByHistory(database: Database, id: GoalId): GoalStatus {
  const last = currentOf(database, id)[0];
  const set = database.statement<{ id: GoalId }, { at: number; status: GoalStatus }>(LAST_SET).get({ id });
  if (last && (!set || set.at <= last.at.getTime())) return last.status;
  return set?.status ?? 'nog geen meting';
}

/** The goal is on an agenda no longer for want of an update. */
export function closePoints(orm: Orm, id: GoalId, at: Date): void {
  orm
    .update(agendaItem)
    .set({ state: 'vervallen', closedAt: at.getTime() })
    .where(and(eq(agendaItem.goalId, id), eq(agendaItem.cause, 'doel zonder update'), eq(agendaItem.state, 'open')))
    .run();
}

/** What this check-in, or one that it replaced, had closed is open again. */
function reopenPoints(orm: Orm, id: GoalId, originalId: number): void {
  const ofUpdate = orm
    .select({ at: checkIn.at })
    .from(checkIn)
    .where(and(eq(checkIn.goalId, id), or(eq(checkIn.id, originalId), eq(checkIn.originalId, originalId))));
  orm
    .update(agendaItem)
    .set({ state: 'open', closedAt: null })
    .where(and(eq(agendaItem.goalId, id), eq(agendaItem.state, 'vervallen'), inArray(agendaItem.closedAt, ofUpdate)))
    .run();
}

function setGoalStatus(orm: Orm, id: GoalId, status: GoalStatus): void {
  orm.update(goal).set({ status }).where(eq(goal.id, id)).run();
}

/**
 * Adds it and gives the goal its status. Throws Stale when the goal is not active, or when what it replaces is not current any more. Call
 * within an act.
 */
export function insertCheckIn(database: Database, orm: Orm, stamp: Stamp, added: NewCheckIn): CheckIn {
  const { goalId, date, replaces, ...said } = added;
  if (!isActive(goalById(orm, goalId).status)) throw new Stale();
  const replaced = replaces === null ? null : orm.select().from(checkIn).where(eq(checkIn.id, replaces)).get();
  const isCurrent = currentOf(database, goalId).some((one) => one.id === replaces);
  if (replaces !== null && !isCurrent) throw new Stale();

  const { id } = orm
    .insert(checkIn)
    .values({
      ...said,
      goalId,
      day: date,
      at: stamp.at.getTime(),
      byId: stamp.by,
      replaces,
      originalId: replaced ? (replaced.originalId ?? replaced.id) : null,
    })
    .returning({ id: checkIn.id })
    .get();
  // The newest one tells how it goes, also when an older one was replaced.
  setGoalStatus(orm, goalId, currentOf(database, goalId)[0]!.status);
  closePoints(orm, goalId, stamp.at);
  markAgendaOfGoal(database, goalById(orm, goalId), stamp.at);
  return checkInOf(database.statement<{ id: number }, CheckInRow>(BY_ID).get({ id })!);
}

export function checkInQueries(
  database: Database,
): Pick<GoalsStore, 'checkIns' | 'hasCheckInSince' | 'checkIn' | 'withdrawCheckIn'> {
  return {
    checkIns: (id) => database.read(() => currentOf(database, id)),
    hasCheckInSince: (id, from) => database.read(() => hasCheckInSince(database, id, from)),

    checkIn: (stamp, added) =>
      database.act(stamp, (orm) => ({
        result: insertCheckIn(database, orm, stamp, added),
        subject: `goal:${added.goalId}`,
      })),

    withdrawCheckIn: (stamp, id) =>
      database.act<Goal | null>(stamp, (orm) => {
        const row = orm.select().from(checkIn).where(eq(checkIn.id, id)).get();
        const goalId = row?.goalId as GoalId;
        if (!row || currentOf(database, goalId)[0]?.id !== id) return { result: null, subject: null };

        const { id: _, ...withdrawn } = row;
        const at = stamp.at.getTime();
        const originalId = row.originalId ?? id;
        if (isActive(goalById(orm, goalId).status)) reopenPoints(orm, goalId, originalId);
        orm
          .insert(checkIn)
          .values({ ...withdrawn, at, byId: stamp.by, replaces: id, originalId, withdrawn: true })
          .run();
        if (isActive(goalById(orm, goalId).status)) setGoalStatus(orm, goalId, statusByHistory(database, goalId));
        const result = goalById(orm, goalId);
        markAgendaOfGoal(database, result, stamp.at);
        return { result, subject: `goal:${goalId}` };
      }),
  };
}
