import { describe, expect, test } from 'vitest';
import { eachDay, latest, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import type { Reference } from '../../src/delivery/nudge.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import type { PersonId } from '../../src/people/person.ts';
import { DEPUTY, goal, OWNER, person, schoolState, TEAM_GOAL, team } from './school-state.ts';

const day = localDate;
const YEAR_DAYS = [...eachDay(day('2026-08-01'), day('2027-07-31'))];

/** Every reference that any day of the year gives. */
function wholeYear(state = schoolState()): ReadonlyMap<string, Reference> {
  return new Map(YEAR_DAYS.flatMap((each) => planSchool(state, each).references.map((one) => [one.key, one])));
}

test('the first nudge of a check-in as the outbox gets it', () => {
  expect(planSchool(schoolState(), day('2026-09-21')).references).toEqual([
    {
      key: 'doel-checkin:1:2026-2027:w4:0',
      kind: 'doel-checkin',
      receiver: OWNER,
      schoolId: 1,
      subject: 'goal:1',
      step: 0,
      from: '2026-09-21',
      until: '2026-09-27',
      answeredFrom: '2026-09-07',
      nextDay: '2026-09-21',
    },
  ]);
});

test('a reference is there on every day of its window and on no other', () => {
  const people = [person(OWNER, { roles: ['directeur'] }), person(DEPUTY)];
  const goals = [goal({ rhythm: 2 }), { ...TEAM_GOAL, id: 2 as GoalId }];
  const state = schoolState({ people, goals, teams: [team({ chairId: DEPUTY })] });
  const calendar = schoolCalendar(state.school.calendar);
  const year = wholeYear(state);
  expect(year.size).toBeGreaterThan(60);
  for (const each of YEAR_DAYS) {
    const expected = [...year.values()].filter(({ from, until }) => from <= each && each <= until);
    // What cannot be sent any more within its window is left out.
    const sendable = expected.filter(({ from, until, receiver }) => {
      const worker = people.find(({ id }) => id === receiver)!;
      return [...eachDay(latest(from, each), until)].some((date) => isOwnWorkingDay(calendar, worker, date));
    });
    expect(
      planSchool(state, each)
        .references.map(({ key }) => key)
        .sort(),
    ).toEqual(sendable.map(({ key }) => key).sort());
  }
});

describe('the day on which it is looked at', () => {
  const cases: { name: string; workingDays: ('ma' | 'wo')[]; on: string; nextDay: string | undefined }[] = [
    { name: 'on the first day itself', workingDays: ['ma', 'wo'], on: '2026-09-21', nextDay: '2026-09-21' },
    { name: 'after it: the next own working day', workingDays: ['ma', 'wo'], on: '2026-09-22', nextDay: '2026-09-23' },
    {
      name: 'no own working day left before the window ends',
      workingDays: ['ma', 'wo'],
      on: '2026-09-24',
      nextDay: undefined,
    },
    { name: 'one day a week', workingDays: ['wo'], on: '2026-09-21', nextDay: undefined },
    { name: 'one day a week, on that day', workingDays: ['wo'], on: '2026-09-23', nextDay: '2026-09-23' },
  ];
  test.each(cases)('$name', ({ workingDays, on, nextDay }) => {
    const { references } = planSchool(schoolState({ people: [person(OWNER, { workingDays })] }), day(on));
    expect(references[0]?.nextDay).toBe(nextDay);
  });
});

describe('what was entered on the way gets no nudges of the days before', () => {
  const cases: { name: string; goalOn: string; on: string; count: number }[] = [
    { name: 'entered on the day of the nudge', goalOn: '2026-09-21', on: '2026-09-21', count: 1 },
    { name: 'entered a day later', goalOn: '2026-09-22', on: '2026-09-22', count: 0 },
    { name: 'entered a day later: also not the day after', goalOn: '2026-09-22', on: '2026-09-23', count: 0 },
    { name: 'the reminder a week later does come', goalOn: '2026-09-22', on: '2026-09-28', count: 1 },
    { name: 'entered after the day that is planned: a preview', goalOn: '2026-11-01', on: '2026-09-23', count: 1 },
  ];
  test.each(cases)('goal: $name', ({ goalOn, on, count }) => {
    const state = schoolState({ goals: [goal({ createdOn: day(goalOn) })] });
    expect(planSchool(state, day(on)).references).toHaveLength(count);
  });

  test('a school that came later gets no summary of the month that has begun', () => {
    const people = [person(OWNER, { roles: ['directeur'] })];
    const state = schoolState({ people, goals: [], createdOn: day('2026-11-03') });
    expect(planSchool(state, day('2026-11-03')).references).toEqual([]);
    expect(planSchool(state, day('2026-12-01')).references).toHaveLength(1);
  });
});

describe('points for the agenda', () => {
  const points = (state: ReturnType<typeof schoolState>, on: string) => planSchool(state, day(on)).points;

  test('of a team, a week after the last reminder, once', () => {
    const state = schoolState({ goals: [TEAM_GOAL], teams: [team()] });
    const point = {
      key: 'doel-checkin:1:2026-2027:w4',
      schoolId: 1,
      teamId: 1,
      cause: 'doel zonder update',
      goalId: 1,
      madeOn: '2026-10-12',
      unlessUpdatedSince: '2026-09-07',
    };
    expect(points(state, '2026-10-11')).toEqual([]);
    for (const on of ['2026-10-12', '2026-10-14', '2026-10-18']) expect(points(state, on)).toEqual([point]);
    expect(points(state, '2026-10-19')).toEqual([]);
  });

  test("of a person's goal it has no team", () => {
    expect(points(schoolState(), '2026-10-12')).toMatchObject([{ teamId: null, goalId: 1 }]);
  });

  test('not when the goal came after the last reminder', () => {
    expect(points(schoolState({ goals: [goal({ createdOn: day('2026-10-06') })] }), '2026-10-12')).toEqual([]);
    expect(points(schoolState({ goals: [goal({ createdOn: day('2026-10-05') })] }), '2026-10-12')).toHaveLength(1);
  });

  test('not of a paused goal', () => {
    expect(points(schoolState({ goals: [goal({ status: 'gepauzeerd' })] }), '2026-10-12')).toEqual([]);
  });
});

test('planning the same day twice gives the same', () => {
  const state = schoolState({ goals: [TEAM_GOAL], teams: [team()] });
  const copy = structuredClone(state);
  for (const on of ['2026-09-25', '2026-10-12', '2027-03-12'].map(day)) {
    expect(planSchool(copy, on)).toEqual(planSchool(state, on));
    expect(planSchool(state, on)).toEqual(planSchool(state, on));
  }
});

test('keys are unique in a school year and between school years', () => {
  const twoYears = [...eachDay(day('2026-08-01'), day('2028-07-31'))];
  const people = [person(OWNER, { roles: ['directeur'] }), person(9 as PersonId, { roles: ['directeur'] })];
  const byKey = new Map<string, string>();
  for (const each of twoYears) {
    for (const { key, receiver, from } of planSchool(schoolState({ people }), each).references) {
      const what = `${receiver} ${from}`;
      expect(byKey.get(key) ?? what).toBe(what);
      byKey.set(key, what);
    }
  }
  expect(byKey.size).toBeGreaterThan(80);
});
