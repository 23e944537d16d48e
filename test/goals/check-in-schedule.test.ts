import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import type { PlannedGoal, PlannedPerson, SchoolState } from '../../src/delivery/nudge.ts';
import { checkInsOf } from '../../src/goals/check-in-schedule.ts';
import { GOAL_STATUSES, isActive } from '../../src/goals/goal.ts';
import type { Leerteam } from '../../src/teams/leerteam.ts';
import { DEPUTY, goal, OWNER, person, schoolState, TEAM_GOAL, team } from '../delivery/school-state.ts';

const YEAR = '2026-2027' as SchoolYear;
const day = localDate;

/** One line per check-in: `w4 | answered from | days | agenda point`. A day of the deputy has a `v`. */
function schedule(state: SchoolState, year = YEAR): string[] {
  return checkInsOf(state, year).map(({ week, answeredFrom, steps, pointOn }) => {
    const days = steps.map((step) => `${step.day}${step.receiver === DEPUTY ? 'v' : ''}`);
    return `w${week} | ${answeredFrom} | ${days.join(' ')} | ${pointOn ?? '-'}`;
  });
}

/** The lines of these weeks, without the school year before and after them. */
const onlyWeeks = (lines: readonly string[], ...weeks: number[]) =>
  lines.filter((line) => weeks.includes(Number(line.slice(1).split(' ')[0])));

describe("a person's goal, a whole school year", () => {
  test('midden, every 4 school weeks, full-time', () => {
    expect(schedule(schoolState())).toEqual([
      'w4 | 2026-09-07 | 2026-09-21 2026-09-28 2026-10-05 | 2026-10-12',
      'w8 | 2026-10-05 | 2026-10-26 2026-11-02 2026-11-09 | 2026-11-16',
      'w12 | 2026-11-09 | 2026-11-23 2026-11-30 2026-12-07 | 2026-12-14',
      'w16 | 2026-12-07 | 2027-01-04 2027-01-11 2027-01-18 | 2027-01-25',
      'w20 | 2027-01-18 | 2027-02-01 2027-02-08 2027-02-15 | 2027-03-01',
      // Week 27 begins with tweede paasdag; a point needs no working day.
      'w24 | 2027-02-15 | 2027-03-08 2027-03-15 2027-03-22 | 2027-03-29',
      'w28 | 2027-03-22 | 2027-04-05 2027-04-12 2027-04-19 | 2027-05-03',
      // 17 May is tweede pinksterdag.
      'w32 | 2027-04-19 | 2027-05-10 2027-05-18 2027-05-24 | 2027-05-31',
      'w36 | 2027-05-24 | 2027-06-07 2027-06-14 2027-06-21 | 2027-06-28',
      // Week 41 is the last one.
      'w40 | 2027-06-21 | 2027-07-05 2027-07-12 | -',
    ]);
  });

  test('noord, every 2 school weeks: one reminder, for the week after it is due again', () => {
    const goals = [goal({ rhythm: 2, start: day('2026-09-01'), end: day('2026-11-30') })];
    expect(schedule(schoolState({ region: 'noord', goals }))).toEqual([
      'w4 | 2026-08-31 | 2026-09-07 2026-09-14 | 2026-09-21',
      'w6 | 2026-09-14 | 2026-09-21 2026-09-28 | 2026-10-05',
      'w8 | 2026-09-28 | 2026-10-05 2026-10-19 | 2026-10-26',
      'w10 | 2026-10-19 | 2026-10-26 2026-11-02 | 2026-11-09',
      'w12 | 2026-11-02 | 2026-11-09 2026-11-16 | 2026-11-23',
      'w14 | 2026-11-16 | 2026-11-23 2026-11-30 | 2026-12-07',
    ]);
  });

  test('zuid, every 6 school weeks, Wednesdays only', () => {
    const people = [person(OWNER, { workingDays: ['wo'] })];
    expect(schedule(schoolState({ region: 'zuid', people, goals: [goal({ rhythm: 6 })] }))).toEqual([
      'w6 | 2026-09-07 | 2026-09-30 2026-10-07 2026-10-14 | 2026-10-26',
      'w12 | 2026-10-26 | 2026-11-18 2026-11-25 2026-12-02 | 2026-12-07',
      'w18 | 2026-12-07 | 2027-01-13 2027-01-20 2027-01-27 | 2027-02-01',
      'w24 | 2027-02-01 | 2027-03-03 2027-03-10 2027-03-17 | 2027-03-22',
      'w30 | 2027-03-22 | 2027-04-14 2027-04-21 2027-05-05 | 2027-05-10',
      'w36 | 2027-05-10 | 2027-06-02 2027-06-09 2027-06-16 | 2027-06-21',
      'w42 | 2027-06-21 | 2027-07-14 2027-07-21 | -',
    ]);
  });

  test('midden, the last school week of each blok', () => {
    expect(schedule(schoolState({ goals: [goal({ rhythm: 'blok' })] }))).toEqual([
      'w7 | 2026-08-31 | 2026-10-12 2026-10-26 2026-11-02 | 2026-11-09',
      'w15 | 2026-10-26 | 2026-12-14 2027-01-04 2027-01-11 | 2027-01-18',
      'w22 | 2027-01-04 | 2027-02-15 2027-03-01 2027-03-08 | 2027-03-15',
      'w30 | 2027-03-01 | 2027-04-19 2027-05-03 2027-05-10 | 2027-05-17',
      'w41 | 2027-05-03 | 2027-07-12 | -',
    ]);
  });

  test('blokken of the school itself; two that end in one week are asked once', () => {
    const state = schoolState({ goals: [goal({ rhythm: 'blok' })] });
    const blokStarts = ['2026-08-31', '2026-11-10', '2026-11-12', '2027-02-01', '2027-05-03'].map(day);
    const school = { ...state.school, calendar: { ...state.school.calendar, blokStarts } };
    expect(schedule({ ...state, school })).toEqual([
      // Blok 1 ends on Monday 9 November, blok 2 on Wednesday 11 November.
      'w10 | 2026-11-09 | 2026-11-09 2026-11-16 2026-11-23 | 2026-11-30',
      'w19 | 2026-11-12 | 2027-01-25 2027-02-01 2027-02-08 | 2027-02-15',
      'w30 | 2027-02-01 | 2027-04-19 2027-05-03 2027-05-10 | 2027-05-17',
      'w41 | 2027-05-03 | 2027-07-12 | -',
    ]);
  });

  test('every other Wednesday: a week without the own day has no reminder', () => {
    const people = [person(OWNER, { workingDays: ['wo-even'] })];
    expect(onlyWeeks(schedule(schoolState({ people })), 4, 8)).toEqual([
      // ISO week 40 and 42.
      'w4 | 2026-09-07 | 2026-09-30 2026-10-14 | 2026-10-26',
      'w8 | 2026-10-05 | 2026-10-28 2026-11-11 | 2026-11-16',
    ]);
  });
});

