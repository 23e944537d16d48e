/** When somebody hears of an action: the day before, d, d+7 and d+14, on own working days only (PRODUCT 6). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionId } from '../../src/actions/action.ts';
import { lateSteps, pointDay, reminderOf, silentSince } from '../../src/actions/due-schedule.ts';
import { actionLate } from '../../src/actions/late.nudge.ts';
import { actionMessage } from '../../src/actions/message.nudge.ts';
import { actionOffered } from '../../src/actions/offered.nudge.ts';
import { actionReminder } from '../../src/actions/reminder.nudge.ts';
import { addDays, eachDay, isWithin, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import type { PlannedAction, PlannedPerson } from '../../src/delivery/nudge.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { TeamId, WorkingDay } from '../../src/people/person.ts';
import { DEPUTY, OWNER, person, SCHOOL, schoolState, TEAM, team } from '../delivery/school-state.ts';

const CREATED = localDate('2026-09-01');
const calendar = schoolCalendar(schoolState().school.calendar);
const END = localDate('2027-07-31');

function action(change: Partial<PlannedAction> = {}): PlannedAction {
  return {
    id: 1 as ActionId,
    number: 1,
    what: 'Ouderavond voorbereiden',
    ownerId: OWNER,
    due: localDate('2026-11-20'),
    teamId: TEAM,
    offeredToId: null,
    offeredOn: null,
    offers: 0,
    ownerSince: null,
    createdOn: CREATED,
    ...change,
  };
}

type Owner = Parameters<typeof person>[1];

// 20 November 2026 is a Friday; the herfstvakantie of midden is 17 to 25 October, the kerstvakantie 19 December to 3 January.
describe('the reminder', () => {
  test.each<[string, string, Owner, string | null]>([
    ['the day before', '2026-11-20', {}, '2026-11-19'],
    ['not in the weekend', '2026-11-23', {}, '2026-11-20'],
    ['on the last own working day', '2026-11-20', { workingDays: ['ma', 'di'] }, '2026-11-17'],
    ['before the vacation', '2026-10-27', { workingDays: ['di'] }, '2026-10-13'],
    ['not while absent', '2026-11-20', { absences: [{ from: localDate('2026-11-16'), until: null }] }, '2026-11-13'],
    ['not before it was entered', '2026-09-02', { workingDays: ['ma'] }, null],
    ['not before they work here', '2026-11-20', { from: localDate('2026-11-20') }, null],
  ])('%s', (_, due, change, expected) => {
    const owner = person(OWNER, change);
    const planned = { due: localDate(due), createdOn: CREATED };
    const days = [...eachDay(CREATED, END)].flatMap((day) => {
      const window = reminderOf(calendar, owner, planned, day);
      return window && isWithin(day, window) ? [window] : [];
    });
    expect([...new Set(days.map(({ from }) => from))]).toEqual(expected === null ? [] : [expected]);
    expect(days.every(({ until }) => until === due)).toBe(true);
  });
});

describe('late', () => {
  const absence = (from: string, until: string | null) => ({
    absences: [{ from: localDate(from), until: until === null ? null : localDate(until) }],
  });

  test.each<[string, string, Owner, readonly string[]]>([
    [
      'the next working day, then a week and two weeks later',
      '2026-11-10',
      {},
      ['2026-11-11', '2026-11-18', '2026-11-25'],
    ],
    ['on own working days', '2026-11-10', { workingDays: ['ma', 'vr'] }, ['2026-11-13', '2026-11-20', '2026-11-27']],
    [
      'a week later is a vacation, so the third waits a week',
      '2026-10-09',
      {},
      ['2026-10-12', '2026-10-26', '2026-11-02'],
    ],
    ['both fall on one day after a vacation', '2026-12-17', {}, ['2026-12-18', '2027-01-04', '2027-01-11']],
    ['every other week', '2026-11-10', { workingDays: ['wo-even'] }, ['2026-11-11', '2026-11-25', '2026-12-09']],
    [
      'absent for a while',
      '2026-11-10',
      absence('2026-11-12', '2026-11-20'),
      ['2026-11-11', '2026-11-23', '2026-11-25'],
    ],
    ['never while away', '2026-11-10', absence('2026-11-11', null), []],
    ['never after the last working day', '2026-11-10', { until: localDate('2026-11-11') }, ['2026-11-11']],
  ])('%s', (_, due, change, expected) => {
    const owner = person(OWNER, change);
    const steps = lateSteps(calendar, owner, { due: localDate(due), createdOn: CREATED, ownerSince: null }, END);
    expect(steps.map(({ from }) => from)).toEqual(expected.filter((day, at) => expected.indexOf(day) === at));
    if (steps.length > 0 && expected.length > 1) expect(steps.at(-1)!.step).toBe(2);
  });

  test('nothing for days before it was entered, and no point when nothing was ever asked', () => {
    const owner = person(OWNER);
    const due = localDate('2026-11-10');
    const steps = (createdOn: string) =>
      lateSteps(calendar, owner, { due, createdOn: localDate(createdOn), ownerSince: null }, END);
    expect(steps('2026-11-12').map(({ step }) => step)).toEqual([1, 2]);
    expect(steps('2026-11-26')).toEqual([]);
    expect(pointDay(calendar, owner, { due, createdOn: localDate('2026-11-26'), ownerSince: null }, END)).toBeNull();
  });

  test('of who took it over the days before do not count: three times, a week apart', () => {
    const steps = (ownerSince: string) =>
      lateSteps(
        calendar,
        person(OWNER),
        { due: localDate('2026-10-30'), createdOn: CREATED, ownerSince: localDate(ownerSince) },
        END,
      ).map(({ step, from }) => [step, from]);
    expect(steps('2026-11-16')).toEqual([
      [0, '2026-11-17'],
      [1, '2026-11-24'],
      [2, '2026-12-01'],
    ]);
    // Theirs before it was due.
    expect(steps('2026-10-12')[0]).toEqual([0, '2026-11-02']);
  });

  test('on the agenda from the day of the third on; a week later for who comes back that day after a long absence', () => {
    const due = localDate('2026-11-10');
    const dayFor = (change: Owner) =>
      pointDay(calendar, person(OWNER, change), { due, createdOn: CREATED, ownerSince: null }, END);
    expect(dayFor({})).toBe('2026-11-25');
    expect(dayFor(absence('2026-11-12', '2026-12-01'))).toBe('2026-12-09');
    expect(dayFor(absence('2026-11-19', '2026-11-27'))).toBe('2026-11-30');
    expect(dayFor(absence('2026-11-12', null))).toBeNull();
  });

  test('the point goes to the team as long as that exists, else to the director', () => {
    const state = (change: Partial<PlannedAction>) =>
      schoolState({
        teams: [team(), team({ id: 2 as TeamId, until: localDate('2026-11-24') })],
        actions: [action({ due: localDate('2026-11-10'), ...change })],
      });
    const pointsOn = (day: string, change: Partial<PlannedAction> = {}) =>
      actionLate.points!(state(change), localDate(day)).map(({ teamId, madeOn }) => [teamId, madeOn]);
    expect(pointsOn('2026-11-24')).toEqual([]);
    expect(pointsOn('2026-11-25')).toEqual([[TEAM, '2026-11-25']]);
    expect(pointsOn('2027-01-11')).toEqual([[TEAM, '2026-11-25']]);
    expect(pointsOn('2026-11-25', { teamId: null })).toEqual([[null, '2026-11-25']]);
    expect(pointsOn('2026-11-25', { teamId: 2 as TeamId })).toEqual([[null, '2026-11-25']]);
  });
});

describe('an offer', () => {
  const state = (asked: Owner = {}, giver: Owner = {}) =>
    schoolState({
      people: [person(OWNER, giver), person(DEPUTY, asked)],
      actions: [action({ due: END, offeredToId: DEPUTY, offeredOn: localDate('2026-11-05') })],
    });
  const firstDay = (nudge: typeof actionOffered, made: ReturnType<typeof state>) => {
    const day = [...eachDay(CREATED, END)].find((each) => nudge.plan(made, each).some(({ from }) => from === each));
    return day && ([day, nudge.plan(made, day)[0]!.receiver] as const);
  };

  test('comes with the next digest of who is asked', () => {
    expect(firstDay(actionOffered, state())).toEqual(['2026-11-05', DEPUTY]);
    expect(firstDay(actionOffered, state({ workingDays: ['ma'] }))).toEqual(['2026-11-09', DEPUTY]);
  });

  // From Thursday 5 November on.
  test.each<[string, Owner, Owner, string | undefined]>([
    ['five working days', {}, {}, '2026-11-13'],
    ['five Mondays', { workingDays: ['ma'] }, {}, '2026-12-08'],
    ['not on a day off of the giver', {}, { workingDays: ['ma'] }, '2026-11-16'],
    [
      'absence of who is asked does not count',
      { absences: [{ from: localDate('2026-11-06'), until: null }] },
      {},
      undefined,
    ],
  ])('without an answer the giver is told: %s', (_, asked, giver, expected) => {
    expect(firstDay(actionMessage, state(asked, giver))?.[0]).toBe(expected);
    if (expected) expect(firstDay(actionMessage, state(asked, giver))?.[1]).toBe(OWNER);
  });

  test('silence counts no day before the offer', () => {
    expect(silentSince(calendar, person(DEPUTY), localDate('2026-11-05'), localDate('2026-11-11'))).toBeNull();
    expect(silentSince(calendar, person(DEPUTY), localDate('2026-11-05'), END)).toBe('2026-11-13');
  });
});

describe('for every pattern of work and every due date', () => {
  const aDay = fc.integer({ min: 0, max: 330 }).map((offset) => addDays(CREATED, offset));
  const aWorkingDay = fc.constantFrom<WorkingDay>('ma', 'di', 'wo', 'do', 'vr', 'ma-even', 'wo-oneven', 'vr-even');
  const anAbsence = fc
    .tuple(aDay, fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }))
    .map(([from, length]) => ({ from, until: length === null ? null : addDays(from, length) }));
  const aPerson = (id: typeof OWNER): fc.Arbitrary<PlannedPerson> =>
    fc
      .record({
        workingDays: fc.option(fc.uniqueArray(aWorkingDay, { minLength: 1 }), { nil: null }),
        absences: fc.array(anAbsence, { maxLength: 2 }),
        until: fc.option(aDay, { nil: null }),
      })
      .map((change) => person(id, change));
  const anAction = fc
    .record({
      due: aDay,
      createdOn: aDay,
      offeredToId: fc.constantFrom(null, DEPUTY),
      ownerId: fc.constantFrom(OWNER, DEPUTY),
    })
    .map(({ offeredToId, createdOn, ...rest }) =>
      action({
        ...rest,
        createdOn,
        offeredToId: offeredToId === rest.ownerId ? null : offeredToId,
        offeredOn: offeredToId === null || offeredToId === rest.ownerId ? null : createdOn,
      }),
    );
  const aState = fc
    .record({
      region: fc.constantFrom('noord' as const, 'midden' as const, 'zuid' as const),
      people: fc.tuple(aPerson(OWNER), aPerson(DEPUTY)),
      actions: anAction.map((one) => [one]),
      ownDays: fc
        .tuple(aDay, fc.constantFrom('vrij' as const, 'studiedag' as const))
        .map(([from, kind]) => [{ from, until: from, kind, name: 'eigen dag' }]),
    })
    .map((change) => schoolState({ teams: [team()], goals: [], ...change }));
  const NUDGES = [actionReminder, actionLate, actionOffered, actionMessage];

  test('nothing on a closed day or a day off, nothing before it was entered, at most one reminder and three times late', () => {
    fc.assert(
      fc.property(aState, (state) => {
        const days = [...eachDay(localDate('2026-08-01'), END)];
        const open = schoolCalendar(state.school.calendar);
        const [{ createdOn, due }] = state.actions as [PlannedAction];
        const sent = new Map<string, { kind: string; from: LocalDate }>();
        for (const day of days) {
          for (const reference of NUDGES.flatMap((nudge) => nudge.plan(state, day))) {
            expect(isWithin(day, reference)).toBe(true);
            expect(reference.schoolId).toBe(SCHOOL);
            const receiver = state.people.find(({ id }) => id === reference.receiver)!;
            expect(isOwnWorkingDay(open, receiver, reference.from)).toBe(true);
            expect(reference.from >= createdOn).toBe(true);
            const known = sent.get(reference.key);
            if (known) expect(known.from).toBe(reference.from);
            sent.set(reference.key, reference);
          }
        }
        const count = (kind: string) => [...sent.values()].filter((each) => each.kind === kind);
        expect(count('actie-herinnering').length).toBeLessThanOrEqual(1);
        expect(count('actie-herinnering').every(({ from }) => from < due)).toBe(true);
        expect(count('actie-te-laat').length).toBeLessThanOrEqual(3);
        expect(count('actie-te-laat').every(({ from }) => from > due)).toBe(true);
        const lateDays = count('actie-te-laat').map(({ from }) => from);
        expect(new Set(lateDays).size).toBe(lateDays.length);
      }),
      { numRuns: 60 },
    );
  });

  test('what is shown in advance is the action, once per day', () => {
    const state = schoolState({ teams: [team()], goals: [], actions: [action({ due: localDate('2026-11-10') })] });
    const lines = preview([state], localDate('2026-08-01'), END, [actionReminder, actionLate]);
    expect(lines.map(({ op, soort, onderwerp }) => [op.slice(0, 10), soort, onderwerp])).toEqual([
      ['2026-11-09', 'actie-herinnering', 'Ouderavond voorbereiden'],
      ['2026-11-11', 'actie-te-laat', 'Ouderavond voorbereiden'],
      ['2026-11-18', 'actie-te-laat', 'Ouderavond voorbereiden'],
      ['2026-11-25', 'actie-te-laat', 'Ouderavond voorbereiden'],
    ]);
  });
});
