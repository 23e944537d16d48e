/** Opens the database, plans a day and sends everything that is due, and prints the most memory that it held, in bytes. */
import { addDays, localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { openCore } from '../../src/core.ts';

const FIRST = localDate('2027-01-18');
const DAYS = 5;

async function main(): Promise<void> {
  const core = openCore(process.argv[3]!, (_where, _details, fault) => {
    throw fault;
  });
  let sent = 0;
  const { tick } = core.tickThrough({
    name: 'trial',
    send: async () => ({ reference: String(++sent) }),
    edit: async () => {},
  });
  for (let day = 0; day < DAYS; day++) {
    const date = addDays(FIRST, day);
    await tick(instantAt(date, localTime('00:01')));
    await tick(instantAt(date, localTime('08:00')));
  }
  if (sent < 300) throw new Error(`only ${sent} digests`);
  core.store.close();
  console.log(process.resourceUsage().maxRSS * 1024);
}

void main();
