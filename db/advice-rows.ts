/** Advice as it is written: each with the next number of its school, each change with an event and its points. Call within an act. */
import { eq, sql } from 'drizzle-orm';
import type { AdviceEvent } from '../src/advice/advice.store.ts';
import type { Advice, AdviceId, NewAdvice } from '../src/advice/advice.ts';
import { localDateOf } from '../src/calendar/zone.ts';
import type { TeamId } from '../src/people/person.ts';
import type { Stamp } from '../src/stamp.ts';
import { putPoint } from './agenda-points.ts';
import type { Database, Orm } from './database.ts';
import { markAgendaChanged } from './meeting-rows.ts';
import { planAgain } from './planning-mark.ts';
import { advice, adviceEvent, school } from './schema.ts';

const AGENDAS = `
  select distinct team_id as teamId from agenda_item where advice_id = :id and state = 'open' and team_id is not null`;

/** Agendas with an open point about it that went out are edited at the next tick. */
export function markAgendasOf(database: Database, id: AdviceId, at: Date): void {
  const agendas = database.statement<{ id: AdviceId }, { teamId: TeamId }>(AGENDAS).all({ id });
  for (const { teamId } of agendas) markAgendaChanged(database, teamId, localDateOf(at));
}

export function addAdviceEvent(
  orm: Orm,
  stamp: Pick<Stamp, 'by' | 'at'>,
  id: AdviceId,
  what: AdviceEvent['what'],
  text = '',
): void {
  orm.insert(adviceEvent).values({ adviceId: id, at: stamp.at.getTime(), byId: stamp.by, what, text }).run();
}

/** Adds advice of the person of the stamp with the next number of its school: a draft waits on the team's agenda, a sent one on that of the MT. */
export function insertAdvice(database: Database, orm: Orm, stamp: Stamp, added: NewAdvice): AdviceId {
  const { mtTeamId, ...row } = added;
  const counter = orm
    .update(school)
    .set({ nextAdviceNumber: sql`${school.nextAdviceNumber} + 1` })
    .where(eq(school.id, row.schoolId))
    .returning({ next: school.nextAdviceNumber })
    .get();
  if (!counter) throw new Error(`no school ${row.schoolId}`);
  const { id } = orm
    .insert(advice)
    .values({ ...row, number: counter.next - 1, byId: stamp.by, createdAt: stamp.at.getTime() })
    .returning({ id: advice.id })
    .get() as { id: AdviceId };
  addAdviceEvent(orm, stamp, id, row.state === 'concept' ? 'gemaakt' : row.state);
  if (row.state === 'ingediend') {
    putOnMtAgenda(database, stamp, { ...row, id }, mtTeamId);
  } else if (row.teamId !== null) {
    const { schoolId, teamId } = row;
    const madeOn = localDateOf(stamp.at);
    putPoint(database, {
      key: `concept-advies:${id}`,
      schoolId,
      teamId,
      cause: 'concept-advies',
      adviceId: id,
      madeOn,
    });
  }
  markAgendasOf(database, id, stamp.at);
  planAgain(orm, row.schoolId);
  return id;
}

/** Without a team of kind MT it is on no agenda; the director is reminded and sees it in the summary. */
export function putOnMtAgenda(
  database: Database,
  stamp: Stamp,
  { id, schoolId }: Pick<Advice, 'id' | 'schoolId'>,
  mtTeamId: TeamId | null,
): void {
  if (mtTeamId === null) return;
  putPoint(database, {
    key: `advies-aan-mt:${id}`,
    schoolId,
    teamId: mtTeamId,
    cause: 'advies aan het MT',
    adviceId: id,
    madeOn: localDateOf(stamp.at),
  });
}
