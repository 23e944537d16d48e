/** Which talk comes next, as tables: for who was there all year, and for who starts or whose school starts in the course of it. */
import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '../../src/calendar/local-date.ts';
import type { SchoolYear } from '../../src/calendar/school-days.ts';
import { openTalk, presentStep, talkBefore, talksOf } from '../../src/pop/open-talk.ts';
import { type PopTalk, TALKS, type Talk } from '../../src/pop/pop.ts';
import { USUAL_POP_DAYS } from '../../src/pop/pop-days.ts';

const YEAR = '2026-2027' as SchoolYear;

function taking(held: readonly Talk[], from: string | null = null, consent = '2026-01-01') {
  const heldOn = localDate('2026-11-18');
  const talks = TALKS.map(
    (talk): PopTalk => ({ id: null, talk, planned: null, heldOn: held.includes(talk) ? heldOn : null, version: 0 }),
  );
  const start = from as LocalDate | null;
  return {
    person: { from: start, pop: { readyOn: null, link: '', talks } },
    terms: { consent: localDate(consent), days: USUAL_POP_DAYS },
    year: YEAR,
  };
}

describe('the next open talk', () => {
  it.each([
    [[], 'gesprek'],
    [['gesprek'], 'opvolging'],
    // That of November was passed over.
    [['opvolging'], 'evaluatie'],
    [['gesprek', 'evaluatie'], undefined],
    [['gesprek', 'opvolging'], 'evaluatie'],
    [['gesprek', 'opvolging', 'evaluatie'], undefined],
  ] as const)('after %j', (held, expected) => {
    expect(openTalk(taking(held))?.talk).toBe(expected);
  });

  it.each([
    ['2025-08-01', '2026-01-01', 3],
    ['2026-11-15', '2026-01-01', 3],
    ['2027-01-31', '2026-01-01', 3],
    ['2027-02-01', '2026-01-01', 2],
    ['2027-05-14', '2026-01-01', 2],
    ['2027-05-15', '2026-01-01', 1],
    // The PGMR agreed later than somebody came.
    ['2026-08-01', '2027-03-01', 2],
    [null, '2027-02-01', 2],
  ])('who starts on %s at a school that agreed on %s takes part in %i talks', (from, consent, count) => {
    expect(talksOf(taking([], from, consent)).map(({ talk }) => talk)).toEqual(TALKS.slice(3 - count));
  });
});

it.each([
  ['gesprek', [], null, undefined],
  ['opvolging', [], null, 'gesprek'],
  ['opvolging', ['gesprek'], null, undefined],
  ['evaluatie', ['gesprek'], null, 'opvolging'],
  ['opvolging', [], '2027-02-10', undefined],
] as const)('before %s after %j of who started on %s it was: %s', (talk, held, from, expected) => {
  expect(talkBefore(taking(held, from), talk)?.talk).toBe(expected);
});

it.each([
  ['2026-08-01', null],
  ['2026-09-14', null],
  ['2026-09-15', 'uitleg'],
  ['2026-09-30', 'uitleg'],
  ['2026-10-01', 'klaar'],
  ['2026-11-01', 'gesprek'],
  ['2027-01-31', 'gesprek'],
  ['2027-02-01', 'opvolging'],
  ['2027-05-15', 'evaluatie'],
  ['2027-07-31', 'evaluatie'],
])('on %s the step is %s', (today, expected) => {
  expect(presentStep(taking([]).terms, YEAR, localDate(today))).toBe(expected);
});
