import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isWithin, type LocalDate, localDate, mondayOf } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { schoolYearOf } from '../../src/calendar/school-year.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import type { SchoolState } from '../../src/delivery/nudge.ts';
import { checkInsNear, checkInsOf } from '../../src/goals/check-in-schedule.ts';
import { type GoalId, RHYTHMS } from '../../src/goals/goal.ts';
import { meetingsOf } from '../../src/meetings/meetings.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import { DEPUTY, goal, OWNER, person, schoolState, TEAM, team } from '../delivery/school-state.ts';

const YEAR = '2026-2027' as SchoolYear;

const aDay = fc.integer({ min: -30, max: 395 }).map((offset) => addDays(localDate('2026-08-01'), offset));
const maybeDay = fc.option(aDay, { nil: null });
const aWorkingDay = fc.constantFrom<WorkingDay>('ma', 'di', 'wo', 'do', 'vr', 'ma-even', 'wo-oneven', 'vr-even');
const anAbsence = fc
  .tuple(aDay, fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }))
  .map(([from, length]) => ({ from, until: length === null ? null : addDays(from, length) }));
const aPerson = (id: typeof OWNER) =>
  fc
    .record({
      workingDays: fc.option(fc.uniqueArray(aWorkingDay, { minLength: 1 }), { nil: null }),
      absences: fc.array(anAbsence, { maxLength: 2 }),
      from: maybeDay,
      until: maybeDay,
    })
    .map((change) => person(id, change));
const aState: fc.Arbitrary<SchoolState> = fc
  .record({
    region: fc.constantFrom('noord' as const, 'midden' as const, 'zuid' as const),
    people: fc.tuple(aPerson(OWNER), aPerson(DEPUTY)),
    teams: fc.tuple(
      fc
        .record({
          day: fc.constantFrom('ma' as const, 'wo' as const, 'vr' as const),
          rhythm: fc.constantFrom('wekelijks' as const, 'tweewekelijks' as const),
          firstDate: maybeDay,
          deputyId: fc.constantFrom(null, DEPUTY),
        })
        .map(team),
    ),
    goals: fc.tuple(
      fc
        .record({
          owner: fc.constantFrom({ kind: 'team' as const, teamId: TEAM }, { kind: 'person' as const, personId: OWNER }),
          rhythm: fc.constantFrom(...RHYTHMS),
          start: maybeDay,
          end: maybeDay,
        })
        .map((change) => goal({ ...change, id: 1 as GoalId })),
    ),
    ownDays: fc
      .tuple(aDay, fc.constantFrom('vrij' as const, 'studiedag' as const))
      .map(([from, kind]) => [{ from, until: from, kind, name: 'eigen dag' }]),
  })
  .map(schoolState);

/** The check-ins together with what they were made of. */
function planned(state: SchoolState) {
  const calendar = schoolCalendar(state.school.calendar);
  return { calendar, checkIns: checkInsOf(state, YEAR), people: new Map(state.people.map((each) => [each.id, each])) };
}

test('every nudge falls on an own working day of its receiver, within the goal and the school year', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const { calendar, checkIns, people } = planned(state);
      const [{ start, end }] = state.goals as [SchoolState['goals'][number]];
      for (const { receiver, day, until } of checkIns.flatMap(({ steps }) => steps)) {
        expect(isOwnWorkingDay(calendar, people.get(receiver)!, day)).toBe(true);
        expect(isWithin(day, { from: start, until: end })).toBe(true);
        expect(isWithin(day, { from: localDate('2026-08-01'), until: localDate('2027-07-31') })).toBe(true);
        expect(day <= until && (end === null || until <= end) && until <= '2027-07-31').toBe(true);
      }
    }),
  );
});

test('the deputy is asked only on days on which the chair does not work at the school', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const { checkIns, people } = planned(state);
      for (const { receiver, day } of checkIns.flatMap(({ steps }) => steps)) {
        expect(receiver === DEPUTY && isWithin(day, people.get(OWNER)!.employment)).toBe(false);
      }
    }),
  );
});

test('each due week has at most one check-in, and no window of a goal overlaps the next', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const { checkIns } = planned(state);
      expect(new Set(checkIns.map(({ week }) => week)).size).toBe(checkIns.length);
      const windows = checkIns.flatMap(({ steps }) => steps);
      windows.forEach(({ day }, index) => {
        if (index > 0) expect(windows[index - 1]!.until < day).toBe(true);
      });
    }),
  );
});

test('reminders come in the two school weeks after the first nudge, at most one in each, none in the next due week', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const { calendar, checkIns } = planned(state);
      const weekOf = (day: LocalDate) => calendar.schoolWeekOf(day)!.number;
      const [{ rhythm }] = state.goals as [SchoolState['goals'][number]];
      for (const { week, steps } of checkIns) {
        const [first, ...reminders] = steps.map(({ day }) => weekOf(day) - weekOf(steps[0]!.day));
        expect(first).toBe(0);
        expect([[], [1], [2], [1, 2]]).toContainEqual(reminders);
        if (rhythm !== 'blok') {
          expect(week % rhythm).toBe(0);
          expect(steps.slice(1).map(({ day }) => weekOf(day))).not.toContain(week + rhythm);
        }
      }
    }),
  );
});

test("a team's first nudge never comes before the meeting of the due week is over, nor before its Monday", () => {
  fc.assert(
    fc.property(aState, (state) => {
      const { calendar, checkIns } = planned(state);
      for (const { week, steps, goal } of checkIns) {
        const { monday, sunday } = calendar.schoolWeeks(YEAR)[week - 1]!;
        const met = meetingsOf(state.teams[0]!, calendar, YEAR).find(
          ({ date, closed }) => closed === null && monday <= date && date <= sunday,
        );
        const after = goal.owner?.kind === 'team' && met ? addDays(met.date, 1) : monday;
        expect(steps[0]!.day >= after).toBe(true);
      }
    }),
  );
});

test('the agenda point comes on the Monday of the school week after the last step', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const { calendar, checkIns } = planned(state);
      for (const { steps, pointOn } of checkIns) {
        const last = calendar.schoolWeekOf(steps.at(-1)!.day)!.number;
        expect(pointOn).toBe(calendar.schoolWeeks(YEAR)[last]?.monday ?? null);
      }
    }),
  );
});

test('what is worked out for one day is what the whole year gives', () => {
  fc.assert(
    fc.property(aState, fc.array(aDay, { minLength: 5, maxLength: 20 }), (state, days) => {
      for (const day of days) {
        const year = checkInsOf(structuredClone(state), schoolYearOf(day));
        const near = checkInsNear(state, day);
        const openOn = (checkIns: typeof near) =>
          checkIns.flatMap(({ steps }) => steps).filter(({ day: from, until }) => from <= day && day <= until);
        const pointsOn = (checkIns: typeof near) => checkIns.filter(({ pointOn }) => pointOn === mondayOf(day));
        expect(openOn(near)).toEqual(openOn(year));
        expect(pointsOn(near)).toEqual(pointsOn(year));
      }
    }),
  );
});
