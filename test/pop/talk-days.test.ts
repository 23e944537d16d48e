/** The days that are proposed for a talk, for any two people: always days on which both work, and none nearer is skipped. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, isoWeekOf, type LocalDate, localDate, weekdayOf } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { WEEKDAYS } from '../../src/calendar/weekdays.ts';
import type { Worker } from '../../src/calendar/working-day.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import { TALKS } from '../../src/pop/pop.ts';
import { opensOn, USUAL_POP_DAYS } from '../../src/pop/pop-days.ts';
import { firstTalkDay, sharedWeekdays, type TalkPlace, talkDays } from '../../src/pop/talk-days.ts';
import { settings } from '../calendar/settings.ts';

const YEAR = '2026-2027' as SchoolYear;
const FIRST = localDate('2026-08-01');
const LAST = localDate('2027-07-31');
const view = { year: YEAR, terms: { consent: localDate('2026-01-01'), days: USUAL_POP_DAYS } };
const calendar = schoolCalendar(settings('midden'));

const anyDay = fc.integer({ min: 0, max: 364 }).map((days) => addDays(FIRST, days));
const workingDays = fc.uniqueArray(
  fc.constantFrom(...WEEKDAYS.flatMap((day): WorkingDay[] => [day, `${day}-even`, `${day}-oneven`])),
  { maxLength: 4 },
);
const worker: fc.Arbitrary<Worker> = fc.record({
  employment: fc.record({
    workingDays,
    from: fc.option(anyDay, { freq: 4 }),
    until: fc.option(anyDay, { freq: 4 }),
  }),
  absences: fc.array(fc.record({ from: anyDay, until: fc.option(anyDay, { freq: 4 }) }), { maxLength: 2 }),
});
const place: fc.Arbitrary<TalkPlace> = fc.record({ calendar: fc.constant(calendar), self: worker, other: worker });

/** Worked out apart from the rule. */
function works({ employment, absences }: Worker, day: LocalDate): boolean {
  const { workingDays: days, from, until } = employment;
  const name = WEEKDAYS[weekdayOf(day) - 1];
  if (name === undefined || calendar.kindOf(day) === 'vrij') return false;
  if ((from && day < from) || (until && day > until)) return false;
  if (absences.some((away) => away.from <= day && (away.until === null || day <= away.until))) return false;
  if (days === null || days.length === 0 || days.includes(name)) return true;
  return days.includes(isoWeekOf(day) % 2 === 0 ? `${name}-even` : `${name}-oneven`);
}

function daysFrom(first: LocalDate): readonly LocalDate[] {
  return Array.from({ length: 366 }, (_, ahead) => addDays(first, ahead)).filter((day) => day <= LAST);
}

it('proposes the first three days on which both work, but not the one on which it stands', () => {
  fc.assert(
    fc.property(place, anyDay, fc.option(anyDay), (both, first, except) => {
      const fit = daysFrom(first).filter((day) => day !== except && works(both.self, day) && works(both.other, day));
      expect(talkDays(both, view, first, except)).toEqual(fit.slice(0, 3));
    }),
  );
});

it('proposes nothing before the talk opens, nor before the other can have heard of it', () => {
  fc.assert(
    fc.property(place, anyDay, fc.constantFrom(...TALKS), (both, today, talk) => {
      const first = firstTalkDay(both, view, talk, today);
      expect(first >= opensOn(USUAL_POP_DAYS, talk, YEAR)).toBe(true);
      expect(first > today).toBe(true);
      const hears = daysFrom(addDays(today, 1)).find((day) => works(both.other, day));
      const isSoon = hears !== undefined && hears <= addDays(today, 28);
      if (isSoon) expect(first > hears).toBe(true);
    }),
  );
});

it.each([
  [['ma', 'di'], ['di', 'wo', 'do'], ['di']],
  [['ma', 'wo-even'], ['wo'], ['wo']],
  [['wo-even'], ['wo-oneven'], []],
  [[], ['vr', 'ma'], ['ma', 'vr']],
] as const)('%j and %j both work on %j', (one, two, shared) => {
  const at = (workingDays: readonly WorkingDay[]): Worker => ({
    employment: { workingDays, from: null, until: null },
    absences: [],
  });
  const both = { calendar, self: at(one), other: at(two) };
  expect(sharedWeekdays(both, view, localDate('2026-11-02'))).toEqual(shared);
});
