import { existsSync } from 'node:fs';
import { openCore } from '../../src/main.ts';
import { addYear, importBoard, writeBoard, ASKED } from './fill.ts';
import { statusTimes } from './status.ts';
import { plain } from '../../src/bot/plain.ts';
const file = '/tmp/b/board.db';
const fresh = !existsSync(file);
const core = openCore(file, (w, d, f) => console.error(w, d, f));
if (fresh) {
  await writeBoard('/tmp/b/board', 200);
  let t = performance.now();
  await importBoard(core, '/tmp/b/board', (d, a) => { if (d % 5000 === 0 || d === a) console.log(d, a); });
  console.log('import', performance.now() - t);
  t = performance.now();
  await importBoard(core, '/tmp/b/board', () => {});
  console.log('again', performance.now() - t);
  t = performance.now();
  console.log(addYear(core.database), performance.now() - t);
}
for (const e of ['medewerker3@school2.example.org', 'medewerker20@school2.example.org'])
console.log(plain(await core.bot.handle({ sender: { kind: 'machine', email: e }, said: { kind: 'text', text: '/doel status' }, once: null, place: { kind: 'personal' } }, ASKED)));
const s = await statusTimes(core);
console.log(s, s.answer.median / s.floor.median);
