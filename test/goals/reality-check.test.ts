/** The realiteitscheck: one table for the words, one for the rest. */
import { describe, expect, test } from 'vitest';
import { localDate } from '../../src/calendar/local-date.ts';
import type { GoalFields } from '../../src/goals/goal.ts';
import { isFine, realityCheck } from '../../src/goals/reality-check.ts';
import { vagueWords } from '../../src/goals/vague-words.ts';

describe('vague words', () => {
  test.each([
    ['Iedereen leest', ['Iedereen: who']],
    ["Alle collega's gelukkig", ["Alle collega's: who", 'gelukkig: notice']],
    ['Alle collega’s gelukkig', ['Alle collega’s: who', 'gelukkig: notice']],
    ['We kijken naar spelling', ['kijken naar: do']],
    ['Aandacht voor begrijpend lezen', ['Aandacht voor: do']],
    ['Enthousiaste lezers, en enthousiast', ['Enthousiaste: notice', 'enthousiast: notice']],
    ['Zo snel mogelijk meer lezen', ['Zo snel mogelijk: when', 'meer: amount']],
    ['Ongelukkig', []],
    ['Meerdere groepen', []],
    ['98% op 1F', []],
    ['', []],
  ])('%s', (text, found) => {
    expect(vagueWords(text).map(({ word, question }) => `${word}: ${question}`)).toEqual(found);
  });

  test('a long text of such words is read at once', () => {
    expect(vagueWords('iedereen kijken naar '.repeat(5000)).length).toBe(2);
  });
});

describe('the check', () => {
  const GOAL: GoalFields = {
    title: '98% op 1F',
    owner: null,
    theme: '',
    ambition: 'Elk kind leest',
    criterion: '',
    indicator: 'leerlingen op 1F',
    unit: '%',
    baseline: 90,
    target: 98,
    instrument: 'toets',
    start: null,
    end: localDate('2027-07-01'),
    rhythm: 4,
    phase: 'aanloop',
    phaseSentences: { aanloop: '', 'op pad': '', onderweg: '', 'op stoom': '' },
  };
  const AROUND = { openActions: 0, otherActiveInTeam: 0, today: localDate('2026-11-24') };
  const warnings = (goal: Partial<GoalFields>, around: Partial<typeof AROUND> = {}) =>
    realityCheck({ ...GOAL, ...goal }, { ...AROUND, ...around }).filter((finding) => !isFine(finding));

  test('a goal with all of it: three things are named as right, nothing is warned of', () => {
    expect(realityCheck(GOAL, AROUND)).toEqual([
      { kind: 'ambition', ok: true },
      { kind: 'measure', missing: 'nothing' },
      { kind: 'date', found: 'date' },
    ]);
    expect(warnings({})).toEqual([]);
  });

  test.each([
    [{ ambition: '' }, {}, [{ kind: 'ambition', ok: false }]],
    [{ indicator: '' }, {}, [{ kind: 'measure', missing: 'indicator' }]],
    [{ instrument: '' }, {}, [{ kind: 'measure', missing: 'instrument' }]],
    [{ indicator: '', instrument: '' }, {}, [{ kind: 'measure', missing: 'both' }]],
    [{ end: null }, {}, [{ kind: 'date', found: 'no-date' }]],
    [{ end: localDate('2026-11-23') }, {}, [{ kind: 'date', found: 'past-date' }]],
    [{ end: localDate('2026-11-24') }, {}, []],
    [{}, { openActions: 3 }, []],
    [{}, { openActions: 4 }, [{ kind: 'activities', count: 4 }]],
    [{}, { otherActiveInTeam: 2 }, []],
    [{}, { otherActiveInTeam: 3 }, [{ kind: 'focus', count: 4 }]],
    [{ title: 'Meer leerlingen op 1S' }, {}, []],
    [{ title: 'Meer leerlingen op 1S', target: null }, {}, [{ kind: 'vague', word: 'Meer', question: 'amount' }]],
    [{ criterion: 'Iedereen doet mee' }, {}, [{ kind: 'vague', word: 'Iedereen', question: 'who' }]],
  ])('%j %j', (goal, around, found) => expect(warnings(goal, around)).toEqual(found));

  test('at most three words are asked about', () => {
    const title = 'Iedereen gelukkig, enthousiast, betrokken en tevreden';
    expect(warnings({ title }).filter(({ kind }) => kind === 'vague')).toHaveLength(3);
  });
});
