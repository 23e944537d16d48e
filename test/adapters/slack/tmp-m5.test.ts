import { test } from 'vitest';
import { openRegenbui } from './regenbui.ts';
import { addDays, localDate } from '../../../src/calendar/local-date.ts';
test('look', async () => {
  const s = await openRegenbui({ at: '2026-11-02T06:00:00Z' });
  let seen = 0;
  for (let d = localDate('2026-11-02'); d < '2026-12-19'; d = addDays(d, 1)) { await s.comes(`${d}T07:05:00Z`);
  const all = s.member('Nadia').sees();
  if (all.length > seen) console.log(d, all.slice(seen).join('\n==\n')); seen = all.length; }
  await s.stop();
}, 60000);
