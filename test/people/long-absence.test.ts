/** Away for more than ten school days, and back again (PRODUCT 3, Absence). */
import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { isBackToday, longAbsences, longSince } from '../../src/people/long-absence.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import { schoolState } from '../delivery/school-state.ts';

const calendar = schoolCalendar(schoolState().school.calendar);
const absence = (from: string, until: string | null) => ({
  from: localDate(from),
  until: until === null ? null : localDate(until),
});
const worker = (absences: readonly ReturnType<typeof absence>[], workingDays: readonly WorkingDay[] | null = null) => ({
  employment: { workingDays, from: null, until: null },
  absences,
});

// 2 November 2026 is a Monday; the herfstvakantie of midden is 17 to 25 October.
describe('a long absence', () => {
  test.each<[string, string, string | null, string | null]>([
    ['ten school days are not', '2026-11-02', '2026-11-13', null],
    ['nor with the weekend after them', '2026-11-02', '2026-11-15', null],
    ['eleven are, from the eleventh on', '2026-11-02', '2026-11-16', '2026-11-16'],
    ['without an end it becomes long', '2026-11-02', null, '2026-11-16'],
    ['a vacation does not count', '2026-10-12', '2026-10-30', null],
    ['school days before and after it do', '2026-10-12', '2026-11-02', '2026-11-02'],
    ['a long vacation alone is not', '2027-07-20', '2027-08-20', null],
  ])('%s', (_, from, until, since) => {
    const one = absence(from, until);
    expect(longSince(calendar, one)).toBe(since);
    expect(longAbsences(calendar, worker([one]))).toEqual(since ? [one] : []);
  });
});

describe('absences that follow each other', () => {
  const [first, second, third] = [
    absence('2026-11-02', '2026-11-06'),
    absence('2026-11-09', '2026-11-13'),
    absence('2026-11-16', '2026-11-20'),
  ];
  test.each<[string, readonly ReturnType<typeof absence>[], readonly ReturnType<typeof absence>[]]>([
    ['with only weekends between them are one', [third, first, second], [absence('2026-11-02', '2026-11-20')]],
    [
      'with a vacation between them too',
      [absence('2026-10-08', '2026-10-16'), absence('2026-10-26', '2026-10-29')],
      [absence('2026-10-08', '2026-10-29')],
    ],
    ['with a school day between them are two', [first, absence('2026-11-10', '2026-11-20')], []],
    ['also without an end', [first, absence('2026-11-09', null)], [absence('2026-11-02', null)]],
  ])('%s', (_, absences, long) => {
    expect(longAbsences(calendar, worker(absences))).toEqual(long);
  });
});

describe('back today', () => {
  const LONG = absence('2026-11-02', '2026-11-17');
  test.each<[string, Parameters<typeof isBackToday>[1], string, boolean]>([
    ['on the first day', worker([LONG]), '2026-11-18', true],
    ['not on the second', worker([LONG]), '2026-11-19', false],
    ['on the first own working day', worker([LONG], ['ma']), '2026-11-23', true],
    ['not on a day off before it', worker([LONG], ['ma']), '2026-11-18', false],
    ['not while away', worker([LONG]), '2026-11-17', false],
    ['not after a short one', worker([absence('2026-11-02', '2026-11-13')]), '2026-11-16', false],
    ['after the vacation that follows', worker([absence('2026-11-30', '2026-12-18')]), '2027-01-04', true],
    ['not when it goes on with another', worker([LONG, absence('2026-11-18', '2026-11-18')]), '2026-11-18', false],
  ])('%s', (_, one, today, expected) => {
    expect(isBackToday(calendar, one, localDate(today))).toBe(expected);
  });
});
