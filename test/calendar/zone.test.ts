import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, localDate } from '../../src/calendar/local-date.ts';
import {
  instantAt,
  isoInZone,
  localDateOf,
  localTime,
  localTimeOf,
  parseInstant,
  parseLocalTime,
} from '../../src/calendar/zone.ts';

describe('Dutch time', () => {
  it.each([
    ['winter', '2026-11-24', '08:00', '2026-11-24T07:00:00.000Z', '2026-11-24T08:00:00+01:00'],
    ['summer', '2026-09-01', '08:00', '2026-09-01T06:00:00.000Z', '2026-09-01T08:00:00+02:00'],
    ['midnight in summer', '2026-08-01', '00:00', '2026-07-31T22:00:00.000Z', '2026-08-01T00:00:00+02:00'],
    ['midnight in winter', '2027-01-01', '00:00', '2026-12-31T23:00:00.000Z', '2027-01-01T00:00:00+01:00'],
    [
      'day before the end of summer time',
      '2026-10-24',
      '08:00',
      '2026-10-24T06:00:00.000Z',
      '2026-10-24T08:00:00+02:00',
    ],
    ['before the overlap', '2026-10-25', '01:59', '2026-10-24T23:59:00.000Z', '2026-10-25T01:59:00+02:00'],
    ['overlap: the first of two', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00+02:00'],
    ['after the overlap', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z', '2026-10-25T03:00:00+01:00'],
    ['morning after the overlap', '2026-10-26', '08:00', '2026-10-26T07:00:00.000Z', '2026-10-26T08:00:00+01:00'],
    ['before the gap', '2027-03-28', '01:59', '2027-03-28T00:59:00.000Z', '2027-03-28T01:59:00+01:00'],
    ['gap: an hour later', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z', '2027-03-28T03:30:00+02:00'],
    ['after the gap', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z', '2027-03-28T03:00:00+02:00'],
    [
      'where Los Angeles has its overlap',
      '2026-11-01',
      '01:30',
      '2026-11-01T00:30:00.000Z',
      '2026-11-01T01:30:00+01:00',
    ],
    ['where Los Angeles has its gap', '2027-03-14', '02:30', '2027-03-14T01:30:00.000Z', '2027-03-14T02:30:00+01:00'],
    ['morning after the gap', '2027-03-29', '08:00', '2027-03-29T06:00:00.000Z', '2027-03-29T08:00:00+02:00'],
  ])('%s: %s %s', (_, date, time, utc, inZone) => {
    const instant = instantAt(localDate(date), localTime(time));
    expect(instant.toISOString()).toBe(utc);
    expect(isoInZone(instant)).toBe(inZone);
  });

  it.each([
    ['2026-10-24T21:59:59.000Z', '2026-10-24T23:59:59+02:00'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25T00:00:00+02:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00+01:00'],
    ['2026-10-25T22:59:00.000Z', '2026-10-25T23:59:00+01:00'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26T00:00:00+01:00'],
    ['2027-03-27T23:00:00.000Z', '2027-03-28T00:00:00+01:00'],
    ['2027-03-28T00:59:59.000Z', '2027-03-28T01:59:59+01:00'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28T03:00:00+02:00'],
    ['2027-03-28T21:59:59.000Z', '2027-03-28T23:59:59+02:00'],
    ['2027-03-28T22:00:00.000Z', '2027-03-29T00:00:00+02:00'],
    // Clock changes elsewhere that must not matter: Los Angeles on 1 November and 14 March.
    ['2026-11-01T09:30:00.000Z', '2026-11-01T10:30:00+01:00'],
    ['2027-03-14T10:30:00.000Z', '2027-03-14T11:30:00+01:00'],
  ])('at %s it is %s', (utc, inZone) => {
    const instant = new Date(utc);
    expect(isoInZone(instant)).toBe(inZone);
    expect(`${localDateOf(instant)}T${localTimeOf(instant)}`).toBe(inZone.slice(0, 16));
  });

  it('gives the day and the time back on every day, outside the hours that the clock changes', () => {
    const days = fc.integer({ min: 19_000, max: 24_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(days, fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }), (date, hour, minute) => {
        const time = localTime(`${hour}:${String(minute).padStart(2, '0')}`);
        const instant = instantAt(date, time);
        expect([localDateOf(instant), localTimeOf(instant)]).toEqual([date, time]);
        expect(parseInstant(isoInZone(instant))).toEqual(instant);
      }),
    );
  });

  it.each([
    ['8:00', '08:00'],
    ['15.30', '15:30'],
    [' 23:59 ', '23:59'],
    ['24:00', null],
    ['12:60', null],
    ['12', null],
    ['', null],
  ])('reads the time "%s" as %s', (text, time) => {
    expect(parseLocalTime(text)).toBe(time);
  });

  it.each([
    ['2026-11-24T08:00:00+01:00', '2026-11-24T07:00:00.000Z'],
    ['2026-11-24T08:00', '2026-11-24T07:00:00.000Z'],
    ['2026-11-24T07:00:00Z', '2026-11-24T07:00:00.000Z'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['2026-02-30T08:00', null],
    ['2026-11-24T25:00', null],
    ['24-11-2026', null],
    ['tomorrow', null],
  ])('reads the instant "%s" as %s', (text, utc) => {
    expect(parseInstant(text)?.toISOString() ?? null).toBe(utc);
  });
});
