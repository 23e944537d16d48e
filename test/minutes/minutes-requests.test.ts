/** When the chair is asked for minutes: tables with the days written out, and properties over a school year (PRODUCT 6, verslag). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, eachDay, isWithin, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { PlannedPerson, SchoolState } from '../../src/delivery/nudge.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import type { MeetingId, StoredMeeting } from '../../src/meetings/meeting.ts';
import { takesPlace, teamMeetings } from '../../src/meetings/meeting.ts';
import { minutesNudge } from '../../src/minutes/minutes.nudge.ts';
import { requestsNear, requestsOf } from '../../src/minutes/minutes-requests.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import type { Leerteam } from '../../src/teams/leerteam.ts';
import { DEPUTY, OWNER, person, schoolState, TEAM, team } from '../delivery/school-state.ts';

const YEAR = '2026-2027' as SchoolYear;
const day = localDate;

type Case = {
  readonly team?: Partial<Leerteam>;
  readonly chair?: Parameters<typeof person>[1] | null;
  readonly deputy?: Parameters<typeof person>[1];
  readonly meetings?: readonly Partial<StoredMeeting>[];
};

function stateOf({ team: change, chair, deputy, meetings = [] }: Case): SchoolState {
  const people: PlannedPerson[] = [
    ...(chair === null ? [] : [person(OWNER, chair)]),
    ...(deputy ? [person(DEPUTY, deputy)] : []),
  ];
  return schoolState({
    people,
    teams: [team({ ...change, ...(deputy ? { deputyId: DEPUTY } : {}) })],
    goals: [],
    meetings: meetings.map((meeting, index) => ({
      id: (index + 1) as MeetingId,
      teamId: TEAM,
      date: day('2026-11-26'),
      time: localTime('15:00'),
      duration: 60,
      state: 'gepland',
      movedTo: null,
      movedFrom: null,
      reason: '',
      version: 1,
      ...meeting,
    })),
  });
}

/** What is asked about the meeting of this day: `chair 2026-11-26 16:15`, and the reminder. */
function asked(state: SchoolState, date: LocalDate): readonly string[] {
  const request = requestsOf(state, YEAR).find((each) => each.date === date);
  return [request?.first, request?.reminder].flatMap((step) =>
    step ? [`${step.receiver === OWNER ? 'chair' : 'deputy'} ${step.day} ${step.at ?? 'digest'}`] : [],
  );
}

const THURSDAY = day('2026-11-26');

