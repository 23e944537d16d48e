/** How a leerteam met before it was changed, from its history. */
import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { formerRhythms } from '../../src/meetings/former-rhythms.ts';
import type { MeetingTeam } from '../../src/meetings/meeting.ts';

const NOW: MeetingTeam = {
  day: 'di',
  time: localTime('15:00'),
  duration: 60,
  rhythm: 'tweewekelijks',
  firstDate: localDate('2026-12-01'),
  from: null,
  until: localDate('2027-05-01'),
  rhythmSince: localDate('2026-11-24'),
};
const AUGUST = new Date('2026-07-31T22:00:00Z');

const event = (at: string, what: string, from: string) => ({ at: new Date(at), what, from });

describe('formerRhythms', () => {
  test('of a team that never changed: none', () => {
    expect(formerRhythms(NOW, [], AUGUST)).toEqual([]);
    expect(formerRhythms(NOW, [event('2026-10-01T08:00:00Z', 'leerteam', 'Groep 7')], AUGUST)).toEqual([]);
  });

  test('undoes what was changed at one moment together', () => {
    const at = '2026-11-24T08:00:00Z';
    const events = [
      event(at, 'dag', 'do'),
      event(at, 'tijd', '14:30'),
      event(at, 'duur', '90'),
      event(at, 'ritme', 'wekelijks'),
      event(at, 'eerste_datum', ''),
    ];
    expect(formerRhythms(NOW, events, AUGUST)).toEqual([
      { ...NOW, day: 'do', time: '14:30', duration: 90, rhythm: 'wekelijks', firstDate: null, rhythmSince: null },
    ]);
  });

  test('goes back step by step; each rhythm began where the one before it ended', () => {
    const events = [
      event('2026-09-15T21:30:00Z', 'dag', 'wo'),
      event('2026-10-06T08:00:00Z', 'voorzitter', 'Nadia'),
      event('2026-11-24T08:00:00Z', 'dag', 'do'),
      event('2026-11-25T08:00:00Z', 'tot', ''),
    ];
    expect(formerRhythms(NOW, events, AUGUST)).toEqual([
      { ...NOW, until: null },
      { ...NOW, until: null, day: 'do', rhythmSince: '2026-09-15' },
      { ...NOW, until: null, day: 'wo', rhythmSince: null },
    ]);
  });

  test('looks no further back than it is asked', () => {
    const events = [event('2026-06-15T08:00:00Z', 'dag', 'wo'), event('2026-09-15T08:00:00Z', 'dag', 'do')];
    expect(formerRhythms(NOW, events, AUGUST)).toEqual([{ ...NOW, day: 'do', rhythmSince: '2026-06-15' }]);
  });
});
