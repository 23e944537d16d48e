import { expect, test } from 'vitest';
import { say } from '../../src/bot/text.ts';
import type { WorkingDay } from '../../src/people/person.ts';
import { workingDayWords } from '../../src/people/working-day-words.ts';

test.each<[string, string, string]>([
  ['ma,di,wo,do,vr', 'ma t/m vr', 'Mon to Fri'],
  ['vr,do,wo', 'wo t/m vr', 'Wed to Fri'],
  ['ma,di', 'ma en di', 'Mon and Tue'],
  ['ma,di,wo,vr', 'ma t/m wo en vr', 'Mon to Wed and Fri'],
  ['ma,wo-oneven,do', 'ma, wo (oneven weken) en do', 'Mon, Wed (odd weeks) and Thu'],
  ['ma,di,wo-even', 'ma, di en wo (even weken)', 'Mon, Tue and Wed (even weeks)'],
  ['', '', ''],
])('%s is "%s"', (days, dutch, english) => {
  const list = days.split(',').filter(Boolean) as WorkingDay[];
  expect(workingDayWords(say('nl'), list)).toBe(dutch);
  expect(workingDayWords(say('en'), list)).toBe(english);
});