test.each<[string, Case, readonly string[]]>([
  ['works that day', {}, ['chair 2026-11-26 16:15', 'chair 2026-11-27 digest']],
  [
    'works that day and on Mondays',
    { chair: { workingDays: ['ma', 'do'] } },
    ['chair 2026-11-26 16:15', 'chair 2026-11-30 digest'],
  ],
  [
    'does not work that day',
    { chair: { workingDays: ['ma', 'di'] } },
    ['chair 2026-11-30 digest', 'chair 2026-12-01 digest'],
  ],
  [
    'works on one day a week: the reminder is a week later',
    { chair: { workingDays: ['ma'] } },
    ['chair 2026-11-30 digest', 'chair 2026-12-07 digest'],
  ],
  ['works once in two weeks: no reminder', { chair: { workingDays: ['ma-even'] } }, ['chair 2026-12-07 digest']],
  [
    'works on even Thursdays: asked at once, no reminder within a week',
    { chair: { workingDays: ['do-even'] } },
    ['chair 2026-11-26 16:15'],
  ],
  ['meets until 16.44', { team: { time: localTime('15:44') } }, ['chair 2026-11-26 16:59', 'chair 2026-11-27 digest']],
  ['meets until 16.45', { team: { time: localTime('15:45') } }, ['chair 2026-11-27 digest', 'chair 2026-11-30 digest']],
  [
    'meets in the evening',
    { team: { time: localTime('23:30') } },
    ['chair 2026-11-27 digest', 'chair 2026-11-30 digest'],
  ],
  [
    'meets before school: not before 08:00',
    { team: { time: localTime('07:15'), duration: 15 } },
    ['chair 2026-11-26 08:00', 'chair 2026-11-27 digest'],
  ],
  [
    'is ill that day and the next',
    { chair: { absences: [{ from: THURSDAY, until: day('2026-11-27') }] } },
    ['chair 2026-11-30 digest', 'chair 2026-12-01 digest'],
  ],
  ['is away for a long time', { chair: { absences: [{ from: day('2026-11-09'), until: day('2026-11-30') }] } }, []],
  ['is away without an end', { chair: { absences: [{ from: day('2026-11-23'), until: null }] } }, []],
  [
    'has left before: the deputy',
    { chair: { until: day('2026-11-20') }, deputy: {} },
    ['deputy 2026-11-26 16:15', 'deputy 2026-11-27 digest'],
  ],
  [
    'leaves that day: the deputy is reminded',
    { chair: { until: THURSDAY }, deputy: { workingDays: ['ma'] } },
    ['chair 2026-11-26 16:15', 'deputy 2026-11-30 digest'],
  ],
  [
    'does not work at the school at all: the deputy',
    { chair: null, deputy: {} },
    ['deputy 2026-11-26 16:15', 'deputy 2026-11-27 digest'],
  ],
  ['has left and there is no deputy', { chair: { until: day('2026-11-20') } }, []],
  ['has told that it took place', { meetings: [{ state: 'gehouden' }] }, []],
  ['has cancelled it', { meetings: [{ state: 'vervallen' }] }, []],
  ['has moved it', { meetings: [{ state: 'verzet', movedTo: day('2026-11-27') }] }, []],
  [
    'has shared the agenda at another time',
    { meetings: [{ state: 'gedeeld', time: localTime('10:00'), duration: 30 }] },
    ['chair 2026-11-26 10:45', 'chair 2026-11-27 digest'],
  ],
])('when the chair %s', (_, change, expected) => {
  expect(asked(stateOf(change), THURSDAY)).toEqual(expected);
});

test('a meeting that was moved is asked about on its new day', () => {
  const moved = { state: 'verzet', movedTo: day('2026-12-01') } as const;
  const state = stateOf({ meetings: [moved, { date: day('2026-12-01'), movedFrom: THURSDAY }] });
  expect(asked(state, THURSDAY)).toEqual([]);
  expect(asked(state, day('2026-12-01'))).toEqual(['chair 2026-12-01 16:15', 'chair 2026-12-02 digest']);
});

describe('around vacations (region midden)', () => {
  test.each<[string, Case, string, readonly string[]]>([
    [
      'the autumn vacation',
      { team: { day: 'vr', time: localTime('16:00') } },
      '2026-10-16',
      ['chair 2026-10-26 digest', 'chair 2026-10-27 digest'],
    ],
    [
      'Christmas: the reminder would be more than seven days later',
      { team: { day: 'vr' } },
      '2026-12-18',
      ['chair 2026-12-18 16:15'],
    ],
    ['a closed day: no meeting', { team: { day: 'ma' } }, '2027-03-29', []],
    [
      'the clock goes back',
      { team: { day: 'ma' } },
      '2026-10-26',
      ['chair 2026-10-26 16:15', 'chair 2026-10-27 digest'],
    ],
    [
      'the clock goes forward',
      { team: { day: 'di' } },
      '2027-03-30',
      ['chair 2027-03-30 16:15', 'chair 2027-03-31 digest'],
    ],
    [
      'the summer: asked in the next school year',
      { team: { day: 'vr', time: localTime('16:30') } },
      '2027-07-16',
      ['chair 2027-08-30 digest', 'chair 2027-08-31 digest'],
    ],
  ])('%s', (_, change, date, expected) => {
    expect(asked(stateOf(change), day(date))).toEqual(expected);
  });
});

