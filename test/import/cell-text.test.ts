import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guard, hasUnreadable, isFormula, isTooLong, tidy, unguard } from '../../src/import/cell-text.ts';

/** Texts that begin with everything a spreadsheet may take for something else. */
const risky = fc
  .tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', "'", "''", "'="), fc.string({ unit: 'binary' }))
  .map(([start, rest]) => start + rest);

describe('the guard against formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+31 6', "'+31 6"],
    ['-5', "'-5"],
    ['@sanne', "'@sanne"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ["'s Ochtends", "''s Ochtends"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('%j leaves as %j and comes back', (text, cell) => {
    expect(guard(text)).toBe(cell);
    expect(unguard(cell)).toBe(text);
  });

  test('takes away one sign only where one was put', () => {
    expect(unguard("'s Ochtends lezen")).toBe("'s Ochtends lezen");
    expect(unguard("'")).toBe("'");
  });

  test('every text comes back, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(risky, (text) => {
        expect(unguard(guard(text))).toBe(text);
        expect(guard(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('tidying', () => {
  test.each([
    ['  twee\nregels\t en meer ', 'twee regels  en meer'],
    ['regel\r\nregel', 'regel regel'],
    ['links\u202etsiw\u2066 rechts\u200f', 'linkstsiw rechts'],
    ['\u0007bel\u0000', 'bel'],
    ['coo\u0308rdinator', 'coördinator'],
    ['👩‍🏫 blijft', '👩‍🏫 blijft'],
  ])('%j is kept as %j', (text, kept) => {
    expect(tidy(text)).toBe(kept);
  });

  test('is done once, and gives what an import accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = tidy(text);
        expect(tidy(once)).toBe(once);
        expect(hasUnreadable(once)).toBe(false);
        expect(isTooLong(once)).toBe(false);
        expect(isFormula(guard(once))).toBe(false);
      }),
    );
  });

  test('cuts at 2,000 characters and never through one', () => {
    expect(tidy('😀'.repeat(2_001))).toBe('😀'.repeat(2_000));
    expect(isTooLong('😀'.repeat(2_000))).toBe(false);
    expect(isTooLong('😀'.repeat(2_001))).toBe(true);
  });
});
