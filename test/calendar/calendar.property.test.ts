import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  eachDay,
  fromDayNumber,
  isWithin,
  type LocalDate,
  localDate,
  mondayOf,
  weekdayOf,
} from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { CalendarSettings, OwnDays } from '../../src/calendar/school-days.ts';
import { schoolYearOf, schoolYearRange } from '../../src/calendar/school-year.ts';
import { firstOwnWorkingDay, isOwnWorkingDay } from '../../src/calendar/working-day.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { meetingInWeek, meetingsOf } from '../../src/meetings/meetings.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import { REGIONS, schoolYear } from './settings.ts';

/** Within and across four school years. */
const anyDay = fc
  .integer({ min: dayNumber(localDate('2025-07-01')), max: dayNumber(localDate('2028-08-31')) })
  .map(fromDayNumber);
const anyRange = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 45 }))
  .map(([from, length]) => ({ from, until: addDays(from, length) }));
const anyRow: fc.Arbitrary<OwnDays> = fc
  .record({
    range: anyRange,
    kind: fc.constantFrom('vakantie' as const, 'studiedag' as const, 'vrij' as const, 'lesdag' as const),
    name: fc.constantFrom('', 'herfst', 'Kerstvakantie', 'voorjaar', 'mei', 'zomer', 'carnaval'),
  })
  .map(({ range, kind, name }) => ({ ...range, kind, name }));
const anySettings: fc.Arbitrary<CalendarSettings> = fc.record({
  region: fc.constantFrom(...REGIONS),
  goodFridayFree: fc.constantFrom(null, true, false),
  liberationDayFree: fc.constantFrom(null, true, false),
  blokStarts: fc.option(fc.array(anyDay, { minLength: 5, maxLength: 5 })),
  ownDays: fc.array(anyRow, { maxLength: 6 }),
});
const anyYear = fc
  .constantFrom('2024-2025', '2025-2026', '2026-2027', '2027-2028', '2030-2031', '2035-2036')
  .map(schoolYear);
const daysOf = (year: ReturnType<typeof schoolYear>) => {
  const range = schoolYearRange(year);
  return [...eachDay(range.from, range.until)];
};

describe('any school calendar', () => {
  it('never opens a weekend', () => {
    fc.assert(
      fc.property(anySettings, anyYear, (settings, year) => {
        const calendar = schoolCalendar(settings);
        expect(daysOf(year).filter((day) => weekdayOf(day) > 5 && calendar.isOpen(day))).toEqual([]);
      }),
    );
  });

  it('has the own row on a weekday, whatever else falls on it', () => {
    fc.assert(
      fc.property(anySettings, anyRow, (settings, row) => {
        const calendar = schoolCalendar({ ...settings, ownDays: [row] });
        const kind = row.kind === 'vakantie' ? 'vrij' : row.kind;
        for (const day of eachDay(row.from, row.until)) {
          expect([day, calendar.kindOf(day)]).toEqual([day, weekdayOf(day) > 5 ? 'vrij' : kind]);
        }
      }),
    );
  });

  it('names every closed weekday', () => {
    fc.assert(
      fc.property(anySettings, anyYear, (settings, year) => {
        const calendar = schoolCalendar(settings);
        const closed = daysOf(year).filter((day) => weekdayOf(day) <= 5 && !calendar.isOpen(day));
        expect(closed.filter((day) => !calendar.nameOf(day))).toEqual([]);
      }),
    );
  });

  it('numbers its school weeks from 1 without a gap, and has each open day in exactly one of them', () => {
    fc.assert(
      fc.property(anySettings, anyYear, (settings, year) => {
        const calendar = schoolCalendar(settings);
        const weeks = calendar.schoolWeeks(year);
        expect(weeks.map((week) => week.number)).toEqual(weeks.map((_, index) => index + 1));
        expect(weeks.map((week) => week.monday)).toEqual([...new Set(weeks.map((week) => week.monday))].sort());
        const seen = new Set<LocalDate>();
        for (const day of daysOf(year)) {
          const week = calendar.schoolWeekOf(day);
          if (calendar.isOpen(day)) {
            expect(week?.monday).toBe(mondayOf(day));
            seen.add(mondayOf(day));
          }
          if (week) expect(weeks[week.number - 1]).toBe(week);
        }
        expect(weeks.map((week) => week.monday)).toEqual([...seen]);
      }),
    );
  });

  it('has at most five blokken: in order, apart, within the year, from an open day to an open day', () => {
    fc.assert(
      fc.property(anySettings, anyYear, (settings, year) => {
        const calendar = schoolCalendar(settings);
        const blokken = calendar.blokken(year);
        const range = schoolYearRange(year);
        expect(blokken.length).toBeLessThanOrEqual(5);
        expect(blokken.map((blok) => blok.number)).toEqual(blokken.map((_, index) => index + 1));
        let before = addDays(range.from, -1);
        for (const { from, until } of blokken) {
          expect(from > before && from <= until && until <= range.until).toBe(true);
          expect([calendar.isOpen(from), calendar.isOpen(until)]).toEqual([true, true]);
          before = until;
        }
      }),
    );
  });

  it('finds the next open day: open, and everything before it closed', () => {
    fc.assert(
      fc.property(anySettings, anyDay, (settings, day) => {
        const calendar = schoolCalendar(settings);
        const open = calendar.nextOpen(day)!;
        expect([...eachDay(day, open)].filter((each) => calendar.isOpen(each))).toEqual([open]);
      }),
    );
  });
});

