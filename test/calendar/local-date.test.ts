import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOf,
  daysBetween,
  eachDay,
  fromDayNumber,
  isoWeekOf,
  isWithin,
  localDate,
  mondayOf,
  parseLocalDate,
  weekdayOf,
} from '../../src/calendar/local-date.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber);

describe('a day', () => {
  it.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-11-31', false],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['26-01-01', false],
    ['2026-01-01T00:00', false],
  ])('%s exists: %s', (text, exists) => {
    expect(parseLocalDate(text)).toBe(exists ? text : null);
    if (!exists) expect(() => localDate(text)).toThrow(RangeError);
  });

  it.each([
    [2026, 2, 28, '2026-02-28'],
    [2026, 2, 29, null],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 1, 0, null],
  ])('%i, month %i, day %i is %s', (year, month, day, expected) => {
    expect(dateOf(year, month, day)).toBe(expected);
  });

  it.each([
    ['1970-01-01', 4, 1],
    ['2024-12-30', 1, 1],
    ['2025-12-29', 1, 1],
    ['2026-11-24', 2, 48],
    ['2026-12-31', 4, 53],
    ['2027-01-03', 7, 53],
    ['2027-01-04', 1, 1],
    ['2028-02-29', 2, 9],
    ['2032-12-31', 5, 53],
  ])('%s is weekday %i of ISO week %i', (text, weekday, week) => {
    expect(weekdayOf(localDate(text))).toBe(weekday);
    expect(isoWeekOf(localDate(text))).toBe(week);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(Math.sign(days)).toBe(other > date ? 1 : other < date ? -1 : 0);
        expect(Math.abs(weekdayOf(other) - weekdayOf(date) - days) % 7).toBe(0);
      }),
    );
  });

  it('has a Monday in the same ISO week', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const monday = mondayOf(date);
        expect(weekdayOf(monday)).toBe(1);
        expect(isoWeekOf(monday)).toBe(isoWeekOf(date));
        expect(daysBetween(monday, date)).toBe(weekdayOf(date) - 1);
      }),
    );
  });

  it('lists both ends of a range, and nothing when the end lies before the start', () => {
    expect([...eachDay(localDate('2026-10-24'), localDate('2026-10-26'))]).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ]);
    expect([...eachDay(localDate('2026-10-26'), localDate('2026-10-25'))]).toEqual([]);
  });

  it.each([
    ['2026-01-12', true],
    ['2026-01-16', true],
    ['2026-01-11', false],
    ['2026-01-17', false],
  ])('%s within 12 to 16 January: %s', (date, inside) => {
    expect(isWithin(localDate(date), { from: localDate('2026-01-12'), until: localDate('2026-01-16') })).toBe(inside);
    expect(isWithin(localDate(date), { from: null, until: null })).toBe(true);
  });
});
