import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { own, schoolYear, settings } from './settings.ts';

const YEAR = schoolYear('2026-2027');

describe('school weeks of 2026-2027', () => {
  it.each([
    // Number and Monday: the first, around each vacation, and the last.
    ['noord', 1, '2026-08-17'],
    ['noord', 8, '2026-10-05'],
    ['noord', 9, '2026-10-19'],
    ['noord', 17, '2026-12-14'],
    ['noord', 18, '2027-01-04'],
    ['noord', 24, '2027-02-15'],
    ['noord', 25, '2027-03-01'],
    ['noord', 32, '2027-04-19'],
    ['noord', 33, '2027-05-03'],
    ['noord', 42, '2027-07-05'],
    ['midden', 1, '2026-08-31'],
    ['midden', 7, '2026-10-12'],
    ['midden', 8, '2026-10-26'],
    ['midden', 15, '2026-12-14'],
    ['midden', 16, '2027-01-04'],
    ['midden', 22, '2027-02-15'],
    ['midden', 23, '2027-03-01'],
    ['midden', 30, '2027-04-19'],
    ['midden', 31, '2027-05-03'],
    ['midden', 41, '2027-07-12'],
    ['zuid', 1, '2026-08-24'],
    ['zuid', 8, '2026-10-12'],
    ['zuid', 9, '2026-10-26'],
    ['zuid', 16, '2026-12-14'],
    ['zuid', 17, '2027-01-04'],
    ['zuid', 22, '2027-02-08'],
    ['zuid', 23, '2027-02-22'],
    ['zuid', 31, '2027-04-19'],
    ['zuid', 32, '2027-05-03'],
    ['zuid', 43, '2027-07-19'],
  ] as const)('%s: week %i starts on %s', (region, number, monday) => {
    const calendar = schoolCalendar(settings(region));
    const week = { number, monday, sunday: addDays(localDate(monday), 6) };
    expect(calendar.schoolWeeks(YEAR)[number - 1]).toEqual(week);
    for (let day = localDate(monday); day <= week.sunday; day = addDays(day, 1)) {
      expect(calendar.schoolWeekOf(day)).toEqual(week);
    }
  });

  it.each([
    ['noord', 42],
    ['midden', 41],
    ['zuid', 43],
  ] as const)('%s has %i', (region, count) => {
    expect(schoolCalendar(settings(region)).schoolWeeks(YEAR)).toHaveLength(count);
  });

  it.each(['2026-08-14', '2026-08-16', '2026-10-12', '2026-10-18', '2026-12-21', '2027-07-12', '2027-08-02'])(
    'noord has none on %s',
    (date) => {
      expect(schoolCalendar(settings('noord')).schoolWeekOf(localDate(date))).toBeNull();
    },
  );
});

describe('a school week', () => {
  it('exists from one studiedag on: the team starts in the last week of the zomer', () => {
    const calendar = schoolCalendar(settings('noord', { ownDays: [own('studiedag', 'startdag', '2026-08-14')] }));
    expect(calendar.schoolWeekOf(localDate('2026-08-10'))).toEqual({
      number: 1,
      monday: '2026-08-10',
      sunday: '2026-08-16',
    });
    expect(calendar.schoolWeekOf(localDate('2026-08-17'))?.number).toBe(2);
  });

  it('is lost when the school closes all its days', () => {
    const calendar = schoolCalendar(
      settings('noord', { ownDays: [own('vrij', 'carnaval', '2027-02-08', '2027-02-12')] }),
    );
    expect(calendar.schoolWeekOf(localDate('2027-02-10'))).toBeNull();
    expect(calendar.schoolWeekOf(localDate('2027-02-15'))?.number).toBe(23);
  });

  it('counts for each school year that has an open day in it, where 1 August falls within the week', () => {
    // After the table there is no zomer: Monday 28 July to Sunday 3 August 2031.
    const calendar = schoolCalendar(settings('midden'));
    const [before, after] = [
      calendar.schoolWeekOf(localDate('2031-07-31')),
      calendar.schoolWeekOf(localDate('2031-08-01')),
    ];
    expect(before).toEqual(calendar.schoolWeeks(schoolYear('2030-2031')).at(-1));
    expect(after).toEqual({ number: 1, monday: '2031-07-28', sunday: '2031-08-03' });
    expect(before).toMatchObject({ monday: '2031-07-28' });
  });
});
