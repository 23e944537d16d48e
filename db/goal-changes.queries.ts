/** `/doel nieuw`, `wijzig`, `pauze`, `verder`, `behaald`, `stop`, `akkoord` and `fase`: each leaves an event. */
import { eq, sql } from 'drizzle-orm';
import { Stale } from '../src/bot/errors.ts';
import { type Goal, type GoalFields, type GoalId, type GoalStatus, isActive } from '../src/goals/goal.ts';
import type { GoalsStore } from '../src/goals/goals.store.ts';
import type { Stamp } from '../src/stamp.ts';
import { markAgendaOfGoal } from './agenda-marks.ts';
import { closePoints, statusByHistory } from './check-in.queries.ts';
import type { Changed, Database, Orm } from './database.ts';
import { columnsOf, goalById } from './goal-row.ts';
import { planAgain } from './planning-mark.ts';
import { goal, goalEvent, person, school, team } from './schema.ts';

type StatusChange = Parameters<GoalsStore['setStatus']>[2];
type Event = { readonly what: string; readonly from: string; readonly to: string; readonly reason?: string };

function addEvent(orm: Orm, stamp: Stamp, goalId: GoalId, event: Event): void {
  orm
    .insert(goalEvent)
    .values({
      goalId,
      at: stamp.at.getTime(),
      byId: stamp.by,
      what: event.what,
      fromText: event.from,
      toText: event.to,
      reason: event.reason ?? '',
    })
    .run();
}

/** The fields as the sheets write them, with names instead of numbers: what the history shows. */
function wordsOf(orm: Orm, fields: GoalFields): Readonly<Record<string, string>> {
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  const day = (date: string | null) => (date === null ? '' : date.split('-').reverse().join('-'));
  const { owner } = fields;
  return {
    doel: fields.title,
    leerteam: owner?.kind === 'team' ? nameIn(orm, team, owner.teamId) : '',
    eigenaar: owner?.kind === 'person' ? nameIn(orm, person, owner.personId) : '',
    thema: fields.theme,
    ambitie: fields.ambition,
    succescriterium: fields.criterion,
    indicator: fields.indicator,
    eenheid: fields.unit,
    nulmeting: number(fields.baseline),
    streefwaarde: number(fields.target),
    meetinstrument: fields.instrument,
    startdatum: day(fields.start),
    einddatum: day(fields.end),
    ritme: String(fields.rhythm),
    fase: fields.phase,
    aanloop: fields.phaseSentences.aanloop,
    op_pad: fields.phaseSentences['op pad'],
    onderweg: fields.phaseSentences.onderweg,
    op_stoom: fields.phaseSentences['op stoom'],
  };
}

function nameIn(orm: Orm, table: typeof team | typeof person, id: number): string {
  return orm.select({ name: table.name }).from(table).where(eq(table.id, id)).get()?.name ?? '';
}

/** Stores the values, raises the version and has the school planned again. */
function update(orm: Orm, before: Goal, values: Partial<typeof goal.$inferInsert>): Changed<Goal> {
  orm
    .update(goal)
    .set({ ...values, version: before.version + 1 })
    .where(eq(goal.id, before.id))
    .run();
  planAgain(orm, before.schoolId);
  return { result: goalById(orm, before.id), subject: `goal:${before.id}` };
}

/** Stores the fields; each that differs is an event. Call within an act. */
export function storeFields(orm: Orm, stamp: Stamp, before: Goal, fields: GoalFields): Changed<Goal> {
  const was = wordsOf(orm, before);
  const is = wordsOf(orm, fields);
  for (const what in is) {
    if (is[what] !== was[what]) addEvent(orm, stamp, before.id, { what, from: was[what]!, to: is[what]! });
  }
  return update(orm, before, columnsOf(fields));
}

/** May this change be made of a goal with this status? Else somebody changed it meanwhile. */
function fits(change: StatusChange, status: GoalStatus): boolean {
  switch (change) {
    case 'akkoord':
      return status === 'concept';
    case 'gepauzeerd':
      return isActive(status);
    case 'verder':
      return status === 'gepauzeerd' || status === 'behaald' || status === 'gestopt';
    case 'behaald':
    case 'gestopt':
      return status !== change;
  }
}

export function goalChanges(database: Database): Pick<GoalsStore, 'add' | 'change' | 'setStatus' | 'setPhase'> {
  /** Agendas on which the goal was or is say something else now. */
  const marked = (stamp: Stamp, before: Goal, changed: Changed<Goal>): Changed<Goal> => {
    for (const each of [before, changed.result]) markAgendaOfGoal(database, each, stamp.at);
    return changed;
  };

  return {
    add: (stamp, schoolId, fields, status) =>
      database.act(stamp, (orm) => {
        const counter = orm
          .update(school)
          .set({ nextGoalNumber: sql`${school.nextGoalNumber} + 1` })
          .where(eq(school.id, schoolId))
          .returning({ next: school.nextGoalNumber })
          .get();
        if (!counter) throw new Error(`no school ${schoolId}`);
        const { id } = orm
          .insert(goal)
          .values({
            ...columnsOf(fields),
            schoolId,
            number: counter.next - 1,
            status,
            createdAt: stamp.at.getTime(),
          })
          .returning({ id: goal.id })
          .get() as { id: GoalId };
        addEvent(orm, stamp, id, { what: 'gemaakt', from: '', to: status });
        planAgain(orm, schoolId);
        const result = goalById(orm, id);
        markAgendaOfGoal(database, result, stamp.at);
        return { result, subject: `goal:${id}` };
      }),

    change: (stamp, id, version, fields) =>
      database.act(stamp, (orm) => {
        const before = goalById(orm, id);
        if (before.version !== version) throw new Stale();
        return marked(stamp, before, storeFields(orm, stamp, before, fields));
      }),

    setStatus: (stamp, id, change, reason) =>
      database.act(stamp, (orm) => {
        const before = goalById(orm, id);
        if (!fits(change, before.status)) throw new Stale();
        const isResumed = change === 'verder' || change === 'akkoord';
        const status = isResumed ? statusByHistory(database, id) : change;
        const what = change === 'akkoord' ? 'akkoord' : 'status';
        addEvent(orm, stamp, id, { what, from: before.status, to: status, reason });
        if (!isResumed) closePoints(orm, id, stamp.at);
        return marked(stamp, before, update(orm, before, { status }));
      }),

    setPhase: (stamp, id, phase) =>
      database.act(stamp, (orm) => {
        const before = goalById(orm, id);
        if (!isActive(before.status)) throw new Stale();
        if (before.phase !== phase) addEvent(orm, stamp, id, { what: 'fase', from: before.phase, to: phase });
        return update(orm, before, { phase });
      }),
  };
}
