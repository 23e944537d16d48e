/** The POP nudges of 2026-2027 for schools of all kinds, against the rules written a second time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, eachDay, isWithin, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import type { PlannedPerson, Reference, SchoolState } from '../../src/delivery/nudge.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import type { PersonId, SchoolId, WorkingDay } from '../../src/people/person.ts';
import { popExplained } from '../../src/pop/explain.nudge.ts';
import type { PopDays } from '../../src/pop/pop-days.ts';
import { opensOn, USUAL_POP_DAYS } from '../../src/pop/pop-days.ts';
import { popReady } from '../../src/pop/ready.nudge.ts';
import { popAsksOf } from '../../src/pop/schedule.ts';
import { popEvaluation, popFollowUp, popTalk } from '../../src/pop/talk.nudge.ts';
import { person, SCHOOL, schoolState } from '../delivery/school-state.ts';
import { type OraclePerson, oracle } from './schedule.oracle.ts';

const YEAR = '2026-2027' as SchoolYear;
const POP_NUDGES = [popExplained, popReady, popTalk, popFollowUp, popEvaluation];
const ELSEWHERE = 2 as SchoolId;
const IDS = [1, 2, 3, 4] as const;

const aDay = fc.integer({ min: -60, max: 364 }).map((offset) => addDays(localDate('2026-08-01'), offset));
const mostlyNone = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });
const aWorkingDay = fc.constantFrom<WorkingDay>('ma', 'di', 'wo', 'do', 'vr', 'ma-even', 'wo-oneven', 'vr-even');
const anAbsence = fc
  .tuple(aDay, fc.option(fc.integer({ min: 0, max: 150 }), { nil: null }))
  .map(([from, length]) => ({ from, until: length === null ? null : addDays(from, length) }));
const aDraft = fc.record({
  workingDays: fc.option(fc.uniqueArray(aWorkingDay, { minLength: 1 }), { nil: null }),
  absences: fc.oneof(fc.constant([]), fc.array(anAbsence, { maxLength: 2 })),
  from: mostlyNone(aDay),
  until: mostlyNone(aDay),
  pop: fc.constantFrom(true, true, false),
  isDirector: fc.boolean(),
  leadId: fc.option(fc.constantFrom(...IDS), { nil: null }),
  place: fc.constantFrom('school' as const, 'school' as const, 'school' as const, 'board' as const, 'moved' as const),
});

type Draft = typeof aDraft extends fc.Arbitrary<infer T> ? T & { readonly id: number } : never;

/** As planning gets the person: who moved worked here until they left, and from the next day on at another school. */
function places({
  id,
  place,
  workingDays,
  absences,
  from,
  until,
  pop,
  isDirector,
  leadId,
}: Draft): readonly PlannedPerson[] {
  const at = (schoolId: SchoolId | null, first: LocalDate | null, last: LocalDate | null) =>
    person(id as PersonId, {
      schoolId,
      absences,
      pop,
      workingDays,
      leadId: leadId as PersonId | null,
      from: first,
      until: last,
      roles: isDirector ? ['directeur'] : ['leerkracht'],
    });
  if (place === 'school') return [at(SCHOOL, from, until)];
  if (place === 'board') return [at(null, from, until)];
  const left = until ?? localDate('2026-11-05');
  return [at(SCHOOL, from, left), at(ELSEWHERE, addDays(left, 1), null)];
}

