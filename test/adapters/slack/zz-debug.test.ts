import { test } from 'vitest';
import { openRegenbui } from './regenbui.ts';
test('x', async () => {
  const school = await openRegenbui();
  const sanne = school.member('Sanne');
  console.log(await sanne.types('/actie Ouderavond plannen @Nico 10 december'));
  setTimeout(() => { console.log('calls', school.fake.calls.slice(-8).map((c) => [c.method, c.refused]), school.clock.now(), school.clock.next, (school as any).dbg()); process.exit(1); }, 5000);
  await school.comes('2026-11-25T07:00:00Z');
  console.log(school.member('Nico').sees());
}, 9000);
