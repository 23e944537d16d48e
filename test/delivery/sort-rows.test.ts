import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import { schoolCalendar } from '../../src/calendar/school-calendar.ts';
import { localTime } from '../../src/calendar/zone.ts';
import type { OutboxRow } from '../../src/delivery/outbox.store.ts';
import { sortRows } from '../../src/delivery/sort-rows.ts';
import type { Workplace } from '../../src/delivery/workplace.ts';
import type { Settings } from '../../src/people/people.store.ts';
import type { SchoolId, WorkingDay } from '../../src/people/person.ts';
import { OWNER, person, SCHOOL, schoolState } from './school-state.ts';

const day = localDate;
const OTHER = 2 as SchoolId;
/** Where they lead somebody and do not work themselves. */
const LED = 4 as SchoolId;
/** A Tuesday. */
const TODAY = day('2026-11-24');

function place(workingDays: WorkingDay[], worksHere = true): Workplace {
  const worker = person(OWNER, { workingDays });
  return { calendar: schoolCalendar(schoolState().school.calendar), worker, worksHere };
}
const PLACES = new Map<SchoolId, Workplace>([
  [SCHOOL, place(['ma', 'di'])],
  [OTHER, place(['wo', 'do'])],
  [LED, place(['ma', 'di'], false)],
]);
const SETTINGS: Settings = {
  language: 'nl',
  digestTime: localTime('08:00'),
  mutedKinds: [],
  mutedSubjects: [],
  snoozedUntil: null,
};

function row(change: Partial<Omit<OutboxRow, 'from' | 'until'>> & { from?: string; until?: string } = {}): OutboxRow {
  const { from = '2026-11-23', until = '2026-11-29', ...rest } = change;
  return {
    id: 1,
    key: `key ${change.id ?? 1}`,
    kind: 'doel-checkin',
    receiver: OWNER,
    schoolId: SCHOOL,
    subject: 'goal:1',
    step: 0,
    answeredFrom: day('2026-11-09'),
    nextDay: day('2026-11-23'),
    ...rest,
    from: day(from),
    until: day(until),
  };
}

/** `due`, `lapsed`, the day it is moved to, or `stays`. */
function fate(rows: OutboxRow[], settings: Partial<Settings> = {}, today: LocalDate = TODAY): string[] {
  const { due, lapsed, moved } = sortRows(rows, PLACES, { ...SETTINGS, ...settings }, today);
  return rows.map(({ id }) => {
    if (due.some((each) => each.id === id)) return 'due';
    return lapsed.includes(id) ? 'lapsed' : (moved.find((each) => each.id === id)?.nextDay ?? 'stays');
  });
}

test.each(['pop-afspraak', 'afwezig-gemeld', 'verwijderverzoek'] as const)('%s cannot be switched off', (kind) => {
  const told = row({ kind, subject: 'person:7' });
  const settings = { mutedKinds: [kind], mutedSubjects: ['person:7'] };
  expect(fate([told], settings)).toEqual(['due']);
  expect(fate([row({ kind: 'actie-bericht', subject: 'person:7' })], settings)).toEqual(['lapsed']);
  // Quiet days would come to the same thing: a talk in them would never be heard of.
  expect(fate([told], { snoozedUntil: day('2027-07-31') })).toEqual(['due']);
});

