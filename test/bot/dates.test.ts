import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, readPastDay, readRange } from '../../src/bot/dates.ts';
import { addDays, fromDayNumber, localDate, weekdayOf } from '../../src/calendar/local-date.ts';

/** A Wednesday, in ISO week 47. */
const TODAY = localDate('2026-11-18');

describe('a day', () => {
  it.each([
    // Numbers.
    ['24-11', '2026-11-24'],
    ['24/11', '2026-11-24'],
    ['18-11', '2026-11-18'],
    ['17-11', '2026-11-17'],
    // Over at most 60 days ago is that one; further back is next year's.
    ['19-9', '2026-09-19'],
    ['18-9', '2027-09-18'],
    ['1-2', '2027-02-01'],
    ['01-02', '2027-02-01'],
    ['14-11-2026', '2026-11-14'],
    ['14/11/2026', '2026-11-14'],
    ['14-11-26', '2026-11-14'],
    ['2026-11-14', '2026-11-14'],
    ['di 24-11', '2026-11-24'],
    // Month names.
    ['24 november', '2026-11-24'],
    ['24 Nov.', '2026-11-24'],
    ['14 nov 2026', '2026-11-14'],
    ['14 november', '2026-11-14'],
    ['3 mrt', '2027-03-03'],
    ['3 maart', '2027-03-03'],
    ['3 mei', '2027-05-03'],
    ['12 okt', '2026-10-12'],
    ['24e november', '2026-11-24'],
    ['november 24', '2026-11-24'],
    ['November 14, 2027', '2027-11-14'],
    ['24th november', '2026-11-24'],
    ['1 may', '2027-05-01'],
    ['3 march 2027', '2027-03-03'],
    ['dinsdag 24 november', '2026-11-24'],
    ['Dinsdag, 24 november 2026', '2026-11-24'],
    ['tuesday 24 november', '2026-11-24'],
    // 29 February is the next one there is.
    ['29-2', '2028-02-29'],
    ['29 februari 2028', '2028-02-29'],
    // Weekdays: strictly after today.
    ['vrijdag', '2026-11-20'],
    ['vr', '2026-11-20'],
    ['woensdag', '2026-11-25'],
    ['dinsdag', '2026-11-24'],
    ['zondag', '2026-11-22'],
    ['friday', '2026-11-20'],
    ['aanstaande vrijdag', '2026-11-20'],
    ['komende vrijdag', '2026-11-20'],
    ['a.s. vrijdag', '2026-11-20'],
    ['vrijdag a.s.', '2026-11-20'],
    ['coming friday', '2026-11-20'],
    // Words.
    ['vandaag', '2026-11-18'],
    ['morgen', '2026-11-19'],
    ['Morgen.', '2026-11-19'],
    ['overmorgen', '2026-11-20'],
    ['gisteren', '2026-11-17'],
    ['today', '2026-11-18'],
    ['tomorrow', '2026-11-19'],
    ['the day after tomorrow', '2026-11-20'],
    ['over 3 dagen', '2026-11-21'],
    ['over een dag', '2026-11-19'],
    ['over 2 weken', '2026-12-02'],
    ['over een week', '2026-11-25'],
    ['over één week', '2026-11-25'],
    ['over e\u0301e\u0301n week', '2026-11-25'],
    ['over drie weken', '2026-12-09'],
    ['over een maand', '2026-12-18'],
    ['in 2 weeks', '2026-12-02'],
    ['in a week', '2026-11-25'],
    ['volgende week dinsdag', '2026-11-24'],
    ['volgende week op dinsdag', '2026-11-24'],
    ['volgende week vrijdag', '2026-11-27'],
    ['vrijdag volgende week', '2026-11-27'],
    ['next week tuesday', '2026-11-24'],
    ['tuesday next week', '2026-11-24'],
    ['deze week vrijdag', '2026-11-20'],
    ['deze week maandag', '2026-11-16'],
    // With a word before it.
    ['op vrijdag', '2026-11-20'],
    ['voor vrijdag', '2026-11-20'],
    ['uiterlijk op 1 december', '2026-12-01'],
    ['by friday', '2026-11-20'],
    ['  24   november  ', '2026-11-24'],
  ])('"%s" is %s', (text, date) => {
    expect(readDay(text, TODAY)).toBe(date);
  });

  it.each([
    '',
    ' ',
    '31-2',
    '31-2-2026',
    '29-2-2027',
    '2026-02-30',
    '0-1',
    '1-0',
    '1-13',
    '32 januari',
    '31 november',
    // The weekday does not agree.
    'dinsdag 25 november',
    'maandag 14-11-2026',
    // Not said which day.
    'volgende week',
    'volgende vrijdag',
    'november',
    '24',
    'maandag dinsdag',
    // Ordinary words that look like it.
    'zo',
    'doe',
    'mei',
    'over',
    'over week',
    // Times and numbers.
    '10.11',
    '15:30',
    '14-11/2026',
    '14-11-1926',
    '14-11-20261',
    '14--11',
    '-14-11',
    '1234-11',
    'vrijdagmiddag',
    'vandaag morgen',
    'constructor',
    `vrijdag${' '.repeat(80)}`,
  ])('"%s" is none', (text) => {
    expect(readDay(text, TODAY)).toBeNull();
  });

  it.each([
    ['2026-11-20', 'vrijdag', '2026-11-27'],
    ['2026-11-20', 'aanstaande vrijdag', '2026-11-27'],
    ['2026-11-20', 'maandag', '2026-11-23'],
    ['2026-11-20', 'volgende week vrijdag', '2026-11-27'],
    ['2026-11-22', 'volgende week maandag', '2026-11-23'],
    ['2026-11-22', 'maandag', '2026-11-23'],
    ['2026-11-23', 'volgende week maandag', '2026-11-30'],
    ['2026-12-31', '1 januari', '2027-01-01'],
    ['2027-01-19', '12 januari', '2027-01-12'],
    ['2027-01-19', '20 november', '2026-11-20'],
    ['2027-01-19', '19 november', '2027-11-19'],
    ['2026-12-01', '14 november', '2026-11-14'],
    ['2028-04-20', '29-2', '2028-02-29'],
    ['2026-12-31', '31 december', '2026-12-31'],
    ['2026-12-31', 'morgen', '2027-01-01'],
    ['2027-01-31', 'over een maand', '2027-02-28'],
    ['2026-12-31', 'over 2 maanden', '2027-02-28'],
    ['2026-11-30', 'over 1 maand', '2026-12-30'],
    // Right through both clock changes.
    ['2026-10-24', 'morgen', '2026-10-25'],
    ['2026-10-25', 'morgen', '2026-10-26'],
    ['2027-03-27', 'over 2 dagen', '2027-03-29'],
  ])('said on %s, "%s" is %s', (today, text, date) => {
    expect(readDay(text, localDate(today))).toBe(date);
  });
});

