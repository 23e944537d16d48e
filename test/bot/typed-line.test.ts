import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedLine } from '../../src/bot/typed-line.ts';

describe('what stands around a command', () => {
  test.each([
    ['doel status', 'doel status'],
    ['/ doel status', '/doel status'],
    ['/', '/'],
    ['“doel status”', 'doel status'],
    ['"doel status"', 'doel status'],
    ['„/doel status“', '/doel status'],
    ['‘doel status’', 'doel status'],
    ['**doel status**', 'doel status'],
    ['**doel** status', 'doel** status'],
    ['`/doel status`', '/doel status'],
    ['1. doel status', 'doel status'],
    ['- **“doel status”**', 'doel status'],
    ['• doel status', 'doel status'],
    ['> doel status', 'doel status'],
    ['Leerteambot doel status', 'doel status'],
    ['@leerteambot, doel status', 'doel status'],
    ['Leerteambot: / doel status', '/doel status'],
    ['Leerteambot', ''],
    ['> Hoe staat het ermee?\n> Meer leerlingen op 1S\n\ndoel status', 'doel status'],
    // What somebody says with the command stays as it is.
    ['doel update 3 op koers "**heel** goed"', 'doel update 3 op koers "**heel** goed"'],
    ['"een" en "twee"', '"een" en "twee"'],
    ['"doel" status', '"doel" status'],
    ['actie Toetsen *nakijken*', 'actie Toetsen *nakijken*'],
    ['actie Nakijken\n> 3 toetsen', 'actie Nakijken\n> 3 toetsen'],
    ['leerteambotten zijn handig', 'leerteambotten zijn handig'],
    ["'s middags", "'s middags"],
    ['12', '12'],
    ['**', '**'],
    ['', ''],
  ])('%j', (typed, line) => {
    expect(typedLine(typed)).toBe(line);
  });

  test('a line that begins with a letter stays as it is, but for the name of the bot', () => {
    const letters = fc.stringMatching(/^[a-k]/);
    fc.assert(
      fc.property(letters, fc.string({ unit: 'grapheme' }), (first, rest) => typedLine(first + rest) === first + rest),
    );
  });

  test('a long line takes no long time', () => {
    const begun = performance.now();
    for (const part of ['"', '*', '> \n', 'leerteambot ', '/ ', '1. ', ' ']) typedLine(part.repeat(20_000));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
