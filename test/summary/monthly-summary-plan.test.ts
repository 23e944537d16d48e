import { describe, expect, test } from 'vitest';
import { say } from '../../src/bot/text.ts';
import { eachDay, localDate } from '../../src/calendar/local-date.ts';
import type { Region } from '../../src/calendar/school-days.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import type { PlannedPerson } from '../../src/delivery/nudge.ts';
import type { PersonId } from '../../src/people/person.ts';
import { monthlySummary } from '../../src/summary/monthly-summary.nudge.ts';
import { OWNER, person, schoolState } from '../delivery/school-state.ts';
import { buildSchool, openStore } from '../support/store.ts';

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

test('it is sent to nobody who is not a director of that school any more', async () => {
  const opened = await openStore();
  const school = await buildSchool(opened);
  const NOW = instantAt(day('2026-11-02'), localTime('08:00'));
  const compose = async (name: string, schoolId = school.id) => {
    const receiver = (await opened.store.people.actorById(school.person(name), day('2026-11-02')))!;
    const [reference] = monthlySummary.plan(
      schoolState({ people: [person(OWNER, { roles: ['directeur'] })] }),
      day('2026-11-02'),
    );
    const context = { store: opened.store, say: say('nl'), now: NOW, today: day('2026-11-02'), receiver };
    return (await monthlySummary.compose({ ...reference!, receiver: receiver.id, schoolId }, context)) !== null;
  };
  const other = await buildSchool(opened, { school: { school: 'Elders' }, staff: [{ name: 'Piet' }] });
  expect(await compose('Marieke')).toBe(true);
  expect(await compose('Nadia')).toBe(false);
  expect(await compose('Marieke', other.id)).toBe(false);
  opened.close();
});