const someDays = fc.constantFrom<Readonly<Record<string, string>>>(
  USUAL_POP_DAYS,
  { uitleg: '08-15', klaar: '08-20', gesprek: '09-15', opvolging: '12-15', evaluatie: '04-01' },
  { uitleg: '10-01', klaar: '11-15', gesprek: '12-01', opvolging: '12-20', evaluatie: '01-10' },
);
const aSchool = fc.record({
  drafts: fc.tuple(...IDS.map((id) => aDraft.map((draft): Draft => ({ ...draft, id })))),
  region: fc.constantFrom('noord' as const, 'midden' as const, 'zuid' as const),
  consent: fc.oneof(
    { weight: 5, arbitrary: fc.constant(localDate('2026-01-01')) },
    { weight: 2, arbitrary: aDay },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  days: someDays.map((days) => days as PopDays),
  ownDays: fc
    .tuple(aDay, fc.constantFrom('vrij' as const, 'studiedag' as const))
    .map(([from, kind]) => [{ from, until: from, kind, name: 'eigen dag' }]),
});
type Draw = typeof aSchool extends fc.Arbitrary<infer T> ? T : never;

function stateOf({ drafts, region, consent, days, ownDays }: Draw): SchoolState {
  const all = drafts.flatMap(places);
  const at = (id: SchoolId | null) => all.filter(({ employment }) => employment.schoolId === id);
  return schoolState({
    region,
    ownDays,
    goals: [],
    pop: { consent, days },
    people: at(SCHOOL),
    governors: at(null),
    leadsElsewhere: at(ELSEWHERE),
  });
}

function asOracle(draft: Draft): OraclePerson {
  const all = places(draft);
  const [first] = all as [PlannedPerson];
  return {
    id: draft.id,
    absent: first.absences,
    pop: draft.pop,
    lead: draft.leadId,
    director: draft.isDirector,
    places: all.map(({ employment: { schoolId, workingDays, from, until } }) => ({
      at: schoolId === SCHOOL ? 'school' : schoolId === null ? 'board' : 'elsewhere',
      days: workingDays,
      from,
      until,
    })),
  };
}

test('what is planned is what the rules say, written a second time', () => {
  let planned = 0;
  fc.assert(
    fc.property(aSchool, (draw) => {
      const state = stateOf(draw);
      const expected = oracle({
        calendar: schoolCalendar(state.school.calendar),
        consent: draw.consent,
        opens: {
          uitleg: opensOn(draw.days, 'uitleg', YEAR),
          klaar: opensOn(draw.days, 'klaar', YEAR),
          gesprek: opensOn(draw.days, 'gesprek', YEAR),
          opvolging: opensOn(draw.days, 'opvolging', YEAR),
          evaluatie: opensOn(draw.days, 'evaluatie', YEAR),
        },
        people: draw.drafts.map(asOracle),
      });
      const asks = popAsksOf(state, YEAR).map(
        ({ receiver, step, turn, from }) => `${receiver} ${step} ${turn} ${from}`,
      );
      planned += asks.length;
      expect([...asks].sort()).toEqual([...expected].sort());
    }),
    { numRuns: 120 },
  );
  // The property says nothing about schools in which nobody has a POP.
  expect(planned).toBeGreaterThan(500);
});

/** Every reference that any day of the year gives. */
function wholeYear(state: SchoolState): ReadonlyMap<string, Reference> {
  const references = new Map<string, Reference>();
  for (const day of eachDay(localDate('2026-08-01'), localDate('2027-07-31'))) {
    for (const one of planSchool(state, day, POP_NUDGES).references) references.set(one.key, one);
  }
  return references;
}

test('every nudge falls on an own working day, and only on people with a POP or somebody to lead', () => {
  fc.assert(
    fc.property(aSchool, (draw) => {
      const state = stateOf(draw);
      const calendar = schoolCalendar(state.school.calendar);
      const all = [...state.people, ...state.governors, ...state.leadsElsewhere];
      for (const { receiver, from, until, kind, subject } of wholeYear(state).values()) {
        const there = all.filter((one) => one.id === receiver && isWithin(from, one.employment));
        expect(there.some((worker) => isOwnWorkingDay(calendar, worker, from))).toBe(true);
        expect(from >= draw.consent! && from <= until && until <= '2027-07-31').toBe(true);
        expect(subject).toBe('pop:2026-2027');
        const hasPop = state.people.some(({ id, employment }) => id === receiver && employment.pop);
        const leads = state.people.some(({ employment }) => employment.leadId === receiver);
        const directs = state.people.some(
          ({ id, employment }) => id === receiver && employment.roles.includes('directeur'),
        );
        expect(hasPop || ((leads || directs) && kind !== 'pop-uitleg' && kind !== 'pop-klaar')).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('somebody gets no more than the table has, once each, and of one kind never within a week', () => {
  const MOST = { 'pop-uitleg': 1, 'pop-klaar': 3, 'pop-gesprek': 2, 'pop-opvolging': 2, 'pop-evaluatie': 2 } as const;
  fc.assert(
    fc.property(aSchool, (draw) => {
      const references = [...wholeYear(stateOf(draw)).values()];
      for (const id of IDS) {
        for (const [kind, most] of Object.entries(MOST)) {
          const days = references
            .filter((one) => one.receiver === id && one.kind === kind)
            .map(({ from }) => from)
            .sort();
          expect(days.length).toBeLessThanOrEqual(most);
          days.forEach((day, index) => {
            if (index > 0) expect(day >= addDays(days[index - 1]!, 7)).toBe(true);
          });
        }
      }
    }),
    { numRuns: 40 },
  );
});