describe('one row', () => {
  const cases: { name: string; row: OutboxRow; settings?: Partial<Settings>; today?: string; expected: string }[] = [
    { name: 'own working day, in its window', row: row(), expected: 'due' },
    { name: 'the last day of its window', row: row({ until: '2026-11-24' }), expected: 'due' },
    { name: 'its window is over', row: row({ until: '2026-11-23' }), expected: 'lapsed' },
    {
      name: 'not an own working day: the next one',
      row: row({ until: '2026-12-06' }),
      today: '2026-11-25',
      expected: '2026-11-30',
    },
    { name: 'not an own working day, and none left', row: row(), today: '2026-11-25', expected: 'lapsed' },
    { name: 'its window has not begun', row: row({ from: '2026-11-30', until: '2026-12-06' }), expected: '2026-11-30' },
    { name: 'of a school where today is no own working day', row: row({ schoolId: OTHER }), expected: '2026-11-25' },
    { name: 'of a school where the person does not work', row: row({ schoolId: 3 as SchoolId }), expected: 'lapsed' },
    { name: 'of a school where the person only leads somebody', row: row({ schoolId: LED }), expected: 'lapsed' },
    {
      name: 'of a school where the person only leads somebody, about POP',
      row: row({ schoolId: LED, kind: 'pop-gesprek', subject: 'pop:2026-2027' }),
      expected: 'due',
    },
    { name: 'the kind is switched off', row: row(), settings: { mutedKinds: ['doel-checkin'] }, expected: 'lapsed' },
    { name: 'another kind is switched off', row: row(), settings: { mutedKinds: ['maandoverzicht'] }, expected: 'due' },
    { name: 'the subject is switched off', row: row(), settings: { mutedSubjects: ['goal:1'] }, expected: 'lapsed' },
    { name: 'another subject is switched off', row: row(), settings: { mutedSubjects: ['goal:11'] }, expected: 'due' },
    { name: 'quiet until yesterday', row: row(), settings: { snoozedUntil: day('2026-11-23') }, expected: 'due' },
    { name: 'quiet until today', row: row(), settings: { snoozedUntil: TODAY }, expected: 'stays' },
    {
      name: 'quiet, and its window is over',
      row: row({ until: '2026-11-23' }),
      settings: { snoozedUntil: TODAY },
      expected: 'lapsed',
    },
  ];
  test.each(cases)('$name: $expected', ({ row, settings, today, expected }) => {
    expect(fate([row], settings, today ? day(today) : TODAY)).toEqual([expected]);
  });
});

test('of equal kind and subject the latest goes out', () => {
  const earlier = row({ id: 1, from: '2026-11-16' });
  const later = row({ id: 2, from: '2026-11-23', step: 1 });
  const other = row({ id: 3, subject: 'goal:2' });
  expect(fate([earlier, later, other])).toEqual(['lapsed', 'due', 'due']);
  expect(fate([later, earlier, other])).toEqual(['due', 'lapsed', 'due']);
});

describe('POP at two schools is one message', () => {
  const pop = (id: number, schoolId: SchoolId, from: string, step = 0) =>
    row({
      id,
      schoolId,
      from,
      step,
      key: `pop-gesprek:${schoolId}:2026-2027:1:${step}`,
      kind: 'pop-gesprek',
      subject: 'pop:2026-2027',
    });
  const FIRST = pop(1, SCHOOL, '2026-11-23');
  const cases: { name: string; rows: OutboxRow[]; expected: string[] }[] = [
    { name: 'the earliest stays', rows: [FIRST, pop(2, LED, '2026-11-24')], expected: ['due', 'lapsed'] },
    { name: 'in whatever order they come', rows: [pop(2, LED, '2026-11-24'), FIRST], expected: ['lapsed', 'due'] },
    {
      name: 'of one school the latest stays',
      rows: [FIRST, pop(3, SCHOOL, '2026-11-24', 1)],
      expected: ['lapsed', 'due'],
    },
    {
      name: 'of one school the latest, of both the earliest',
      rows: [pop(1, SCHOOL, '2026-11-10'), pop(2, LED, '2026-11-12'), pop(3, SCHOOL, '2026-11-24', 1)],
      expected: ['lapsed', 'due', 'lapsed'],
    },
  ];
  test.each(cases)('$name', ({ rows, expected }) => expect(fate(rows)).toEqual(expected));
});

test('of one kind and subject, what says something else goes out too', () => {
  const about = (id: number, key: string) => row({ id, key, kind: 'actie-bericht', subject: 'action:1' });
  const help = about(1, 'actie-bericht:hulp:1:2:100');
  const again = about(2, 'actie-bericht:hulp:1:2:200');
  const notRight = about(3, 'actie-bericht:klopt-niet:1:2:300');
  expect(fate([help, again, notRight])).toEqual(['due', 'lapsed', 'due']);
});

test('two schools: each row on the own working day of its own school', () => {
  const rows = [row({ id: 1 }), row({ id: 2, schoolId: OTHER, subject: 'goal:2' })];
  expect(fate(rows)).toEqual(['due', '2026-11-25']);
  expect(fate(rows, {}, day('2026-11-25'))).toEqual(['lapsed', 'due']);
});
