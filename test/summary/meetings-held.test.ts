/** Which meetings count as held, of those planned in a period and over. */
import { expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { MeetingId, StoredMeeting } from '../../src/meetings/meeting.ts';
import { meetingsHeld, rarelyMet } from '../../src/meetings/meetings-held.ts';
import { schoolState, TEAM, team } from '../delivery/school-state.ts';

const NOVEMBER = { from: localDate('2026-11-01'), until: localDate('2026-11-30') };
const AFTER = '2026-12-01T08:00:00Z';

function stored(date: string, change: Partial<StoredMeeting> = {}): StoredMeeting {
  return {
    id: 1 as MeetingId,
    teamId: TEAM,
    date: localDate(date),
    time: localTime('15:00'),
    duration: 60,
    state: 'gepland',
    movedTo: null,
    movedFrom: null,
    reason: '',
    version: 1,
    ...change,
  };
}
const held = (date: string) => stored(date, { state: 'gehouden' });
const cancelled = (date: string) => stored(date, { state: 'vervallen' });
const moved = (from: string, to: string, change: Partial<StoredMeeting> = {}) => [
  stored(from, { state: 'verzet', movedTo: localDate(to) }),
  stored(to, { movedFrom: localDate(from), ...change }),
];

// Thursdays of November 2026: 5, 12, 19 and 26.
const cases: {
  name: string;
  meetings?: StoredMeeting[];
  now?: string;
  change?: Parameters<typeof schoolState>[0];
  expected: [planned: number, held: number, unknown: string[]];
}[] = [
  { name: 'nobody said anything', expected: [4, 0, ['05', '12', '19', '26']] },
  {
    name: 'one held, one cancelled',
    meetings: [held('2026-11-05'), cancelled('2026-11-12')],
    expected: [4, 1, ['19', '26']],
  },
  {
    name: 'a shared one is not held yet',
    meetings: [stored('2026-11-05', { state: 'gedeeld' })],
    expected: [4, 0, ['05', '12', '19', '26']],
  },
  {
    name: 'a moved one counts once, on its new date',
    meetings: moved('2026-11-05', '2026-11-06', { state: 'gehouden' }),
    expected: [4, 1, ['12', '19', '26']],
  },
  {
    name: 'moved to another month it counts there',
    meetings: moved('2026-11-26', '2026-12-01'),
    expected: [3, 0, ['05', '12', '19']],
  },
  {
    name: 'moved from another month it counts here',
    meetings: moved('2026-10-29', '2026-11-02'),
    expected: [5, 0, ['02', '05', '12', '19', '26']],
  },
  { name: 'during the third meeting', now: '2026-11-19T14:59:00Z', expected: [2, 0, ['05', '12']] },
  { name: 'when the third meeting ends', now: '2026-11-19T15:00:00Z', expected: [3, 0, ['05', '12', '19']] },
  {
    name: 'a closed day has none',
    change: {
      ownDays: [{ from: localDate('2026-11-12'), until: localDate('2026-11-12'), kind: 'vrij', name: 'staking' }],
    },
    expected: [3, 0, ['05', '19', '26']],
  },
  {
    name: 'held on a day that was closed later',
    meetings: [held('2026-11-12')],
    change: {
      ownDays: [{ from: localDate('2026-11-12'), until: localDate('2026-11-12'), kind: 'vrij', name: 'staking' }],
    },
    expected: [4, 1, ['05', '19', '26']],
  },
  {
    name: 'before the school was entered nothing is unknown, but what people said counts',
    meetings: [held('2026-11-05')],
    change: { createdOn: localDate('2026-11-18') },
    expected: [3, 1, ['19', '26']],
  },
];

test.each(cases)('$name', ({ meetings = [], now = AFTER, change, expected }) => {
  const state = schoolState({ ...change, teams: [team()], meetings });
  const counted = meetingsHeld(state, team(), NOVEMBER, new Date(now));
  const days = counted.unknown.map(({ date }: { date: LocalDate }) => date.slice(8));
  expect([counted.planned, counted.held, days]).toEqual(expected);
});

test.each([
  { planned: 4, held: 1, unknown: 0, rarely: true },
  { planned: 4, held: 2, unknown: 0, rarely: false },
  { planned: 2, held: 0, unknown: 0, rarely: true },
  { planned: 1, held: 0, unknown: 0, rarely: false },
  { planned: 4, held: 1, unknown: 2, rarely: false },
  { planned: 4, held: 0, unknown: 4, rarely: false },
])('$held of $planned with $unknown unknown: rarely met is $rarely', ({ planned, held: count, unknown, rarely }) => {
  const counted = meetingsHeld(schoolState({ teams: [team()] }), team(), NOVEMBER, new Date(AFTER));
  expect(rarelyMet({ planned, held: count, unknown: counted.unknown.slice(0, unknown) })).toBe(rarely);
});
