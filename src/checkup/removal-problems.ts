/** Who waits to be removed, whether somebody hears of it, and whether those who were can be recognised. */
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/zone.ts';
import { removalDeadline } from '../privacy/removal-tells.ts';
import type { Store } from '../store.ts';
import type { Problem } from './checkup.ts';

export async function removalProblems(
  { privacy, people }: Store,
  today: LocalDate,
  say: Say,
): Promise<readonly Problem[]> {
  const requests = await privacy.removalRequests();
  const [oldest] = requests;
  const problems: Problem[] = [];
  if (oldest) {
    const asked = localDateOf(oldest.at);
    problems.push({
      what: say('checkup.removal', { count: requests.length, date: say.dayMonth(asked, today) }),
      mend: say('checkup.removal-mend', {
        email: oldest.email,
        last: say.dayMonth(removalDeadline(asked), today),
      }),
    });
  }
  if ((await people.admins(today)).length === 0) {
    problems.push({ what: say('checkup.no-admin'), mend: say('checkup.no-admin-mend') });
  }
  if (await privacy.isKeyGone()) {
    problems.push({ what: say('checkup.key-gone'), mend: say('checkup.key-gone-mend') });
  }
  return problems;
}
