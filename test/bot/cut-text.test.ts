/** Cutting at a word, and cutting a long text in pieces without losing any of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtWord, pieces } from '../../src/bot/cut-text.ts';
import type { RichText } from '../../src/bot/reply.ts';

/** Of a character that takes two places. */
const HALF = /\p{Surrogate}/u;

describe('cut at a word', () => {
  test.each([
    ['een twee drie', 13, 'een twee drie'],
    ['een twee drie', 12, 'een twee…'],
    ['een twee drie', 9, 'een twee…'],
    ['een twee drie', 8, 'een…'],
    ['een\ntwee drie', 8, 'een…'],
    ['eenheidsworst', 8, 'eenheid…'],
    ['een eenheidsworst', 12, 'een eenheid…'],
    ['👩👩👩👩', 4, '👩…'],
    ['👩👩👩👩', 5, '👩👩…'],
  ])('%s in %i', (text, most, cut) => expect(cutAtWord(text, most)).toBe(cut));

  test('never longer than asked, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const cut = cutAtWord(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(HALF);
      }),
    );
  });
});

describe('pieces', () => {
  const text: RichText = [{ text: 'een twee ', style: 'bold' }, { text: 'drie vier' }];

  test('keep their styles', () => {
    expect(pieces(text, 12)).toEqual([[{ text: 'een twee ', style: 'bold' }], [{ text: 'drie vier' }]]);
    expect(pieces(text, 15)).toEqual([[{ text: 'een twee ', style: 'bold' }, { text: 'drie ' }], [{ text: 'vier' }]]);
  });

  test('are the whole text together', () => {
    const rich = fc.array(fc.record({ text: fc.string({ unit: 'binary' }) }));
    fc.assert(
      fc.property(rich, fc.integer({ min: 2, max: 40 }), (spans, most) => {
        const all = pieces(spans, most).map((piece) => piece.map((span) => span.text).join(''));
        expect(all.join('')).toBe(spans.map((span) => span.text).join(''));
        for (const piece of all) {
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece).not.toMatch(HALF);
        }
      }),
    );
  });
});