describe('the plan of a day', () => {
  const plan = (state: SchoolState, on: string) =>
    minutesNudge.plan(state, day(on)).map(({ key, from, until, step }) => `${key} ${step} ${from} ${until}`);

  test('the first is a message of its own, once, a quarter after the end', () => {
    const state = stateOf({ chair: { workingDays: ['ma', 'do'] } });
    expect(minutesNudge.posts!(state, THURSDAY)).toEqual([
      {
        key: 'verslag:1:2026-11-26:0',
        kind: 'verslag',
        schoolId: 1,
        to: { kind: 'person', personId: OWNER },
        subject: 'meeting:1:2026-11-26',
        day: '2026-11-26',
        time: '16:15',
        untilDay: '2026-11-26',
        until: '17:00',
      },
    ]);
    expect(minutesNudge.posts!(state, day('2026-11-27'))).toEqual([]);
    expect(plan(state, '2026-11-26')).toEqual(['verslag:1:2026-11-19:1 1 2026-11-23 2026-11-26']);
    expect(plan(state, '2026-11-30')).toEqual(['verslag:1:2026-11-26:1 1 2026-11-30 2026-12-03']);
  });

  test('else it waits for the digest, and makes sense until the reminder, which makes sense until a week after the first', () => {
    const state = stateOf({ chair: { workingDays: ['ma', 'wo'] } });
    expect(minutesNudge.posts!(state, THURSDAY)).toEqual([]);
    expect(plan(state, '2026-12-01')).toEqual(['verslag:1:2026-11-26:0 0 2026-11-30 2026-12-01']);
    expect(plan(state, '2026-12-02')).toEqual(['verslag:1:2026-11-26:1 1 2026-12-02 2026-12-07']);
  });

  test('is named after the team and the day', () => {
    const state = stateOf({});
    const about = { key: 'verslag:1:2026-11-26:0', subject: 'meeting:1:2026-11-26' };
    expect(minutesNudge.about(state, about)).toBe('Bovenbouw 2026-11-26');
  });

  test('can be put off until a week after it was first asked', () => {
    const state = stateOf({ chair: { workingDays: ['ma', 'wo'] } });
    const [reference] = minutesNudge.plan(state, day('2026-12-01'));
    expect(minutesNudge.lastDay(state, reference!)).toBe('2026-12-07');
    expect(minutesNudge.lastDay({ ...state, teams: [] }, reference!)).toBeNull();
  });

  test('nobody is asked about a meeting of before the school was entered', () => {
    const references = (createdOn: string) =>
      planSchool({ ...stateOf({}), createdOn: day(createdOn) }, day('2026-11-27'), [minutesNudge]).references;
    expect(references('2026-11-26').map(({ subject }) => subject)).toEqual(['meeting:1:2026-11-26']);
    expect(references('2026-11-27')).toEqual([]);
  });

  test('a request of before the summer is in the plan after it', () => {
    const state = stateOf({ team: { day: 'vr', time: localTime('16:30') } });
    expect(plan(state, '2027-08-30')).toContain('verslag:1:2027-07-16:0 0 2027-08-30 2027-08-30');
  });
});

const aWorkingDay = fc.constantFrom<WorkingDay>('ma', 'di', 'wo', 'do', 'vr', 'ma-even', 'wo-oneven', 'vr-even');
const aDay = fc.integer({ min: -30, max: 395 }).map((offset) => addDays(day('2026-08-01'), offset));
const anAbsence = fc
  .tuple(aDay, fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }))
  .map(([from, length]) => ({ from, until: length === null ? null : addDays(from, length) }));
const aPerson = (id: typeof OWNER) =>
  fc
    .record({
      workingDays: fc.option(fc.uniqueArray(aWorkingDay, { minLength: 1 }), { nil: null }),
      absences: fc.array(anAbsence, { maxLength: 2 }),
      until: fc.option(aDay, { nil: null }),
    })
    .map((change) => person(id, change));
