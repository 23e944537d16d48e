/** How statuses, phases, numbers and titles are read and shown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, say } from '../../src/bot/text.ts';
import { tokens } from '../../src/bot/tokens.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { isMeasured, progressWords, readNumber, sparkline } from '../../src/goals/figures.ts';
import { GOAL_STATUSES } from '../../src/goals/goal.ts';
import { goalNumber, matching, matchingBeginning, nearest } from '../../src/goals/match-goal.ts';
import { endingInPhase, readPhase } from '../../src/goals/phase.ts';
import { readStatus, stateOf, statusWords } from '../../src/goals/status.ts';

describe('a status', () => {
  test.each([
    ['op koers', 'op koers'],
    ['Op Koers', 'op koers'],
    ['opkoers', 'op koers'],
    ['op-koers', 'op koers'],
    ['koers', 'op koers'],
    ['op koes', 'op koers'],
    ['on track', 'op koers'],
    ['aandacht', 'aandacht nodig'],
    ['aandacht nodig', 'aandacht nodig'],
    ['aandacht nodg', 'aandacht nodig'],
    ['needs attention', 'aandacht nodig'],
    ['achter', 'loopt achter'],
    ['loopt achter', 'loopt achter'],
    ['lopt achter', 'loopt achter'],
    ['behind', 'loopt achter'],
    ['prima', null],
    ['op', null],
    ['', null],
    ['op koers'.repeat(1000), null],
  ])('%s is read as %s', (typed, status) => expect(readStatus(typed)).toBe(status));

  test.each([
    ['nog geen meting', '○ nog geen meting', '○ not measured yet'],
    ['op koers', '● op koers', '● on track'],
    ['aandacht nodig', '▲ aandacht nodig', '▲ needs attention'],
    ['loopt achter', '■ loopt achter', '■ behind'],
    ['gepauzeerd', '‖ gepauzeerd', '‖ paused'],
    ['behaald', '✓ behaald', '✓ achieved'],
    ['gestopt', '✕ gestopt', '✕ stopped'],
    ['concept', '○ concept', '○ draft'],
  ] as const)('%s is shown as a symbol and a word', (status, nl, en) => {
    expect([statusWords(status, say('nl')), statusWords(status, say('en'))]).toEqual([nl, en]);
  });

  test('every status has a word in both languages', () => {
    for (const status of GOAL_STATUSES) {
      expect(stateOf(status, say('nl')).word).toBe(status);
      expect(stateOf(status, say('en')).word).not.toBe(status);
    }
  });
});

describe('a phase', () => {
  test.each([
    ['aanloop', 'aanloop'],
    ['op pad', 'op pad'],
    ['oppad', 'op pad'],
    ['Onderweg', 'onderweg'],
    ['onderwg', 'onderweg'],
    ['op stoom', 'op stoom'],
    ['stoom', 'op stoom'],
    ['up to speed', 'op stoom'],
    ['klaar', null],
    ['', null],
  ])('%s is read as %s', (typed, phase) => expect(readPhase(typed)).toBe(phase));

  test.each([
    ['3 onderweg', '3', 'onderweg'],
    ['rijke teksten op stoom', 'rijke teksten', 'op stoom'],
    ['op pad', '', 'op pad'],
    ['3', '3', null],
    ['3 klaar', '3 klaar', null],
  ])('%s ends in a phase', (typed, before, phase) => {
    const read = endingInPhase(tokens(typed));
    expect([read.before.map(({ text }) => text).join(' '), read.phase]).toEqual([before, phase]);
  });
});

describe('a number', () => {
  test.each([
    ['72', '%', { value: 72 }],
    ['72%', '%', { value: 72 }],
    ['72 %', '%', { value: 72 }],
    ['72 procent', '%', { value: 72 }],
    ['72,5', '%', { value: 72.5 }],
    ['72.5', '%', { value: 72.5 }],
    ['0', '%', { value: 0 }],
    ['100', '%', { value: 100 }],
    ['-0', '%', { value: 0 }],
    ['100,1', '%', { wrong: 'percentage' }],
    ['-1', '%', { wrong: 'percentage' }],
    ['150%', '%', { wrong: 'percentage' }],
    ['-3,25', 'punten', { value: -3.25 }],
    ['18 punten', 'punten', { value: 18 }],
    ['18 Punten', 'punten', { value: 18 }],
    ['18%', 'punten', { wrong: 'unit' }],
    ['18 lessen', 'punten', { wrong: 'unit' }],
    ['18', '', { value: 18 }],
    ['1.000', 'punten', { wrong: 'number' }],
    ['1.000,5', 'punten', { wrong: 'number' }],
    ['1e9', 'punten', { wrong: 'unit' }],
    ['99999999999', 'punten', { wrong: 'number' }],
    ['veel', 'punten', { wrong: 'number' }],
    ['', 'punten', { wrong: 'number' }],
    ["'; drop table goal", 'punten', { wrong: 'number' }],
  ] as const)('%s in %s', (typed, unit, read) => expect(readNumber(typed, unit)).toEqual(read));

  test('what is shown with one decimal is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        expect(readNumber(say('nl').value(tenths / 10, '%'), '%')).toEqual({ value: tenths / 10 });
      }),
    );
  });
});

describe('the numbers of a goal', () => {
  const goal = { indicator: 'leerlingen', unit: '%', baseline: 13, target: 40, now: 22, end: localDate('2027-07-01') };
  const shown = (change: Partial<{ [K in keyof typeof goal]: (typeof goal)[K] | null }>) =>
    plainText(progressWords({ ...goal, ...change } as typeof goal, say('nl'), localDate('2027-01-11')));

  test.each([
    [{}, '13% → 22% → 40% op 1 juli'],
    [{ now: null }, '13% → nog geen meting → 40% op 1 juli'],
    [{ baseline: null }, '22% → 40% op 1 juli'],
    [{ target: null }, '13% → 22%'],
    [{ end: null }, '13% → 22% → 40%'],
    [{ end: localDate('2028-07-01') }, '13% → 22% → 40% op 1 juli 2028'],
    [{ indicator: '', unit: '', baseline: null, target: null, now: null }, ''],
  ])('%j', (change, words) => expect(shown(change)).toBe(words));

  test('only the value of now is bold', () => {
    expect(progressWords(goal, say('nl'), localDate('2027-01-11')).filter(({ style }) => style)).toEqual([
      { text: '22%', style: 'bold' },
    ]);
  });

  test('a goal with a criterion only has no numbers', () => {
    expect(isMeasured({ indicator: '', unit: '', baseline: null, target: null })).toBe(false);
    expect(isMeasured({ indicator: '', unit: '', baseline: 0, target: null })).toBe(true);
  });
});

describe('a trend', () => {
  test.each([
    [[], ''],
    [[5], ''],
    [[5, 5], '▄▄'],
    [[0, 10], '▁█'],
    [[10, 0], '█▁'],
    [[13, 15, 18, 22], '▁▃▅█'],
    [[-5, 0, 5], '▁▅█'],
  ])('%j is %s', (values, bars) => expect(sparkline(values)).toBe(bars));

  test('has one bar for each value and its ends at the lowest and the highest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 12 }), (values) => {
        const bars = [...sparkline(values)];
        expect(bars).toHaveLength(values.length);
        fc.pre(Math.min(...values) < Math.max(...values));
        expect(bars[values.indexOf(Math.max(...values))]).toBe('█');
        expect(bars[values.indexOf(Math.min(...values))]).toBe('▁');
      }),
    );
  });
});

describe('which goal is meant', () => {
  const goals = [
    { number: 1, title: 'Meer leerlingen op 1S rekenen' },
    { number: 2, title: 'Rekenen' },
    { number: 3, title: 'Elke week rijke teksten' },
    { number: 4, title: 'Één aanpak voor spelling' },
    { number: 4, title: 'Spelling op de andere school' },
  ];
  const numbers = (found: readonly { number: number }[]) => found.map(({ number }) => number);

  test.each([
    ['1', [1]],
    ['#1', [1]],
    ['doel 1', [1]],
    ['9', []],
    ['4', [4, 4]],
    ['rekenen', [2]],
    ['REKENEN', [2]],
    ['op 1s', [1]],
    ['leerlingen rekenen', [1]],
    ['een aanpak', [4]],
    ['reken', [1, 2]],
    ['taal', []],
    ['', []],
    ['   ', []],
  ])('"%s" means %j', (typed, found) => expect(numbers(matching(goals, typed))).toEqual(found));

  test.each([
    ['rekenen geen tijd', [2], 'geen tijd'],
    ['rijke teksten', [3], ''],
    ['3 geen tijd', [3], 'geen tijd'],
    ['doel 3 geen tijd', [3], 'geen tijd'],
    ['geen tijd', [], ''],
  ])('the beginning of "%s"', (typed, found, rest) => {
    const read = matchingBeginning(goals, typed);
    expect([numbers(read.goals), read.rest]).toEqual([found, rest]);
  });

  test.each([
    ['reknen', [1, 2]],
    ['speling', [4, 4]],
    ['rijk', [3]],
    ['xyz', []],
    ['gymnastiek', []],
  ])('"%s" is near %j', (typed, found) => expect(numbers(nearest(goals, typed))).toEqual(found));

  test.each([
    ['3', 3],
    ['#3', 3],
    ['nr. 3', 3],
    ['goal 3', 3],
    ['3a', null],
    ['groep 3', null],
    ['-3', null],
  ])('%s as a number is %s', (typed, number) => expect(goalNumber(typed)).toBe(number));
});
