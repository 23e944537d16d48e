/** The talk that a message is about, for whoever gets it; nobody else. */

import { schoolYearOf } from '../calendar/school-year.ts';
import type { ComposeContext } from '../delivery/nudge.ts';
import { talkOf } from './open-talk.ts';
import type { PopTalk, PopTalkId } from './pop.ts';
import { otherOf, type PopView, popsAt } from './pop-view.ts';

export type ToldTalk = { readonly view: PopView; readonly talk: PopTalk; readonly name: string };

/** Null when it is not there any more, not of this school year, or not theirs to see (any more). */
export async function toldTalk(
  { store, today, receiver }: Pick<ComposeContext, 'store' | 'today' | 'receiver'>,
  id: PopTalkId,
): Promise<ToldTalk | null> {
  const key = await store.pop.talkKey(id);
  if (!key || key.year !== schoolYearOf(today)) return null;
  const views = await popsAt({ store, actor: receiver, today }, key.schoolId);
  const view = views.find(({ person }) => person.id === key.personId);
  const other = view && otherOf(view);
  return other ? { view, talk: talkOf(view.person.pop, key.talk), name: other.name } : null;
}
