/** `controleer`: which messages the platform refused of late, why, and how to mend that. */
import { isTextKey, type PlainKey, type Say } from '../bot/text.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { FailedMessages } from '../delivery/outbox.store.ts';
import type { Store } from '../store.ts';
import type { Problem } from './checkup.ts';

/** What was refused longer ago has been mended, or nobody misses it. */
const RECENT_DAYS = 30;
/** Of more receivers the number is enough. */
const MOST_NAMED = 10;

/** One line for each reason. */
export async function failedProblems(store: Store, today: LocalDate, say: Say): Promise<readonly Problem[]> {
  const byReason = new Map<string, FailedMessages[]>();
  for (const failed of await store.outbox.failures(addDays(today, -RECENT_DAYS))) {
    const same = byReason.get(failed.reason) ?? [];
    byReason.set(failed.reason, same);
    same.push(failed);
  }
  const problems = [...byReason].map(async ([reason, failures]) => ({
    what: say('checkup.failed', {
      count: failures.reduce((sum, { count }) => sum + count, 0),
      receivers: await receiversOf(failures, store, today, say),
      reason,
    }),
    mend: say(mendOf(reason)),
  }));
  return Promise.all(problems);
}

async function receiversOf(
  failures: readonly FailedMessages[],
  store: Store,
  today: LocalDate,
  say: Say,
): Promise<string> {
  const named = await Promise.all(failures.slice(0, MOST_NAMED).map(({ to }) => nameOf(to, store, today, say)));
  return named.length === failures.length ? say.list(named) : `${named.join(', ')}, …`;
}

/** A channel may be a number that only the platform knows, so it is named after its team. */
async function nameOf(to: FailedMessages['to'], { teams }: Store, today: LocalDate, say: Say): Promise<string> {
  if (to.kind === 'person') return to.person.name;
  const team = await teams.teamOfChannel(to.channel, today);
  return team === null ? to.channel : say.plain('checkup.channel-of', { team: team.name });
}

/** Of a reason that nobody wrote about: what can always be looked at. */
function mendOf(reason: string): PlainKey {
  const key = `checkup.mend.${reason}`;
  return isTextKey(key) ? (key as PlainKey) : 'checkup.failed-mend';
}
