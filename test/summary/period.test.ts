import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { readMonth } from '../../src/summary/overzicht.command.ts';
import { type Month, nextMonth, periodOf, previousMonth } from '../../src/summary/period.ts';

describe('which days a summary is about', () => {
  test.each([
    ['2026-10', '2026-11-03', 'month 2026-10-01..2026-10-31'],
    ['2026-11', '2026-11-24', 'month-so-far 2026-11-01..2026-11-24'],
    ['2026-11', '2026-11-30', 'month 2026-11-01..2026-11-30'],
    ['2027-02', '2027-03-01', 'month 2027-02-01..2027-02-28'],
    // October's summary is about the school year so far.
    ['2026-09', '2026-10-01', 'year-so-far 2026-08-01..2026-09-30'],
    ['2026-09', '2026-09-10', 'year-so-far 2026-08-01..2026-09-10'],
    ['2026-08', '2026-08-20', 'year-so-far 2026-08-01..2026-08-20'],
    ['2027-07', '2027-07-01', 'month-so-far 2027-07-01..2027-07-01'],
  ])('%s seen on %s', (month, today, expected) => {
    const { kind, from, until } = periodOf(month as Month, localDate(today));
    expect(`${kind} ${from}..${until}`).toBe(expected);
  });
});

test('months follow each other, also over the new year', () => {
  expect(['2026-12', '2027-01', '2027-02'].map((month) => nextMonth(month as Month))).toEqual([
    '2027-01',
    '2027-02',
    '2027-03',
  ]);
  expect(['2027-03', '2027-01'].map((month) => previousMonth(month as Month))).toEqual(['2027-02', '2026-12']);
});

test.each([
  ['oktober', '2026-10'],
  ['okt', '2026-10'],
  ['October', '2026-10'],
  ['november', '2026-11'],
  ['augustus', '2026-08'],
  // Of this school year, so not yet.
  ['december', '2026-12'],
  ['mrt', '2027-03'],
  ['juli', '2027-07'],
  ['maart 2026', '2026-03'],
  ['maart 2027', '2027-03'],
  ['2026-05', '2026-05'],
  ['2026-13', null],
  ['0050-03', null],
  ['maart 0050', null],
  ['2100-03', null],
  ['maart 2100', null],
  ['rekenen', null],
  ['10', null],
  ['morgen', null],
  ['12 oktober', null],
])('/overzicht %s, typed on 24 November 2026, means %s', (typed, month) => {
  expect(readMonth(typed, localDate('2026-11-24'))).toBe(month);
});