describe('anybody at any school', () => {
  const anyWorker = fc.record({
    employment: fc.record({
      workingDays: fc.option(
        fc.uniqueArray(fc.constantFrom<WorkingDay>('ma', 'di-even', 'wo', 'do-oneven', 'vr', 'vr-even')),
      ),
      from: fc.option(anyDay),
      until: fc.option(anyDay),
    }),
    absences: fc.array(
      anyRange.chain((range) =>
        fc.constantFrom<{ from: LocalDate; until: LocalDate | null }>(range, { ...range, until: null }),
      ),
      { maxLength: 2 },
    ),
  });

  it('works on open weekdays only, while employed and not absent', () => {
    fc.assert(
      fc.property(anySettings, anyWorker, anyDay, (settings, worker, start) => {
        const calendar = schoolCalendar(settings);
        for (const day of eachDay(start, addDays(start, 30))) {
          if (!isOwnWorkingDay(calendar, worker, day)) continue;
          expect(calendar.isOpen(day) && weekdayOf(day) <= 5).toBe(true);
          expect(isWithin(day, worker.employment)).toBe(true);
          expect(worker.absences.some((absence) => isWithin(day, absence))).toBe(false);
        }
      }),
    );
  });

  it('has a first own working day with none before', () => {
    fc.assert(
      fc.property(anySettings, anyWorker, anyDay, (settings, worker, from) => {
        const calendar = schoolCalendar(settings);
        const until = addDays(from, 40);
        const days = [...eachDay(from, until)].filter((day) => isOwnWorkingDay(calendar, worker, day));
        expect(firstOwnWorkingDay(calendar, worker, from, until)).toBe(days[0] ?? null);
      }),
    );
  });
});

describe('the meetings of any leerteam', () => {
  const anyTeam = fc.record({
    day: fc.constantFrom('ma' as const, 'wo' as const, 'vr' as const),
    time: fc.constant(localTime('15:00')),
    duration: fc.constant(60),
    rhythm: fc.constantFrom('wekelijks' as const, 'tweewekelijks' as const),
    firstDate: fc.option(anyDay),
    from: fc.option(anyDay),
    until: fc.option(anyDay),
  });

  it('lie in its days and its school weeks, and are found by week too', () => {
    fc.assert(
      fc.property(anySettings, anyTeam, anyYear, (settings, team, year) => {
        const calendar = schoolCalendar(settings);
        const meetings = meetingsOf(team, calendar, year);
        for (const { date, closed } of meetings) {
          expect(schoolYearOf(date)).toBe(year);
          expect(isWithin(date, team)).toBe(true);
          expect(calendar.schoolWeekOf(date)).not.toBeNull();
          expect(closed === null).toBe(calendar.isOpen(date));
        }
        const inWeeks = new Map(
          daysOf(year).flatMap((day) => {
            const meeting = meetingInWeek(team, calendar, day);
            return meeting && schoolYearOf(meeting.date) === year ? [[meeting.date, meeting] as const] : [];
          }),
        );
        expect([...inWeeks.values()]).toEqual(meetings);
      }),
    );
  });

  it('of a two-weekly team are never in two school weeks in a row', () => {
    fc.assert(
      fc.property(anySettings, anyTeam, anyYear, (settings, team, year) => {
        const calendar = schoolCalendar(settings);
        const meetings = meetingsOf({ ...team, rhythm: 'tweewekelijks' }, calendar, year);
        const numbers = meetings.map((meeting) => calendar.schoolWeekOf(meeting.date)!.number);
        expect(numbers.slice(1).map((number, index) => number - numbers[index]!)).toEqual(
          numbers.slice(1).map(() => 2),
        );
      }),
    );
  });
});
