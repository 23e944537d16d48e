import { describe, expect, test } from 'vitest';
import { eachDay, localDate } from '../../src/calendar/local-date.ts';
import type { Region } from '../../src/calendar/school-calendar.ts';
import type { PlannedPerson } from '../../src/delivery/nudge.ts';
import type { PersonId } from '../../src/people/person.ts';
import { monthlySummary } from '../../src/summary/monthly-summary.nudge.ts';
import { OWNER, person, schoolState } from '../delivery/school-state.ts';

const day = localDate;

function days(people: PlannedPerson[], region: Region = 'midden'): string[] {
  const state = schoolState({ people, region, goals: [] });
  return [...eachDay(day('2026-08-01'), day('2027-07-31'))].flatMap((each) =>
    monthlySummary
      .plan(state, each)
      .filter(({ from }) => from === each)
      .map(({ from, until }) => `${from}..${until}`),
  );
}

describe("the director's ten summaries", () => {
  const director = (change = {}) => person(OWNER, { roles: ['directeur'], ...change });
  const cases: { name: string; people: PlannedPerson[]; region?: Region; expected: string[] }[] = [
    {
      name: 'full-time, midden',
      people: [director()],
      expected: [
        '2026-10-01..2026-10-31',
        '2026-11-02..2026-11-30',
        '2026-12-01..2026-12-31',
        '2027-01-04..2027-01-31',
        '2027-02-01..2027-02-28',
        '2027-03-01..2027-03-31',
        '2027-04-01..2027-04-30',
        '2027-05-03..2027-05-31',
        '2027-06-01..2027-06-30',
        '2027-07-01..2027-07-31',
      ],
    },
    {
      name: 'Fridays only, noord',
      people: [director({ workingDays: ['vr'] })],
      region: 'noord',
      expected: [
        '2026-10-02..2026-10-31',
        '2026-11-06..2026-11-30',
        '2026-12-04..2026-12-31',
        '2027-01-08..2027-01-31',
        '2027-02-05..2027-02-28',
        '2027-03-05..2027-03-31',
        '2027-04-02..2027-04-30',
        // The Friday after Hemelvaart (7 May) is free.
        '2027-05-14..2027-05-31',
        '2027-06-04..2027-06-30',
        '2027-07-02..2027-07-31',
      ],
    },
    {
      name: 'absent in December, leaves in March',
      people: [
        director({ absences: [{ from: day('2026-11-30'), until: day('2027-01-10') }], until: day('2027-03-31') }),
      ],
      region: 'zuid',
      expected: [
        '2026-10-01..2026-10-31',
        '2026-11-02..2026-11-30',
        '2027-01-11..2027-01-31',
        '2027-02-01..2027-02-28',
        '2027-03-01..2027-03-31',
      ],
    },
    { name: 'a teacher gets none', people: [person(OWNER)], expected: [] },
  ];
  test.each(cases)('$name', ({ people, region, expected }) => expect(days(people, region)).toEqual(expected));

  test('two directors get one each', () => {
    const people = [director(), person(2 as PersonId, { roles: ['directeur'], workingDays: ['di'] })];
    const planned = monthlySummary.plan(schoolState({ people }), day('2026-11-03'));
    expect(planned.map(({ key, from }) => `${key} ${from}`)).toEqual([
      'maandoverzicht:1:2026-11:1 2026-11-02',
      'maandoverzicht:1:2026-11:2 2026-11-03',
    ]);
  });
});
