import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import {
  firstOwnWorkingDay,
  isOwnWorkingDay,
  parseWorkingDays,
  previousOwnWorkingDay,
  type Worker,
} from '../../src/calendar/working-day.ts';
import { own, settings } from './settings.ts';

const calendar = schoolCalendar(settings('noord', { ownDays: [own('studiedag', 'rekenen', '2026-11-25')] }));

const worker = (
  workingDays: Worker['employment']['workingDays'],
  changes: Partial<Worker['employment']> = {},
): Worker => ({
  employment: { workingDays, from: null, until: null, ...changes },
  absences: [],
});
const absent = (from: string, until: string | null): Worker => ({
  ...worker(null),
  absences: [{ from: localDate(from), until: until === null ? null : localDate(until) }],
});

describe('an own working day', () => {
  const cases: readonly [what: string, who: Worker, date: string, works: boolean][] = [
    ['a weekday of theirs', worker(['ma', 'di']), '2026-11-24', true],
    ['another weekday', worker(['ma', 'di']), '2026-11-26', false],
    ['a studiedag is work', worker(['wo']), '2026-11-25', true],
    ['a vacation is not', worker(['wo']), '2026-10-14', false],
    ['a holiday is not', worker(['ma']), '2027-03-29', false],
    ['not known means Monday', worker(null), '2026-11-23', true],
    ['not known means Friday', worker(null), '2026-11-27', true],
    ['not known means no Saturday', worker(null), '2026-11-28', false],
    ['no days is not known', worker([]), '2026-11-27', true],
    ['even in ISO week 48', worker(['wo-even']), '2026-11-25', true],
    ['odd in ISO week 48', worker(['wo-oneven']), '2026-11-25', false],
    ['even in ISO week 47', worker(['wo-even']), '2026-11-18', false],
    ['odd in ISO week 47', worker(['wo-oneven']), '2026-11-18', true],
    ['both kinds of week', worker(['wo-even', 'wo-oneven']), '2026-11-18', true],
    ['odd in ISO week 1 of 2027, after week 53', worker(['ma-oneven']), '2027-01-04', true],
    ['odd in ISO week 2 of 2027', worker(['ma-oneven']), '2027-01-11', false],
    ['the day before they begin', worker(null, { from: localDate('2026-11-24') }), '2026-11-23', false],
    ['their first day', worker(null, { from: localDate('2026-11-24') }), '2026-11-24', true],
    ['their last day', worker(null, { until: localDate('2026-11-24') }), '2026-11-24', true],
    ['the day after their last', worker(null, { until: localDate('2026-11-24') }), '2026-11-25', false],
    ['the day before an absence', absent('2026-11-24', '2026-11-26'), '2026-11-23', true],
    ['the first day of an absence', absent('2026-11-24', '2026-11-26'), '2026-11-24', false],
    ['the last day of an absence', absent('2026-11-24', '2026-11-26'), '2026-11-26', false],
    ['the day after an absence', absent('2026-11-24', '2026-11-26'), '2026-11-27', true],
    ['an absence with an open end', absent('2026-11-24', null), '2027-06-01', false],
  ];
  it.each(cases)('%s', (_, who, date, works) => {
    expect(isOwnWorkingDay(calendar, who, localDate(date))).toBe(works);
  });

  it('alternates right through ISO week 53: two odd weeks follow each other', () => {
    // Noord has the whole of week 53 off, so its own calendar row opens that week.
    const open = schoolCalendar(settings('noord', { ownDays: [own('lesdag', '', '2026-12-21', '2026-12-31')] }));
    const tuesdays = ['2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12'].map(localDate);
    expect(tuesdays.map((date) => isOwnWorkingDay(open, worker(['di-oneven']), date))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('the first own working day', () => {
  const who = worker(['di', 'do']);
  it.each([
    ['2026-11-24', '2026-12-31', '2026-11-24'],
    ['2026-11-25', '2026-12-31', '2026-11-26'],
    ['2026-11-26', '2026-11-26', '2026-11-26'],
    ['2026-11-27', '2026-11-30', null],
    ['2026-10-09', '2026-10-31', '2026-10-20'],
    ['2026-11-27', '2026-11-26', null],
  ])('from %s to %s: %s', (from, until, first) => {
    expect(firstOwnWorkingDay(calendar, who, localDate(from), localDate(until))).toBe(first);
  });
});

describe('working days as text', () => {
  it.each([
    ['ma,di,wo-even', ['ma', 'di', 'wo-even']],
    [' Ma , DI;  vrijdag ', ['ma', 'di', 'vr']],
    ['vr, ma', ['ma', 'vr']],
    ['maandag, dinsdag en donderdag', ['ma', 'di', 'do']],
    ['wo oneven', ['wo-oneven']],
    ['Woensdag-Even', ['wo-even']],
    ['di,di', ['di']],
    ['wo,wo-even', ['wo']],
    ['wo-even,wo-oneven', ['wo']],
    ['monday and wed-odd', ['ma', 'wo-oneven']],
    ['', []],
    [' , ', []],
  ])('"%s" is %j', (text, days) => {
    expect(parseWorkingDays(text)).toEqual({ ok: days });
  });

  it.each([
    ['ma,Zaterdag', 'Zaterdag'],
    ['ma,zo', 'zo'],
    ['ma-vr', 'ma-vr'],
    ['ma - vr', '-'],
    ['wo-even-oneven', 'wo-even-oneven'],
    ['wo-even oneven', 'oneven'],
    ['even', 'even'],
    ['maan', 'maan'],
    ['5', '5'],
    ['constructor', 'constructor'],
  ])('in "%s" the word "%s" is wrong', (text, wrong) => {
    expect(parseWorkingDays(text)).toEqual({ wrong });
  });

  it('is read back as it was written', () => {
    const kinds = ['ma', 'di', 'wo', 'do', 'vr'].flatMap((day) => [day, `${day}-even`, `${day}-oneven`]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (days) => {
        const read = parseWorkingDays(days.join(','));
        expect('ok' in read && parseWorkingDays(read.ok.join(','))).toEqual(read);
      }),
    );
  });
});

describe('the last own working day before a day', () => {
  it.each<[string, Worker, string, string, string | null]>([
    ['the day before', worker(null), '2026-11-26', '2026-11-01', '2026-11-25'],
    ['not the day itself', worker(['do']), '2026-11-26', '2026-11-01', '2026-11-19'],
    ['over the weekend', worker(null), '2026-11-23', '2026-11-01', '2026-11-20'],
    ['over the vacation', worker(null), '2026-10-19', '2026-09-01', '2026-10-09'],
    ['over an absence', absent('2026-11-16', '2026-11-25'), '2026-11-26', '2026-11-01', '2026-11-13'],
    ['the first day that counts', worker(null), '2026-11-26', '2026-11-25', '2026-11-25'],
    ['none from there on', worker(['ma']), '2026-11-26', '2026-11-24', null],
  ])('%s', (_, who, date, from, expected) => {
    expect(previousOwnWorkingDay(calendar, who, localDate(date), localDate(from))).toBe(expected);
  });
});
