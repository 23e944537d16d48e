/** A team that will meet at another time: nothing of the past changes, whatever it was and becomes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import type { Region, SchoolYear } from '../../src/calendar/school-days.ts';
import { instantAt, localDateOf, localTime } from '../../src/calendar/zone.ts';
import { type MeetingTeam, type StoredMeeting, takesPlace, teamMeetings } from '../../src/meetings/meeting.ts';
import { keptUntil, meetsOtherwise } from '../../src/teams/change-rhythm.ts';

const YEARS = ['2026-2027', '2027-2028'] as SchoolYear[];
const KNOWN = localDate('2026-08-10');

const region = fc.constantFrom<Region>('noord', 'midden', 'zuid');
const rhythm = fc.record({
  day: fc.constantFrom('ma', 'di', 'wo', 'do', 'vr'),
  time: fc.constantFrom('08:30', '15:00').map(localTime),
  duration: fc.constantFrom(15, 60),
  rhythm: fc.constantFrom('wekelijks', 'tweewekelijks'),
  firstDate: fc.option(fc.nat(300).map((days) => addDays(KNOWN, days))),
}) as fc.Arbitrary<Omit<MeetingTeam, 'from' | 'until' | 'rhythmSince'>>;
/** From the first of September on, before, during and after school. */
const moment = fc
  .tuple(fc.nat(500), fc.constantFrom('07:00', '09:00', '15:30', '23:00').map(localTime))
  .map(([days, time]) => instantAt(addDays(localDate('2026-09-01'), days), time));

const calendarOf = (of: Region) =>
  schoolCalendar({ region: of, goodFridayFree: null, liberationDayFree: null, blokStarts: null, ownDays: [] });

/** What the store does with the answer. */
function changed(
  team: MeetingTeam,
  to: Omit<MeetingTeam, 'from' | 'until' | 'rhythmSince'>,
  stored: readonly StoredMeeting[],
  of: Region,
  now: Date,
): { readonly team: MeetingTeam; readonly stored: readonly StoredMeeting[] } {
  const { since, meetings } = keptUntil(team, calendarOf(of), stored, KNOWN, now);
  const rows = meetings.map(({ closed: _, ...meeting }, index) => {
    return { ...meeting, id: stored.length + index + 1, teamId: 1, version: 1 } as unknown as StoredMeeting;
  });
  return { team: { ...team, ...to, rhythmSince: since }, stored: [...stored, ...rows] };
}

function dates(team: MeetingTeam, stored: readonly StoredMeeting[], of: Region): readonly string[] {
  return YEARS.flatMap((year) => teamMeetings(team, calendarOf(of), year, stored))
    .filter(takesPlace)
    .map(({ date, time, duration }) => `${date} ${time} ${duration}`);
}

describe('a change of rhythm', () => {
  test('leaves every meeting before today as it was, and gives the new rhythm from tomorrow on, twice in a row too', () => {
    fc.assert(
      fc.property(region, fc.tuple(rhythm, rhythm, rhythm), fc.tuple(moment, moment), (of, rhythms, moments) => {
        const [first, second] = [...moments].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
        let state = {
          team: { ...rhythms[0], from: null, until: null, rhythmSince: null } as MeetingTeam,
          stored: [] as readonly StoredMeeting[],
        };
        for (const [now, to] of [
          [first, rhythms[1]],
          [second, rhythms[2]],
        ] as const) {
          const today = localDateOf(now);
          const before = dates(state.team, state.stored, of);
          state = changed(state.team, to, state.stored, of, now);
          const after = dates(state.team, state.stored, of);
          expect(after.filter((each) => each < today)).toEqual(before.filter((each) => each < today));
          const fresh = dates({ ...state.team, rhythmSince: null }, [], of);
          const tomorrow = addDays(today, 1);
          expect(after.filter((each) => each >= tomorrow)).toEqual(fresh.filter((each) => each >= tomorrow));
          // Never two on one day.
          expect(new Set(after.map((each) => each.slice(0, 10))).size).toBe(after.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is one of day, time, length, rhythm or first date', () => {
    const team = { day: 'do', time: localTime('15:00'), duration: 60, rhythm: 'wekelijks', firstDate: null } as const;
    expect(meetsOtherwise(team, { ...team })).toBe(false);
    for (const other of [
      { day: 'di' },
      { time: localTime('16:00') },
      { duration: 45 },
      { rhythm: 'tweewekelijks' },
      { firstDate: KNOWN },
    ] as const) {
      expect(meetsOtherwise(team, { ...team, ...other })).toBe(true);
    }
  });
});
