/** Which talk a nudge asks about: to plan it, to move it, or whether it took place. Pure. */
import type { LocalDate } from '../calendar/local-date.ts';
import { isLost, isPassedOver, standsOnDay, talkBefore, talkOf } from './open-talk.ts';
import type { PopTalk, Talk, TalkMoment } from './pop.ts';
import type { PopView } from './pop-view.ts';

export type AskedTalk =
  /** It has no date. */
  | { readonly ask: 'plan'; readonly talk: PopTalk }
  /** Its date is over; also when that before it was left out. */
  | { readonly ask: 'held'; readonly talk: PopTalk; readonly planned: TalkMoment }
  /** Its day does not fit any more. */
  | { readonly ask: 'lost'; readonly talk: PopTalk }
  /** It comes first, and nothing is known of it. */
  | { readonly ask: 'before'; readonly talk: PopTalk };

/** What is open for the step of this talk; null when it was held or left out, or has a day that fits, or the one before it has. */
export function askedTalk(view: PopView, step: Talk, today: LocalDate): AskedTalk | null {
  const own = talkOf(view.person.pop, step);
  const before = talkBefore(view, step);
  const hasDay = [own, before].some((talk) => talk && standsOnDay(view, talk, today));
  if (own.heldOn !== null || hasDay || isPassedOver(view, own)) return null;
  const talk = own.planned ? own : (before ?? own);
  if (isLost(view, talk)) return { ask: 'lost', talk };
  if (talk.planned) return { ask: 'held', talk, planned: talk.planned };
  return { ask: before ? 'before' : 'plan', talk };
}
