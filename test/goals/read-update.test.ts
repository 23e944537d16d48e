/** What may stand behind `/doel update`, in one table. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokens } from '../../src/bot/tokens.ts';
import { readUpdate, type UpdateArguments } from '../../src/goals/read-update.ts';

const CASES: readonly (readonly [string, UpdateArguments])[] = [
  ['', {}],
  ['3', { doel: '3' }],
  ['#3', { doel: '#3' }],
  ['doel 3', { doel: '3' }],
  ['3 op koers', { doel: '3', status: 'op koers' }],
  ['3 opkoers', { doel: '3', status: 'op koers' }],
  ['3 op koes', { doel: '3', status: 'op koers' }],
  ['3 achter', { doel: '3', status: 'loopt achter' }],
  ['3 aandacht', { doel: '3', status: 'aandacht nodig' }],
  ['3 needs attention', { doel: '3', status: 'aandacht nodig' }],
  ['3 op koers 72', { doel: '3', status: 'op koers', waarde: '72' }],
  ['3 op koers 72%', { doel: '3', status: 'op koers', waarde: '72%' }],
  ['3 op koers 72 %', { doel: '3', status: 'op koers', waarde: '72 %' }],
  ['3 op koers 72,5', { doel: '3', status: 'op koers', waarde: '72,5' }],
  ['3 72 op koers', { doel: '3', status: 'op koers', waarde: '72' }],
  ['3 op koers 72 "Groep 4 leest."', { doel: '3', status: 'op koers', waarde: '72', zin: 'Groep 4 leest.' }],
  [
    '3 op koers 72 Groep 4 leest',
    { doel: '3', status: 'op koers', waarde: '72', zin: 'Groep 4 leest', achter: 'Groep 4 leest' },
  ],
  ['3 op koers 22 woorden', { doel: '3', status: 'op koers', waarde: '22', zin: 'woorden', achter: 'woorden' }],
  ['3 22 op koers woorden', { doel: '3', status: 'op koers', waarde: '22', zin: 'woorden' }],
  ['3 op koers 22% "woorden"', { doel: '3', status: 'op koers', waarde: '22%', zin: 'woorden' }],
  ['3 op koers 72 „Groep 4 leest.”', { doel: '3', status: 'op koers', waarde: '72', zin: 'Groep 4 leest.' }],
  ['3 op koers "zin" 72', { doel: '3', status: 'op koers', waarde: '72', zin: 'zin' }],
  ['3 "zin" op koers 72', { doel: '3', status: 'op koers', waarde: '72', zin: 'zin' }],
  ['3 op koers 18 punten "zin"', { doel: '3', status: 'op koers', waarde: '18 punten', zin: 'zin' }],
  ['3 op koers 4 van de 5 groepen', { doel: '3', status: 'op koers', zin: '4 van de 5 groepen' }],
  ['3 op koers 72 "zin" succes', { doel: '3', status: 'op koers', waarde: '72', zin: 'zin', succes: 'ja' }],
  ['3 op koers succes', { doel: '3', status: 'op koers', succes: 'ja' }],
  ['3 op koers groep 4 leest succes', { doel: '3', status: 'op koers', zin: 'groep 4 leest', succes: 'ja' }],
  ['3 achter het was geen succes', { doel: '3', status: 'loopt achter', zin: 'het was geen succes' }],
  ['3 op koers "een succes"', { doel: '3', status: 'op koers', zin: 'een succes' }],
  ['3 gaat best goed', { doel: '3', zin: 'gaat best goed' }],
  ['3 72', { doel: '3', waarde: '72' }],
  ['rekenen op koers 72', { doel: 'rekenen', status: 'op koers', waarde: '72' }],
  ['rijke teksten aandacht', { doel: 'rijke teksten', status: 'aandacht nodig' }],
  ['aandacht voor taal op koers', { doel: 'aandacht voor taal', status: 'op koers' }],
  ['rijke teksten op koes', { doel: 'rijke teksten', status: 'op koers' }],
  ['"op koers met lezen" achter', { doel: 'op koers met lezen', status: 'loopt achter' }],
  ['rekenen 72', { doel: 'rekenen 72' }],
  ['rekenen "zin"', { doel: 'rekenen', zin: 'zin' }],
  ['op koers', { status: 'op koers' }],
  ['op koers 72', { status: 'op koers', waarde: '72' }],
  ['achter', { status: 'loopt achter' }],
  ['3 op koers 72 73', { doel: '3', status: 'op koers', waarde: '72', zin: '73', achter: '73' }],
  ['3 op koers <!channel> *vet*', { doel: '3', status: 'op koers', zin: '<!channel> *vet*' }],
];

test.each(CASES)('/doel update %s', (line, args) => expect(readUpdate(tokens(line))).toEqual(args));

test('any text is read without a fault, and no more words are lost than status, tick and "doel"', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'op',
      'koers',
      'aandacht',
      'nodig',
      'achter',
      '72',
      '72%',
      '%',
      '3',
      'doel',
      'succes',
      '"zin"',
      'rekenen',
    ),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (line) => {
      const words = tokens(line.join(' '));
      const args = readUpdate(words);
      const kept = tokens([args.doel, args.waarde, args.zin].join(' ')).length;
      expect(words.length - kept).toBeLessThanOrEqual(5);
    }),
  );
});
