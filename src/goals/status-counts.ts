/** "5 op koers (+1) · 2 aandacht nodig · 0 lopen achter": how many goals stand where. */
import type { RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import type { PlainKey, Say, TextKey } from '../bot/text.ts';
import type { StatusCounts } from '../summary/summary.store.ts';
import type { GoalStatus } from './goal.ts';

/** Drafts do not count. */
export type CountedStatus = Exclude<GoalStatus, 'concept'>;

const COUNTS = {
  'op koers': 'summary.count.on-track',
  'aandacht nodig': 'summary.count.attention',
  'loopt achter': 'summary.count.behind',
  'nog geen meting': 'summary.count.unmeasured',
  gepauzeerd: 'summary.count.paused',
  behaald: 'summary.count.achieved',
  gestopt: 'summary.count.stopped',
} as const satisfies Record<CountedStatus, Exclude<TextKey, PlainKey>>;

/** In the order in which they are always named. */
export const COUNTED_STATUSES = Object.keys(COUNTS) as readonly CountedStatus[];

const ALWAYS_NAMED: readonly CountedStatus[] = ['op koers', 'aandacht nodig', 'loopt achter'];

/** `2 lopen achter`. */
export function countPhrase(say: Say, status: CountedStatus, count: number): RichText {
  return say(COUNTS[status], { count });
}

/** With the change since `before` behind each count; without changes when there were no goals then. */
export function countsLine(say: Say, now: StatusCounts, before: StatusCounts = {}): RichText {
  const hadGoals = Object.values(before).some((count) => count > 0);
  return joinText(
    COUNTED_STATUSES.flatMap((status) => {
      const count = now[status] ?? 0;
      const change = hadGoals ? count - (before[status] ?? 0) : 0;
      if (count === 0 && change === 0 && !ALWAYS_NAMED.includes(status)) return [];
      const words = countPhrase(say, status, count);
      return [
        change === 0 ? words : joinText([words, [{ text: `(${change > 0 ? '+' : '−'}${Math.abs(change)})` }]], ' '),
      ];
    }),
  );
}
