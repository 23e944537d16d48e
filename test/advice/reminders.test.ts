/** When the director is reminded of advice that waits: a table with the days written out, and properties. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdviceId } from '../../src/advice/advice.ts';
import { adviceWaits } from '../../src/advice/waiting.nudge.ts';
import { addDays, eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { Region } from '../../src/calendar/school-days.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import type { PlannedAdvice, PlannedPerson, SchoolState } from '../../src/delivery/nudge.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { Absence, PersonId, TeamId, WorkingDay } from '../../src/people/person.ts';
import type { Leerteam } from '../../src/teams/leerteam.ts';
import { DEPUTY, OWNER, person, schoolState, TEAM, team } from '../delivery/school-state.ts';

const MT = 9 as TeamId;
const DIRECTOR = 7 as PersonId;
const day = localDate;

const director = (change: Parameters<typeof person>[1] = {}) => person(DIRECTOR, { roles: ['directeur'], ...change });
const mt = (change: Partial<Leerteam> = {}) => team({ id: MT, name: 'MT', kind: 'MT', chairId: DIRECTOR, ...change });

function school(
  sentOn: string,
  change: { people?: PlannedPerson[]; region?: Region; teams?: Leerteam[]; advice?: Partial<PlannedAdvice> } = {},
): SchoolState {
  return schoolState({
    region: change.region ?? 'midden',
    goals: [],
    people: change.people ?? [person(OWNER), director()],
    teams: change.teams ?? [team(), mt()],
    advice: [{ id: 3 as AdviceId, number: 3, teamId: TEAM, sentOn: day(sentOn), ...change.advice }],
  });
}

const YEAR = [...eachDay(day('2026-08-01'), day('2027-09-30'))];

/** The days on which it is first sent, and those until which it makes sense. */
function reminders(state: SchoolState): string[] {
  return YEAR.flatMap((each) =>
    adviceWaits
      .plan(state, each)
      .filter(({ from }) => from === each)
      .map(
        ({ from, until, receiver, step }) => `${step} ${from}..${until}${receiver === DIRECTOR ? '' : ` ${receiver}`}`,
      ),
  );
}

/** The first day on which each point is on an agenda, and whose. */
function points(state: SchoolState): Record<string, LocalDate> {
  const first: Record<string, LocalDate> = {};
  for (const each of YEAR) {
    for (const { teamId } of adviceWaits.points!(state, each)) first[String(teamId)] ??= each;
  }
  return first;
}

describe('reminders', () => {
  const fulltime = ['0 2026-11-18..2026-11-24', '1 2026-11-25..2026-12-01', '2 2026-12-02..2026-12-08'];
  const cases: { name: string; state: SchoolState; expected: string[]; pointOn: string | null }[] = [
    { name: 'ten school days, then weekly', state: school('2026-11-04'), expected: fulltime, pointOn: '2026-12-09' },
    {
      name: 'a director of Mondays and Fridays',
      state: school('2026-11-04', { people: [director({ workingDays: ['ma', 'vr'] })] }),
      expected: ['0 2026-11-20..2026-11-26', '1 2026-11-27..2026-12-03', '2 2026-12-04..2026-12-10'],
      pointOn: '2026-12-11',
    },
    {
      name: 'the autumn vacation does not count (midden: 17 to 25 October)',
      state: school('2026-10-12'),
      expected: ['0 2026-11-02..2026-11-08', '1 2026-11-09..2026-11-15', '2 2026-11-16..2026-11-22'],
      pointOn: '2026-11-23',
    },
    {
      name: 'weekly after a vacation too',
      state: school('2026-12-04'),
      expected: ['0 2026-12-18..2027-01-03', '1 2027-01-04..2027-01-10', '2 2027-01-11..2027-01-17'],
      pointOn: '2027-01-18',
    },
    {
      name: 'an absent director is asked on return',
      state: school('2026-11-04', {
        people: [director({ absences: [{ from: day('2026-11-16'), until: day('2026-11-27') }] })],
      }),
      expected: ['0 2026-11-30..2026-12-06', '1 2026-12-07..2026-12-13', '2 2026-12-14..2026-12-20'],
      pointOn: '2026-12-21',
    },
    {
      name: 'nobody to ask: the agenda all the same',
      state: school('2026-11-04', { people: [] }),
      expected: [],
      pointOn: '2026-12-09',
    },
    {
      name: 'a director who left is not asked',
      state: school('2026-11-04', { people: [director({ until: day('2026-11-10') })] }),
      expected: [],
      pointOn: '2026-12-09',
    },
    {
      name: 'of a team that the director chairs: nothing',
      state: school('2026-11-04', { teams: [team({ chairId: DIRECTOR }), mt()] }),
      expected: [],
      pointOn: null,
    },
    {
      name: 'of the quality coach',
      state: school('2026-11-04', { advice: { teamId: null } }),
      expected: fulltime,
      pointOn: '2026-12-09',
    },
  ];
  test.each(cases)('$name', ({ state, expected, pointOn }) => {
    expect(reminders(state)).toEqual(expected);
    expect(points(state)[MT] ?? null).toBe(pointOn);
  });

  test('two directors are both asked, and the point comes when one of them was asked three times', () => {
    const second = person(DEPUTY, { roles: ['directeur'], workingDays: ['vr'] });
    const state = school('2026-11-04', { people: [director(), second] });
    expect(reminders(state)).toEqual([
      '0 2026-11-18..2026-11-24',
      '0 2026-11-20..2026-11-26 2',
      '1 2026-11-25..2026-12-01',
      '1 2026-11-27..2026-12-03 2',
      '2 2026-12-02..2026-12-08',
      '2 2026-12-04..2026-12-10 2',
    ]);
    expect(points(state)).toEqual({ [TEAM]: '2026-12-09', [MT]: '2026-12-09' });
  });

  test.each([
    ['the team and the MT', school('2026-11-04'), [TEAM, MT]],
    ['without an MT the team and the school', school('2026-11-04', { teams: [team()] }), [TEAM, null]],
    [
      'an MT of last year counts as none',
      school('2026-11-04', { teams: [team(), mt({ until: day('2026-07-31') })] }),
      [TEAM, null],
    ],
    ['of the coach the MT', school('2026-11-04', { advice: { teamId: null } }), [MT]],
    ['of the MT itself once', school('2026-11-04', { teams: [mt({ chairId: OWNER })], advice: { teamId: MT } }), [MT]],
  ])('the point is for: %s', (_, state, expected) => {
    expect(adviceWaits.points!(state, day('2026-12-10')).map(({ teamId }) => teamId)).toEqual(expected);
  });

  test('is put off within its own week', () => {
    const state = school('2026-11-04');
    const [reference] = adviceWaits.plan(state, day('2026-11-20'));
    expect(adviceWaits.lastDay(state, reference!)).toBe('2026-11-24');
    expect(adviceWaits.lastDay(schoolState(), reference!)).toBeNull();
  });

  test('is named by its team and number in vooruitblik', () => {
    expect(preview([school('2026-11-04')], day('2026-11-01'), day('2026-12-31'), [adviceWaits])).toEqual(
      ['2026-11-18', '2026-11-25', '2026-12-02'].map((date) => ({
        op: `${date}T08:00:00+01:00`,
        aan: 'persoon7@school.example',
        soort: 'advies-wacht',
        onderwerp: 'Bovenbouw advies 3',
      })),
    );
  });
});