const aState = fc
  .record({
    region: fc.constantFrom('noord' as const, 'midden' as const, 'zuid' as const),
    people: fc.tuple(aPerson(OWNER), aPerson(DEPUTY)),
    teams: fc.tuple(
      fc
        .record({
          day: fc.constantFrom('ma' as const, 'wo' as const, 'do' as const, 'vr' as const),
          time: fc.constantFrom(...['07:00', '08:15', '15:00', '15:44', '15:45', '16:30', '23:00'].map(localTime)),
          duration: fc.constantFrom(15, 60),
          rhythm: fc.constantFrom('wekelijks' as const, 'tweewekelijks' as const),
          deputyId: fc.constantFrom(null, DEPUTY),
        })
        .map(team),
    ),
  })
  .map((change) => schoolState({ ...change, goals: [] }));

test('each is asked on an own working day between 08:00 and 17:00, about a meeting that takes place, at most twice', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const calendar = schoolCalendar(state.school.calendar);
      const people = new Map(state.people.map((each) => [each.id, each]));
      const meetings = teamMeetings(state.teams[0]!, calendar, YEAR, []).filter(takesPlace);
      const requests = requestsOf(state, YEAR);
      expect(new Set(requests.map(({ date }) => date)).size).toBe(requests.length);
      for (const { date, first, reminder, last } of requests) {
        expect(meetings.map((meeting) => meeting.date)).toContain(date);
        for (const step of reminder ? [first, reminder] : [first]) {
          expect(isOwnWorkingDay(calendar, people.get(step.receiver)!, step.day)).toBe(true);
          expect(step.day <= last).toBe(true);
          if (step.at !== null) expect(step.at >= '08:00' && step.at < '17:00' && step.day === date).toBe(true);
          else expect(step.day > date).toBe(true);
        }
        if (reminder) {
          expect(reminder.at).toBeNull();
          expect(reminder.day > first.day && reminder.day <= addDays(first.day, 7)).toBe(true);
        }
      }
    }),
  );
});

test('the deputy is asked only on days on which the chair does not work at the school', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const chair = state.people.find(({ id }) => id === OWNER)!;
      for (const { first, reminder } of requestsOf(state, YEAR)) {
        for (const step of [first, reminder]) {
          if (step?.receiver === DEPUTY) expect(isWithin(step.day, chair.employment)).toBe(false);
        }
      }
    }),
  );
});

test('between the meeting and the first request, and between that and the reminder, the chair has no own working day', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const calendar = schoolCalendar(state.school.calendar);
      const chair = state.people.find(({ id }) => id === OWNER)!;
      const works = (from: LocalDate, until: LocalDate) =>
        [...eachDay(addDays(from, 1), addDays(until, -1))].some((each) => isOwnWorkingDay(calendar, chair, each));
      for (const { date, first, reminder } of requestsOf(state, YEAR)) {
        if (first.day > date) expect(works(date, first.day)).toBe(false);
        if (reminder) expect(works(first.day, reminder.day)).toBe(false);
      }
    }),
  );
});

test('day by day gives exactly what the year holds, each on the days of its window', () => {
  fc.assert(
    fc.property(aState, (state) => {
      const byDay = new Map<string, LocalDate[]>();
      for (const each of eachDay(day('2026-08-01'), day('2027-12-31'))) {
        for (const { date } of requestsNear(state, each).filter((request) => request.date <= '2027-07-31')) {
          byDay.set(date, [...(byDay.get(date) ?? []), each]);
        }
      }
      const requests = requestsOf(state, YEAR).filter(({ last }) => last <= '2027-12-31');
      for (const { date, first, last } of requests) expect(byDay.get(date)).toEqual([...eachDay(first.day, last)]);
    }),
    { numRuns: 20 },
  );
});

test('about a meeting before two absences on end nobody is asked after ten weeks', () => {
  const absences = [
    { from: day('2027-02-02'), until: day('2027-02-15') },
    { from: day('2027-02-25'), until: day('2027-04-12') },
  ];
  // The first Monday after 3 February on which the chair is there is 19 April: 22 February is in the vacation.
  const state = stateOf({ team: { day: 'wo' }, chair: { workingDays: ['ma'], absences } });
  expect(asked(state, day('2027-01-27'))).toEqual(['chair 2027-02-01 digest']);
  expect(asked(state, day('2027-02-03'))).toEqual([]);
});
