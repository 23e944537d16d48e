import { openCore } from '../../src/main.ts';
import { preview } from '../../src/delivery/preview.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { copyFileSync } from 'node:fs';
copyFileSync('/tmp/b/board.db','/tmp/b/plan.db');
const core = openCore('/tmp/b/plan.db', (w, d, f) => console.error(w, d, f));
const tick = core.tickThrough({ name: 'trial', send: async () => ({ reference: '' }) });
const day = '2027-01-19';
for (const n of (process.env.NS ?? "200,50,100,200").split(",").map(Number)) {
  core.database.sqlite.exec('delete from outbox; delete from agenda_point');
  core.database.sqlite.prepare('update school set planned_day = case when id <= ? then null else ? end, planned_version = version').run(n, day);
  const t = performance.now(); const c = process.cpuUsage();
  const r = await tick.tick(new Date(day + 'T05:00:00Z'));
  const u = process.cpuUsage(c);
  console.log(n, r, performance.now() - t, (performance.now() - t) / n, (u.user + u.system) / 1000);
}
const ids = core.database.sqlite.prepare('select id from school').pluck().all() as any[];
for (const id of ids.slice(0, Number(process.env.PV ?? 12))) {
  const t = performance.now();
  const state = (await core.store.outbox.schoolState(id))!;
  const lines = preview([state], localDate('2026-08-01'), localDate('2027-07-31'));
  console.log(lines.length, performance.now() - t);
}
