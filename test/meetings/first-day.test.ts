/** On which day a meeting was first planned, after any number of moves. */
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { firstDayOf } from '../../src/meetings/first-day.ts';

const day = (text: string) => localDate(`2026-${text}`);
/** Thursdays are of the rhythm. */
const THURSDAYS = ['11-19', '11-26', '12-03'].map(day);

type Row = readonly [day: string, from: string | null, to: string | null];

const firstOf = (date: string, rows: readonly Row[]) => {
  const stored = new Map(
    rows.map(([at, from, to]) => [day(at), { movedFrom: from ? day(from) : null, movedTo: to ? day(to) : null }]),
  );
  const isOfRhythm = (each: LocalDate) => THURSDAYS.includes(each);
  return firstDayOf(day(date), stored, isOfRhythm).slice(5);
};

describe('the first day of', () => {
  test.each<[string, string, readonly Row[], string]>([
    ['what nothing is stored of', '11-26', [], '11-26'],
    ['what was not moved', '11-26', [['11-26', null, null]], '11-26'],
    [
      'what was moved once',
      '11-30',
      [
        ['11-26', null, '11-30'],
        ['11-30', '11-26', null],
      ],
      '11-26',
    ],
    [
      'what was moved twice',
      '12-01',
      [
        ['11-26', null, '11-30'],
        ['11-30', '11-26', '12-01'],
        ['12-01', '11-30', null],
      ],
      '11-26',
    ],
    [
      'what came back',
      '11-26',
      [
        ['11-26', '11-30', null],
        ['11-30', '11-26', '11-26'],
      ],
      '11-26',
    ],
    [
      'what went there, back and there again',
      '11-30',
      [
        ['11-26', '11-30', '11-30'],
        ['11-30', '11-26', null],
      ],
      '11-26',
    ],
    [
      'what went round by two days',
      '11-26',
      [
        ['11-26', '12-01', null],
        ['11-30', '11-26', '12-01'],
        ['12-01', '11-30', '11-26'],
      ],
      '11-26',
    ],
    [
      'what went in a circle of days that the rhythm does not give: the earliest',
      '11-25',
      [
        ['11-24', '11-25', '11-25'],
        ['11-25', '11-24', null],
      ],
      '11-24',
    ],
    [
      'what came from a day to which another meeting came since',
      '12-01',
      [
        ['11-19', null, '11-26'],
        ['11-26', '11-19', null],
        ['12-01', '11-26', null],
      ],
      '11-26',
    ],
    ['what came from a day of which nothing is stored', '12-01', [['12-01', '11-26', null]], '11-26'],
  ])('%s', (_, date, rows, first) => {
    expect(firstOf(date, rows)).toBe(first);
  });
});
