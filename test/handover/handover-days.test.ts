import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { addDays, eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { WEEKDAYS } from '../../src/calendar/weekdays.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import type { SchoolState } from '../../src/delivery/nudge.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import { preview } from '../../src/delivery/preview.ts';
import { back } from '../../src/handover/back.nudge.ts';
import { handover } from '../../src/handover/handover.nudge.ts';
import { handoverStart } from '../../src/handover/handover-days.ts';
import { standIn } from '../../src/handover/stand-in.nudge.ts';
import type { Absence, PersonId, WorkingDay } from '../../src/people/person.ts';
import { person, schoolState } from '../delivery/school-state.ts';

const PIET = 1 as PersonId;
const MARIEKE = 2 as PersonId;

const leaving = (
  until: LocalDate | null,
  workingDays: readonly WorkingDay[] | null = null,
  absences: readonly Absence[] = [],
) =>
  schoolState({
    people: [person(PIET, { until, absences }), person(MARIEKE, { roles: ['directeur'], workingDays })],
    goals: [],
    actions: [
      {
        id: 1 as ActionId,
        number: 1,
        what: 'toetsanalyse',
        ownerId: PIET,
        due: localDate('2027-01-01'),
        teamId: null,
        offeredToId: null,
        offeredOn: null,
        offers: 0,
        ownerSince: null,
        createdOn: localDate('2026-10-01'),
      },
    ],
  });

const previewed = (state: SchoolState) =>
  preview([state], localDate('2026-08-01'), localDate('2027-07-31'), [handover]).map(({ op }) => op.slice(0, 10));

describe('the first is ten school days before the last day, then weekly, three in all', () => {
  test.each(
    [
      ['2026-11-27', null, ['2026-11-13', '2026-11-20', '2026-11-27']],
      ['the last day is a Saturday', '2026-11-28', null, ['2026-11-16', '2026-11-23', '2026-11-30']],
      ['only Tuesdays', '2026-11-27', ['di'], ['2026-11-17', '2026-11-24', '2026-12-01']],
      ['the autumn vacation does not count', '2026-10-30', null, ['2026-10-09', '2026-10-16', '2026-10-26']],
      ['nobody is asked in the Christmas vacation', '2026-12-31', null, ['2026-12-07', '2026-12-14', '2027-01-04']],
    ].map((row) => (row.length === 4 ? row : [row[0], ...row])) as [string, string, WorkingDay[] | null, string[]][],
  )('%s', (_, end, days, expected) => {
    expect(previewed(leaving(localDate(end), days))).toEqual(expected);
  });

  test('nobody leaves: nothing', () => expect(previewed(leaving(null))).toEqual([]));

  test('a leaver without open work: nothing', () => {
    expect(previewed({ ...leaving(localDate('2026-11-27')), actions: [] })).toEqual([]);
  });

  test('named after who leaves', () => {
    const [first] = preview([leaving(localDate('2026-11-27'))], localDate('2026-11-13'), localDate('2026-11-13'), [
      handover,
    ]);
    expect(first).toEqual({
      op: '2026-11-13T08:00:00+01:00',
      aan: 'persoon2@school.example',
      soort: 'overdracht',
      onderwerp: 'Persoon 1',
    });
  });

  test('who is asked leaves too before the third: as often as there is time for', () => {
    const state = leaving(localDate('2026-12-04'));
    const [piet] = state.people;
    const marieke = person(MARIEKE, { roles: ['directeur'], until: localDate('2026-11-30') });
    expect(previewed({ ...state, people: [piet!, marieke] })).toEqual(['2026-11-20', '2026-11-27']);
  });

  test('whatever the days: at most three, on own working days, at least a week apart, none before the tenth school day', () => {
    const days = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 330 }), days, (after, workingDays) => {
        const end = addDays(localDate('2026-08-01'), after);
        const state = leaving(end, workingDays);
        const calendar = schoolCalendar(state.school.calendar);
        const sent = previewed(state).map(localDate);
        expect(sent.length).toBeLessThanOrEqual(3);
        sent.forEach((day, index) => {
          expect(isOwnWorkingDay(calendar, state.people[1]!, day)).toBe(true);
          expect(day >= (index === 0 ? handoverStart(calendar, end) : addDays(sent[index - 1]!, 7))).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('known later', () => {
  const next = (end: string, day: string) =>
    planSchool(leaving(localDate(end)), localDate(day), [handover]).references.map(({ nextDay, step }) => [
      nextDay,
      step,
    ]);

  test.each([
    ['on the last day itself', '2026-11-24', '2026-11-24', [['2026-11-24', 2]]],
    ['a day after it', '2026-11-24', '2026-11-25', [['2026-11-25', 2]]],
    ['weeks after it', '2026-10-01', '2026-11-25', [['2026-11-25', 9]]],
    ['in a weekend', '2026-11-24', '2026-11-28', [['2026-11-30', 2]]],
  ] as const)('%s: at once', (_, end, day, expected) => expect(next(end, day)).toEqual(expected));

  test('every week has a nudge until it is solved; how many go out is for the moment of sending', () => {
    const state = leaving(localDate('2026-09-30'));
    const keys = new Set(
      [...eachDay(localDate('2026-11-02'), localDate('2026-11-29'))].flatMap((day) =>
        planSchool(state, day, [handover]).references.map(({ key }) => key),
      ),
    );
    expect(keys.size).toBeGreaterThanOrEqual(4);
    expect(keys.size).toBeLessThanOrEqual(5);
  });
});

describe('long absence', () => {
  const sent = (nudge: typeof standIn, absence: { from: string; until: string | null }) => {
    const until = absence.until === null ? null : localDate(absence.until);
    const state = leaving(null, null, [{ from: localDate(absence.from), until }]);
    const days = [...eachDay(localDate('2026-08-24'), localDate('2027-02-28'))];
    return [...new Set(days.flatMap((day) => planSchool(state, day, [nudge]).references.map(({ from }) => from)))];
  };

  test.each([
    ['ten school days: no list', '2026-11-02', '2026-11-13', []],
    ['eleven: on its first day', '2026-11-02', '2026-11-16', ['2026-11-02']],
    ['first day in a vacation: when the director works again', '2026-10-19', '2026-11-20', ['2026-10-26']],
    ['open end: on the eleventh school day', '2026-11-02', null, ['2026-11-16']],
    ['open end before a vacation, which does not count', '2026-10-12', null, ['2026-11-02']],
  ])('wie neemt waar: %s', (_, from, until, expected) => expect(sent(standIn, { from, until })).toEqual(expected));

  test.each([
    ['after ten school days: no overview', '2026-11-02', '2026-11-13', []],
    ['after eleven: on the next day', '2026-11-02', '2026-11-16', ['2026-11-17']],
    ['before a weekend', '2026-11-02', '2026-11-20', ['2026-11-23']],
    ['until a vacation', '2026-11-23', '2026-12-18', ['2027-01-04']],
    ['open end', '2026-11-02', null, []],
  ])('terug: %s', (_, from, until, expected) => expect(sent(back, { from, until })).toEqual(expected));
});
