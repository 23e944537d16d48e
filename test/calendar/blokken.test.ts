import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { CalendarSettings } from '../../src/calendar/school-days.ts';
import { own, schoolYear, settings } from './settings.ts';

const written = (of: CalendarSettings, year: string) =>
  schoolCalendar(of)
    .blokken(schoolYear(year))
    .map((blok) => `${blok.number} ${blok.from} ${blok.until}`);

const FIRST_OPEN_STARTS = ['2026-08-24', '2026-10-26', '2027-01-04', '2027-03-01', '2027-05-10'].map(localDate);

describe('blokken', () => {
  it.each([
    [
      'noord',
      '2026-2027',
      [
        '1 2026-08-17 2026-10-09',
        '2 2026-10-19 2026-12-18',
        '3 2027-01-04 2027-02-19',
        '4 2027-03-01 2027-04-23',
        '5 2027-05-03 2027-07-09',
      ],
    ],
    [
      'midden',
      '2026-2027',
      [
        '1 2026-08-31 2026-10-16',
        '2 2026-10-26 2026-12-18',
        '3 2027-01-04 2027-02-19',
        '4 2027-03-01 2027-04-23',
        '5 2027-05-03 2027-07-16',
      ],
    ],
    [
      'zuid',
      '2026-2027',
      [
        '1 2026-08-24 2026-10-16',
        '2 2026-10-26 2026-12-18',
        '3 2027-01-04 2027-02-12',
        '4 2027-02-22 2027-04-23',
        '5 2027-05-03 2027-07-23',
      ],
    ],
    [
      // Koningsdag on the Friday before the mei of 2029 is no last open day.
      'noord',
      '2028-2029',
      [
        '1 2028-08-28 2028-10-13',
        '2 2028-10-23 2028-12-22',
        '3 2029-01-08 2029-02-16',
        '4 2029-02-26 2029-04-26',
        '5 2029-05-07 2029-07-20',
      ],
    ],
  ] as const)('of %s in %s are the stretches between the vacations', (region, year, expected) => {
    expect(written(settings(region), year)).toEqual(expected);
  });

  it('follow the vacations of the school itself, also in two rows, and skip closed days at their ends', () => {
    const ownDays = [
      own('vakantie', 'herfst', '2026-10-17', '2026-10-25'),
      own('vrij', 'vrije middag', '2026-10-26'),
      own('vakantie', 'mei', '2027-04-17', '2027-04-25'),
      own('vakantie', 'mei', '2027-04-27', '2027-05-09'),
    ];
    expect(written(settings('noord', { ownDays }), '2026-2027')).toEqual([
      '1 2026-08-17 2026-10-16',
      '2 2026-10-27 2026-12-18',
      '3 2027-01-04 2027-02-19',
      '4 2027-03-01 2027-04-16',
      '5 2027-05-10 2027-07-09',
    ]);
  });

  it('leave out a studiedag within a vacation', () => {
    const ownDays = [own('studiedag', 'startdag', '2026-08-14'), own('studiedag', '', '2026-10-15')];
    expect(written(settings('noord', { ownDays }), '2026-2027').slice(0, 2)).toEqual([
      '1 2026-08-17 2026-10-09',
      '2 2026-10-19 2026-12-18',
    ]);
  });

  it('start where the school says, in that school year only', () => {
    const of = settings('noord', { blokStarts: FIRST_OPEN_STARTS });
    expect(written(of, '2026-2027')).toEqual([
      '1 2026-08-24 2026-10-23',
      '2 2026-10-26 2026-12-18',
      '3 2027-01-04 2027-02-19',
      '4 2027-03-01 2027-05-05',
      '5 2027-05-10 2027-07-09',
    ]);
    expect(written(of, '2027-2028')).toEqual(written(settings('noord'), '2027-2028'));
  });

  it('may be told in any order, and a start on a closed day moves to the next open day', () => {
    const blokStarts = [...FIRST_OPEN_STARTS.slice(1), localDate('2026-08-08')];
    expect(written(settings('noord', { blokStarts }), '2026-2027')[0]).toBe('1 2026-08-17 2026-10-23');
  });

  it.each([
    ['no vacation known is one blok', '2031-2032', [], ['1 2031-08-01 2032-07-30']],
    ['the zomer before it is still known', '2030-2031', [], ['1 2030-09-02 2031-07-31']],
    [
      'only the vacations of the school itself',
      '2031-2032',
      [own('vakantie', 'kerst', '2031-12-20', '2032-01-04'), own('vakantie', 'zomer', '2032-07-10', '2032-08-22')],
      ['1 2031-08-01 2031-12-19', '2 2032-01-05 2032-07-09'],
    ],
    ['before the table', '2020-2021', [], ['1 2020-08-03 2021-07-30']],
  ] as const)('outside the table: %s', (_, year, ownDays, expected) => {
    expect(written(settings('noord', { ownDays }), year)).toEqual(expected);
  });

  it('has none in a year that is closed altogether', () => {
    const ownDays = [own('vrij', 'gesloten', '2026-08-01', '2027-07-31')];
    expect(written(settings('noord', { ownDays }), '2026-2027')).toEqual([]);
  });
});
