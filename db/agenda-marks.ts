/** An agenda that went out is edited when what it is made of changes. Call within an act or a change. */
import { eq } from 'drizzle-orm';
import { localDateOf } from '../src/calendar/zone.ts';
import type { Goal } from '../src/goals/goal.ts';
import type { SchoolId, TeamId } from '../src/people/person.ts';
import type { Database, Orm } from './database.ts';
import { markAgendaChanged } from './meeting-rows.ts';
import { team } from './schema.ts';

/** Of the team that owns it; a person's own goal is on no agenda. */
export function markAgendaOfGoal(database: Database, { owner }: Pick<Goal, 'owner'>, at: Date): void {
  if (owner?.kind === 'team') markAgendaChanged(database, owner.teamId, localDateOf(at));
}

/** Of every team of the school. */
export function markAgendasOfSchool(database: Database, orm: Orm, schoolId: SchoolId, at: Date): void {
  for (const { id } of orm.select({ id: team.id }).from(team).where(eq(team.schoolId, schoolId)).all()) {
    markAgendaChanged(database, id as TeamId, localDateOf(at));
  }
}
