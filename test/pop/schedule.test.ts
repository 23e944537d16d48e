/** The POP nudges of 2026-2027: who hears what on which day, written out (PRODUCT 6). */
import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { OwnDays, SchoolYear } from '../../src/calendar/school-days.ts';
import type { PlannedPerson, SchoolState } from '../../src/delivery/nudge.ts';
import type { Absence, PersonId, WorkingDay } from '../../src/people/person.ts';
import { type PopDays, USUAL_POP_DAYS } from '../../src/pop/pop-days.ts';
import { popAsksOf } from '../../src/pop/schedule.ts';
import { person, schoolState } from '../delivery/school-state.ts';

const day = localDate;
const YEAR = '2026-2027' as SchoolYear;
const SANNE = 1 as PersonId;
const MARIEKE = 2 as PersonId;
const NICO = 3 as PersonId;
const BOARD = 9 as PersonId;

type SanneDraft = {
  readonly workingDays?: readonly WorkingDay[];
  readonly from?: string;
  readonly until?: string;
  readonly absent?: readonly (readonly [string, string | null])[];
};

function sanne({ workingDays = [], from, until, absent = [] }: SanneDraft = {}): PlannedPerson {
  return person(SANNE, {
    pop: true,
    workingDays,
    absences: absent.map(([first, last]): Absence => ({ from: day(first), until: last === null ? null : day(last) })),
    ...(from ? { from: day(from) } : {}),
    ...(until ? { until: day(until) } : {}),
  });
}

const director = (change: Parameters<typeof person>[1] = {}) => person(MARIEKE, { roles: ['directeur'], ...change });

function school(people: readonly PlannedPerson[], change: Parameters<typeof schoolState>[0] = {}): SchoolState {
  return schoolState({ people, goals: [], pop: { consent: day('2026-06-01'), days: USUAL_POP_DAYS }, ...change });
}

/** `klaar 1 2026-10-15`: step, turn and day, by day. */
function asks(state: SchoolState, receiver: PersonId, year: SchoolYear = YEAR): string[] {
  return popAsksOf(state, year)
    .filter((ask) => ask.receiver === receiver)
    .map(({ step, turn, from }) => `${step} ${turn} ${from}`);
}

// midden: herfst 17-25 October, kerst 19 December - 3 January, voorjaar 20-28 February, mei 24 April - 2 May, zomer from 17 July.
const MONDAY_TO_FRIDAY = [
  'uitleg 0 2026-09-15',
  'klaar 0 2026-10-01',
  'klaar 1 2026-10-15',
  'klaar 2 2026-10-26',
  'gesprek 0 2026-11-02',
  'gesprek 1 2026-11-16',
  'opvolging 0 2027-02-01',
  'opvolging 1 2027-02-15',
  'evaluatie 0 2027-05-18',
  'evaluatie 1 2027-06-10',
];

describe('what the person hears', () => {
  const cases: { name: string; sanne: SanneDraft; expected: readonly string[] }[] = [
    { name: 'works Monday to Friday', sanne: {}, expected: MONDAY_TO_FRIDAY },
    {
      name: 'works on Wednesdays only: the second reminder would come with the first',
      sanne: { workingDays: ['wo'] },
      expected: [
        'uitleg 0 2026-09-16',
        'klaar 0 2026-10-07',
        'klaar 1 2026-10-28',
        'gesprek 0 2026-11-04',
        'gesprek 1 2026-11-18',
        'opvolging 0 2027-02-03',
        'opvolging 1 2027-02-17',
        'evaluatie 0 2027-05-19',
        'evaluatie 1 2027-06-16',
      ],
    },
    {
      name: 'works every second Wednesday',
      sanne: { workingDays: ['wo-even'] },
      expected: [
        'uitleg 0 2026-09-16',
        'klaar 0 2026-10-14',
        'klaar 1 2026-10-28',
        'gesprek 0 2026-11-11',
        'gesprek 1 2026-11-25',
        'opvolging 0 2027-02-10',
        'opvolging 1 2027-03-10',
        'evaluatie 0 2027-05-19',
        'evaluatie 1 2027-06-16',
      ],
    },
    {
      name: 'starts while the POP is to be ready: a reminder only after a week',
      sanne: { from: '2026-10-12' },
      expected: ['uitleg 0 2026-10-12', 'klaar 0 2026-10-12', 'klaar 2 2026-10-26', ...MONDAY_TO_FRIDAY.slice(4)],
    },
    {
      name: 'starts after the talk opened: begins with the talk',
      sanne: { from: '2026-12-10' },
      expected: ['uitleg 0 2026-12-10', 'gesprek 0 2026-12-10', ...MONDAY_TO_FRIDAY.slice(6)],
    },
    {
      name: 'starts on the day on which the evaluation opens',
      sanne: { from: '2027-05-15' },
      expected: ['uitleg 0 2027-05-18', 'evaluatie 0 2027-05-18', 'evaluatie 1 2027-06-10'],
    },
    { name: 'starts after that: next year', sanne: { from: '2027-05-16' }, expected: [] },
    {
      name: 'comes back after Christmas: begins with the talk that is still open',
      sanne: { absent: [['2026-09-01', '2027-01-03']] },
      expected: ['uitleg 0 2027-01-04', 'gesprek 0 2027-01-04', ...MONDAY_TO_FRIDAY.slice(6)],
    },
    {
      name: 'comes back when the follow-up has opened',
      sanne: { absent: [['2026-10-05', '2027-02-05']] },
      expected: [
        ...MONDAY_TO_FRIDAY.slice(0, 2),
        'opvolging 0 2027-02-08',
        'opvolging 1 2027-02-15',
        ...MONDAY_TO_FRIDAY.slice(8),
      ],
    },
    {
      name: 'absent without an end',
      sanne: { absent: [['2026-10-05', null]] },
      expected: MONDAY_TO_FRIDAY.slice(0, 2),
    },
    { name: 'absent all year', sanne: { absent: [['2026-08-01', null]] }, expected: [] },
    { name: 'leaves at Christmas', sanne: { until: '2026-12-18' }, expected: MONDAY_TO_FRIDAY.slice(0, 6) },
    { name: 'left before the year', sanne: { until: '2026-07-31' }, expected: [] },
  ];
  test.each(cases)('$name', ({ sanne: draft, expected }) => {
    expect(asks(school([sanne(draft)]), SANNE)).toEqual(expected);
  });

  test('nobody without a POP', () => {
    expect(popAsksOf(school([person(SANNE), director()]), YEAR)).toEqual([]);
  });

  test('a studiedag is staff work, an own vacation is not', () => {
    const days = (kind: OwnDays['kind'], from: string, until: string): OwnDays[] => [
      { from: day(from), until: day(until), kind, name: 'eigen' },
    ];
    const free = school([sanne()], { ownDays: days('vakantie', '2026-11-02', '2026-11-06') });
    expect(asks(free, SANNE)).toContain('gesprek 0 2026-11-09');
    const study = school([sanne()], { ownDays: days('studiedag', '2026-11-02', '2026-11-02') });
    expect(asks(study, SANNE)).toContain('gesprek 0 2026-11-02');
  });
});