describe('when somebody is away, begins or leaves', () => {
  const absent = (from: string, until: string | null) => ({
    absences: [{ from: day(from), until: until && day(until) }] as never,
  });
  const cases: { name: string; people: PlannedPerson[]; weeks: number[]; expected: string[] }[] = [
    {
      name: 'absent for two weeks: asked on return, and once more',
      people: [person(OWNER, absent('2026-09-21', '2026-10-04'))],
      weeks: [4, 8],
      expected: [
        'w4 | 2026-09-07 | 2026-10-05 2026-10-12 | 2026-10-26',
        'w8 | 2026-10-05 | 2026-10-26 2026-11-02 2026-11-09 | 2026-11-16',
      ],
    },
    {
      name: 'back on the day of the next check-in: only that one',
      people: [person(OWNER, absent('2026-09-21', '2026-10-25'))],
      weeks: [4, 8],
      expected: ['w8 | 2026-10-05 | 2026-10-26 2026-11-02 2026-11-09 | 2026-11-16'],
    },
    {
      name: 'away over several check-ins: only the last of them on return',
      people: [person(OWNER, absent('2026-09-14', '2026-12-06'))],
      weeks: [4, 8, 12],
      expected: ['w12 | 2026-11-09 | 2026-12-07 2026-12-14 | 2027-01-04'],
    },
    {
      name: 'away in a week of a reminder: that reminder is left out',
      people: [person(OWNER, absent('2026-09-28', '2026-10-02'))],
      weeks: [4],
      expected: ['w4 | 2026-09-07 | 2026-09-21 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'away in both weeks: the point comes a week after the first nudge',
      people: [person(OWNER, absent('2026-09-24', '2026-10-16'))],
      weeks: [4],
      expected: ['w4 | 2026-09-07 | 2026-09-21 | 2026-09-28'],
    },
    {
      name: 'away with an open end',
      people: [person(OWNER, absent('2026-10-01', null))],
      weeks: [4, 8, 12],
      expected: ['w4 | 2026-09-07 | 2026-09-21 2026-09-28 | 2026-10-05'],
    },
    {
      name: 'nobody left for the next check-in: its Monday ends this one',
      people: [person(OWNER, { workingDays: ['vr'], until: day('2026-10-25') })],
      weeks: [4, 8],
      expected: ['w4 | 2026-09-07 | 2026-09-25 2026-10-02 2026-10-09 | 2026-10-12'],
    },
    {
      name: 'begins on a Thursday',
      people: [person(OWNER, { from: day('2026-09-24') })],
      weeks: [4],
      expected: ['w4 | 2026-09-07 | 2026-09-24 2026-09-28 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'does not work here',
      people: [],
      weeks: [4, 8],
      expected: [],
    },
  ];
  test.each(cases)('$name', ({ people, weeks, expected }) => {
    expect(onlyWeeks(schedule(schoolState({ people })), ...weeks)).toEqual(expected);
  });
});

describe("a team's goal", () => {
  const free = (date: string) => [{ from: day(date), until: day(date), kind: 'vrij' as const, name: 'margedag' }];
  const chair = person(OWNER);
  const cases: {
    name: string;
    team?: Partial<Leerteam>;
    people?: PlannedPerson[];
    ownDays?: ReturnType<typeof free>;
    rhythm?: PlannedGoal['rhythm'];
    expected: string[];
  }[] = [
    {
      name: 'meets on Thursday: the day after',
      expected: ['w4 | 2026-09-07 | 2026-09-25 2026-09-28 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'meets on Friday: on Monday, and the reminders count from there',
      team: { day: 'vr' },
      expected: ['w4 | 2026-09-07 | 2026-09-28 2026-10-05 2026-10-12 | 2026-10-26'],
    },
    {
      name: 'meets on Friday, every 2 weeks: the week in which it is due again has no reminder',
      team: { day: 'vr' },
      rhythm: 2,
      expected: ['w4 | 2026-09-14 | 2026-09-28 | 2026-10-05'],
    },
    {
      name: 'meets in the odd weeks: no meeting in week 4',
      team: { rhythm: 'tweewekelijks' },
      expected: ['w4 | 2026-09-07 | 2026-09-21 2026-09-28 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'meets in the even weeks since the week of its first date',
      team: { rhythm: 'tweewekelijks', firstDate: day('2026-09-07') },
      expected: ['w4 | 2026-09-07 | 2026-09-25 2026-09-28 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'the school is closed on the meeting day',
      ownDays: free('2026-09-24'),
      expected: ['w4 | 2026-09-07 | 2026-09-21 2026-09-28 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'duo: the chair works Monday and Tuesday, meeting on Tuesday',
      team: { day: 'di', deputyId: DEPUTY },
      people: [person(OWNER, { workingDays: ['ma', 'di'] }), person(DEPUTY, { workingDays: ['wo', 'do', 'vr'] })],
      expected: ['w4 | 2026-09-07 | 2026-09-28 2026-10-05 2026-10-12 | 2026-10-26'],
    },
    {
      name: 'an absent chair is waited for, although there is a deputy',
      team: { deputyId: DEPUTY },
      people: [person(OWNER, { absences: [{ from: day('2026-09-21'), until: day('2026-10-02') }] }), person(DEPUTY)],
      expected: ['w4 | 2026-09-07 | 2026-10-05 2026-10-12 | 2026-10-26'],
    },
    {
      name: 'the chair has left: the deputy',
      team: { deputyId: DEPUTY },
      people: [person(OWNER, { until: day('2026-09-24') }), person(DEPUTY, { workingDays: ['wo'] })],
      expected: ['w4 | 2026-09-07 | 2026-09-30v 2026-10-07v 2026-10-14v | 2026-10-26'],
    },
    {
      name: 'the chair leaves between the first nudge and the last reminder',
      team: { deputyId: DEPUTY },
      people: [person(OWNER, { until: day('2026-09-30') }), person(DEPUTY)],
      expected: ['w4 | 2026-09-07 | 2026-09-25 2026-09-28 2026-10-05v | 2026-10-12'],
    },
    {
      name: 'the chair has not begun yet: the deputy',
      team: { deputyId: DEPUTY },
      people: [person(OWNER, { from: day('2026-10-05') }), person(DEPUTY)],
      expected: ['w4 | 2026-09-07 | 2026-09-25v 2026-09-28v 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'the chair leaves before an own working day: the deputy, but not before the chair has left',
      team: { deputyId: DEPUTY },
      people: [person(OWNER, { workingDays: ['di', 'do'], until: day('2026-09-28') }), person(DEPUTY)],
      expected: ['w4 | 2026-09-07 | 2026-09-29v 2026-10-05v 2026-10-12v | 2026-10-26'],
    },
    {
      name: 'the chair begins before an own working day of the deputy: the chair',
      team: { deputyId: DEPUTY },
      people: [person(OWNER, { from: day('2026-09-28') }), person(DEPUTY, { workingDays: ['ma', 'do'] })],
      expected: ['w4 | 2026-09-07 | 2026-09-28 2026-10-05 2026-10-12 | 2026-10-26'],
    },
    {
      name: 'the chair has left and there is no deputy',
      people: [person(OWNER, { until: day('2026-09-24') })],
      expected: [],
    },
    {
      name: 'chair and deputy have left',
      team: { deputyId: DEPUTY },
      people: [person(OWNER, { until: day('2026-09-24') }), person(DEPUTY, { until: day('2026-08-31') })],
      expected: [],
    },
    { name: 'the team has stopped', team: { until: day('2026-09-20') }, expected: [] },
  ];
  test.each(cases)('$name', ({ team: change, people = [chair], ownDays = [], rhythm = 4, expected }) => {
    const state = schoolState({ people, ownDays, teams: [team(change)], goals: [{ ...TEAM_GOAL, rhythm }] });
    expect(onlyWeeks(schedule(state), 4)).toEqual(expected);
  });
});

describe('start, end and status of the goal', () => {
  const cases: { name: string; change: Partial<PlannedGoal>; expected: string[] }[] = [
    {
      name: 'starts the day after the first nudge would come',
      change: { start: day('2026-09-22') },
      expected: ['w8 | 2026-10-05 | 2026-10-26 2026-11-02 2026-11-09 | 2026-11-16'],
    },
    {
      name: 'starts on the day itself',
      change: { start: day('2026-09-21'), end: day('2026-10-25') },
      expected: ['w4 | 2026-09-07 | 2026-09-21 2026-09-28 2026-10-05 | 2026-10-12'],
    },
    {
      name: 'ends on the day of a reminder: that one still comes',
      change: { end: day('2026-09-28') },
      expected: ['w4 | 2026-09-07 | 2026-09-21 2026-09-28 | 2026-10-05'],
    },
    {
      name: 'ends the day before a reminder',
      change: { end: day('2026-09-27') },
      expected: ['w4 | 2026-09-07 | 2026-09-21 | 2026-09-28'],
    },
    { name: 'ends before the first nudge', change: { end: day('2026-09-20') }, expected: [] },
    { name: 'has no owner', change: { owner: null }, expected: [] },
  ];
  test.each(cases)('$name', ({ change, expected }) => {
    expect(onlyWeeks(schedule(schoolState({ goals: [goal(change)] })), 4, 8)).toEqual(expected);
  });

  test.each(GOAL_STATUSES)('%s', (status) => {
    expect(schedule(schoolState({ goals: [goal({ status })] })).length > 0).toBe(isActive(status));
  });
});

test('each step makes sense until the next one, the last until its Sunday; never after the end or the next check-in', () => {
  const windows = (change: Partial<PlannedGoal>, week: number, people = [person(OWNER)]): [LocalDate, LocalDate][] => {
    const checkIn = checkInsOf(schoolState({ people, goals: [goal(change)] }), YEAR).find(
      (each) => each.week === week,
    )!;
    return checkIn.steps.map(({ day, until }) => [day, until]);
  };
  expect(windows({}, 4)).toEqual([
    ['2026-09-21', '2026-09-27'],
    ['2026-09-28', '2026-10-04'],
    ['2026-10-05', '2026-10-11'],
  ]);
  // The week after the first one is the autumn vacation.
  expect(windows({ rhythm: 'blok' }, 7)[0]).toEqual(['2026-10-12', '2026-10-25']);
  expect(windows({ end: day('2026-10-06') }, 4)[2]).toEqual(['2026-10-05', '2026-10-06']);
  const backOnFriday = [person(OWNER, { absences: [{ from: day('2026-09-14'), until: day('2026-10-15') }] })];
  expect(windows({}, 4, backOnFriday)).toEqual([['2026-10-16', '2026-10-18']]);
  expect(windows({}, 40)[1]).toEqual(['2027-07-12', '2027-07-18']);
});

test('counts from week 1 again in the next school year', () => {
  expect(schedule(schoolState(), '2027-2028' as SchoolYear)[0]).toBe(
    'w4 | 2027-09-06 | 2027-09-20 2027-09-27 2027-10-04 | 2027-10-11',
  );
});
