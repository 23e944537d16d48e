/** Goals of which this person is asked for an update now: their own, and those of teams they chair. */
import type { Context } from '../bot/command.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { type SchoolCalendar, schoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { dueWeeks } from '../goals/check-in-weeks.ts';
import { type GoalLine, isActive } from '../goals/goal.ts';
import { subjectOf } from '../goals/goal-access.ts';
import { may } from '../people/permissions.ts';

export async function goalsToUpdate({ store, actor, today }: Context): Promise<readonly GoalLine[]> {
  const teamIds = actor.teams.filter(({ role }) => role !== 'member').map(({ teamId }) => teamId);
  const owned = await store.goals.lines({ ownedBy: { teamIds, personId: actor.id } });
  const goals = owned.filter((goal) => may(actor, 'goal.check-in', subjectOf(goal)));
  const waiting = await Promise.all(
    goals.map(async (goal) => {
      const school = await store.people.school(goal.schoolId);
      return school !== null && waitsForUpdate(schoolCalendar(school.calendar), goal, today);
    }),
  );
  return goals.filter((_, index) => waiting[index]);
}

/** Was it due this school year, and is there no update since that counts for it (PRODUCT 6, doel check-in)? Pure. */
function waitsForUpdate(
  calendar: SchoolCalendar,
  goal: Pick<GoalLine, 'status' | 'start' | 'end' | 'rhythm' | 'last'>,
  today: LocalDate,
): boolean {
  if (!isActive(goal.status) || !isWithin(today, { from: goal.start, until: goal.end })) return false;
  const due = dueWeeks(calendar, schoolYearOf(today), goal.rhythm).findLast(({ week }) => week.monday <= today);
  return due !== undefined && (goal.last === null || goal.last.date < due.answeredFrom);
}