describe('a day that is over', () => {
  const FIRST = localDate('2026-08-01');
  it.each([
    ['2027-05-21', '8-2', '2027-02-08'],
    ['2027-02-16', '1 december', '2026-12-01'],
    ['2027-05-21', 'maandag 8 februari', '2027-02-08'],
    ['2026-12-02', '27-11', '2026-11-27'],
    ['2026-12-02', '2-12', '2026-12-02'],
    ['2026-12-02', 'maandag', '2026-11-30'],
    ['2026-12-02', 'woensdag', '2026-12-02'],
    ['2026-12-02', 'gisteren', '2026-12-01'],
    ['2026-12-02', '27-11-2026', '2026-11-27'],
    // As far back as the first day.
    ['2027-07-31', '1-8', '2026-08-01'],
    // Not over yet, or before it.
    ['2026-11-24', '27-11', '2026-11-27'],
    ['2026-11-24', 'vrijdag 27 november', '2026-11-27'],
    ['2026-11-24', 'morgen', '2026-11-25'],
    ['2026-09-01', '10-7', '2026-07-10'],
    ['2026-11-24', '24-7-2026', '2026-07-24'],
  ])('said on %s, "%s" is %s', (today, text, date) => {
    expect(readPastDay(text, localDate(today), FIRST)).toBe(date);
  });

  it.each(['dinsdag 8 februari', '31-2', 'toen', ''])('"%s" is none', (text) => {
    expect(readPastDay(text, localDate('2027-05-21'), FIRST)).toBeNull();
  });
});

