import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareAgenda } from '../../src/agenda/prepare.nudge.ts';
import { addDays, eachDay, type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { WEEKDAYS } from '../../src/calendar/weekdays.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { meetingsNobodyPrepares } from '../../src/checkup/can-prepare.ts';
import type { SchoolState } from '../../src/delivery/nudge.ts';
import { planSchool } from '../../src/delivery/plan.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { MeetingId, StoredMeeting } from '../../src/meetings/meeting.ts';
import { plannedMeetings } from '../../src/meetings/planned-meetings.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import type { Leerteam } from '../../src/teams/leerteam.ts';
import { DEPUTY, OWNER, person, schoolState, TEAM, team } from '../delivery/school-state.ts';
import { type OraclePerson, oracle } from './preparation.oracle.ts';

const FIRST = localDate('2026-08-01');
const LAST = localDate('2027-07-31');
const CHAIR = 'persoon1@school.example';
const VICE = 'persoon2@school.example';

/** `do ma,di` / `di`: the day of the meeting, working days of the chair / of the deputy (`-`: there is none). */
function state(change: Partial<Leerteam>, chair: string, deputy = '-', rest: Parameters<typeof schoolState>[0] = {}) {
  const days = (text: string) => ({ workingDays: text === '' ? null : (text.split(',') as WorkingDay[]) });
  return schoolState({
    goals: [],
    people: [person(OWNER, days(chair)), ...(deputy === '-' ? [] : [person(DEPUTY, days(deputy))])],
    teams: [team({ deputyId: deputy === '-' ? null : DEPUTY, ...change })],
    ...rest,
  });
}

/** Of the agenda nudges: when it comes, to whom, for which meeting. */
function linesOf(of: SchoolState, from: string, until: string): readonly string[] {
  return preview([of], localDate(from), localDate(until), [prepareAgenda]).map(
    ({ op, aan, onderwerp }) =>
      `${op} ${aan === CHAIR ? 'chair' : aan === VICE ? 'deputy' : aan} ${onderwerp.slice(-5)}`,
  );
}

describe('a meeting on Thursday 26 November 2026, weekly', () => {
  // Monday 23, Tuesday 24 and Wednesday 25 lie between; the meeting before it is on the 19th.
  test.each([
    ['', '-', '11-24 chair', 'everybody: the second open day before it'],
    ['di', '-', '11-24 chair', 'w2'],
    ['ma', '-', '11-23 chair', 'w3'],
    ['vr', '-', '11-20 chair', 'w4, the day after the meeting before it'],
    ['wo', '-', '11-25 chair', 'only w1'],
    ['ma,wo', '-', '11-23 chair', 'w3 comes before w1'],
    ['do', '-', '11-26 chair', 'only on the day itself'],
    ['do', 'wo', '11-25 deputy', 'rather the deputy before it than the chair on the day'],
    ['wo', 'di', '11-25 chair', 'rather the chair on w1 than the deputy on w2'],
    ['do', 'di,wo', '11-24 deputy', 'the deputy on w2'],
    ['do', 'do', '11-26 chair', 'both only on the day: the chair'],
    ['wo-even', 'do', '11-25 chair', 'ISO week 48 is even'],
    ['wo-oneven', 'do', '11-26 deputy', 'the chair is off that week: the deputy on the day'],
  ])('chair %s, deputy %s: %s (%s)', (chair, deputy, expected) => {
    const found = linesOf(state({}, chair, deputy), '2026-11-20', '2026-11-26').filter((line) =>
      line.endsWith('11-26'),
    );
    const [day, who] = expected.split(' ');
    expect(found).toEqual([`2026-${day}T08:00:00+01:00 ${who} 11-26`]);
  });

  test('nobody, and controleer counts it', () => {
    const nobody = state({}, 'do', '-', {});
    const away = {
      ...nobody,
      people: [
        person(OWNER, {
          workingDays: ['do'],
          absences: [{ from: localDate('2026-11-26'), until: localDate('2026-11-26') }],
        }),
      ],
    };
    expect(linesOf(away, '2026-11-20', '2026-11-26')).toEqual([]);
    const count = (of: SchoolState) => meetingsNobodyPrepares(of, of.teams[0]!, localDate('2026-11-20'));
    expect(count(nobody)).toBe(0);
    expect(count(away)).toBe(1);
  });

  test('at the own digest time', () => {
    const late = state({}, 'di');
    const people = late.people.map((each) => ({ ...each, digestTime: localTime('09:30') }));
    expect(linesOf({ ...late, people }, '2026-11-24', '2026-11-24')).toEqual(['2026-11-24T09:30:00+01:00 chair 11-26']);
  });
});

describe('around vacations and clock changes', () => {
  test.each([
    // Autumn vacation of region midden: 17 to 25 October 2026. The last days before it are too long ago.
    ['do', '', '2026-10-27T08:00:00+01:00 chair 10-29'],
    // The clock goes back on Sunday 25 October; on Monday there was no open day in the week before.
    ['ma', '', '2026-10-26T08:00:00+01:00 chair 10-26'],
    ['di', '', '2026-10-26T08:00:00+01:00 chair 10-27'],
    ['di', 'di', '2026-10-27T08:00:00+01:00 chair 10-27'],
  ] as const)('the first meeting after the autumn vacation, on %s', (day, days, expected) => {
    expect(linesOf(state({ day }, days), '2026-10-17', '2026-10-31')).toContain(expected);
  });

  test('the clock goes forward on Sunday 28 March 2027', () => {
    expect(linesOf(state({ day: 'do' }, 'di'), '2027-03-22', '2027-04-02')).toEqual([
      '2027-03-23T08:00:00+01:00 chair 03-25',
      '2027-03-30T08:00:00+02:00 chair 04-01',
    ]);
  });
});

describe('what people decided about one meeting', () => {
  const stored = (change: Partial<StoredMeeting> & { date: LocalDate }): StoredMeeting => ({
    id: 1 as MeetingId,
    teamId: TEAM,
    time: localTime('15:00'),
    duration: 60,
    state: 'gepland',
    movedTo: null,
    movedFrom: null,
    reason: '',
    version: 1,
    ...change,
  });
  const thursday = localDate('2026-11-26');
  const week = (...meetings: StoredMeeting[]) =>
    linesOf(state({}, '', '-', { meetings }), '2026-11-20', '2026-12-03').map(
      (line) => line.slice(5, 10) + line.slice(-6),
    );

  test('it takes place as planned', () => expect(week()).toEqual(['11-24 11-26', '12-01 12-03']));
  test('cancelled: nothing to prepare; the one after it is no earlier than a week before', () =>
    expect(week(stored({ date: thursday, state: 'vervallen' }))).toEqual(['12-01 12-03']));
  test('moved to Monday: prepared for that day', () =>
    expect(
      week(
        stored({ date: thursday, state: 'verzet', movedTo: localDate('2026-11-30') }),
        stored({ id: 2 as MeetingId, date: localDate('2026-11-30'), movedFrom: thursday }),
      ),
    ).toEqual(['11-26 11-30', '12-01 12-03']));
  test('moved to the day before the next: that one has no day of its own before it', () =>
    expect(
      week(
        stored({ date: thursday, state: 'verzet', movedTo: localDate('2026-12-02') }),
        stored({ id: 2 as MeetingId, date: localDate('2026-12-02'), movedFrom: thursday }),
      ),
    ).toEqual(['11-30 12-02', '12-03 12-03']));
  test('what was shared or held stays in the plan: what is sent is decided then', () =>
    expect(week(stored({ date: thursday, state: 'gedeeld' }))).toEqual(['11-24 11-26', '12-01 12-03']));
});

describe('a whole school year', () => {
  const aWorkingDay = fc.constantFrom<WorkingDay>(
    ...WEEKDAYS,
    ...WEEKDAYS.flatMap((day): WorkingDay[] => [`${day}-even`, `${day}-oneven`]),
  );
  const someDays = fc.option(fc.uniqueArray(aWorkingDay, { minLength: 1, maxLength: 5 }), { nil: null });
  const aDay = fc.integer({ min: 0, max: 364 }).map((after) => addDays(FIRST, after));
  const anAbsence = fc
    .tuple(aDay, fc.integer({ min: 0, max: 60 }))
    .map(([from, length]) => ({ from, until: addDays(from, length) }));
  const someone = fc.record({ days: someDays, absences: fc.array(anAbsence, { maxLength: 2 }) });
  const aCase = fc.record({
    region: fc.constantFrom('noord' as const, 'midden' as const, 'zuid' as const),
    day: fc.constantFrom(...WEEKDAYS),
    kind: fc.constantFrom('weekly', 'two-weekly', 'bordsessie'),
    firstDate: aDay,
    chair: someone,
    deputy: fc.option(someone, { nil: null }),
    closed: fc.array(aDay, { maxLength: 4 }),
  });

  function yearOf({
    region,
    day,
    kind,
    firstDate,
    chair,
    deputy,
    closed,
  }: typeof aCase extends fc.Arbitrary<infer T> ? T : never) {
    const bord = { method: 'bordsessie', time: localTime('08:15'), duration: 15 } as const;
    const of = schoolState({
      region,
      goals: [],
      ownDays: [...new Set(closed)].map((date) => ({ from: date, until: date, kind: 'vrij' as const, name: 'vrij' })),
      people: [
        person(OWNER, { workingDays: chair.days, absences: chair.absences }),
        ...(deputy ? [person(DEPUTY, { workingDays: deputy.days, absences: deputy.absences })] : []),
      ],
      teams: [
        team({
          day,
          deputyId: deputy ? DEPUTY : null,
          ...(kind === 'two-weekly' ? { rhythm: 'tweewekelijks' as const, firstDate } : {}),
          ...(kind === 'bordsessie' ? bord : {}),
        }),
      ],
    });
    const toOracle = (id: typeof OWNER, one: { days: WorkingDay[] | null; absences: OraclePerson['absent'] }) => ({
      id,
      days: one.days,
      absent: one.absences,
    });
    return { of, chair: toOracle(OWNER, chair), deputy: deputy && toOracle(DEPUTY, deputy) };
  }

  test('each meeting is prepared at most once, by whom and on the day that PRODUCT 6 says', () => {
    fc.assert(
      fc.property(aCase, (drawn) => {
        const { of, chair, deputy } = yearOf(drawn);
        const calendar = schoolCalendar(of.school.calendar);
        const meetings = plannedMeetings(of, of.teams[0]!, FIRST, addDays(LAST, 7)).map(({ date }) => date);
        const expected = meetings
          .filter((date) => date <= LAST)
          .flatMap((date) => {
            const found = oracle(date, meetings, calendar, chair, deputy);
            return found ? [`${found.day} ${found.receiver} ${date}`] : [];
          });
        const found = preview([of], FIRST, LAST, [prepareAgenda]).map(
          ({ op, aan, onderwerp }) => `${op.slice(0, 10)} ${aan === CHAIR ? OWNER : DEPUTY} ${onderwerp.slice(-10)}`,
        );
        expect([...found].sort()).toEqual([...expected].sort());
        const nobody = meetings.filter((date) => date <= LAST).length - expected.length;
        expect(meetingsNobodyPrepares(of, of.teams[0]!, FIRST)).toBe(nobody);
      }),
      { numRuns: 150 },
    );
  });

  test('every pattern of weekdays of chair and deputy, weekly on Thursday', () => {
    const patterns = Array.from({ length: 31 }, (_, bits) => WEEKDAYS.filter((_, day) => ((bits + 1) >> day) & 1));
    const calendar = schoolCalendar(schoolState().school.calendar);
    for (const chair of patterns) {
      for (const deputy of patterns) {
        const of = state({}, chair.join(','), deputy.join(','));
        const meetings = plannedMeetings(of, of.teams[0]!, localDate('2026-10-01'), localDate('2026-12-31')).map(
          ({ date }) => date,
        );
        const found = meetings.slice(1).flatMap((date) => {
          const days = [...eachDay(addDays(date, -7), date)];
          const reference = days
            .flatMap((day) => prepareAgenda.plan(of, day))
            .find(({ subject }) => subject.endsWith(date));
          return reference ? `${reference.from} ${reference.receiver}` : 'nobody';
        });
        const expected = meetings.slice(1).map((date) => {
          const one = oracle(
            date,
            meetings,
            calendar,
            { id: OWNER, days: chair, absent: [] },
            { id: DEPUTY, days: deputy, absent: [] },
          );
          return one ? `${one.day} ${one.receiver}` : 'nobody';
        });
        expect(found).toEqual(expected);
      }
    }
  });

  test('what the tick plans is what the preview says: each key once', () => {
    const of = state({}, 'ma,di', 'wo');
    const keys = new Set(
      [...eachDay(FIRST, LAST)].flatMap((day) => planSchool(of, day, [prepareAgenda]).references.map(({ key }) => key)),
    );
    expect(keys.size).toBe(preview([of], FIRST, LAST, [prepareAgenda]).length);
  });
});
