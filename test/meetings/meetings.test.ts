import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { type Meeter, meetingInWeek, meetingsOf } from '../../src/meetings/meetings.ts';
import { own, schoolYear, settings } from '../calendar/settings.ts';

const noord = schoolCalendar(settings('noord'));

const team = (changes: Partial<Meeter>): Meeter => ({
  day: 'di',
  time: localTime('15:00'),
  duration: 60,
  rhythm: 'wekelijks',
  firstDate: null,
  from: null,
  until: null,
  ...changes,
});
const dates = (of: Meeter, year = '2026-2027', calendar = noord) =>
  meetingsOf(of, calendar, schoolYear(year)).map((meeting) => meeting.date);

describe('a weekly leerteam', () => {
  it('meets every school week, at its time', () => {
    const meetings = meetingsOf(team({}), noord, schoolYear('2026-2027'));
    expect(meetings).toHaveLength(42);
    expect(meetings[0]).toEqual({ date: '2026-08-18', time: '15:00', duration: 60, closed: null });
    expect(meetings.map((meeting) => meeting.date).slice(6, 10)).toEqual([
      '2026-09-29',
      '2026-10-06',
      '2026-10-20',
      '2026-10-27',
    ]);
    expect(meetings.at(-1)?.date).toBe('2027-07-06');
  });

  it('starts in the week of its first date, also on an earlier day of that week', () => {
    expect(dates(team({ firstDate: localDate('2026-09-17') })).slice(0, 2)).toEqual(['2026-09-15', '2026-09-22']);
  });

  it('does not meet in the years before its first date, and from week 1 on in the years after', () => {
    const of = team({ firstDate: localDate('2026-09-17') });
    expect(dates(of, '2025-2026')).toEqual([]);
    expect(dates(of, '2027-2028')[0]).toBe('2027-08-24');
  });

  it('meets from its first to its last day, both included', () => {
    const of = team({ from: localDate('2026-09-08'), until: localDate('2026-09-22') });
    expect(dates(of)).toEqual(['2026-09-08', '2026-09-15', '2026-09-22']);
  });

  it.each([
    ['tweede paasdag', 'ma', '2027-03-29'],
    ['Hemelvaartsdag', 'do', '2027-05-06'],
    ['vrijdag na Hemelvaart', 'vr', '2027-05-07'],
    ['tweede pinksterdag', 'ma', '2027-05-17'],
  ] as const)('does not meet on %s, and says so', (name, day, date) => {
    const closed = meetingsOf(team({ day }), noord, schoolYear('2026-2027')).filter(
      (meeting) => meeting.closed !== null,
    );
    expect(closed).toContainEqual({ date, time: '15:00', duration: 60, closed: name });
  });

  it('meets on a studiedag, and says which own closed day it loses', () => {
    const ownDays = [own('studiedag', 'rekenen', '2026-11-24'), own('vrij', 'leerplein', '2026-12-01')];
    const meetings = meetingsOf(team({}), schoolCalendar(settings('noord', { ownDays })), schoolYear('2026-2027'));
    const closedOn = (date: string) => meetings.find((meeting) => meeting.date === date)?.closed;
    expect([closedOn('2026-11-24'), closedOn('2026-12-01'), closedOn('2026-12-08')]).toEqual([null, 'leerplein', null]);
  });
});

describe('a two-weekly leerteam', () => {
  it('without a first date meets in weeks 1, 3, 5, ..., counting on over a vacation', () => {
    expect(dates(team({ rhythm: 'tweewekelijks' })).slice(0, 6)).toEqual([
      '2026-08-18',
      '2026-09-01',
      '2026-09-15',
      '2026-09-29',
      // Week 9 is the first after the herfst: week 8 is 5 October.
      '2026-10-20',
      '2026-11-03',
    ]);
  });

  it.each([
    ['the meeting day itself', '2026-08-25', '2026-08-25'],
    ['an earlier day of the week', '2026-08-24', '2026-08-25'],
    ['the Sunday of the week', '2026-08-30', '2026-08-25'],
    ['the next Monday', '2026-08-31', '2026-09-01'],
    ['a day in the herfst: the next school week', '2026-10-14', '2026-10-20'],
    ['a day in the zomer of the year before', '2026-08-03', '2026-08-18'],
  ])('with a first date on %s (%s) starts on %s and meets every second school week', (_, firstDate, first) => {
    const meetings = dates(team({ rhythm: 'tweewekelijks', firstDate: localDate(firstDate) }));
    expect(meetings[0]).toBe(first);
    const start = noord.schoolWeekOf(localDate(first))!.number;
    const numbers = meetings.map((date) => noord.schoolWeekOf(date)!.number);
    expect(numbers).toEqual(numbers.map((_each, index) => start + 2 * index));
    expect(numbers.at(-1)).toBeGreaterThan(40);
  });

  it('begins again in week 1 of each later school year', () => {
    const of = team({ rhythm: 'tweewekelijks', firstDate: localDate('2026-08-25') });
    expect(dates(of, '2027-2028').slice(0, 2)).toEqual(['2027-08-24', '2027-09-07']);
  });

  it('with a first date in July begins in week 1 of the next school year', () => {
    const of = team({ rhythm: 'tweewekelijks', firstDate: localDate('2026-07-15') });
    expect(dates(of, '2025-2026')).toEqual([]);
    expect(dates(of)[0]).toBe('2026-08-18');
  });

  it('counts school weeks: a week that is closed altogether moves what follows', () => {
    const ownDays = [own('vrij', 'bouw', '2026-08-24', '2026-08-28')];
    const calendar = schoolCalendar(settings('noord', { ownDays }));
    expect(dates(team({ rhythm: 'tweewekelijks' }), '2026-2027', calendar).slice(0, 3)).toEqual([
      '2026-08-18',
      '2026-09-08',
      '2026-09-22',
    ]);
  });
});

describe('the meeting of a week', () => {
  const of = team({ rhythm: 'tweewekelijks' });
  it.each([
    ['2026-08-31', '2026-09-01'],
    ['2026-09-06', '2026-09-01'],
    ['2026-08-24', null],
    ['2026-10-12', null],
    ['2026-08-10', null],
  ])('of %s is on %s', (day, date) => {
    expect(meetingInWeek(of, noord, localDate(day))?.date ?? null).toBe(date);
  });

  it('is there with the name of the closed day', () => {
    expect(meetingInWeek(team({ day: 'do' }), noord, localDate('2027-05-03'))).toMatchObject({
      date: '2027-05-06',
      closed: 'Hemelvaartsdag',
    });
  });

  it('lies in the school year of the meeting where 1 August falls within the week', () => {
    // After the table: Monday 28 July to Sunday 3 August 2031, the last week of one year and the first of the next.
    const monday = localDate('2031-07-28');
    const friday = team({ day: 'vr', rhythm: 'tweewekelijks' });
    expect(meetingInWeek(friday, noord, monday)?.date).toBe('2031-08-01');
    expect(dates(friday, '2031-2032')[0]).toBe('2031-08-01');
    expect(dates(friday, '2030-2031')).not.toContain('2031-08-01');
  });
});
