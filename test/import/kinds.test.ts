import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, say } from '../../src/bot/text.ts';
import type { LocalDate } from '../../src/calendar/local-date.ts';
import { sayMessage } from '../../src/import/finding.ts';
import {
  day,
  decimalComma,
  email,
  type Kind,
  list,
  measure,
  text,
  time,
  whole,
  word,
  yesNo,
} from '../../src/import/kinds.ts';

/** The value, or the sentence and its hint. */
function readOf<T>(kind: Kind<T>, typed: string): T | string {
  const read = kind.read(typed);
  if ('value' in read) return read.value;
  const { message, hint } = read.problem;
  return [message, ...(hint ? [hint] : [])].map((each) => plainText(sayMessage(say('nl'), each))).join(' ');
}

const PHASE = word(['aanloop', 'op pad', 'onderweg']);
const DAYS = list(word(['ma', 'di', 'wo-even']), (a, b) => (a < b ? -1 : 1));

describe('cells that are right', () => {
  test.each([
    [day, '2026-11-14', '2026-11-14'],
    [day, '14-11-2026', '2026-11-14'],
    [day, '1-9-2026', '2026-09-01'],
    [day, '29-2-2028', '2028-02-29'],
    [time, '15:00', '15:00'],
    [time, '9.05', '09:05'],
    [time, '15:00:00', '15:00'],
    [measure, '12', { number: 12, percent: false }],
    [measure, '12,5', { number: 12.5, percent: false }],
    [measure, '12.5', { number: 12.5, percent: false }],
    [measure, '13%', { number: 13, percent: true }],
    [measure, '-3 %', { number: -3, percent: true }],
    [measure, '1,125', { number: 1.125, percent: false }],
    [measure, '-0', { number: 0, percent: false }],
    [yesNo, 'Ja', true],
    [yesNo, 'nee', false],
    [email, 'Sanne@X.Example', 'sanne@x.example'],
    [whole(1, 10), '10', 10],
    [PHASE, 'Op_Pad', 'op pad'],
    [PHASE, 'op-pad', 'op pad'],
    [DAYS, 'di, ma ,,di', ['di', 'ma']],
    [DAYS, 'WO-EVEN', ['wo-even']],
  ] as [Kind<unknown>, string, unknown][])('%# %j', (kind, typed, value) => {
    expect(readOf(kind, typed)).toEqual(value);
  });
});

describe('cells that are wrong', () => {
  test.each([
    [day, '31-11-2026', '31-11-2026 is geen datum. Schrijf 2026-11-14 of 14-11-2026.'],
    [day, '14/11/2026', '14/11/2026 is geen datum. Schrijf 2026-11-14 of 14-11-2026.'],
    [day, '2026-11-14 15:00', '2026-11-14 15:00 is geen datum. Schrijf 2026-11-14 of 14-11-2026.'],
    [day, '14-11-0026', '14-11-0026 is geen datum. Schrijf 2026-11-14 of 14-11-2026.'],
    [day, '14-11-20260', '14-11-20260 is geen datum. Schrijf 2026-11-14 of 14-11-2026.'],
    [time, '25:00', '25:00 is geen tijd. Schrijf 15:00.'],
    [time, 'drie uur', 'drie uur is geen tijd. Schrijf 15:00.'],
    [measure, 'veel', 'veel is geen getal. Schrijf 12, 12,5 of 13%.'],
    [
      measure,
      '1.250',
      'Ik weet niet hoe groot 1.250 is. Schrijf duizend zonder punt (1250) en een deel met een komma (1,25).',
    ],
    [whole(5, 480), '4', '4 is geen heel getal van 5 tot en met 480.'],
    [whole(5, 480), '60,5', '60,5 is geen heel getal van 5 tot en met 480.'],
    [yesNo, 'misschien', 'misschien begrijp ik niet. Vul ja of nee in.'],
    [email, 'sanne', 'sanne is geen e-mailadres.'],
    [email, 'a@b.example, c@d.example', 'a@b.example, c@d.example is geen e-mailadres.'],
    [PHASE, 'aanlop', 'aanlop ken ik hier niet. Bedoel je aanloop? Kies uit: aanloop, op pad, onderweg.'],
    [PHASE, 'stoomtrein', 'stoomtrein ken ik hier niet. Kies uit: aanloop, op pad, onderweg.'],
    [DAYS, 'ma,zo', 'zo ken ik hier niet. Kies uit: ma, di, wo-even.'],
    [DAYS, ',', ', is een lijst zonder iets erin.'],
    [text(3), 'vier', 'Deze tekst is te lang: hooguit 3 tekens.'],
  ] as [Kind<unknown>, string, string][])('%# %j', (kind, typed, sentence) => {
    expect(readOf(kind, typed)).toBe(sentence);
  });
});

test('what is written is read back', () => {
  const days = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as LocalDate);
  fc.assert(
    fc.property(days, (value) => {
      expect(readOf(day, day.write(value))).toBe(value);
    }),
  );
  const numbers = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.constantFrom(10, 100, 1_000)).map(([n, by]) => n / by),
  );
  fc.assert(
    fc.property(numbers, (number) => {
      const written = measure.write({ number, percent: false });
      expect(readOf(measure, written)).toEqual({ number: number === 0 ? 0 : number, percent: false });
    }),
  );
  expect(decimalComma(1e-7)).toBe('0,0000001');
});
