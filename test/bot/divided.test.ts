/** A long notice in several messages: what is shorter is measured once, and nothing of it is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divided, piecesOf } from '../../src/bot/divided.ts';
import type { Part } from '../../src/bot/reply.ts';
import { rowLength, rowText } from '../../src/bot/shown-text.ts';
import { smallParts } from '../../src/bot/small-parts.ts';
import { plainText } from '../../src/bot/text.ts';
import { anyNotice } from '../support/any-reply.ts';

const LIMITS = { length: 200, buttons: 3, rows: 4 };

describe('parts in messages', () => {
  const text = (words: string): Part => ({ kind: 'text', text: [{ text: words }] });
  const heading: Part = { kind: 'heading', text: [{ text: 'Kop' }] };
  const shown = (...parts: Part[]) => parts.map((part) => ({ part }));

  test('that fit in one are measured once', () => {
    let measured = 0;
    const all = shown(heading, text('een'), text('twee'));
    expect(divided(all, () => ++measured > 0)).toEqual([all]);
    expect(measured).toBe(1);
  });

  test('none is no message', () => expect(divided([], () => true)).toEqual([]));

  test('a heading goes along with what it is about', () => {
    const [first, second, third] = shown(text('een'), heading, text('twee'));
    expect(divided([first!, second!, third!], (some) => some.length <= 2)).toEqual([[first], [second, third]]);
  });

  test('what fits nowhere is alone', () => {
    const all = shown(text('een'), text('twee'));
    expect(divided(all, () => false)).toEqual(all.map((one) => [one]));
  });

  test('all of them, in their order, in as few as fit after each other', () => {
    fc.assert(
      fc.property(anyNotice, fc.integer({ min: 1, max: 9 }), (notice, most) => {
        const all = piecesOf(notice, LIMITS);
        const messages = divided(all, (some) => some.length <= most);
        expect(messages.flat()).toEqual(all);
        expect(Math.max(0, ...messages.map((some) => some.length))).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('a list', () => {
  test('is as long as its text', () => {
    fc.assert(
      fc.property(anyNotice, ({ parts }) => {
        for (const part of parts)
          if (part.kind === 'list')
            for (const row of part.rows) expect(rowLength(row)).toBe(plainText(rowText(row)).length);
      }),
    );
  });

  test('of many rows becomes several, and so do facts', () => {
    const rows = Array.from({ length: 9 }, (_, at) => ({ title: [{ text: `${at}` }], lines: [] }));
    const facts = rows.map(({ title }) => ({ label: 'a', value: title }));
    const counts = (part: Part) =>
      smallParts(part, LIMITS).map((one) => ('rows' in one ? one.rows : 'facts' in one ? one.facts : []).length);
    expect(counts({ kind: 'list', rows })).toEqual([4, 4, 1]);
    expect(counts({ kind: 'facts', facts })).toEqual([4, 4, 1]);
  });
});
