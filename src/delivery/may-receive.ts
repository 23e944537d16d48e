/** May somebody get a message of its own now? Only on their own working day, from 08:00 to 17:00, when they did not switch it off (PRODUCT 1). */
import { addDays } from '../calendar/local-date.ts';
import { isOwnWorkingDay } from '../calendar/working-day.ts';
import { localDateOf, localTimeOf } from '../calendar/zone.ts';
import type { Actor } from '../people/person.ts';
import type { Store } from '../store.ts';
import type { PostDraft, Tell } from './announcement.ts';
import { CLOSES, isOpenAt } from './digest-times.ts';
import { NUDGE_KINDS } from './nudge.ts';
import { isMuted } from './subject.ts';
import { workplacesOf } from './workplace.ts';

/**
 * Null when they may. Else it lapses: what somebody did is told in a digest instead, the rest is a nudge of its own there already. What was
 * switched off is not told at all.
 */
export async function receptionOf(
  store: Store,
  receiver: Actor,
  post: PostDraft,
  now: Date,
): Promise<{ readonly kind: 'lapsed'; readonly instead?: Tell } | null> {
  const today = localDateOf(now);
  const settings = await store.people.settings(receiver.id);
  if (settings.mutedKinds.includes(post.kind) || isMuted(settings.mutedSubjects, post.subject)) {
    return { kind: 'lapsed' };
  }
  const place = (await workplacesOf(store, receiver, new Set([post.schoolId]), today)).get(post.schoolId);
  const isSnoozed = settings.snoozedUntil !== null && settings.snoozedUntil >= today;
  if (place?.worksHere && !isSnoozed && isOpenAt(now) && isOwnWorkingDay(place.calendar, place.worker, today))
    return null;
  const isForeseen = (NUDGE_KINDS as readonly string[]).includes(post.kind);
  return isForeseen ? { kind: 'lapsed' } : { kind: 'lapsed', instead: pointOf(post, receiver, now) };
}

/** For the next own working day, as long as it still makes sense. */
function pointOf({ key, kind, schoolId, subject, untilDay }: PostDraft, { id }: Actor, now: Date): Tell {
  const today = localDateOf(now);
  const from = localTimeOf(now) < CLOSES ? today : addDays(today, 1);
  return { key, kind, receiver: id, schoolId, subject, from, until: untilDay };
}