describe('for every pattern of working days, absence and region', () => {
  const workingDays = fc.uniqueArray(
    fc.constantFrom<WorkingDay>('ma', 'di', 'wo', 'do', 'vr', 'ma-even', 'wo-oneven', 'vr-even'),
    { maxLength: 5 },
  );
  const sent = fc.integer({ min: 0, max: 330 }).map((days) => addDays(day('2026-08-10'), days));
  const absences = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 380 }), fc.integer({ min: 0, max: 30 })).map(([from, length]): Absence => {
      const first = addDays(day('2026-08-01'), from);
      return { from: first, until: addDays(first, length) };
    }),
    { maxLength: 3 },
  );
  const cases = fc.record({
    sent,
    workingDays,
    absences,
    region: fc.constantFrom<Region>('noord', 'midden', 'zuid'),
  });

  test('at most three, on own working days, a week or more apart, and never before ten school days', () => {
    fc.assert(
      fc.property(cases, ({ sent: sentOn, region, ...change }) => {
        const one = director(change);
        const state = school(sentOn, { people: [one], region });
        const calendar = schoolCalendar(state.school.calendar);
        const days = [...eachDay(sentOn, addDays(sentOn, 420))];
        const found = days.flatMap((each) => adviceWaits.plan(state, each).filter(({ from }) => from === each));
        expect(found.map(({ step }) => step)).toEqual([0, 1, 2]);
        for (const [at, reference] of found.entries()) {
          const { from, until } = reference;
          expect(isOwnWorkingDay(calendar, one, from)).toBe(true);
          expect(from <= until).toBe(true);
          const open = [...eachDay(addDays(sentOn, 1), from)].filter((each) => calendar.isOpen(each));
          expect(open.length).toBeGreaterThanOrEqual(10);
          // Each on the first own working day of its week.
          const earliest = at === 0 ? sentOn : addDays(found[at - 1]!.from, 7);
          expect(from >= earliest).toBe(true);
          if (at === 0) continue;
          expect(found[at - 1]!.until).toBe(addDays(from, -1));
          const before = [...eachDay(earliest, addDays(from, -1))];
          expect(before.some((each) => isOwnWorkingDay(calendar, one, each))).toBe(false);
        }
        // On no day two of them, and every day of a window gives the same reference.
        for (const each of days) expect(adviceWaits.plan(state, each).length).toBeLessThanOrEqual(1);
        const pointsFrom = days.find((each) => adviceWaits.points!(state, each).length > 0);
        if (found.length > 0) expect(pointsFrom).toBe(addDays(found.at(-1)!.from, 7));
      }),
      { numRuns: 60 },
    );
  });

  test('planned twice is planned once', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 60 }), ({ sent: sentOn, region, ...change }, later) => {
        const state = school(sentOn, { people: [director(change)], region });
        const on = addDays(sentOn, later);
        expect(planSchool({ ...state }, on, [adviceWaits])).toEqual(planSchool(state, on, [adviceWaits]));
      }),
      { numRuns: 30 },
    );
  });
});
