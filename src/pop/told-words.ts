/** "Marieke hoort het in het volgende bericht.", and when that may come too late: that one tells it oneself. */
import type { RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';

/** `isToday`: it is about today, and the digest of today may have gone out. */
export function toldWords(say: Say, name: string, isToday: boolean): RichText {
  return say(isToday ? 'pop.plan.tells-today' : 'pop.plan.tells', { name });
}
