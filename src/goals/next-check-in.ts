/** "Volgende vraag om een update: dinsdag 24 november", from the same schedule as the nudges. */
import type { Context } from '../bot/command.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { nextSchoolYear, schoolYearOf } from '../calendar/school-year.ts';
import { checkInsOf } from './check-in-schedule.ts';
import { type GoalLine, isActive } from './goal.ts';

/** The next day on which somebody is asked about this goal, in this school year or the next; null when nobody will be. */
export async function nextCheckIn({ store, today }: Context, goal: GoalLine): Promise<LocalDate | null> {
  if (!isActive(goal.status)) return null;
  const state = await store.outbox.schoolState(goal.schoolId);
  if (!state) return null;
  const alone = { ...state, goals: state.goals.filter(({ id }) => id === goal.id) };
  const year = schoolYearOf(today);
  const planned = [year, nextSchoolYear(year)].flatMap((each) => checkInsOf(alone, each));
  const isAnswered = (from: LocalDate) => goal.last !== null && goal.last.date >= from;
  const days = planned.filter(({ answeredFrom }) => !isAnswered(answeredFrom)).flatMap(({ steps }) => steps);
  return (
    days
      .map(({ day }) => day)
      .filter((day) => day >= today)
      .sort()[0] ?? null
  );
}
