/** "Hoi Sanne, ik ben Leerteambot" in a chat that somebody just got, without having typed anything (MESSAGES, First contact). */
import { AlreadyDone } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { withKeys } from '../bot/once.ts';
import type { Notice } from '../bot/reply.ts';
import type { Sender } from '../bot/request.ts';
import { say as voice } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import { localDateOf } from '../calendar/zone.ts';
import { isOpenAt } from '../delivery/digest-times.ts';
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

/**
 * Ties the account to its person, and gives the welcome, once ever. Null when nobody is known by that account, and when it is no moment for it: an app that
 * an admin rolls out at night or in a vacation disturbs nobody, and who gets a digest today is welcomed by that.
 */
export async function greeting({ store, newKey }: GreetingOptions, sender: Sender, now: Date): Promise<Notice | null> {
  const today = localDateOf(now);
  const actor = await identify(store, sender, now, today);
  if (!actor || !isOpenAt(now) || !(await worksToday(store, actor, today))) return null;
  if ((await store.people.welcomed(actor.id)) || (await store.outbox.rows(actor.id, today)).length > 0) return null;
  try {
    const stamp = { by: null, at: now, act: 'welkom', once: `welkom:${actor.id}` };
    await store.people.markWelcomed(stamp, actor.id, today);
  } catch (error) {
    // It was told twice at once that the app is there.
    if (error instanceof AlreadyDone) return null;
    throw error;
  }
  const say = voice(actor.language);
  const { parts } = await welcome(store, say, actor);
  return withKeys(answer(null, [...parts, ...buttonsPart([homeButton(say, actor)])]), newKey);
}

/** At one of their schools; of the board and of admins without a school: at any. Not of who has left, or has yet to begin. */
async function worksToday(store: Store, actor: Actor, today: LocalDate): Promise<boolean> {
  const own = actor.employments.map(({ schoolId }) => schoolId);
  const schools = own.includes(null) ? (await store.people.schools()).map(({ id }) => id) : own;
  const places = await workplacesOf(store, actor, new Set(schools.filter((id) => id !== null)), today);
  return [...places.values()].some(({ calendar, worker }) => isOwnWorkingDay(calendar, worker, today));
}
