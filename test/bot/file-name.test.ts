/** Names of files, from people's words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName } from '../../src/bot/file-name.ts';

describe('fileName', () => {
  test.each([
    [['Bovenbouw', '2026-2027'], 'bovenbouw-2026-2027'],
    [['Leerteam “Één & Twee”'], 'leerteam-een-twee'],
    [['../../etc/passwd'], 'etc-passwd'],
    [['C:\\AUX\u0000.exe'], 'c-aux-exe'],
    [['学习', '2026-2027'], '2026-2027'],
    [['学习'], 'leerteambot'],
    [[''], 'leerteambot'],
    [[`${'a'.repeat(59)} b`], 'a'.repeat(59)],
  ])('%j', (words, name) => {
    expect(fileName(...words)).toBe(name);
  });

  test('is letters, digits and single hyphens, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 100 })), (words) => {
        const name = fileName(...words);
        expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(name.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