describe("the PGMR's consent", () => {
  const cases: { name: string; consent: string | null; expected: readonly string[] }[] = [
    { name: 'none', consent: null, expected: [] },
    { name: 'on the day of the explanation', consent: '2026-09-15', expected: MONDAY_TO_FRIDAY },
    {
      name: 'in October: the reminder of the 15th would come too soon',
      consent: '2026-10-14',
      expected: ['uitleg 0 2026-10-14', 'klaar 0 2026-10-14', 'klaar 2 2026-10-26', ...MONDAY_TO_FRIDAY.slice(4)],
    },
    {
      name: 'in the middle of the year',
      consent: '2027-01-12',
      expected: ['uitleg 0 2027-01-12', 'gesprek 0 2027-01-12', ...MONDAY_TO_FRIDAY.slice(6)],
    },
    { name: 'after the evaluation opened: next year', consent: '2027-05-20', expected: [] },
  ];
  test.each(cases)('$name', ({ consent, expected }) => {
    const pop = { consent: consent === null ? null : day(consent), days: USUAL_POP_DAYS };
    expect(asks(school([sanne()], { pop }), SANNE)).toEqual(expected);
  });

  test('next year it is on from the start', () => {
    const pop = { consent: day('2027-05-20'), days: USUAL_POP_DAYS };
    expect(asks(school([sanne()], { pop }), SANNE, '2027-2028' as SchoolYear)[0]).toBe('uitleg 0 2027-09-15');
  });
});

test('the months are a setting: reminders keep their distance to the first day', () => {
  const days = { uitleg: '08-24', klaar: '09-01', gesprek: '09-21', opvolging: '01-11', evaluatie: '04-12' };
  const pop = { consent: day('2026-06-01'), days: days as Record<string, string> as PopDays };
  expect(asks(school([sanne()], { pop }), SANNE)).toEqual([
    'uitleg 0 2026-08-31',
    'klaar 0 2026-09-01',
    'klaar 1 2026-09-15',
    // 25 September is after the first day of the talk.
    'gesprek 0 2026-09-21',
    'gesprek 1 2026-10-05',
    'opvolging 0 2027-01-11',
    'opvolging 1 2027-01-25',
    'evaluatie 0 2027-04-12',
    'evaluatie 1 2027-05-10',
  ]);
});

