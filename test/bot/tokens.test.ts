import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, MAX_INPUT, tokens } from '../../src/bot/tokens.ts';

describe('tokens', () => {
  const table: [line: string, words: string[]][] = [
    ['/doel update 3 op koers', ['/doel', 'update', '3', 'op', 'koers']],
    ['/doel update 3 "op tijd klaar"', ['/doel', 'update', '3', '«op tijd klaar»']],
    ['zin “met krulletjes” erin', ['zin', '«met krulletjes»', 'erin']],
    ['„laag geopend” en verder', ['«laag geopend»', 'en', 'verder']],
    ['niet "dicht', ['niet', '«dicht»']],
    ["'s middags en foto's", ["'s", 'middags', 'en', "foto's"]],
    ['""', ['«»']],
    ['  veel   ruimte  ', ['veel', 'ruimte']],
    ['twee\nregels', ['twee', 'regels']],
    ['', []],
  ];
  for (const [line, words] of table) {
    test(JSON.stringify(line), () => {
      expect(tokens(line).map((token) => (token.quoted ? `«${token.text}»` : token.text))).toEqual(words);
    });
  }

  test('never fails and never invents text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (line) => {
        for (const token of tokens(line)) expect(line).toContain(token.text);
      }),
    );
  });
});

describe('clean', () => {
  test('takes away marks that hide what is there', () => {
    expect(clean('a\u202eb\u0000c\u200bd\ufeff')).toBe('abcd');
  });
  test('keeps emoji whole, line breaks and accents', () => {
    expect(clean('👩‍🏫 één\nregel')).toBe('👩‍🏫 één\nregel');
  });
  test('cuts at 2,000 characters, never through an emoji', () => {
    const cut = clean('🎉'.repeat(10_000));
    expect([...cut]).toHaveLength(MAX_INPUT);
    expect(cut.endsWith('🎉')).toBe(true);
  });
});
