/** "Morgen opnieuw": what still makes sense then of the newest digest comes back on the next own working day. */
import { z } from 'zod';
import { dayArgument } from '../bot/arguments.ts';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { addDays, eachDay, type LocalDate } from '../calendar/local-date.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import type { Store } from '../store.ts';
import { NUDGES } from './nudges.ts';
import type { OutboxRow } from './outbox.store.ts';
import { type Workplace, workplacesOf } from './workplace.ts';

/** Longer than any vacation. */
const MOST_DAYS_AHEAD = 70;

export const snooze = command({
  intent: 'nudge.snooze',
  words: [],
  example: '/instellingen',
  help: null,
  parse: () => null,
  args: z.object({
    day: dayArgument,
  }),
  run: async ({ store, actor, today, say, stamp }, { day }) => {
    const newest = await store.outbox.lastDigest(actor.id);
    if (newest !== null && newest > day) throw new UserError(say('delivery.snooze-older'));
    const rows = await store.outbox.sentOn(actor.id, day);
    const places = await workplacesOf(store, actor, new Set(rows.map(({ schoolId }) => schoolId)), today);
    const nextDay = rows.length > 0 ? nextDayAt([...places.values()], today) : addDays(today, 1);
    const inTime = nextDay === null ? [] : await rowsInTime(store, rows, nextDay);
    if (nextDay === null || (rows.length > 0 && inTime.length === 0)) throw new UserError(say('delivery.snooze-late'));
    // Asked of the store even when nothing was sent, because that knows a button that was pressed before.
    const again = await store.outbox.snooze(stamp, actor.id, inTime, nextDay);
    if (again === 0) throw new UserError(say('delivery.snooze-nothing'));
    const date = say.date(nextDay, today);
    return answer(say(again < rows.length ? 'delivery.snoozed-some' : 'delivery.snoozed', { date }));
  },
});

/** Those that may still be sent on `nextDay`. */
async function rowsInTime(store: Store, rows: readonly OutboxRow[], nextDay: LocalDate): Promise<readonly number[]> {
  const inTime: number[] = [];
  for (const row of rows) {
    const state = await store.outbox.schoolState(row.schoolId);
    const last = state && NUDGES.find(({ kind }) => kind === row.kind)?.lastDay(state, row);
    if (last && nextDay <= last) inTime.push(row.id);
  }
  return inTime;
}

/** The first day after `today` on which the person works at all of these schools, so that nothing is left behind; else at one of them. */
function nextDayAt(places: readonly Workplace[], today: LocalDate): LocalDate | null {
  const days = [...eachDay(addDays(today, 1), addDays(today, MOST_DAYS_AHEAD))];
  const worksAt =
    (day: LocalDate) =>
    ({ calendar, worker }: Workplace) =>
      isOwnWorkingDay(calendar, worker, day);
  const some = days.filter((day) => places.some(worksAt(day)));
  return some.find((day) => places.every(worksAt(day))) ?? some[0] ?? null;
}
