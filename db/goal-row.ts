/** One goal between its row and the fields that people fill in. */
import { eq } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { Goal, GoalFields, GoalId, GoalStatus, Phase } from '../src/goals/goal.ts';
import type { SchoolId } from '../src/people/person.ts';
import type { Orm } from './database.ts';
import { goalOwnerOf, phaseSentencesOf, rhythmOf } from './goal-lines.ts';
import { goal } from './schema.ts';

/** The goal; throws when it does not exist. */
export function goalById(orm: Orm, id: GoalId): Goal {
  const row = orm.select().from(goal).where(eq(goal.id, id)).get();
  if (!row) throw new Error(`no goal ${id}`);
  return goalOf(row);
}

function goalOf(row: typeof goal.$inferSelect): Goal {
  const { teamId, personId, startDay, endDay, rhythm, phaseSentences, createdAt, ...rest } = row;
  return {
    ...rest,
    id: rest.id as GoalId,
    schoolId: rest.schoolId as SchoolId,
    phase: rest.phase as Phase,
    status: rest.status as GoalStatus,
    owner: goalOwnerOf({ teamId, personId }),
    start: startDay as LocalDate | null,
    end: endDay as LocalDate | null,
    rhythm: rhythmOf(rhythm),
    phaseSentences: phaseSentencesOf(phaseSentences),
    createdAt: new Date(createdAt),
  };
}

/** The columns that hold the fields. */
export function columnsOf(fields: GoalFields) {
  return {
    title: fields.title,
    teamId: fields.owner?.kind === 'team' ? fields.owner.teamId : null,
    personId: fields.owner?.kind === 'person' ? fields.owner.personId : null,
    theme: fields.theme,
    ambition: fields.ambition,
    criterion: fields.criterion,
    indicator: fields.indicator,
    unit: fields.unit,
    baseline: fields.baseline,
    target: fields.target,
    instrument: fields.instrument,
    startDay: fields.start,
    endDay: fields.end,
    rhythm: String(fields.rhythm),
    phase: fields.phase,
    phaseSentences: JSON.stringify(fields.phaseSentences),
  };
}
