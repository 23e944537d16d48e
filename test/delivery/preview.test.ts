import { expect, test } from 'vitest';
import { shareAgenda } from '../../src/agenda/share.nudge.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { preview } from '../../src/delivery/preview.ts';
import type { GoalId } from '../../src/goals/goal.ts';
import type { PersonId } from '../../src/people/person.ts';
import { goal, OWNER, person, schoolState, team } from './school-state.ts';

const day = localDate;
const shown = (lines: ReturnType<typeof preview>) =>
  lines.map(({ op, aan, soort, onderwerp }) => `${op} ${aan.split('@')[0]} ${soort} ${onderwerp}`);

test('a school in autumn, right through the end of summer time', () => {
  const people = [
    person(OWNER, { digestTime: localTime('08:30') }),
    person(2 as PersonId, { roles: ['directeur'], workingDays: ['di', 'do'] }),
  ];
  const goals = [
    goal({ title: 'Rijke teksten' }),
    goal({ id: 2 as GoalId, title: 'Meer 1S', rhythm: 'blok' }),
    goal({ id: 3 as GoalId, status: 'gepauzeerd' }),
  ];
  expect(shown(preview([schoolState({ people, goals })], day('2026-09-21'), day('2026-11-09')))).toEqual([
    '2026-09-21T08:30:00+02:00 persoon1 doel-checkin Rijke teksten',
    '2026-09-28T08:30:00+02:00 persoon1 doel-checkin Rijke teksten',
    '2026-10-01T08:00:00+02:00 persoon2 maandoverzicht De Regenbui',
    '2026-10-05T08:30:00+02:00 persoon1 doel-checkin Rijke teksten',
    '2026-10-12T08:30:00+02:00 persoon1 doel-checkin Meer 1S',
    '2026-10-26T08:30:00+01:00 persoon1 doel-checkin Meer 1S',
    '2026-10-26T08:30:00+01:00 persoon1 doel-checkin Rijke teksten',
    '2026-11-02T08:30:00+01:00 persoon1 doel-checkin Meer 1S',
    '2026-11-02T08:30:00+01:00 persoon1 doel-checkin Rijke teksten',
    '2026-11-03T08:00:00+01:00 persoon2 maandoverzicht De Regenbui',
    '2026-11-09T08:30:00+01:00 persoon1 doel-checkin Rijke teksten',
  ]);
});

test('both days count, and a day without anything is empty', () => {
  const count = (from: string, until: string) => preview([schoolState()], day(from), day(until)).length;
  expect(count('2026-09-21', '2026-09-28')).toBe(2);
  expect(count('2026-09-22', '2026-09-27')).toBe(0);
});

test('it does not depend on when a goal or school was entered', () => {
  const late = schoolState({ createdOn: day('2027-01-01'), goals: [goal({ createdOn: day('2027-01-01') })] });
  expect(preview([late], day('2026-08-01'), day('2027-07-31'))).toEqual(
    preview([schoolState()], day('2026-08-01'), day('2027-07-31')),
  );
});

test('a preview of a year is that of its days, one by one', () => {
  const people = [person(OWNER, { roles: ['directeur'], workingDays: ['wo-oneven', 'do'] })];
  const state = () => schoolState({ region: 'zuid', people });
  const months = ['08', '09', '10', '11', '12'].map((month) => [`2026-${month}-01`, `2026-${month}-30`] as const);
  const thirties = ['2026-08-31', '2026-10-31', '2026-12-31'].map((each) => [each, each] as const);
  const pieces = [...months, ...thirties].flatMap(([from, until]) => preview([state()], day(from), day(until)));
  const whole = preview([state()], day('2026-08-01'), day('2026-12-31'));
  expect(pieces.sort((a, b) => (a.op < b.op ? -1 : 1)).map(({ op }) => op)).toEqual(whole.map(({ op }) => op));
  expect(whole.length).toBeGreaterThan(10);
});

test('messages of their own stand there at their own time, to a channel or a person; what people do cannot be foreseen', () => {
  const people = [person(OWNER, { digestTime: localTime('10:00') })];
  const teams = [team({ channel: 'bovenbouw', day: 'di', time: localTime('14:00') })];
  const state = schoolState({ people, teams, goals: [] });
  expect(shown(preview([state], day('2026-10-26'), day('2026-10-27')))).toEqual([
    '2026-10-26T10:00:00+01:00 persoon1 agenda-klaarzetten Bovenbouw 2026-10-27',
    '2026-10-27T08:00:00+01:00 bovenbouw agenda-delen Bovenbouw 2026-10-27',
    '2026-10-27T15:15:00+01:00 persoon1 verslag Bovenbouw 2026-10-27',
  ]);
  const told: Nudge = { ...shareAgenda, kind: 'bijeenkomst-gewijzigd' };
  expect(preview([state], day('2026-10-27'), day('2026-10-27'), [told])).toEqual([]);
});
