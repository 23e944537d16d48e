import { describe, expect, it } from 'vitest';
import { addDays, eachDay, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { CalendarSettings, OwnDays, Region, SchoolYear } from '../../src/calendar/school-days.ts';
import { wholeVacations } from '../../src/calendar/school-vacations.ts';
import { schoolYearOf } from '../../src/calendar/school-year.ts';
import { own, settings } from './settings.ts';

const dayAt = (of: CalendarSettings, date: string) => {
  const calendar = schoolCalendar(of);
  const day = localDate(date);
  expect(calendar.isOpen(day)).toBe(calendar.kindOf(day) !== 'vrij');
  return [calendar.kindOf(day), calendar.nameOf(day)];
};

describe('the kind and name of a day', () => {
  it.each([
    ['2026-11-24', 'lesdag', null],
    ['2026-11-21', 'vrij', null],
    ['2026-11-22', 'vrij', null],
    // A vacation gives its weekends its name, and beats the holiday in it.
    ['2026-10-18', 'vrij', 'herfstvakantie'],
    ['2026-12-25', 'vrij', 'kerstvakantie'],
    ['2027-04-27', 'vrij', 'meivakantie'],
    ['2027-03-26', 'lesdag', null],
    ['2027-03-29', 'vrij', 'tweede paasdag'],
    ['2027-05-05', 'lesdag', null],
    ['2027-05-06', 'vrij', 'Hemelvaartsdag'],
    ['2027-05-07', 'vrij', 'vrijdag na Hemelvaart'],
    ['2027-05-10', 'lesdag', null],
    ['2027-05-17', 'vrij', 'tweede pinksterdag'],
    // The zomer of 2025-2026 covers the first days of 2026-2027.
    ['2026-07-31', 'vrij', 'zomervakantie'],
    ['2026-08-03', 'vrij', 'zomervakantie'],
    ['2026-08-14', 'vrij', 'zomervakantie'],
    ['2026-08-17', 'lesdag', null],
    // Koningsdag on Saturday 26 April 2025, because the 27th is a Sunday; both in the vacation. In 2031 there is no table any more.
    ['2025-04-26', 'vrij', 'meivakantie'],
    ['2031-04-26', 'vrij', 'Koningsdag'],
    ['2031-04-28', 'lesdag', null],
  ])('%s in noord is %s, %s', (date, kind, name) => {
    expect(dayAt(settings('noord'), date)).toEqual([kind, name]);
  });

  it.each([
    ['before the table', '2023-10-18', 'lesdag', null],
    ['before the table', '2023-12-25', 'vrij', 'eerste kerstdag'],
    ['before the table', '2024-07-29', 'lesdag', null],
    ['the last vacation of the table', '2030-08-30', 'vrij', 'zomervakantie'],
    ['after it', '2030-09-02', 'lesdag', null],
    ['after it', '2030-10-23', 'lesdag', null],
    ['after it', '2030-12-24', 'lesdag', null],
    ['after it', '2030-12-25', 'vrij', 'eerste kerstdag'],
    ['after it', '2035-05-05', 'vrij', 'Bevrijdingsdag'],
    ['after it', '2040-05-10', 'vrij', 'Hemelvaartsdag'],
  ])('%s: %s in noord is %s, %s', (_, date, kind, name) => {
    expect(dayAt(settings('noord'), date)).toEqual([kind, name]);
  });
});

describe('own rows', () => {
  const rows: readonly [what: string, row: OwnDays, date: string, kind: string, name: string | null][] = [
    ['a studiedag', own('studiedag', 'rekenen', '2026-11-25'), '2026-11-25', 'studiedag', 'rekenen'],
    ['a studiedag without a name', own('studiedag', ' ', '2026-11-25'), '2026-11-25', 'studiedag', 'studiedag'],
    ['a closed day without a name', own('vrij', '', '2026-11-25'), '2026-11-25', 'vrij', 'vrije dag'],
    ['a vacation without a name', own('vakantie', '', '2026-11-25'), '2026-11-25', 'vrij', 'vakantie'],
    ['beats the vacation', own('studiedag', '', '2026-10-15'), '2026-10-15', 'studiedag', 'studiedag'],
    ['beats the holiday', own('lesdag', '', '2027-05-07'), '2027-05-07', 'lesdag', null],
    ['a lesdag with a name', own('lesdag', 'inhaaldag', '2027-05-07'), '2027-05-07', 'lesdag', 'inhaaldag'],
    ['never opens a Saturday', own('lesdag', 'open dag', '2026-11-28'), '2026-11-28', 'vrij', null],
    ['never opens a Sunday', own('studiedag', '', '2026-11-27', '2026-11-30'), '2026-11-29', 'vrij', null],
    [
      'goes on after the weekend',
      own('studiedag', '', '2026-11-27', '2026-11-30'),
      '2026-11-30',
      'studiedag',
      'studiedag',
    ],
    [
      'names a closed weekend',
      own('vrij', 'verhuizing', '2026-11-27', '2026-11-30'),
      '2026-11-29',
      'vrij',
      'verhuizing',
    ],
    ['crosses 1 August', own('vrij', 'bouw', '2026-07-30', '2026-08-18'), '2026-08-18', 'vrij', 'bouw'],
    ['other names add days', own('vakantie', 'carnaval', '2027-02-08'), '2027-02-08', 'vrij', 'carnaval'],
    [
      'other names replace nothing',
      own('vakantie', 'carnaval', '2027-02-08'),
      '2027-02-22',
      'vrij',
      'voorjaarsvakantie',
    ],
    ['kind vrij replaces nothing', own('vrij', 'herfst', '2026-10-19'), '2026-10-14', 'vrij', 'herfstvakantie'],
  ];
  it.each(rows)('%s', (_, row, date, kind, name) => {
    expect(dayAt(settings('noord', { ownDays: [row] }), date)).toEqual([kind, name]);
  });

  /** The days of the row's school year, among those given, on which the school is open. */
  const replaced: readonly [what: string, region: Region, rows: OwnDays[], closed: string[], open: string[]][] = [
    [
      'herfst a week later',
      'noord',
      [own('vakantie', 'Herfstvakantie', '2026-10-17', '2026-10-25')],
      ['2026-10-19', '2026-10-23'],
      ['2026-10-12', '2026-10-16', '2026-10-26'],
    ],
    [
      'herfst of one year leaves that of the next',
      'noord',
      [own('vakantie', 'herfst', '2026-10-17', '2026-10-25')],
      ['2027-10-18', '2025-10-20'],
      ['2027-10-15'],
    ],
    [
      'kerst across new year, a week longer',
      'midden',
      [own('vakantie', 'kerst', '2026-12-19', '2027-01-10')],
      ['2026-12-31', '2027-01-04', '2027-01-08'],
      ['2027-01-11'],
    ],
    [
      'kerst that ends before new year leaves the holiday',
      'midden',
      [own('vakantie', 'kerst', '2026-12-19', '2026-12-31')],
      ['2026-12-31', '2027-01-01'],
      ['2026-12-18', '2027-01-04'],
    ],
    [
      'mei in two rows',
      'zuid',
      [own('vakantie', 'mei', '2027-04-17', '2027-04-25'), own('vakantie', 'mei', '2027-05-03', '2027-05-05')],
      ['2027-04-19', '2027-05-03', '2027-04-27'],
      ['2027-04-28', '2027-04-30', '2027-04-26'],
    ],
    [
      'zomer past 1 August replaces both halves',
      'noord',
      [own('vakantie', 'zomer', '2026-07-11', '2026-08-23')],
      ['2026-07-13', '2026-08-03', '2026-08-17', '2026-08-21'],
      ['2026-07-06', '2026-07-10', '2026-08-24'],
    ],
    [
      'that zomer leaves the next one',
      'noord',
      [own('vakantie', 'zomer', '2026-07-11', '2026-08-23')],
      ['2027-07-12', '2027-08-20', '2025-08-22'],
      ['2027-07-09'],
    ],
    [
      'zomer from 1 August on leaves July',
      'noord',
      [own('vakantie', 'zomer', '2026-08-01', '2026-08-23')],
      ['2026-07-06', '2026-07-31', '2026-08-17'],
      ['2026-08-24'],
    ],
    [
      'a shorter August belongs to the zomer before it, not to the next',
      'noord',
      [own('vakantie', 'zomer', '2026-08-01', '2026-08-09')],
      ['2026-07-31', '2026-08-07', '2027-07-12'],
      ['2026-08-10', '2027-07-09'],
    ],
    [
      'zomer cut off at 31 July leaves August',
      'noord',
      [own('vakantie', 'zomer', '2027-07-17', '2027-07-31')],
      ['2027-07-19', '2027-08-02', '2027-08-20'],
      ['2027-07-12', '2027-08-23'],
    ],
    [
      'vacations of the school itself after the table',
      'noord',
      [own('vakantie', 'herfst', '2030-10-19', '2030-10-27')],
      ['2030-10-21'],
      ['2030-10-28', '2030-12-23'],
    ],
  ];
  it.each(replaced)('replace a vacation: %s', (_, region, ownDays, closed, open) => {
    const calendar = schoolCalendar(settings(region, { ownDays }));
    expect(closed.filter((date) => calendar.isOpen(localDate(date)))).toEqual([]);
    expect(open.filter((date) => !calendar.isOpen(localDate(date)))).toEqual([]);
  });
});

describe('settings of the school', () => {
  it.each([
    ['Goede Vrijdag by rule', {}, '2027-03-26', 'lesdag', null],
    ['Goede Vrijdag free', { goodFridayFree: true }, '2027-03-26', 'vrij', 'Goede Vrijdag'],
    ['Bevrijdingsdag by rule', {}, '2027-05-05', 'lesdag', null],
    ['Bevrijdingsdag free', { liberationDayFree: true }, '2027-05-05', 'vrij', 'Bevrijdingsdag'],
    ['Bevrijdingsdag in a lustrum year', {}, '2025-05-05', 'vrij', 'Bevrijdingsdag'],
    ['Bevrijdingsdag in a lustrum year, never free', { liberationDayFree: false }, '2025-05-05', 'lesdag', null],
  ])('%s', (_, changes, date, kind, name) => {
    expect(dayAt(settings('midden', changes), date)).toEqual([kind, name]);
  });
});

describe('the next open day', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-21', '2026-11-23'],
    ['2026-10-10', '2026-10-19'],
    ['2027-05-06', '2027-05-10'],
    ['2026-07-04', '2026-08-17'],
  ])('on or after %s is %s in noord', (date, open) => {
    expect(schoolCalendar(settings('noord')).nextOpen(localDate(date))).toBe(open);
  });

  it('is sought a year ahead and no further', () => {
    const closed = own('vrij', 'gesloten', '2026-08-01', '2028-08-31');
    const calendar = schoolCalendar(settings('noord', { ownDays: [closed] }));
    expect(calendar.nextOpen(localDate('2026-08-01'))).toBeNull();
    expect(calendar.nextOpen(localDate('2027-09-02'))).toBe('2028-09-01');
    expect(calendar.nextOpen(localDate('2027-09-01'))).toBeNull();
  });
});