describe('what the lead hears', () => {
  const TALKS = MONDAY_TO_FRIDAY.slice(4);

  test('the only director leads who has no recorded lead: the talks, on their own working days', () => {
    const state = school([sanne({ workingDays: ['wo'] }), director({ workingDays: ['di', 'do'] })]);
    expect(asks(state, MARIEKE)).toEqual([
      'gesprek 0 2026-11-03',
      'gesprek 1 2026-11-17',
      'opvolging 0 2027-02-02',
      'opvolging 1 2027-02-16',
      'evaluatie 0 2027-05-18',
      'evaluatie 1 2027-06-10',
    ]);
    expect(new Set(popAsksOf(state, YEAR).map(({ receiver }) => receiver))).toEqual(new Set([SANNE, MARIEKE]));
  });

  test('a recorded lead instead of the director', () => {
    const led = person(SANNE, { pop: true, leadId: NICO });
    const state = school([led, director(), person(NICO)]);
    expect(asks(state, MARIEKE)).toEqual([]);
    expect(asks(state, NICO)).toEqual(TALKS);
  });

  test('with two directors nobody leads who has no recorded lead', () => {
    const state = school([sanne(), director(), person(NICO, { roles: ['directeur'] })]);
    expect(popAsksOf(state, YEAR).filter(({ receiver }) => receiver !== SANNE)).toEqual([]);
  });

  test('a lead with a POP gets one nudge for both; a director who is alone is led by nobody', () => {
    const state = school([sanne(), director({ pop: true })]);
    expect(asks(state, MARIEKE)).toEqual(MONDAY_TO_FRIDAY);
    expect(asks(school([director({ pop: true })]), MARIEKE)).toEqual(MONDAY_TO_FRIDAY);
  });

  test('somebody of the board leads the director, by the calendar of the school', () => {
    const board = person(BOARD, { schoolId: null, roles: ['bestuur'], workingDays: ['ma', 'vr'] });
    const state = school([director({ pop: true, leadId: BOARD })], { governors: [board] });
    expect(asks(state, BOARD)).toEqual([
      'gesprek 0 2026-11-02',
      'gesprek 1 2026-11-16',
      'opvolging 0 2027-02-01',
      'opvolging 1 2027-02-15',
      'evaluatie 0 2027-05-21',
      'evaluatie 1 2027-06-11',
    ]);
  });

  test('somebody of another school leads, on their own weekdays there', () => {
    const led = person(SANNE, { pop: true, leadId: BOARD });
    const elsewhere = person(BOARD, { schoolId: 2 as never, workingDays: ['wo'] });
    const state = school([led, director()], { leadsElsewhere: [elsewhere] });
    expect(asks(state, BOARD)).toContain('gesprek 0 2026-11-04');
    expect(asks(state, MARIEKE)).toEqual([]);
  });

  test('a recorded lead who leaves hands over to the director, who starts with the open talk', () => {
    const led = person(SANNE, { pop: true, leadId: NICO });
    const state = school([led, director(), person(NICO, { until: day('2026-11-10') })]);
    expect(asks(state, NICO)).toEqual(['gesprek 0 2026-11-02']);
    expect(asks(state, MARIEKE)).toEqual(['gesprek 0 2026-11-11', ...TALKS.slice(2)]);
  });

  test('a recorded lead who goes to another school stays the lead', () => {
    const led = person(SANNE, { pop: true, leadId: NICO });
    const here = person(NICO, { until: day('2026-11-10') });
    const there = person(NICO, { schoolId: 2 as never, from: day('2026-11-11'), workingDays: ['do'] });
    const state = school([led, here, director()], { leadsElsewhere: [there] });
    expect(asks(state, NICO).slice(0, 3)).toEqual([
      'gesprek 0 2026-11-02',
      'gesprek 1 2026-11-19',
      'opvolging 0 2027-02-04',
    ]);
    expect(asks(state, MARIEKE)).toEqual([]);
  });

  test('whose only colleague starts later hears of it from then on', () => {
    expect(asks(school([sanne({ from: '2026-12-10' }), director()]), MARIEKE)).toEqual([
      'gesprek 0 2026-12-10',
      ...TALKS.slice(2),
    ]);
    expect(asks(school([sanne({ from: '2027-05-16' }), director()]), MARIEKE)).toEqual([]);
  });

  test('whose only colleague is away for long hears of it when they are back; not when it is short', () => {
    const away = (first: string, last: string) => school([sanne({ absent: [[first, last]] }), director()]);
    expect(asks(away('2026-10-26', '2026-12-06'), MARIEKE)).toEqual(['gesprek 0 2026-12-07', ...TALKS.slice(2)]);
    expect(asks(away('2026-10-30', '2026-11-06'), MARIEKE)).toEqual(TALKS);
  });

  test('a director who comes in February starts with the follow-up', () => {
    expect(asks(school([sanne(), director({ from: day('2027-02-03') })]), MARIEKE)).toEqual([
      'opvolging 0 2027-02-03',
      'opvolging 1 2027-02-15',
      ...TALKS.slice(4),
    ]);
  });
});

test('each makes sense until the next one, the last until the end of the school year', () => {
  expect(popAsksOf(school([sanne()]), YEAR).map(({ until }) => until)).toEqual([
    '2026-09-30',
    '2026-10-14',
    '2026-10-25',
    '2026-11-01',
    '2026-11-15',
    '2027-01-31',
    '2027-02-14',
    '2027-05-17',
    '2027-06-09',
    '2027-07-31',
  ]);
});

test('two on one day have the same window', () => {
  const late = popAsksOf(school([sanne({ from: '2026-12-10' })]), YEAR);
  expect(late.slice(0, 2).map(({ from, until }) => `${from} ${until}`)).toEqual([
    '2026-12-10 2027-01-31',
    '2026-12-10 2027-01-31',
  ]);
});
