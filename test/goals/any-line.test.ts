/** Whatever somebody types behind `/doel` or `/leerteam` is answered in words, without a fault. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Talk } from '../support/talk.ts';

const WORDS = [
  ...['status', 'update', 'bij', 'nieuw', 'akkoord', 'fase', 'pauze', 'verder', 'behaald', 'stop', 'wijzig', 'alles'],
  ...['1', '2', '3', '9', 'id:1', 'id:99', '#1', 'rekenen', 'rijke', 'teksten', 'op', 'koers', 'achter', 'aandacht'],
  ...[
    'onderweg',
    'stoom',
    '72',
    '72%',
    '150%',
    '"een zin"',
    '"',
    'succes',
    '<!channel>',
    '{goal}',
    '\u202E',
    '🎉',
    "';",
  ],
];

test('any line', async () => {
  const { talk } = await Talk.open();
  const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 20 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('Marieke', 'Nadia', 'Sanne'),
      fc.constantFrom('/doel', 'doel', '/leerteam'),
      fc.array(word, { maxLength: 8 }),
      async (name, head, words) => {
        // A fault would be thrown by the talk.
        expect(await talk.says(name, [head, ...words].join(' '))).not.toBe('');
      },
    ),
    { numRuns: 300 },
  );
  talk.opened.close();
});
