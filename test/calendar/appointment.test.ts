/** The calendar file of a talk or a meeting, read by a strict parser that is not the library that wrote it. */

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type Appointment, appointmentFile } from '../../src/calendar/appointment.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { readCalendar } from '../support/calendar-app.ts';

const MADE = new Date('2026-11-24T08:30:15Z');

const TALK: Appointment = {
  uid: 'pop-12@leerteambot',
  sequence: 3,
  day: localDate('2026-11-26'),
  time: localTime('15:00'),
  minutes: 45,
  title: 'POP-gesprek met Marieke',
  note: '',
  isCancelled: false,
};

const read = (change: Partial<Appointment> = {}) => {
  const [entry] = readCalendar(appointmentFile('pop-gesprek', [{ ...TALK, ...change }], MADE).content);
  return entry!;
};

describe('a file', () => {
  test('has a name, says what it is, and holds the appointment', () => {
    const file = appointmentFile('pop-gesprek', [TALK], MADE);
    expect([file.name, file.type]).toEqual(['pop-gesprek.ics', 'text/calendar']);
    expect(readCalendar(file.content)).toEqual([
      {
        uid: 'pop-12@leerteambot',
        sequence: 3,
        start: '2026-11-26T14:00:00Z',
        end: '2026-11-26T14:45:00Z',
        title: 'POP-gesprek met Marieke',
        note: null,
        status: 'CONFIRMED',
        transparency: 'OPAQUE',
        stamp: '2026-11-24T08:30:15Z',
        class: null,
      },
    ]);
  });

  test('is, to the letter', () => {
    expect(appointmentFile('x', [{ ...TALK, note: 'Zie, Leerteambot' }], MADE).content.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//leerteambot//leerteambot//NL',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:pop-12@leerteambot',
      'SEQUENCE:3',
      'DTSTAMP:20261124T083015Z',
      'DTSTART:20261126T140000Z',
      'DTEND:20261126T144500Z',
      'SUMMARY:POP-gesprek met Marieke',
      'TRANSP:OPAQUE',
      'DESCRIPTION:Zie\\, Leerteambot',
      'STATUS:CONFIRMED',
      'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('may hold several appointments, in their order', () => {
    const more = ['a', 'b', 'c'].map((uid, index): Appointment => ({ ...TALK, uid, sequence: index }));
    const entries = readCalendar(appointmentFile('x', more, MADE).content);
    expect(entries.map(({ uid, sequence }) => [uid, sequence])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
  });

  test('the same appointments at the same moment are the same file', () => {
    expect(appointmentFile('x', [TALK], MADE)).toEqual(appointmentFile('x', [{ ...TALK }], new Date(MADE)));
  });
});

describe('when it is', () => {
  test.each([
    // winter and summer: the same hour on the clock is another one in UTC
    ['2026-11-26', '15:00', 60, '2026-11-26T14:00:00Z', '2026-11-26T15:00:00Z'],
    ['2026-09-03', '15:00', 60, '2026-09-03T13:00:00Z', '2026-09-03T14:00:00Z'],
    // the school days around both clock changes
    ['2026-10-23', '08:15', 30, '2026-10-23T06:15:00Z', '2026-10-23T06:45:00Z'],
    ['2026-10-26', '08:15', 30, '2026-10-26T07:15:00Z', '2026-10-26T07:45:00Z'],
    ['2027-03-26', '08:15', 30, '2027-03-26T07:15:00Z', '2027-03-26T07:45:00Z'],
    ['2027-03-30', '08:15', 30, '2027-03-30T06:15:00Z', '2027-03-30T06:45:00Z'],
    // the night of October has two half past twos (the first counts), that of March has none
    ['2026-10-25', '02:30', 60, '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['2027-03-28', '02:30', 60, '2027-03-28T01:30:00Z', '2027-03-28T02:30:00Z'],
    // over midnight in UTC, and over the end of the year here
    ['2026-11-26', '00:30', 60, '2026-11-25T23:30:00Z', '2026-11-26T00:30:00Z'],
    ['2026-12-31', '23:30', 60, '2026-12-31T22:30:00Z', '2026-12-31T23:30:00Z'],
  ])('%s %s, %i minutes', (day, time, minutes, start, end) => {
    expect(read({ day: localDate(day), time: localTime(time), minutes })).toMatchObject({ start, end });
  });

  test.each([
    ['2026-11-26', '2026-11-27'],
    ['2026-10-25', '2026-10-26'],
    ['2027-03-28', '2027-03-29'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-29', '2028-03-01'],
  ])('without a time: the whole of %s, which takes nobody’s time', (day, next) => {
    expect(read({ day: localDate(day), time: null })).toMatchObject({
      start: day,
      end: next,
      status: 'CONFIRMED',
      transparency: 'TRANSPARENT',
    });
  });
});

describe('what becomes of it', () => {
  test('moved: the same uid at a higher sequence', () => {
    const moved = read({ sequence: 4, day: localDate('2026-12-01') });
    expect([moved.uid, moved.sequence, moved.start]).toEqual(['pop-12@leerteambot', 4, '2026-12-01T14:00:00Z']);
  });

  test('called off: struck out, and the time is free again', () => {
    expect(read({ isCancelled: true })).toMatchObject({ status: 'CANCELLED', transparency: 'TRANSPARENT' });
    expect(appointmentFile('x', [{ ...TALK, isCancelled: true }], MADE).content).toContain('BUSYSTATUS:FREE\r\n');
  });

  test('private: colleagues who look into the calendar do not see what it is', () => {
    expect(read({ isPrivate: true }).class).toBe('PRIVATE');
  });
});

/** Line breaks are one kind, and in a title a space; what no text may hold is left out. */
const shown = (text: string) => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');

describe('people’s words', () => {
  const MISCHIEF = [
    'Taal, rekenen; en \\ zo: "klaar"',
    'eerste regel\ntweede regel\r\nderde\rvierde',
    '\\n is geen regel, \\, geen komma en \\; ook niet',
    'x\r\nEND:VEVENT\r\nEND:VCALENDAR',
    'DTSTART:20200101T000000Z\nATTACH:https://evil.example',
    '👩🏽‍🏫'.repeat(40),
    'é'.repeat(200),
    'e\u0301'.repeat(120),
    `${'a'.repeat(66)}€${'b'.repeat(80)}`,
    ' begint en eindigt met een spatie ',
    '\ttab\tin het midden',
    'nul \u0000 bel \u0007 en \u001b[31mrood',
    'regels \u2028 en \u2029 van Unicode',
    'van rechts \u202E naar links',
  ];

  test.each(MISCHIEF)('%j', (text) => {
    const entry = read({ title: text, note: text });
    expect(entry.title).toBe(shown(text).replaceAll('\n', ' '));
    expect(entry.note).toBe(shown(text));
  });

  test('half a character does not break the file', () => {
    expect(read({ title: 'half \ud83d en half \udc4d' }).title).toBe('half  en half ');
  });

  test('any words come out as they were, and never become something else of the file', () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'\\,;:"\r\n\t \u0000', '👩🏽‍🏫', 'é'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, words, (title, note) => {
        const content = appointmentFile('x', [{ ...TALK, title, note }], MADE).content;
        const [entry, ...more] = readCalendar(content);
        expect(more).toEqual([]);
        expect(entry).toMatchObject({ uid: TALK.uid, title: shown(title).replaceAll('\n', ' ') });
        expect(entry!.note).toBe(note === '' ? null : shown(note));
      }),
    );
  });
});

describe('the parser of these tests', () => {
  const good = appointmentFile('x', [TALK], MADE).content;

  test.each([
    ['a time that is none', good.replace('T140000Z', 'T14:00Z')],
    ['a local time', good.replace('T140000Z', 'T140000')],
    ['a line that is too long', good.replace('SUMMARY:', `SUMMARY:${'x'.repeat(80)}`)],
    ['bare line feeds', good.replaceAll('\r\n', '\n')],
    ['no end', good.replace('END:VEVENT\r\n', '')],
    ['no uid', good.replace(/UID:.*\r\n/, '')],
    ['a line without a colon', good.replace('STATUS:CONFIRMED', 'STATUS')],
    ['two titles', good.replace('SUMMARY', 'SUMMARY:x\r\nSUMMARY')],
    ['no last line break', good.trimEnd()],
  ])('does not take %s', (_, content) => {
    expect(content).not.toBe(good);
    expect(() => readCalendar(content)).toThrow();
  });

  test('is strict', () => expect(ICAL.design.strict).toBe(true));
});
