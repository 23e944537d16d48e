import { openCore } from '../../src/main.ts';
import { ASKED } from './fill.ts';
import { plain } from '../../src/bot/plain.ts';
const core = openCore('/tmp/b/board.db', (w, d, f) => console.error(w, d, f));
const emails = core.database.sqlite.prepare("select email from person where id in (select chair_id from team union select person_id from membership) order by (id * 7919) % 10007, id").pluck().all() as string[];
for (let k = 0; k < 4; k++) {
const t = performance.now(); const c = process.cpuUsage();
for (const email of emails) plain(await core.bot.handle({ sender: { kind: 'machine', email }, said: { kind: 'text', text: '/doel status' }, once: null, place: { kind: 'personal' } }, ASKED));
const u = process.cpuUsage(c);
console.log('us per answer wall', (performance.now() - t) * 1000 / emails.length, 'cpu', (u.user + u.system) / emails.length);
}
