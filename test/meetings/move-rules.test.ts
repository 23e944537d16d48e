/** The rules behind moving a meeting: what was typed, which days are proposed, and who hears it at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { changedMeeting } from '../../src/meetings/changed-meeting.ts';
import { type Attendee, missingOn, proposeDays } from '../../src/meetings/propose-days.ts';
import { readMove } from '../../src/meetings/read-move.ts';
import type { PersonId, WorkingDay } from '../../src/people/person.ts';
import { own, settings } from '../calendar/settings.ts';

const TUESDAY = localDate('2026-11-24');
const THURSDAY = localDate('2026-11-26');
const CALENDAR = schoolCalendar(settings('midden', { ownDays: [own('vrij', 'Margedag', '2026-12-02')] }));

describe('what was typed', () => {
  test.each([
    ['', {}],
    ['vrijdag', { naar: '2026-11-27' }],
    ['naar vrijdag', { naar: '2026-11-27' }],
    ['15.00', { tijd: '15.00' }],
    ['om 15 uur', { tijd: '15:00' }],
    ['27-11 15:30', { naar: '2026-11-27', tijd: '15:30' }],
    ['vrijdag 27 november om 15.00 uur', { naar: '2026-11-27', tijd: '15.00' }],
    ['volgende week dinsdag', { naar: '2026-12-01' }],
    ['over 2 weken', { naar: '2026-12-08' }],
    ['Bovenbouw morgen', { leerteam: 'Bovenbouw', naar: '2026-11-25' }],
    ['Expertiseteam Taal naar 1 december', { leerteam: 'Expertiseteam Taal', naar: '2026-12-01' }],
    ['taal naar ooit', { leerteam: 'taal', naar: 'ooit' }],
    ['ooit', { naar: 'ooit' }],
  ])('"%s"', (line, meant) => {
    expect(readMove(line.split(' ').filter(Boolean), TUESDAY)).toEqual(meant);
  });
});

function attendee(id: number, workingDays: readonly WorkingDay[]): Attendee {
  return {
    id: id as PersonId,
    name: `Persoon ${id}`,
    employment: { workingDays, from: null, until: null },
    absences: [],
  };
}

const wishes = (team: readonly Attendee[], change: Partial<Parameters<typeof proposeDays>[0]> = {}) => ({
  calendar: CALENDAR,
  date: THURSDAY,
  previous: localDate('2026-11-19'),
  taken: [localDate('2026-12-03')],
  today: TUESDAY,
  chairId: 1 as PersonId,
  askerId: 1 as PersonId,
  teamOn: () => team,
  ...change,
});
const words = (days: ReturnType<typeof proposeDays>) => days.map(({ date, missing }) => [date, ...missing].join(' '));

describe('proposed days', () => {
  test.each<[string, Parameters<typeof wishes>, string[]]>([
    ['nearest, by date', [[attendee(1, [])]], ['2026-11-25', '2026-11-27', '2026-11-30']],
    ['not a closed day', [[attendee(1, ['wo'])]], ['2026-11-25']],
    ['not a day with a meeting, nor one after it', [[attendee(1, ['do', 'vr'])]], ['2026-11-27']],
    ['on which everybody works', [[attendee(1, ['ma', 'di']), attendee(2, ['di', 'wo'])]], ['2026-12-01']],
    [
      'else those with the fewest away, days without who asks last',
      [[attendee(1, ['di']), attendee(2, ['ma']), attendee(3, [])]],
      ['2026-12-01 Persoon 2', '2026-11-27 Persoon 1 Persoon 2', '2026-11-30 Persoon 1'],
    ],
    [
      'the chair above all when a director asks',
      [[attendee(1, ['ma']), attendee(2, ['di'])], { askerId: 9 as PersonId, taken: [] }],
      ['2026-11-30 Persoon 2', '2026-12-01 Persoon 1', '2026-12-07 Persoon 2'],
    ],
    ['none without anybody', [[]], []],
    [
      'after the meeting before it',
      [[attendee(1, [])], { previous: localDate('2026-11-27'), date: localDate('2026-12-04') }],
      ['2026-12-01', '2026-12-07', '2026-12-08'],
    ],
    [
      'after today, of a meeting that is past',
      [[attendee(1, [])], { date: localDate('2026-11-19'), previous: null }],
      ['2026-11-25', '2026-11-26', '2026-11-27'],
    ],
  ])('%s', (_, given, days) => {
    expect(words(proposeDays(wishes(...given)))).toEqual(days);
  });

  test('are always days on which the team can meet, and everybody works when there is such a day', () => {
    const day = fc.constantFrom<WorkingDay>('ma', 'di', 'wo', 'do', 'vr', 'wo-even', 'vr-oneven');
    const team = fc.array(fc.uniqueArray(day, { minLength: 1 }), { minLength: 1, maxLength: 5 });
    const dates = fc.nat({ max: 200 }).map((days) => addDays(TUESDAY, days));
    fc.assert(
      fc.property(
        team,
        dates,
        fc.uniqueArray(dates, { maxLength: 5 }),
        fc.nat({ max: 10 }),
        (days, date, taken, before) => {
          const people = days.map((each, index) => attendee(index + 1, each));
          const given = wishes(people, { date, taken, previous: addDays(date, -1 - before) });
          const proposed = proposeDays(given);
          expect(proposed.length).toBeLessThanOrEqual(3);
          for (const each of proposed) {
            expect(CALENDAR.isOpen(each.date)).toBe(true);
            expect(each.date > TUESDAY && each.date > given.previous! && each.date !== date).toBe(true);
            expect(taken).not.toContain(each.date);
            expect(each.missing).toEqual(missingOn(given, each.date));
          }
          const sizes = new Set(proposed.map(({ missing }) => missing.length === 0));
          expect(sizes.size).toBeLessThanOrEqual(1);
          const isLast = ({ missing }: (typeof proposed)[number]) => Number(missing.includes('Persoon 1'));
          expect([...proposed].sort((a, b) => isLast(a) - isLast(b) || (a.date < b.date ? -1 : 1))).toEqual(proposed);
          const next = taken.filter((each) => each > date && each > TUESDAY).sort()[0];
          if (next) expect(proposed.every((each) => each.date < next)).toBe(true);
        },
      ),
    );
  });
});

describe('who hears it at once', () => {
  const team = { id: 5, schoolId: 1, channel: '' } as never;
  const person = { ...attendee(2, []), email: '', digestTime: '08:00' } as never;
  const told = (at: string, date: string, to: string | null) => {
    const meeting = { date: localDate(date), version: 3 } as never;
    const { posts, tells } = changedMeeting(
      { team, meeting, calendar: CALENDAR },
      to === null ? null : localDate(to),
      [person],
      new Date(at),
    );
    return posts.length === 1 ? 'now' : `${tells[0]!.from}..${tells[0]!.until}`;
  };

  test.each([
    // From Tuesday, Wednesday and Thursday are the two next school days.
    ['2026-11-24T09:00:00+01:00', '2026-11-24', null, 'now'],
    ['2026-11-24T09:00:00+01:00', '2026-11-26', null, 'now'],
    ['2026-11-24T09:00:00+01:00', '2026-11-27', null, '2026-11-24..2026-11-27'],
    ['2026-11-24T09:00:00+01:00', '2026-12-10', '2026-11-26', 'now'],
    ['2026-11-24T09:00:00+01:00', '2026-12-10', '2026-11-30', '2026-11-24..2026-12-10'],
    ['2026-11-24T07:59:00+01:00', '2026-11-24', null, '2026-11-24..2026-11-24'],
    ['2026-11-24T08:00:00+01:00', '2026-11-24', null, 'now'],
    ['2026-11-24T16:59:00+01:00', '2026-11-26', null, 'now'],
    ['2026-11-24T17:00:00+01:00', '2026-11-26', null, '2026-11-24..2026-11-26'],
    // Over the weekend: Friday to Monday and Tuesday.
    ['2026-11-27T09:00:00+01:00', '2026-12-01', null, 'now'],
    ['2026-11-27T09:00:00+01:00', '2026-12-03', null, '2026-11-27..2026-12-03'],
    // Wednesday 2 December is closed, so Thursday is the second.
    ['2026-11-30T09:00:00+01:00', '2026-12-03', null, 'now'],
    // On a closed day nobody is at work.
    ['2026-12-02T09:00:00+01:00', '2026-12-03', null, '2026-12-02..2026-12-03'],
    // A meeting that is past is no news of today.
    ['2026-11-24T09:00:00+01:00', '2026-11-19', '2026-12-10', '2026-11-24..2026-12-10'],
    // Both sides of the clock change.
    ['2027-03-26T08:30:00+01:00', '2027-03-30', '2027-03-30', 'now'],
    ['2027-03-29T08:30:00+02:00', '2027-03-30', null, '2027-03-29..2027-03-30'],
    ['2027-03-30T08:00:00+02:00', '2027-03-30', null, 'now'],
  ])('at %s about %s to %s: %s', (at, date, to, how) => {
    expect(told(at, date, to)).toBe(how);
  });
});
