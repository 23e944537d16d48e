/** "Hoi Sanne, ik ben Leerteambot" in a chat that somebody just got, without having typed anything (MESSAGES, First contact). */
import { addMinutes } from 'date-fns/addMinutes';
import { answer, buttonsPart } from '../bot/notice.ts';
import { withKeys } from '../bot/once.ts';
import type { Notice } from '../bot/reply.ts';
import type { Sender } from '../bot/request.ts';
import { say as voice } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import { localDateOf } from '../calendar/zone.ts';
import { LEASE_MINUTES } from '../delivery/deliver.ts';
import { isOpenAt } from '../delivery/digest-times.ts';
import type { Outcome } from '../delivery/outbox.store.ts';
import { workplacesOf } from '../delivery/workplace.ts';
import { identify } from '../people/identify.ts';
import type { Actor } from '../people/person.ts';
import type { Store } from '../store.ts';
import { homeButton } from './home-button.ts';
import { welcome } from './welcome.ts';

export type GreetingOptions = {
  readonly store: Store;
  /** A new unguessable key for a control. */
  readonly newKey: () => string;
};

/** Shows it in the chat that they got; false when it surely does not stand there. */
export type ShowGreeting = (notice: Notice) => Promise<boolean>;

/**
 * Ties the account to its person, and shows the welcome, once ever. Shows nothing when nobody is known by that account, and when it is no moment for it: an app
 * that an admin rolls out at night or in a vacation disturbs nobody, and who gets a digest today is welcomed by that. It is the one message that
 * the bot begins with today (PRODUCT 1); one that was not shown leaves the hello to the first digest.
 */
export async function greeting(
  { store, newKey }: GreetingOptions,
  sender: Sender,
  now: Date,
  show: ShowGreeting,
): Promise<void> {
  const today = localDateOf(now);
  const actor = await identify(store, sender, now, today);
  if (!actor || !isOpenAt(now) || !(await worksToday(store, actor, today))) return;
  if ((await store.people.welcomed(actor.id)) || (await store.outbox.rows(actor.id, today)).length > 0) return;
  // Null as well when it is told twice at once that the app is there.
  const claim = await store.outbox.claim(actor.id, today, now, addMinutes(now, LEASE_MINUTES));
  if (!claim) return;
  const say = voice(actor.language);
  const { parts } = await welcome(store, say, actor);
  const notice = withKeys(answer(null, [...parts, ...buttonsPart([homeButton(say, actor)])]), newKey);
  if (await show(notice)) await store.outbox.settle(claim, GREETED, now);
  else await store.outbox.release(claim, now);
}

/** As a digest of which the welcome is all. */
const GREETED: Outcome = { sent: [], lapsed: [], moved: [], failed: [], digest: true, reference: null };

/** At one of their schools; of the board and of admins without a school: at any. Not of who has left, or has yet to begin. */
async function worksToday(store: Store, actor: Actor, today: LocalDate): Promise<boolean> {
  const own = actor.employments.map(({ schoolId }) => schoolId);
  const schools = own.includes(null) ? (await store.people.schools()).map(({ id }) => id) : own;
  const places = await workplacesOf(store, actor, new Set(schools.filter((id) => id !== null)), today);
  return [...places.values()].some(({ calendar, worker }) => isOwnWorkingDay(calendar, worker, today));
}
