/** Goals: how they stand, what happened to them, and how many there are. */
import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Action } from '../src/actions/action.ts';
import { ACTIVE_STATUSES, GOAL_STATUSES, type GoalId } from '../src/goals/goal.ts';
import type { GoalCounts, GoalEvent, GoalsStore } from '../src/goals/goals.store.ts';
import type { PersonId } from '../src/people/person.ts';
import { compareNames } from './by-name.ts';
import { checkInQueries } from './check-in.queries.ts';
import type { Database } from './database.ts';
import { goalChanges } from './goal-changes.queries.ts';
import { lineById, linesOf, titlesOf } from './goal-lines.ts';
import { action, goal, goalEvent, person, school } from './schema.ts';

const compareCounts = (a: GoalCounts, b: GoalCounts): number =>
  compareNames(a.schoolName, b.schoolName) ||
  a.schoolId - b.schoolId ||
  GOAL_STATUSES.indexOf(a.status) - GOAL_STATUSES.indexOf(b.status);

export function goalsQueries(database: Database): GoalsStore {
  return {
    ...checkInQueries(database),
    ...goalChanges(database),

    lines: (query) => database.read(() => linesOf(database, query)),
    titles: (query) => database.read(() => titlesOf(database, query)),
    line: (id) => database.read(() => lineById(database, id)),

    events: (id) =>
      database.read((orm) =>
        orm
          .select({ event: goalEvent, byName: person.name })
          .from(goalEvent)
          .leftJoin(person, eq(person.id, goalEvent.byId))
          .where(eq(goalEvent.goalId, id))
          .orderBy(desc(goalEvent.at), desc(goalEvent.id))
          .all()
          .map(
            ({ event, byName }): GoalEvent => ({
              at: new Date(event.at),
              byId: event.byId as PersonId | null,
              byName: byName ?? '',
              what: event.what,
              from: event.fromText,
              to: event.toText,
              reason: event.reason,
            }),
          ),
      ),

    openActions: (id: GoalId) =>
      database.read(
        (orm) =>
          orm
            .select({
              id: action.id,
              schoolId: action.schoolId,
              number: action.number,
              what: action.what,
              ownerId: action.ownerId,
              due: action.due,
              teamId: action.teamId,
              goalId: action.goalId,
              state: action.state,
              ownerName: person.name,
            })
            .from(action)
            .innerJoin(person, eq(person.id, action.ownerId))
            .where(and(eq(action.goalId, id), eq(action.state, 'open')))
            .orderBy(asc(action.due), asc(action.number))
            .all() as (Action & { ownerName: string })[],
      ),

    activeInTeam: (teamId, except) =>
      database.read(
        (orm) =>
          orm
            .select({ count: count() })
            .from(goal)
            .where(
              and(
                eq(goal.teamId, teamId),
                inArray(goal.status, [...ACTIVE_STATUSES]),
                except === null ? undefined : ne(goal.id, except),
              ),
            )
            .get()!.count,
      ),

    counts: () =>
      database.read((orm) =>
        (
          orm
            .select({ schoolId: school.id, schoolName: school.name, status: goal.status, count: count() })
            .from(goal)
            .innerJoin(school, eq(school.id, goal.schoolId))
            .where(ne(goal.status, 'concept'))
            .groupBy(goal.schoolId, goal.status)
            .all() as GoalCounts[]
        ).sort(compareCounts),
      ),
  };
}