describe('a range', () => {
  it.each([
    ['12 t/m 16 januari', '2027-01-12', '2027-01-16'],
    ['12 januari t/m 16 januari', '2027-01-12', '2027-01-16'],
    ['12-1 t/m 16-1', '2027-01-12', '2027-01-16'],
    ['12 t/m 16-1', '2027-01-12', '2027-01-16'],
    ['12 tot en met 16 januari', '2027-01-12', '2027-01-16'],
    ['van 12 tot en met 16 januari', '2027-01-12', '2027-01-16'],
    ['vanaf 12 januari t/m 16 januari', '2027-01-12', '2027-01-16'],
    ['12 T/M 16 Januari', '2027-01-12', '2027-01-16'],
    ['12t/m16 januari', '2027-01-12', '2027-01-16'],
    ['12 tm 16 jan', '2027-01-12', '2027-01-16'],
    ['12 - 16 januari', '2027-01-12', '2027-01-16'],
    ['12-16 januari', '2027-01-12', '2027-01-16'],
    ['12 to 16 january', '2027-01-12', '2027-01-16'],
    ['january 12 to 16', '2027-01-12', '2027-01-16'],
    ['from january 12 until january 16', '2027-01-12', '2027-01-16'],
    ['dinsdag 12 t/m zaterdag 16 januari', '2027-01-12', '2027-01-16'],
    ['12 t/m 16 januari 2028', '2028-01-12', '2028-01-16'],
    ['12 januari t/m 16 januari 2028', '2028-01-12', '2028-01-16'],
    ['12-1-2028 t/m 16-1', '2028-01-12', '2028-01-16'],
    ['2027-01-12 t/m 2027-01-16', '2027-01-12', '2027-01-16'],
    ['20 december t/m 3 januari', '2026-12-20', '2027-01-03'],
    ['1 september t/m 15 juli', '2027-09-01', '2028-07-15'],
    // It began already.
    ['16 t/m 20 november', '2026-11-16', '2026-11-20'],
    ['16 november t/m 20 november', '2026-11-16', '2026-11-20'],
    ['12 november t/m morgen', '2026-11-12', '2026-11-19'],
    ['12 november t/m vrijdag', '2026-11-12', '2026-11-20'],
    // It was over at most 60 days ago; further back is next year's.
    ['9 t/m 13 november', '2026-11-09', '2026-11-13'],
    ['15 t/m 19 september', '2026-09-15', '2026-09-19'],
    ['14 t/m 18 september', '2027-09-14', '2027-09-18'],
    ['14 november', '2026-11-14', '2026-11-14'],
    ['vanaf 12 november', '2026-11-12', null],
    ['18 t/m 18 november', '2026-11-18', '2026-11-18'],
    // Weekdays.
    ['maandag t/m woensdag', '2026-11-23', '2026-11-25'],
    ['ma-wo', '2026-11-23', '2026-11-25'],
    ['vrijdag t/m maandag', '2026-11-20', '2026-11-23'],
    ['woensdag t/m woensdag', '2026-11-25', '2026-11-25'],
    ['volgende week dinsdag t/m donderdag', '2026-11-24', '2026-11-26'],
    ['donderdag t/m vrijdag volgende week', '2026-11-26', '2026-11-27'],
    ['vandaag t/m vrijdag', '2026-11-18', '2026-11-20'],
    ['vandaag t/m woensdag', '2026-11-18', '2026-11-18'],
    ['morgen t/m over 2 weken', '2026-11-19', '2026-12-02'],
    ['vrijdag t/m 3 januari', '2026-11-20', '2027-01-03'],
    ['24 november t/m vrijdag', '2026-11-24', '2026-11-27'],
    // One side only.
    ['morgen', '2026-11-19', '2026-11-19'],
    ['24 november', '2026-11-24', '2026-11-24'],
    ['t/m vrijdag', '2026-11-18', '2026-11-20'],
    ['tot en met 24 november', '2026-11-18', '2026-11-24'],
    ['volgende week', '2026-11-23', '2026-11-27'],
    ['next week', '2026-11-23', '2026-11-27'],
    ['vanaf morgen', '2026-11-19', null],
    ['vanaf vandaag', '2026-11-18', null],
    ['vanaf 1 december', '2026-12-01', null],
    ['from tomorrow', '2026-11-19', null],
  ])('"%s" is %s to %s', (text, from, until) => {
    expect(readRange(text, TODAY)).toEqual({ from, until });
  });

  it.each([
    '16 t/m 12 januari',
    '16 januari t/m 12 januari',
    '16-1-2027 t/m 12-1-2027',
    '28 t/m 3 januari',
    'morgen t/m vandaag',
    '20 december t/m over 2 weken',
    't/m gisteren',
    't/m 16 november',
    '2027-01-16 t/m 2027-01-12',
  ])('"%s" ends before it starts', (text) => {
    expect(readRange(text, TODAY)).toEqual({ wrong: 'end before start' });
  });

  it.each([
    '',
    't/m',
    'vanaf',
    '12 t/m',
    '12 t/m 16',
    '12 januari t/m 16',
    // Does "tot" include the last day?
    '12 tot 16 januari',
    '1 t/m 2 t/m 3 januari',
    '31-2 t/m 3-3',
    '1-2 t/m 31-2',
    'maandag 12 t/m 16 januari',
    'vanaf 31-2',
    'ziek t/m vrijdag',
    'vrijdag t/m beter',
    `12 t/m 16 januari${' '.repeat(200)}`,
  ])('"%s" is none', (text) => {
    expect(readRange(text, TODAY)).toBeNull();
  });
});