it('counts the open days of 2026-2027', () => {
  const open = (region: Region) => {
    const calendar = schoolCalendar(settings(region));
    return [...eachDay(localDate('2026-08-01'), localDate('2027-07-31'))].filter((day) => calendar.isOpen(day)).length;
  };
  // 42, 41 and 43 school weeks of five days, less tweede paasdag, Hemelvaartsdag and the Friday after, and tweede pinksterdag.
  expect([open('noord'), open('midden'), open('zuid')]).toEqual([42 * 5 - 4, 41 * 5 - 4, 43 * 5 - 4]);
});

it('gives the same calendar for the same settings, and works out the same for equal ones', () => {
  const of = settings('zuid', { ownDays: [own('studiedag', '', '2026-11-25')] });
  expect(schoolCalendar(of)).toBe(schoolCalendar(of));
  const [one, other] = [schoolCalendar(of), schoolCalendar({ ...of })];
  for (let day = localDate('2026-11-20'); day < '2026-12-01'; day = addDays(day, 1)) {
    expect(one.kindOf(day)).toBe(other.kindOf(day));
  }
});

it('tells the zomer with its August part, as far as the table or an own row knows it', () => {
  const zomer = (year: SchoolYear, ownDays: readonly OwnDays[] = []) => {
    const part = wholeVacations(year, settings('midden', { ownDays })).find(({ vacation }) => vacation === 'zomer');
    return part && `${part.from}..${part.until}`;
  };
  expect(zomer(schoolYearOf(localDate('2026-11-01')))).toBe('2027-07-17..2027-08-29');
  const cutOff = own('vakantie', 'zomer', '2027-07-10', '2027-07-20');
  expect(zomer(schoolYearOf(localDate('2026-11-01')), [cutOff])).toBe('2027-07-10..2027-07-20');
});
