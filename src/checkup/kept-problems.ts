/** `controleer`: is there a backup of late, and is nobody kept who left long ago? */
import type { Say } from '../bot/text.ts';
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import { yearsBefore } from '../privacy/retention.ts';
import type { Store } from '../store.ts';
import type { Looked } from './checkup.ts';

const BACKUP_DAYS = 7;
/** Their data is of no use to the school by then (PRODUCT 8). */
const GONE_YEARS = 2;
/** Of more people the number is enough. */
const MOST_NAMED = 10;

export async function keptProblems(store: Store, today: LocalDate, say: Say): Promise<readonly Looked[]> {
  return [await backupOf(store, today, say), ...(await goneOf(store, today, say))];
}

async function backupOf({ retention }: Store, today: LocalDate, say: Say): Promise<Looked> {
  const last = await retention.lastBackup();
  const mend = say('checkup.backup-mend');
  if (last === null) return { what: say('checkup.no-backup'), mend };
  const day = say.dayMonth(localDateOf(last), today);
  return daysBetween(localDateOf(last), today) > BACKUP_DAYS
    ? { what: say('checkup.old-backup', { day }), mend }
    : { what: say('checkup.backup', { day }), mend: null };
}

async function goneOf({ retention }: Store, today: LocalDate, say: Say): Promise<readonly Looked[]> {
  const gone = await retention.gone(yearsBefore(today, GONE_YEARS));
  if (gone.length === 0) return [];
  const named = gone.slice(0, MOST_NAMED).map(({ name, email }) => `${name} (${email})`);
  const people = named.length === gone.length ? say.list(named) : `${named.join(', ')}, …`;
  return [{ what: say('checkup.gone', { count: gone.length, people }), mend: say('checkup.gone-mend') }];
}