describe('whatever is typed', () => {
  const anyToday = fc.integer({ min: 20_000, max: 23_000 }).map(fromDayNumber);
  const anyText = fc.array(
    fc.oneof(
      fc.constantFrom(
        't/m',
        'vanaf',
        'vrijdag',
        'volgende',
        'week',
        'over',
        '2',
        'weken',
        '12',
        'januari',
        '31-2',
        '-',
        'op',
      ),
      fc.string({ maxLength: 12, unit: 'binary' }),
    ),
    { maxLength: 8 },
  );

  it('is a real day, a range in order, or nothing', () => {
    fc.assert(
      fc.property(anyText, anyToday, (words, today) => {
        const text = words.join(' ');
        const day = readDay(text, today);
        if (day !== null) expect(localDate(day)).toBe(day);
        const range = readRange(text, today);
        if (range && 'from' in range && range.until !== null) expect(range.until >= range.from).toBe(true);
      }),
    );
  });

  it('is not looked at when it is too long', () => {
    const long = ['1-'.repeat(50_000), ' '.repeat(100_000), 'vrijdag '.repeat(20_000), `${','.repeat(100_000)}x`];
    for (const text of long) {
      expect(readDay(text, TODAY)).toBeNull();
      expect(readRange(text, TODAY)).toBeNull();
    }
  });

  it('without a year is at most 60 days ago, and within a year of that but for 29 February', () => {
    fc.assert(
      fc.property(anyToday, fc.integer({ min: -60, max: 304 }), (today, ahead) => {
        const day = addDays(today, ahead);
        fc.pre(!day.endsWith('-02-29'));
        const [, month, dayOfMonth] = day.split('-');
        expect(readDay(`${dayOfMonth}-${month}`, today)).toBe(day);
        expect(readDay(`${dayOfMonth}/${month}`, today)).toBe(day);
        expect(readDay(day, today)).toBe(day);
        expect(readRange(`${dayOfMonth}-${month}`, today)).toEqual({ from: day, until: day });
        expect(readRange(`${dayOfMonth}-${month} t/m ${dayOfMonth}-${month}`, today)).toEqual({
          from: day,
          until: day,
        });
      }),
    );
  });

  it('a weekday is within the next seven days, today excluded', () => {
    const words = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
    fc.assert(
      fc.property(anyToday, fc.integer({ min: 1, max: 7 }), (today, ahead) => {
        const day = addDays(today, ahead);
        expect(readDay(words[weekdayOf(day) - 1]!, today)).toBe(day);
      }),
    );
  });
});
